"""What is built with the stock theme says what our plain pages say."""

from pathlib import Path

import pytest
from lxml import html

from agenda.model import Agenda
from agenda.site.urls import (
    day_address,
    item_address,
    month_address,
    party_address,
    party_year_address,
    section_address,
)
from agenda.source.folder import load_agenda
from tests.benchmarks.running import MKDOCS, Way, run
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
    write_stock(agenda, folder, URL, parties=True)
    output = folder / "site"
    run(Way(name="", folder=folder, commands=[MKDOCS], output=output, before=lambda: None))
    return BuiltSite(folder=output, url=URL)


def test_every_day_item_party_and_year_of_a_party_has_its_address(
    agenda: Agenda, site: BuiltSite
) -> None:
    addresses = [
        *(month_address(month.month) for month in agenda.months),
        *(day_address(day.date) for month in agenda.months for day in month.days),
        *(item_address(item) for item in agenda.items),
        *(section_address(type(party)) for party in agenda.directory.parties),
        *(party_address(party) for party in agenda.directory.parties),
        *(
            party_year_address(party, item.month.year)
            for item in agenda.items
            for party in item.parties()
        ),
    ]
    broken = {address: site.broken(URL + address, "index.html") for address in addresses}
    assert {address for address, reason in broken.items() if reason} == set()


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
        files = [f"{month_address(item.month)}index.html"]
        files += [
            f"{party_year_address(party, item.month.year)}index.html" for party in item.parties()
        ]
        lacking += [
            (file, word) for file in files for word in words if word and word not in texts[file]
        ]
    assert lacking == []


def test_the_months_alone_lead_to_nobody(agenda: Agenda, tmp_path: Path) -> None:
    write_stock(agenda, tmp_path, URL, parties=False)
    pages = sorted(
        path.relative_to(tmp_path / "docs").as_posix() for path in tmp_path.rglob("*.md")
    )
    assert pages == [*(f"2021/{month:02}.md" for month in range(1, 13)), "index.md"]
    assert not any("lanh-dao/" in path.read_text("utf-8") for path in tmp_path.rglob("*.md"))
