"""Fixtures of pages made without MkDocs, from May 2021 or from an agenda of a test."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias

import pytest

from agenda.history.identity import identify
from agenda.model import Agenda
from agenda.site.artifact import Asset, Page
from agenda.site.context import build_context
from agenda.site.pages import make_pages
from agenda.source.folder import load_agenda
from tests.project import MAY_2021, REPOSITORY
from tests.site.elements import Element, parse

AGENCY = "Sở Thử nghiệm"


class Site:
    """Return the artifacts that `make_pages` makes of an agenda, by URL."""

    def __init__(self, agenda: Agenda, folder: Path) -> None:
        templates = REPOSITORY / "overrides" / "agenda"
        context = build_context(agenda, AGENCY, folder, templates)
        self.agenda = agenda
        self.artifacts = {each.url: each for each in make_pages(context)}

    def page(self, url: str) -> Page:
        page = self.artifacts[url]
        assert isinstance(page, Page)
        return page

    def body(self, url: str) -> Element:
        return parse(self.page(url).body)

    @property
    def pages(self) -> list[Page]:
        return [each for each in self.artifacts.values() if isinstance(each, Page)]

    @property
    def assets(self) -> list[Asset]:
        return [each for each in self.artifacts.values() if isinstance(each, Asset)]


Publish: TypeAlias = Callable[[Mapping[str, str]], Site]


@pytest.fixture(scope="session")
def may_2021() -> Site:
    """Return the site of the signed agenda of May 2021."""
    return Site(identify(load_agenda(MAY_2021).agenda).agenda, MAY_2021)


@pytest.fixture
def publish(tmp_path: Path) -> Publish:
    """Publish the YAML files given by name; `month_file` makes one of its `lich`."""

    def publish_files(files: Mapping[str, str]) -> Site:
        for name, text in files.items():
            (tmp_path / name).write_text(text, encoding="utf-8")
        reading = load_agenda(tmp_path)
        assert not reading.failed, "\n".join(map(str, reading.problems))
        return Site(identify(reading.agenda).agenda, tmp_path)

    return publish_files


def month_file(month: str, entries: str, issued: str = "") -> str:
    """Return the file of a month with these unindented lines as its entries."""
    return (
        f"thang: {month}\nvan_ban: {{ngay_ban_hanh: {issued or f'{month}-04'}}}\nlich:\n{entries}"
    )
