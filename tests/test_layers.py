"""The layers of the package: who may import whom, and which library belongs to whom."""

import ast
import sys
from collections.abc import Collection, Iterator, Sequence
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = "agenda"
FOLDER = Path(__file__).parents[1] / "plugins" / PACKAGE

LAYERS = (
    *("cache", "model", "vietnam", "schema", "source", "history", "site", "exports", "search"),
    *("importer", "build", "publishing", "generators", "cli"),
)
"""From the lowest to the highest: a package imports itself and what stands before it."""

STAGES = (
    *("datamodel", "backends", "lexicon", "tables", "layout", "segmentation", "extraction"),
    *("output", "loading"),
)
"""The stages of `importer`, in the same way; backends know no words of agendas."""

LIBRARIES = {
    "click": {"cli", "generators"},
    "holidays": {"vietnam"},
    "icalendar": {"exports"},
    "jinja2": {"site", "generators"},
    "lxml": {"importer"},
    "markdown": {"build"},
    "markupsafe": {"site"},
    "mkdocs": {"generators"},
    "pathspec": {"build"},
    "pdfplumber": {"importer"},
    "rapidfuzz": {"history"},
    "segno": {"site"},
    "tinycss2": {"build"},
    "watchdog": {"generators"},
    "yaml": {"source", "build", "generators"},
}
"""The layers that need a library which is not Python's own."""


@pytest.fixture(scope="module")
def imports() -> dict[str, set[str]]:
    """Every module of the package with all that it imports, by dotted names."""
    modules = {dotted_name(path): path for path in FOLDER.rglob("*.py")}
    return {
        name: {
            module_meant(imported, modules.keys())
            for imported in imported_names(path.read_text(encoding="utf-8"), package_of(path))
        }
        for name, path in modules.items()
    }


def test_every_module_belongs_to_a_layer(imports: dict[str, set[str]]) -> None:
    assert sorted(name for name in imports if name != PACKAGE and layer(name) not in LAYERS) == []


def test_a_layer_imports_only_what_stands_above_it(imports: dict[str, set[str]]) -> None:
    assert [
        f"{name} imports {imported}"
        for name, others in sorted(imports.items())
        for imported in sorted(others)
        if imported.startswith(f"{PACKAGE}.") and not may_import(name, imported)
    ] == []


def test_a_library_is_imported_only_where_it_is_needed(imports: dict[str, set[str]]) -> None:
    assert [
        f"{name} imports {imported}"
        for name, others in sorted(imports.items())
        for imported in sorted(others)
        if (library := imported.split(".")[0]) not in sys.stdlib_module_names | {PACKAGE}
        if layer(name) not in LIBRARIES.get(library, set())
    ] == []


def test_every_library_of_the_list_is_used(imports: dict[str, set[str]]) -> None:
    used = {imported.split(".")[0] for others in imports.values() for imported in others}
    assert LIBRARIES.keys() - used == set()


def test_no_module_imports_itself_in_a_circle(imports: dict[str, set[str]]) -> None:
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as error:
        pytest.fail(" imports ".join(reversed(error.args[1])), pytrace=False)


def test_imports_are_found_wherever_and_however_they_are_written() -> None:
    source = """
import os.path, yaml
from agenda.model import Item as Thing
from ..model import calendar
from . import nodes
from .nodes import decode
def late():
    import mkdocs.plugins
"""
    assert sorted(imported_names(source, "agenda.source")) == [
        "agenda.model.Item",
        "agenda.model.calendar",
        "agenda.source.nodes",
        "agenda.source.nodes.decode",
        "mkdocs.plugins",
        "os.path",
        "yaml",
    ]


@pytest.mark.parametrize(
    ("name", "imported", "allowed"),
    [
        ("agenda.model.record", "agenda.model.calendar", True),
        ("agenda.model.record", "agenda.vietnam.text", False),
        ("agenda.source.folder", "agenda.vietnam", True),
        ("agenda.source.folder", "agenda.site.pages", False),
        ("agenda.exports.csv", "agenda.site.urls", True),
        ("agenda.site.pages", "agenda.exports.csv", False),
        ("agenda.importer.backends.pdf.reader", "agenda.importer.lexicon.dates", False),
        ("agenda.importer.lexicon.dates", "agenda.importer.backends.pdf.reader", False),
        ("agenda.importer.tables.columns", "agenda.importer.lexicon.dates", True),
        ("agenda.importer.tables.columns", "agenda.importer.layout.header", False),
    ],
)
def test_the_layers_decide(name: str, imported: str, allowed: bool) -> None:
    assert may_import(name, imported) is allowed


def dotted_name(path: Path) -> str:
    parts = path.relative_to(FOLDER.parent).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def package_of(path: Path) -> str:
    return dotted_name(path.with_name("__init__.py"))


def imported_names(source: str, package: str) -> Iterator[str]:
    """What a module of `package` imports: modules, or names in modules, in full."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = [node.module] if node.module else []
            if node.level:
                parts = package.split(".")
                base = [*parts[: len(parts) + 1 - node.level], *base]
            yield from (".".join([*base, alias.name]) for alias in node.names)


def module_meant(imported: str, modules: Collection[str]) -> str:
    """The module of the package that has the imported name; other names as they are."""
    while imported.startswith(f"{PACKAGE}.") and imported not in modules:
        imported = imported.rpartition(".")[0]
    return imported


def layer(name: str) -> str:
    return name.removeprefix(f"{PACKAGE}.").split(".")[0]


def may_import(name: str, imported: str) -> bool:
    """Tell whether a module stands in the same layer or stage as the other, or in a later one."""
    importing, target = name.split("."), imported.split(".")
    if not _in_order(LAYERS, importing[1], target[1]):
        return False
    if importing[1:2] != ["importer"] or target[1:2] != ["importer"] or len(importing) < 4:
        return True
    if importing[2] == "lexicon" and target[2] == "backends":
        return False
    if importing[2] == "backends" and target[2] not in {"datamodel", "backends"}:
        return False
    return _in_order(STAGES, importing[2], target[2])


def _in_order(names: Sequence[str], importing: str, imported: str) -> bool:
    return imported in names[: names.index(importing) + 1]
