"""Line breaks of a PDF: those of the author, and wrapped lines."""

from dataclasses import replace

import pytest

from agenda.importer.backends.pdf.chars import Char
from agenda.importer.backends.pdf.lines import lines_of
from agenda.importer.backends.pdf.text_area import TextArea, find_justification
from agenda.importer.backends.pdf.wrapping import author_lines
from agenda.importer.backends.text.pieces import LineBuilder
from agenda.importer.datamodel.document import Guess
from agenda.importer.datamodel.line_cues import ColumnContent
from agenda.importer.lexicon.columns.content import column_content
from agenda.importer.loading.agenda_pdf import AGENDA_CUES

SPLIT, JOINED, DASHED = Guess.SPLIT, Guess.JOINED, Guess.DASHED
SIZE = 10.0
WIDTH = 5.0
"""The width of each letter in points."""


def printed(*lines: str, bold: int = 0) -> list[Char]:
    """Lines of a typewriter, each letter of one width; leading blanks indent.

    The first `bold` lines are so.
    """
    return [
        Char(
            text=letter,
            x0=WIDTH * column,
            x1=WIDTH * (column + 1),
            size=SIZE,
            baseline=12.0 * row + 0.8 * SIZE,
            bold=row < bold,
        )
        for row, line in enumerate(lines)
        for column, letter in enumerate(line)
        if letter != " "
    ]


def read(
    *lines: str, columns: int, bold: int = 0, content: ColumnContent | None = None
) -> list[str]:
    """Return the author's lines in a text area of so many letters."""
    seen = lines_of(printed(*lines, bold=bold), 1)
    room = TextArea(left=0, right=WIDTH * columns + 1, content=content)
    return [line.text for line, _ in author_lines(seen, room, LineBuilder(), AGENDA_CUES)]


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
        (["Sáng: - Khai mạc", "- Họp Ban"], 17, ["Sáng: - Khai mạc", "- Họp Ban"]),
        (["1. Họp giao ban", "2. Kiểm tra"], 15, ["1. Họp giao ban", "2. Kiểm tra"]),
        (["a) Họp giao ban", "b) Kiểm tra"], 15, ["a) Họp giao ban", "b) Kiểm tra"]),
        (["1. Họp Hội đồng", "4. Kiểm tra"], 15, ["1. Họp Hội đồng 4. Kiểm tra"]),
        (["Phòng TT-", "TK KHCN"], 9, ["Phòng TT-TK KHCN"]),
        (["13h0", "0"], 4, ["13h00"]),
        (["Chiề", "u"], 4, ["Chiều"]),
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
    assert read(*lines, columns=columns, content=ColumnContent.NAMES) == meant


@pytest.mark.parametrize(
    ("lines", "columns", "meant"),
    [
        (["Phòng họp trực", "tuyến", "UBND tỉnh"], 14, ["Phòng họp trực tuyến", "UBND tỉnh"]),
        (["Phòng họp", "UBND tỉnh"], 9, ["Phòng họp UBND tỉnh"]),
        (["Trụ sở", "Hội", "trường"], 6, ["Trụ sở", "Hội trường"]),
        (["Hội", "trường", "Trụ sở"], 6, ["Hội trường", "Trụ sở"]),
    ],
)
def test_in_a_column_of_places_lines_end_between_rooms(
    lines: list[str], columns: int, meant: list[str]
) -> None:
    assert read(*lines, columns=columns, content=ColumnContent.PLACES) == meant


