"""Test the recognition of columns by their heads."""

import pytest

from agenda.importer.datamodel.document import Cell, Line, Paragraph, Row, Run
from agenda.importer.lexicon.columns.roles import Role, role_of
from agenda.importer.tables.columns import find_column_heads, read_column_heads, resolve_chair


def cell(text: str) -> Cell:
    return Cell(paragraphs=(Paragraph(lines=(Line(runs=(Run(text=text),)),)),))


def row(*texts: str) -> Row:
    return Row(cells=tuple(map(cell, texts)))


@pytest.mark.parametrize(
    ("role", "heads"),
    [
        (Role.NUMBER, ["TT", "STT", "Số TT"]),
        (Role.WEEKDAY, ["Thứ"]),
        (Role.WHEN, ["Ngày", "Ngày, tháng", "Thứ, ngày", "Thời gian", "Buổi", "Giờ", "THỜI  GIAN"]),
        (
            Role.CONTENT,
            [
                "Nội dung",
                "NỘI DUNG CÔNG VIỆC",
                "Công việc",
                "Nội dung công tác",
                "Nôi dung công viêc",
            ],
        ),
        (
            Role.PREPARER,
            [
                "Cơ quan chuẩn bị",
                "Đơn vị thực hiện",
                "Đơn vị",
                "Phòng chuẩn bị",
                "Đơn vị tham mưu",
                "Cơ quan chuân bi",
            ],
        ),
        (Role.CHAIR, ["Chủ trì", "Người chủ trì", "Người phụ trách", "GV chỉ đạo"]),
        (Role.COOPERATION, ["Phối hợp", "Đơn vị phối hợp"]),
        (
            Role.LEADER,
            [
                *("Lãnh đạo Sở", "Lãnh đạo dự", "LĐ dự", "Lãnh đạo phụ trách"),
                *("Lãnh đạo trực", "Người tiếp", "Người trực", "Người tiếp công dân"),
            ],
        ),
        (Role.PHONE, ["Điện thoại", "Số điện thoại", "SĐT", "ĐT liên hệ"]),
        (Role.OFFICE, ["Chức vụ", "Chức danh"]),
        (Role.MONTH, ["Tháng"]),
        (Role.PARTICIPANTS, ["Thành phần", "Thành phần tham dự", "Thành phân"]),
        (Role.VENUE, ["Địa điểm", "Nơi họp"]),
        (Role.NOTE, ["Ghi chú"]),
        (Role.VEHICLE, ["Xe", "Lái xe", "Phương tiện"]),
        (Role.AFTERNOON, ["Chiều", "BUỔI CHIỀU"]),
    ],
)
def test_a_head_determines_the_role_of_its_column(role: Role, heads: list[str]) -> None:
    assert {head: role_of(head) for head in heads} == dict.fromkeys(heads, role)


@pytest.mark.parametrize("text", ["", "18", "Sáng: Họp", "Họp giao ban", "Đ/c Văn GĐ", "x" * 90])
def test_other_texts_have_no_role(text: str) -> None:
    assert role_of(text) is None


@pytest.mark.parametrize(
    "texts",
    [
        ("18", "Các hoạt động", "Các phòng, đơn vị liên quan", "Lãnh đạo Sở"),
        ("UBND TỈNH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("Nơi nhận", "GIÁM ĐỐC"),
        ("Họ tên", "Đơn vị", "Ghi chú"),
    ],
)
def test_a_row_that_is_no_head_has_no_columns(texts: tuple[str, ...]) -> None:
    assert read_column_heads(row(*texts)) is None


def test_columns_may_stand_in_any_order() -> None:
    columns = read_column_heads(row("Lãnh đạo", "Nội dung", "Địa điểm", "Ngày", "Mã"))
    assert columns is not None
    assert columns.roles == (Role.LEADER, Role.CONTENT, Role.VENUE, Role.WHEN, Role.OTHER)


def test_a_head_of_two_rows_is_read_as_one() -> None:
    day, content, leaders = cell("Ngày"), cell("Nội dung"), cell("Lãnh đạo Sở")
    above = Row(cells=(day, content, leaders, leaders))
    below = Row(cells=(day, content, cell("Chủ trì"), cell("Cùng đi")))
    found = find_column_heads([row("", "", "", ""), above, below, row("4", "Họp", "Đ/c An", "")])
    assert found is not None
    start, end, columns = found
    assert (start, end) == (1, 3)
    assert columns.roles == (Role.WHEN, Role.CONTENT, Role.CHAIR, Role.LEADER)


def test_columns_of_leaders_hold_their_items() -> None:
    columns = read_column_heads(row("Ngày", "Giám đốc Trần An", "PGĐ Lê Bình"))
    assert columns is not None
    assert columns.roles == (Role.WHEN, Role.PERSON, Role.PERSON)


@pytest.mark.parametrize(
    ("texts", "role"),
    [(["Đ/c An", "Lãnh đạo Sở"], Role.LEADER), (["Phòng QLKH", "Văn phòng"], Role.PREPARER)],
)
def test_the_content_decides_whether_a_chair_leads_or_prepares(
    texts: list[str], role: Role
) -> None:
    columns = read_column_heads(row("Ngày", "Nội dung", "Chủ trì"))
    assert columns is not None
    rows = [row(str(number), "Họp", text) for number, text in enumerate(texts)]
    assert resolve_chair(columns, rows).roles[2] is role
