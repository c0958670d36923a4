"""Test columns of checkmarks."""

from agenda.importer.lexicon.columns.roles import Role
from agenda.importer.tables.checkmarks import checked_heads, resolve_checkmarks
from agenda.importer.tables.columns import Columns
from tests.importer.test_columns import row

HEADS = ("Ngày", "Nội dung", "Đ/c Văn GĐ", "Đ/c Hoàn PGĐ", "Phòng QLKH", "Xe")
COLUMNS = Columns(roles=(Role.WHEN, Role.CONTENT, *(Role.OTHER,) * 4), heads=HEADS)


def test_checked_columns_are_leaders_or_units_by_their_heads() -> None:
    rows = [row("4", "Họp A", "x", "x", "", "x"), row("5", "Họp B", "", "X", "✓", "")]
    columns = resolve_checkmarks(COLUMNS, rows)
    assert columns.roles == (
        Role.WHEN,
        Role.CONTENT,
        Role.CHECKED_LEADER,
        Role.CHECKED_LEADER,
        Role.CHECKED_UNIT,
        Role.OTHER,
    )
    assert [checked_heads(each, columns, each.cells[2:4]) for each in rows] == [
        "Đ/c Văn GĐ; Đ/c Hoàn PGĐ",
        "Đ/c Hoàn PGĐ",
    ]


def test_a_column_with_other_text_has_no_checkmarks() -> None:
    rows = [row("4", "Họp A", "x", "chủ trì", "x", "")]
    assert resolve_checkmarks(COLUMNS, rows).roles == (
        Role.WHEN,
        Role.CONTENT,
        Role.CHECKED_LEADER,
        Role.OTHER,
        Role.CHECKED_UNIT,
        Role.OTHER,
    )