@pytest.mark.parametrize(
    ("lines", "columns", "meant"),
    [
        (
            ["Duyệt in tin số 5", "Duyệt bài"],
            18,
            [("Duyệt in tin số 5", None), ("Duyệt bài", SPLIT)],
        ),
        (["Họp và tham dự", "Hội nghị"], 15, [("Họp và tham dự Hội nghị", None)]),
        (["Giao ban cơ quan", "Hội nghị"], 17, [("Giao ban cơ quan Hội nghị", JOINED)]),
        (["Họp Ủy ban", "Kiểm tra Đảng"], 11, [("Họp Ủy ban Kiểm tra Đảng", None)]),
        (["- Họp cơ quan", "Duyệt bài"], 14, [("- Họp cơ quan Duyệt bài", None)]),
        (["Họp ngành", "Công Thương"], 10, [("Họp ngành Công Thương", None)]),
        (["lúc 14h00", "Kiểm tra"], 10, [("lúc 14h00 Kiểm tra", None)]),
        (["nộp trước 17h00", "Họp"], 16, [("nộp trước 17h00", None), ("Họp", SPLIT)]),
        (["Họp UBND huyện", "Vũ Quang"], 15, [("Họp UBND huyện Vũ Quang", None)]),
        (["Họp UBND huyện", "Hội nghị"], 15, [("Họp UBND huyện Hội nghị", JOINED)]),
        (
            ["- Họp Thông tin", "- Thống kê"],
            16,
            [("- Họp Thông tin", None), ("- Thống kê", DASHED)],
        ),
        (["- Họp giao ban", "- Duyệt bài"], 15, [("- Họp giao ban", None), ("- Duyệt bài", None)]),
        (
            ["- Nộp trước 17h00", "- 8h00: Họp"],
            18,
            [("- Nộp trước 17h00", None), ("- 8h00: Họp", None)],
        ),
        (["- Về kinh tế", "- xã hội"], 13, [("- Về kinh tế - xã hội", None)]),
        (["Họp khóa mới", "2. Kiểm tra"], 13, [("Họp khóa mới", None), ("2. Kiểm tra", DASHED)]),
        (["do Sở tổ chức", "Kiểm tra"], 14, [("do Sở tổ chức", None), ("Kiểm tra", SPLIT)]),
        (["Họp Thông tin", "- Thống kê"], 14, [("Họp Thông tin - Thống kê", None)]),
        (["Họp Thông tin", "- Duyệt bài"], 14, [("Họp Thông tin", None), ("- Duyệt bài", DASHED)]),
    ],
)
def test_what_begins_as_appointments_do_below_a_full_line_is_a_guess(
    lines: list[str], columns: int, meant: list[tuple[str, Guess | None]]
) -> None:
    seen = lines_of(printed(*lines), 1)
    room = TextArea(left=0, right=WIDTH * columns + 1, content=ColumnContent.TEXT)
    found = author_lines(seen, room, LineBuilder(), AGENDA_CUES)
    assert [(line.text, line.guess) for line, _ in found] == meant


def test_where_all_lines_end_with_a_mark_one_without_goes_on() -> None:
    ended = ["- Họp A;", "- Họp B;"]
    lines = [*ended, "- Họp Thông tin", "- Thống kê;", "- Họp C."]
    assert read(*lines, columns=16) == [*ended, "- Họp Thông tin - Thống kê;", "- Họp C."]
    unsigned = ["Họp A;", "Họp B;", "Họp Thông tin;", "Tổng vệ sinh."]
    assert read(*unsigned, columns=14, content=ColumnContent.TEXT) == unsigned


def test_a_stretched_line_of_justified_text_goes_on_whatever_follows() -> None:
    lines = [
        "Họp  giao  ban",
        "tháng 5",
        "Họp  giao  ban",
        "tháng 6",
        "Họp  đoàn  sáu",
        "Kiểm tra A",
    ]
    seen = lines_of(printed(*lines), 1)
    ragged = TextArea(left=0, right=WIDTH * 14 + 1, content=ColumnContent.TEXT)
    even = replace(ragged, justification=find_justification(seen))
    texts = [
        [line.text for line, _ in author_lines(seen, room, LineBuilder(), AGENDA_CUES)]
        for room in (ragged, even)
    ]
    first = ["Họp giao ban tháng 5", "Họp giao ban tháng 6"]
    assert texts == [
        [*first, "Họp đoàn sáu", "Kiểm tra A"],
        [*first, "Họp đoàn sáu Kiểm tra A"],
    ]


def test_what_is_indented_is_not_taken_for_centred_by_chance() -> None:
    assert read("  Họp giao", "ban tháng năm", columns=12) == ["Họp giao ban tháng năm"]


def test_behind_figures_a_hyphen_is_no_place_to_break() -> None:
    assert read("Nghị quyết số", "05-NQ/TU", columns=17) == ["Nghị quyết số 05-NQ/TU"]


