"""The pages for engineers: true to the code, and never published."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import get_files

from agenda.build.docs.pages import read_docs
from agenda.build.settings.mkdocs_file import read_settings
from tests.docs.diagram import PAGE, draw_all, import_graph, mermaid, part_of, reduce_graph
from tests.project import REPOSITORY
from tests.published.site import BuiltSite

FOLDER = REPOSITORY / "docs/phat-trien"
PAGES = sorted(FOLDER.rglob("*.md"))
ROOTS = (
    REPOSITORY,
    REPOSITORY / "plugins/agenda",
    REPOSITORY / "overrides/assets/agenda/search",
)
PUBLISHED_WITH = REPOSITORY / "mkdocs.yml"


def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def named_paths(text: str) -> Iterator[str]:
    """Yield the files and folders that a page names as code."""
    for code in re.findall(r"`([^`\n]+)`", text):
        if re.fullmatch(r"[\w./-]+(/|\.(py|js|html|css|md|yml|toml))", code):
            yield code


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_file_that_a_page_names_exists(page: Path) -> None:
    named = list(named_paths(text_of(page)))
    assert [path for path in named if not any((root / path).exists() for root in ROOTS)] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_function_that_a_page_names_is_defined(page: Path) -> None:
    code = "\n".join(text_of(path) for path in (REPOSITORY / "plugins/agenda").rglob("*.py"))
    scripts = (REPOSITORY / "overrides/assets/agenda").rglob("*.js")
    code += "\n".join(map(text_of, scripts))
    named = re.findall(r"`(?:\w+\.)?(\w+)\(\)`", text_of(page))
    missing = [name for name in named if not re.search(rf"(def|function|async) {name}\(", code)]
    assert missing == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_link_of_a_page_leads_to_a_file(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", text_of(page))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_page_is_reached_from_the_first() -> None:
    reached: set[Path] = set()
    waiting = [PAGE]
    while waiting:
        page = waiting.pop()
        if page not in reached:
            reached.add(page)
            links = re.findall(r"\]\((?!https?:|#)([^)#]+\.md)", text_of(page))
            waiting += [
                found for each in links if (found := (page.parent / each).resolve()) in PAGES
            ]
    assert reached == set(PAGES)


def test_the_diagrams_show_the_imports_of_the_code() -> None:
    page = text_of(PAGE)
    assert draw_all(page) == page, "run: make diagram"


def test_an_import_becomes_an_arrow_unless_others_imply_it() -> None:
    imports = {
        "agenda.cli.check": {"agenda.source.folder", "agenda.model"},
        "agenda.source.folder": {"agenda.model.record", "agenda.source.items", "yaml"},
        "agenda.model": set[str](),
        "agenda.agenda": {"agenda.cli.check"},
    }
    parts = ("model", "source", "cli")
    graph = import_graph(imports, "agenda", parts)
    assert graph == {"model": set(), "source": {"model"}, "cli": {"source", "model"}}
    assert reduce_graph(graph)["cli"] == {"source"}
    assert mermaid(graph, parts).splitlines()[2:5] == [
        "    cli --> source",
        "    source --> model",
        "    model",
    ]


@pytest.mark.parametrize(
    ("module", "part"),
    [
        ("agenda.importer.tables.columns", "tables"),
        ("agenda.importer.tables", "tables"),
        ("agenda.importer", ""),
        ("agenda.importers.tables", ""),
        ("agenda.model.record", ""),
        ("other.agenda.importer.tables", ""),
    ],
)
def test_a_module_belongs_to_a_part_of_its_package(module: str, part: str) -> None:
    assert part_of(module, "agenda.importer") == part


def test_neither_mkdocs_nor_the_export_publishes_a_page_for_engineers() -> None:
    included = {
        file.src_uri
        for file in get_files(load_config(str(PUBLISHED_WITH)))
        if file.inclusion.is_included()
    }
    documentation = read_docs(read_settings(PUBLISHED_WITH))
    exported = {page.file for page in documentation.pages}
    exported |= {asset.url for asset in documentation.files}
    assert [name for name in included | exported if name.startswith("phat-trien")] == []
    assert "huong-dan/index.md" in included & exported


def test_the_site_and_its_ledger_have_no_page_for_engineers(site_at_subpath: BuiltSite) -> None:
    ledger = json.loads(site_at_subpath.read("ho-so.json"))
    assert "huong-dan/" in json.dumps(ledger)
    assert "phat-trien/" not in json.dumps(ledger)
    assert [name for name in site_at_subpath.files if name.startswith("phat-trien")] == []
    assert [
        name for name in site_at_subpath.pages if "phat-trien/" in site_at_subpath.read(name)
    ] == []
