"""Test the resolution of ditto marks."""

import pytest

from agenda.importer.datamodel.diagnostics import Diagnostics
from agenda.importer.lexicon.columns.roles import Role
from agenda.importer.tables.columns import Columns
from agenda.importer.tables.ditto_marks import DittoMarks
from tests.importer.test_columns import row

COLUMNS = Columns(roles=(Role.WHEN, Role.CONTENT, Role.VENUE), heads=("Ngày", "Nội dung", "Nơi"))


def read(*rows: tuple[str, str, str]) -> tuple[list[list[str]], list[str]]:
    dittos, doubts = DittoMarks(COLUMNS, Diagnostics()), list[str]()
    texts = list[list[str]]()
    for each in rows:
        found, diagnostics = dittos.resolve(row(*each))
        texts.append([cell.text for cell in found.cells])
        doubts += (diagnostic.kind for diagnostic in diagnostics)
    return texts, doubts


@pytest.mark.parametrize("ditto", ["nt", "-nt-", "NT", "n/t", "//", "như trên", "″", '"'])
def test_a_ditto_mark_is_the_text_above(ditto: str) -> None:
    rows = [("4", "Họp A", "P.1"), ("5", "Họp B", ditto), ("6", "Họp C", ditto)]
    assert read(*rows) == (
        [["4", "Họp A", "P.1"], ["5", "Họp B", "P.1"], ["6", "Họp C", "P.1"]],
        [],
    )


def test_a_ditto_mark_for_an_item_is_doubted() -> None:
    assert read(("4", "Họp A", ""), ("5", "nt", "")) == (
        [["4", "Họp A", ""], ["5", "Họp A", ""]],
        ["ditto"],
    )


def test_a_ditto_mark_below_nothing_stays() -> None:
    assert read(("4", "Họp A", "nt")) == ([["4", "Họp A", "nt"]], [])
