"""Test which rows are headings of groups."""

import pytest

from agenda.importer.tables.group_headings import is_group_heading


@pytest.mark.parametrize(
    ("number", "text", "heads"),
    [
        ("I", "VĂN PHÒNG", True),
        ("II.", "Phòng Quản lý khoa học", True),
        ("", "III. Công tác khác", True),
        ("", "PHÒNG QUẢN LÝ KHOA HỌC", True),
        ("1", "PHÒNG QUẢN LÝ KHOA HỌC", False),
        ("", "NGHỈ LỄ QUỐC KHÁNH", False),
        ("", "Họp giao ban", False),
        ("A", "", False),
    ],
)
def test_a_group_heading_has_a_roman_number_or_names_a_unit_in_capitals(
    number: str, text: str, heads: bool
) -> None:
    assert is_group_heading(number, text) is heads
