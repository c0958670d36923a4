"""Test tables whose columns are days."""

from agenda.importer.datamodel.document import Row
from agenda.importer.lexicon.columns.roles import Role
from agenda.importer.tables.columns import Columns
from agenda.importer.tables.transpose import (
    TransposedTable,
    find_day_headings,
    split_by_half_day,
    transpose,
)
from tests.importer.test_header_and_footer import cell


def row(*said: str) -> Row:
    return Row(cells=tuple(map(cell, said)))


DAYS = row("Buổi", "Thứ Hai (17/5)", "Thứ Ba (18/5)", "Thứ Tư (19/5)")


def texts(part: TransposedTable) -> list[list[str]]:
    return [[cell.text for cell in each.cells] for each in part.rows]


def across(*rows: Row) -> int | None:
    return find_day_headings(rows)


def test_three_days_are_headings_of_columns() -> None:
    assert [
        across(DAYS),
        across(row("Thứ 2", "Thứ 3", "Thứ 4", "CN")),
        across(row("", "", "Tuần 20", ""), DAYS),
        across(row("Từ ngày", "03/5", "05/5", "Họp A", "VP")),
        across(row("Ngày", "Nội dung", "Chủ trì")),
    ] == [0, 0, 1, None, None]


def test_each_row_has_its_day_and_its_half_day() -> None:
    (part,) = transpose([DAYS, row("Sáng", "Họp A", "", "Họp B")], 0)
    assert (part.columns.roles, texts(part)) == (
        (Role.WHEN, Role.WHEN, Role.WHEN, Role.CONTENT),
        [
            ["Thứ Hai (17/5)", "", "Sáng", "Họp A"],
            ["Thứ Ba (18/5)", "", "Sáng", ""],
            ["Thứ Tư (19/5)", "", "Sáng", "Họp B"],
        ],
    )


def test_a_row_headed_by_a_leader_is_a_part_of_its_own() -> None:
    days = row("Lãnh đạo", "17/5", "18/5", "19/5")
    parts = transpose(
        [days, row("Đ/c Văn GĐ", "Họp A", "", ""), row("Đ/c Hoàn", "", "Họp B", "")], 0
    )
    assert [(part.columns.heads[-1], part.columns.roles[-1]) for part in parts] == [
        ("Đ/c Văn GĐ", Role.PERSON),
        ("Đ/c Hoàn", Role.PERSON),
    ]


def test_the_cells_of_a_calendar_begin_with_their_dates() -> None:
    (part,) = transpose(
        [row("Thứ 2", "Thứ 3", "Thứ 4"), row("3\nHọp A", "4", "5\nHọp B\nHọp C")], 0
    )
    assert texts(part) == [
        ["Thứ 2", "3", "Họp A"],
        ["Thứ 3", "4", ""],
        ["Thứ 4", "5", "Họp B\nHọp C"],
    ]


def test_a_row_of_dates_applies_to_the_rows_below() -> None:
    rows = [row("Thứ 2", "Thứ 3", "Thứ 4"), row("3", "4", "5"), row("Họp A", "", "Họp B")]
    (part,) = transpose(rows, 0)
    assert texts(part) == [["Thứ 2", "3", "Họp A"], ["Thứ 3", "4", ""], ["Thứ 4", "5", "Họp B"]]


def test_half_days_over_several_columns_are_split() -> None:
    halves = (None, Role.MORNING, Role.MORNING, Role.AFTERNOON, Role.AFTERNOON)
    roles = (Role.WHEN, Role.CONTENT, Role.VENUE, Role.CONTENT, Role.VENUE)
    columns = Columns(roles=roles, heads=("",) * 5, halves=halves)
    rows = [
        row("4", "Họp A", "P.1", "Họp B", "P.2"),
        row("5", "", "", "Họp C", ""),
        row("6", "", "", "", ""),
    ]
    assert [texts(part) for part in split_by_half_day(rows, columns)] == [
        [["sáng", "4", "Họp A", "P.1"], ["sáng", "6", "", ""]],
        [["chiều", "4", "Họp B", "P.2"], ["chiều", "5", "Họp C", ""]],
    ]
