"""Exported files are part of the site and have unique URLs."""

from dataclasses import replace
from datetime import date

import pytest
from mkdocs.utils import markdown_extensions

from agenda.model import Agenda, Withdrawal
from agenda.site.artifact import Asset, Page
from agenda.site.pages import UrlTaken, make_pages
from tests.exports.sample import agenda
from tests.exports.settings import context_of

FILE = Asset.of("du-lieu/2021-05.json", b"{}")


def test_a_file_at_the_url_of_a_page_is_refused() -> None:
    with pytest.raises(UrlTaken, match=r"^lich/$"):
        make_pages(context_of(agenda()), [Asset.of("lich/", b"")])


def test_a_file_that_is_the_page_of_a_url_is_refused() -> None:
    with pytest.raises(UrlTaken, match=r"^lich/index\.html$"):
        make_pages(context_of(agenda()), [Asset.of("lich/index.html", b"")])


@pytest.mark.parametrize("ending", markdown_extensions)
def test_a_file_of_which_mkdocs_would_make_a_page_is_refused(ending: str) -> None:
    with pytest.raises(ValueError, match=rf"^du-lieu/2021-05\{ending}: "):
        Asset.of(f"du-lieu/2021-05{ending}", b"# 5/2021")


def test_no_tombstone_stands_in_place_of_a_page_written_by_hand() -> None:
    withdrawal = Withdrawal(urls=("gioi-thieu/",), day=date(2021, 6, 1), reason="Sai")
    context = context_of(replace(agenda(), withdrawals=(withdrawal,)))
    made = {each.url for each in make_pages(context, documents=["gioi-thieu/"])}
    assert "gioi-thieu/" not in made


def test_no_tombstone_stands_beside_a_file_that_was_mended() -> None:
    made = {each.url for each in make_pages(context_of(withdrawn()), [FILE])}
    assert "du-lieu/2021-05.json" in made
    assert "du-lieu/2021-05.json/" not in made


def test_a_tombstone_stands_where_a_file_was_withdrawn() -> None:
    made = {each.url: each for each in make_pages(context_of(withdrawn()))}
    assert isinstance(made["du-lieu/2021-05.json/"], Page)


def withdrawn() -> Agenda:
    withdrawal = Withdrawal(urls=(FILE.url,), day=date(2021, 6, 1), reason="Sai")
    return replace(agenda(), withdrawals=(withdrawal,))
