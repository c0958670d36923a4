"""The site with the stock theme has the content of our pages."""

from pathlib import Path

import pytest
from lxml import html

from agenda.model import Agenda
from agenda.site.urls import (
    day_url,
    entry_url,
    entry_year_url,
    item_url,
    month_url,
    section_url,
)
from agenda.source.folder import load_agenda
from tests.benchmarks.runner import MKDOCS, Build, run
from tests.benchmarks.stock import write_stock
from tests.published.site import BuiltSite
from tests.synthetic import write_years

URL = "https://example.invalid/"


@pytest.fixture(scope="module")
def agenda(tmp_path_factory: pytest.TempPathFactory) -> Agenda:
    folder = tmp_path_factory.mktemp("agendas")
    write_years(folder, 2021, 1)
    return load_agenda(folder).agenda


@pytest.fixture(scope="module")
def site(agenda: Agenda, tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    folder = tmp_path_factory.mktemp("stock")
    write_stock(agenda, folder, URL, entries=True)
    output = folder / "site"
    run(Build(name="", folder=folder, commands=[MKDOCS], output=output, before=lambda: None))
    return BuiltSite(folder=output, url=URL)


def test_every_day_item_entry_and_year_of_an_entry_has_its_url(
    agenda: Agenda, site: BuiltSite
) -> None:
    urls = [
        *(month_url(month.month) for month in agenda.months),
        *(day_url(day.date) for month in agenda.months for day in month.days),
        *(item_url(item) for item in agenda.items),
        *(section_url(type(entry)) for entry in agenda.directory.entries),
        *(entry_url(entry) for entry in agenda.directory.entries),
        *(
            entry_year_url(entry, item.month.year)
            for item in agenda.items
            for entry in item.entries()
        ),
    ]
    broken = {url: site.broken(URL + url, "index.html") for url in urls}
    assert {url for url, reason in broken.items() if reason} == set()


def test_every_word_of_an_item_is_on_the_pages_of_its_month_and_of_whom_it_names(
    agenda: Agenda, site: BuiltSite
) -> None:
    texts = {
        file: " ".join(html.fromstring(site.read(file)).text_content().split())
        for file in site.pages
    }
    lacking = []
    for item in agenda.items:
        words = [item.text, item.venue, item.participants, item.note, item.reason]
        words += [mention.text for mention in (*item.preparers, *item.leaders)]
        files = [f"{month_url(item.month)}index.html"]
        files += [f"{entry_year_url(entry, item.month.year)}index.html" for entry in item.entries()]
        lacking += [
            (file, word) for file in files for word in words if word and word not in texts[file]
        ]
    assert lacking == []


def test_the_months_alone_lead_to_nobody(agenda: Agenda, tmp_path: Path) -> None:
    write_stock(agenda, tmp_path, URL, entries=False)
    pages = sorted(
        path.relative_to(tmp_path / "docs").as_posix() for path in tmp_path.rglob("*.md")
    )
    assert pages == [*(f"2021/{month:02}.md" for month in range(1, 13)), "index.md"]
    assert not any("lanh-dao/" in path.read_text("utf-8") for path in tmp_path.rglob("*.md"))
