"""The Hugo site has our months, and Pagefind a record for every row that has items."""

import json
from pathlib import Path

import pytest

from agenda.model import Agenda
from agenda.site.urls import item_url
from agenda.source.folder import load_agenda
from tests.benchmarks.hugo import find_pagefind, write_hugo
from tests.benchmarks.runner import Build, run
from tests.machine import require_hugo
from tests.published.site import BuiltSite
from tests.synthetic import write_years


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = tmp_path_factory.mktemp("project")
    write_years(project / "agendas", 2021, 1)
    return project


@pytest.fixture(scope="module")
def agenda(project: Path) -> Agenda:
    return load_agenda(project / "agendas").agenda


@pytest.fixture(scope="module")
def site(agenda: Agenda, project: Path, tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    hugo = str(require_hugo())
    folder = tmp_path_factory.mktemp("site") / "hugo"
    write_hugo(agenda, project, folder)
    public = folder / "public"
    commands = [[hugo, "--quiet"], [find_pagefind(), "--site", str(public)]]
    run(Build(name="", folder=folder, commands=commands, output=public, before=lambda: None))
    return BuiltSite(folder=public, url="https://example.invalid/lich/")


def test_every_item_has_its_url(agenda: Agenda, site: BuiltSite) -> None:
    broken = {
        item.key: site.broken(site.url + item_url(item), "index.html") for item in agenda.items
    }
    assert {key for key, reason in broken.items() if reason} == set()


def test_every_row_that_has_items_is_a_record_that_leads_to_them(
    agenda: Agenda, site: BuiltSite
) -> None:
    rows = sum(1 for month in agenda.months for entry in month.current.entries if entry.items)
    index = json.loads(site.read("pagefind/pagefind-entry.json"))
    assert index["languages"]["vi"]["page_count"] == rows
    records = {file: page for file, page in site.pages.items() if file.startswith("ngay/2")}
    assert len(records) == rows
    led = [
        site.broken(ref.value, file) for file, page in records.items() for ref in page.references
    ]
    assert led == [None] * rows