@pytest.mark.parametrize(
    ("lines", "columns", "possible_breaks"),
    [
        (["Thăm huyện Vũ Quang", "Tổng vệ sinh"], 20, [(4,)]),
        (["Giao ban cơ quan", "Hội nghị"], 17, [(4,)]),
        (["Giao ban ở huyện", "Vũ Quang"], 17, [()]),
        (["Giao ban cơ quan", "hằng tháng"], 17, [()]),
        (["Nghị quyết số 25-NQ/", "TU"], 21, [()]),
        (["- Thăm huyện Vũ Quang", "Tổng vệ sinh"], 22, [()]),
        (["Thăm xã Vũ Quang", "Tổng vệ sinh", "Kiểm tra"], 17, [(4,), ()]),
    ],
)
def test_there_is_a_seam_where_a_capital_goes_on_below_a_full_line(
    lines: list[str], columns: int, possible_breaks: list[tuple[int, ...]]
) -> None:
    seen = lines_of(printed(*lines), 1)
    room = TextArea(left=0, right=WIDTH * columns + 1, content=ColumnContent.TEXT)
    found = author_lines(seen, room, LineBuilder(), AGENDA_CUES)
    assert [line.possible_breaks for line, _ in found] == possible_breaks


@pytest.mark.parametrize(
    ("above", "lines", "columns", "meant"),
    [
        (
            ["Họp về chuyển"],
            ["đổi số", "Họp B"],
            14,
            [("đổi số", " ", None), ("Họp B", None, None)],
        ),
        (["số 252/NQ-"], ["HĐND tỉnh"], 11, [("HĐND tỉnh", "", None)]),
        (["Họp ngành"], ["Công Thương"], 10, [("Công Thương", " ", JOINED)]),
        (["- Họp ngành"], ["Công Thương"], 12, [("Công Thương", " ", None)]),
        (["- Họp giao ban"], ["- Duyệt tin"], 14, [("- Duyệt tin", None, None)]),
        (["1. Họp giao ban"], ["2. Duyệt tin"], 15, [("2. Duyệt tin", None, None)]),
        (["Chiều:"], ["Họp giao ban"], 14, [("Họp giao ban", None, None)]),
        (["Họp giao ban."], ["Duyệt tin"], 13, [("Duyệt tin", None, None)]),
        (["huấn luyện năm"], ["2021; họp"], 14, [("2021; họp", " ", None)]),
        ([], ["đổi số"], 14, [("đổi số", None, None)]),
    ],
)
def test_a_cell_is_read_on_from_the_page_before(
    above: list[str],
    lines: list[str],
    columns: int,
    meant: list[tuple[str, str | None, Guess | None]],
) -> None:
    room = TextArea(left=0, right=WIDTH * columns + 1, content=ColumnContent.TEXT)
    before, seen = lines_of(printed(*above), 1), lines_of(printed(*lines), 2)
    found = author_lines(seen, room, LineBuilder(), AGENDA_CUES, before)
    assert [(line.text, line.joiner, line.guess) for line, _ in found] == meant


def test_a_blank_that_stands_higher_than_its_letters_still_parts_words() -> None:
    letters = printed("ở huyện")
    blank = replace(letters[0], text=" ", x0=WIDTH, x1=2 * WIDTH, baseline=0.7 * SIZE)
    tight = [replace(each, x0=each.x0 - 0.1) for each in letters]
    (line,) = lines_of([blank, *tight], 1)
    assert line.text == "ở huyện"


def test_elsewhere_a_name_may_begin_a_line_that_wrapped() -> None:
    assert read("Chiều: Họp", "Hội đồng", columns=11) == ["Chiều: Họp Hội đồng"]


@pytest.mark.parametrize(
    ("texts", "content"),
    [
        (["Thành phần", "Đảng viên", "Lái xe"], ColumnContent.NAMES),
        (["5", "Phòng QLKH", "", "Văn phòng", "Đ/c An", "Các phòng"], ColumnContent.NAMES),
        (["Nội dung", "Lãnh đạo Sở kiểm tra", "Sáng: Họp", "Chiều: Họp"], ColumnContent.TEXT),
        (["Địa điểm", "Phòng họp tầng 2", "Phòng họp tầng 3"], ColumnContent.PLACES),
        (["", ""], ColumnContent.TEXT),
    ],
)
def test_a_column_holds_what_its_head_says_or_its_cells_begin_with(
    texts: list[str], content: ColumnContent
) -> None:
    assert column_content(texts) is content


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
