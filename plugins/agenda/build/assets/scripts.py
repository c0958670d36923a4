"""Join each script with the modules that it imports."""

import posixpath
import re
from collections.abc import Iterator, Mapping

_IMPORT = re.compile(r'^import \{([^}]*)\} from "(\.[^"]*)";$', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const) (\w+))", re.MULTILINE)
_ON_DEMAND = re.compile(r'\bimport\("(\.[^"]*)"\)')
_COMMENT_LINES = re.compile(r"^[ \t]*(?://.*|/\*(?:[^*]|\*(?!/))*\*/[ \t]*)\n", re.MULTILINE)
_OTHER_FORMS = re.compile(r"^(?:import\b(?!\()|export\b).*$|\bimport\.meta\b", re.MULTILINE)


class UnsupportedImport(Exception):
    """A module that cannot be joined; the message has its URL and the statement in the way."""


def join_scripts(modules: Mapping[str, str]) -> dict[str, str]:
    """Return the joined scripts by URL. Raise `UnsupportedImport` for an unknown form of import.

    A script is a module that no other module imports, or that one imports on demand. A browser
    that discovers modules one by one answers later, even with preload links.
    Each module keeps a scope of its own. A script without exports is a classic script too. Lines of
    comments are left out: compressed, they are a fifth of the search.
    """
    modules = {url: _COMMENT_LINES.sub("", text) for url, text in modules.items()}
    imported = {other for url, text in modules.items() for other in _imports(url, text)}
    on_demand = {
        _url(url, path) for url, text in modules.items() for path in _ON_DEMAND.findall(text)
    }
    return {
        url: _joined(url, modules) for url in modules if url not in imported or url in on_demand
    }


def with_version(script: str, version: str) -> str:
    """Return a script whose imports on demand carry the version."""
    return _ON_DEMAND.sub(rf'import("\1?v={version}")', script)


def _joined(url: str, modules: Mapping[str, str]) -> str:
    """Return a script as one function; each module is an inner one that returns its exports."""
    order: list[str] = []
    _follow(url, modules, (), order)
    names = {module: f"${number}" for number, module in enumerate(order)}
    body = "".join(
        f"const {names[module]} = (() => {{\n{_as_function(module, modules, names)}}})();\n"
        for module in order
    )
    for module in order:
        elsewhere = posixpath.dirname(module) != posixpath.dirname(url)
        if elsewhere and _ON_DEMAND.search(modules[module]):
            raise UnsupportedImport(f"{module}: import() from another folder than {url}")
    if exported := ", ".join(_EXPORT.findall(modules[url])):
        body += f"return {names[url]};\n"
        return f'export const {{ {exported} }} = (() => {{\n"use strict";\n{body}}})();\n'
    return f'(() => {{\n"use strict";\n{body}}})();\n'


def _follow(
    url: str, modules: Mapping[str, str], before: tuple[str, ...], order: list[str]
) -> None:
    """Add a module to the order, after all that it imports."""
    if url in before:
        raise UnsupportedImport(f"{url}: imports itself by way of {before[-1]}")
    if url in order:
        return
    if url not in modules:
        raise UnsupportedImport(f"{before[-1] if before else url}: there is no {url}")
    for other in _imports(url, modules[url]):
        _follow(other, modules, (*before, url), order)
    order.append(url)


def _as_function(url: str, modules: Mapping[str, str], names: Mapping[str, str]) -> str:
    def take(match: re.Match[str]) -> str:
        taken = match[1].replace(" as ", ": ")
        return f"const {{{taken}}} = {names[_url(url, match[2])]};"

    text = _IMPORT.sub(take, modules[url])
    exported = ", ".join(_EXPORT.findall(text))
    text = _EXPORT.sub("", text)
    if other := _OTHER_FORMS.search(text):
        raise UnsupportedImport(f"{url}: {other[0]}")
    return f"{text}return {{ {exported} }};\n" if exported else text


def _imports(url: str, text: str) -> Iterator[str]:
    for _, path in _IMPORT.findall(text):
        yield _url(url, path)


def _url(importer: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(importer), path))
