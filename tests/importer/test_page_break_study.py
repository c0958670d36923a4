"""A PDF with rows cut by pages gives the items of the Word file, or a doubt."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.importer.documents.cut_looks import FURTHER, further_looks, looks
from tests.importer.page_break_study import Outcome, outcome_of, print_looks
from tests.machine import require_libreoffice

pytestmark = pytest.mark.office

PLAIN = list(looks((3, 7)))
LOOKS = [*PLAIN, *further_looks((159,))]


@pytest.fixture(scope="module")
def outcomes() -> Iterator[list[Outcome]]:
    require_libreoffice()
    with tempfile.TemporaryDirectory() as name:
        papers = print_looks(LOOKS, Path(name))
        yield [outcome_of(look, paper) for look, paper in zip(LOOKS, papers, strict=True)]


def test_the_looks_are_of_every_kind() -> None:
    assert {look.rows for look in LOOKS} > set(FURTHER)
    assert {(look.rows, bool(look.sign)) for look in PLAIN} == {
        ("thang", True),
        ("thang", False),
        ("tuan", True),
        ("tuan", False),
        ("tung-viec", False),
        ("khong-buoi", True),
        ("khong-buoi", False),
    }


def test_rows_of_signed_lists_and_of_single_items_are_read_as_they_were_written(
    outcomes: list[Outcome],
) -> None:
    plain = [each for each in outcomes if each.look in PLAIN]
    clear = [each for each in plain if each.look.sign or each.look.rows == "tung-viec"]
    assert [each for each in clear if each.wrong] == []


def test_no_day_is_wrong_without_a_doubt(outcomes: list[Outcome]) -> None:
    assert [each for each in outcomes if each.silent] == []


def test_pages_cut_many_of_the_rows(outcomes: list[Outcome]) -> None:
    assert sum(each.pages - 1 for each in outcomes) > 2 * len(outcomes)
