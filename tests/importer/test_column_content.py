"""Test where one name of a column ends and the next begins."""

import pytest

from agenda.importer.datamodel.line_cues import ColumnContent
from agenda.importer.lexicon.columns.content import names_another


@pytest.mark.parametrize(
    ("line", "following", "another"),
    [
        ("Văn phòng", "Phòng QLKH", True),
        ("Toàn thể", "CBCCVC", False),
        ("Tập thể", "Lãnh đạo Sở", False),
        ("Toàn thể CBCCVC", "Lãnh đạo Sở", True),
        ("Toàn thể CBCCVC", "Sở Khoa học", False),
    ],
)
def test_a_collective_word_expects_its_name(line: str, following: str, another: bool) -> None:
    assert names_another(ColumnContent.NAMES, line, following) is another
