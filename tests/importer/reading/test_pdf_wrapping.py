"""Ends of line in a PDF: which an author made, and where text merely wrapped."""

import pytest

from agenda.importer.pdf_lines import lines_of
from agenda.importer.pdf_names import Holds, held_by
from agenda.importer.pdf_pages import Glyph
from agenda.importer.pdf_wrapping import Room, author_lines
from agenda.importer.pieces import Typesetter

SIZE = 10.0
WIDTH = 5.0
"""Of each letter, in points."""


def printed(*lines: str, bold: int = 0) -> list[Glyph]:
    """Lines of a typewriter, each letter of one width; leading blanks indent.

    The first `bold` lines are so.
    """
    return [
        Glyph(
            text=letter,
            x0=WIDTH * column,
            x1=WIDTH * (column + 1),
            top=12.0 * row,
            bottom=12.0 * row + SIZE,
            size=SIZE,
            bold=row < bold,
        )
        for row, line in enumerate(lines)
        for column, letter in enumerate(line)
        if letter != " "
    ]


def read(*lines: str, columns: int, bold: int = 0, held: Holds | None = None) -> list[str]:
    """The author's lines in a room of so many letters."""
    seen = lines_of(printed(*lines, bold=bold), 1)
    room = Room(left=0, right=WIDTH * columns + 1, held=held)
    return [line.text for line, _ in author_lines(seen, room, Typesetter())]


@pytest.mark.parametrize(
    ("lines", "columns", "meant"),
    [
        (["Họp giao ban", "tháng 6"], 16, ["Họp giao ban tháng 6"]),
        (["Họp giao ban", "tháng 6"], 30, ["Họp giao ban", "tháng 6"]),
        (["Sáng:", "Chiều: Họp"], 9, ["Sáng:", "Chiều: Họp"]),
        (["Họp giao ban", "Chiều: Họp"], 13, ["Họp giao ban", "Chiều: Họp"]),
        (["Họp giao ban", "8h00: Họp"], 13, ["Họp giao ban", "8h00: Họp"]),
        (["Họp giao ban", "Địa điểm: A"], 13, ["Họp giao ban", "Địa điểm: A"]),
        (["- Họp giao ban", "- Duyệt tin"], 15, ["- Họp giao ban", "- Duyệt tin"]),
        (["- Họp giao ban", "+ kiểm tra"], 15, ["- Họp giao ban", "+ kiểm tra"]),
        (["phát triển kinh tế", "- xã hội"], 19, ["phát triển kinh tế - xã hội"]),
        (["Trung tâm Văn hóa", "- Điện ảnh"], 18, ["Trung tâm Văn hóa - Điện ảnh"]),
        (["- giai đoạn 2021", "- 2025"], 17, ["- giai đoạn 2021 - 2025"]),
        (["Các việc sau đây:", "- Họp"], 18, ["Các việc sau đây:", "- Họp"]),
        (["Phòng TT-", "TK KHCN"], 9, ["Phòng TT-TK KHCN"]),
        (["31/10-", "01/11"], 6, ["31/10-01/11"]),
        (["31/10", "-1/11"], 5, ["31/10-1/11"]),
    ],
)
def test_lines_end_where_their_author_ended_them(
    lines: list[str], columns: int, meant: list[str]
) -> None:
    assert read(*lines, columns=columns) == meant


@pytest.mark.parametrize(
    ("lines", "columns", "meant"),
    [
        (["Văn phòng", "Ban Soạn thảo"], 13, ["Văn phòng", "Ban Soạn thảo"]),
        (["Lãnh đạo", "Văn phòng"], 11, ["Lãnh đạo Văn phòng"]),
        (["Văn phòng, các", "Phòng QLKH"], 15, ["Văn phòng, các Phòng QLKH"]),
        (["Chi cục Đo lường", "Chất lượng"], 17, ["Chi cục Đo lường Chất lượng"]),
        (["Đ/c Bình PGĐ", "Đ/c Văn GĐ"], 14, ["Đ/c Bình PGĐ", "Đ/c Văn GĐ"]),
        (["Ban Giám đốc", "Đ/c Văn GĐ"], 13, ["Ban Giám đốc", "Đ/c Văn GĐ"]),
        (["Đ/c A, Giám đốc", "Sở"], 16, ["Đ/c A, Giám đốc Sở"]),
        (["Phòng A; Phòng", "TT-TK"], 15, ["Phòng A; Phòng TT-TK"]),
    ],
)
def test_in_a_column_of_names_lines_end_between_names(
    lines: list[str], columns: int, meant: list[str]
) -> None:
    assert read(*lines, columns=columns, held=Holds.NAMES) == meant


def test_elsewhere_a_name_may_begin_a_line_that_wrapped() -> None:
    assert read("Chiều: Họp", "Hội đồng", columns=11) == ["Chiều: Họp Hội đồng"]


@pytest.mark.parametrize(
    ("texts", "held"),
    [
        (["Thành phần", "Đảng viên", "Lái xe"], Holds.NAMES),
        (["5", "Phòng QLKH", "", "Văn phòng", "Đ/c An", "Các phòng"], Holds.NAMES),
        (["Nội dung", "Lãnh đạo Sở kiểm tra", "Sáng: Họp", "Chiều: Họp"], Holds.WORDS),
        (["Địa điểm", "Phòng họp tầng 2", "Phòng họp tầng 3"], Holds.PLACES),
        (["", ""], Holds.WORDS),
    ],
)
def test_a_column_holds_what_its_head_says_or_its_cells_begin_with(
    texts: list[str], held: Holds
) -> None:
    assert held_by(texts) is held


def test_an_indent_begins_a_paragraph_but_not_below_the_sign_of_a_list() -> None:
    paragraphs = ["Tăng cường công tác", "    Triển khai tuyên"]
    assert read(*paragraphs, columns=20) == [line.strip() for line in paragraphs]
    assert read("1. Tăng cường công", "   tác quản lý", columns=20) == [
        "1. Tăng cường công tác quản lý"
    ]


def test_lines_of_another_look_are_lines_of_their_own() -> None:
    assert read("SỞ KHOA HỌC", "Hà Tĩnh", columns=12, bold=1) == ["SỞ KHOA HỌC", "Hà Tĩnh"]


def test_a_gap_between_lines_ends_the_line() -> None:
    assert read("Họp giao ban", "", "tháng 6", columns=14) == ["Họp giao ban", "tháng 6"]
