"""Imports inside the package, read from its source files."""

import ast
from collections.abc import Collection, Iterator
from pathlib import Path

PACKAGE = "agenda"
FOLDER = Path(__file__).parents[1] / "plugins" / PACKAGE

LAYERS = (
    *("cache", "model", "vietnam", "schema", "source", "history", "site", "exports", "search"),
    *("importer", "build", "publishing", "editing", "generators", "editor", "cli"),
)
"""The layers from the lowest to the highest. A package imports itself and those before it."""

STAGES = (
    *("datamodel", "backends", "lexicon", "tables", "layout", "segmentation", "extraction"),
    *("output", "loading"),
)
"""The stages of `importer`, in the same order. Backends know no words of agendas."""


def package_imports() -> dict[str, set[str]]:
    """Return the imports of every module of the package, by dotted names."""
    modules = {dotted_name(path): path for path in FOLDER.rglob("*.py")}
    return {
        name: {
            module_of(imported, modules.keys())
            for imported in imported_names(path.read_text(encoding="utf-8"), package_of(path))
        }
        for name, path in modules.items()
    }


def dotted_name(path: Path) -> str:
    """Return the dotted name of a module or package by its file."""
    parts = path.relative_to(FOLDER.parent).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def package_of(path: Path) -> str:
    """Return the dotted name of the package that holds a file."""
    return dotted_name(path.with_name("__init__.py"))


def imported_names(source: str, package: str) -> Iterator[str]:
    """Yield the dotted names of the modules and names that a module of `package` imports."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = [node.module] if node.module else []
            if node.level:
                parts = package.split(".")
                base = [*parts[: len(parts) + 1 - node.level], *base]
            yield from (".".join([*base, alias.name]) for alias in node.names)


def module_of(imported: str, modules: Collection[str]) -> str:
    """Return the module that defines an imported name; other libraries' names stay unchanged."""
    while imported.startswith(f"{PACKAGE}.") and imported not in modules:
        imported = imported.rpartition(".")[0]
    return imported


def layer(name: str) -> str:
    """Return the layer of a module."""
    return name.removeprefix(f"{PACKAGE}.").split(".")[0]
