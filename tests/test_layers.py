"""The layers of the package, and the libraries that each may import."""

import ast
import sys
from collections import Counter
from collections.abc import Sequence
from graphlib import CycleError, TopologicalSorter

import pytest

from tests.imports import FOLDER, LAYERS, PACKAGE, STAGES, imported_names, layer, package_imports

MOST_MODULES = 15
"""The largest number of modules that a reader finds side by side."""

LIBRARIES = {
    "click": {"cli", "generators"},
    "flask": {"editor"},
    "holidays": {"vietnam"},
    "jinja2": {"site", "generators", "editor"},
    "lxml": {"importer"},
    "markdown": {"build"},
    "markupsafe": {"site"},
    "mkdocs": {"generators"},
    "pathspec": {"build"},
    "pdfplumber": {"importer"},
    "pypdfium2": {"importer"},
    "rapidfuzz": {"history"},
    "segno": {"site"},
    "tinycss2": {"build"},
    "watchdog": {"generators"},
    "werkzeug": {"editor"},
    "yaml": {"source", "build", "generators"},
}
"""The layers that may import a library, by its name."""


@pytest.fixture(scope="module")
def imports() -> dict[str, set[str]]:
    return package_imports()


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


def test_a_package_has_few_modules(imports: dict[str, set[str]]) -> None:
    packages = {name.rpartition(".")[0] for name in imports}
    sizes = Counter(name.rpartition(".")[0] for name in imports.keys() - packages)
    assert {name: size for name, size in sizes.items() if size > MOST_MODULES} == {}


def test_a_class_name_has_one_meaning() -> None:
    names = Counter(
        node.name
        for path in FOLDER.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
    )
    assert [name for name, count in names.items() if count > 1] == []


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


def may_import(name: str, imported: str) -> bool:
    """Return True if a module is in the same layer or stage as the other, or in a later one."""
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
