"""Offices in print."""

import pytest

from agenda.vietnam.names.titles import is_office, may_be_office, office_key

KNOWN = frozenset({office_key("Giám đốc"), office_key("Phó Giám đốc")})


@pytest.mark.parametrize("text", ["PGĐ", "P.GĐ", "P. Giám đốc", "Phó GĐ", "phó giám đốc Sở"])
def test_one_office_has_one_key_however_it_is_written(text: str) -> None:
    assert office_key(text) == office_key("Phó Giám đốc")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("PGĐ", True),
        ("Giam đốc", True),
        ("Chánh Văn phòng", True),
        ("Trưởng phòng QLKH", True),
        ("Phó Chủ tịch UBND tỉnh", True),
        ("Tỉnh ủy viên", True),
        ("Phó Giám đôc", True),
        ("Ân Phó Giám đốc", False),
        ("GD", False),
        ("Hoàng", False),
        ("Trưởng", False),
        ("Văn phòng", False),
    ],
)
def test_offices_are_told_from_other_words(text: str, named: bool) -> None:
    assert is_office(text, KNOWN) == named


@pytest.mark.parametrize(("text", "may_be"), [("GD", True), ("P.GD", True), ("An", False)])
def test_letters_that_are_no_word_may_be_a_misread_office(text: str, may_be: bool) -> None:
    assert may_be_office(text) == may_be
