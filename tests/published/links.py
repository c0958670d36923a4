"""Find broken references of a site; each function yields one text for each fault."""

import re
from collections.abc import Iterator
from html import unescape

from tests.published.document import Reference, css_references
from tests.published.site import BuiltSite

TEXT = (".css", ".csv", ".html", ".ics", ".js", ".json", ".txt", ".webmanifest", ".xml")


def broken_references(site: BuiltSite) -> Iterator[str]:
    """Yield the broken references of pages and style sheets."""
    for file, reference in _references(site):
        if fault := site.broken(reference.value, file):
            yield f"{file}:{reference.line}: <{reference.element}> {reference.value!r} {fault}"


def broken_mentions(site: BuiltSite) -> Iterator[str]:
    """Yield the broken uses of the site's public URL in any file."""
    mention = re.compile(re.escape(site.url) + r"""[^\s"'<>\\,;)\]}]*""")
    for file in sorted(site.files):
        if file.endswith(TEXT):
            for url in sorted(set(mention.findall(_plain_text(site, file)))):
                if fault := site.broken(url, file):
                    yield f"{file}: {url} {fault}"


def foreign_loads(site: BuiltSite) -> Iterator[str]:
    """Yield what a page or style sheet loads from another host."""
    for file, reference in _references(site):
        inside = reference.value.startswith(("data:", "#"))
        if reference.loads and not inside and not site.owns(site.absolute(reference.value, file)):
            yield f"{file}:{reference.line}: <{reference.element}> loads {reference.value!r}"


def _references(site: BuiltSite) -> Iterator[tuple[str, Reference]]:
    for file, page in site.pages.items():
        for reference in page.references:
            yield file, reference
    for file in sorted(site.files):
        if file.endswith(".css"):
            for reference in css_references(site.read(file)):
                yield file, reference


def _plain_text(site: BuiltSite, file: str) -> str:
    """Return the text of a file without the escapes of its format."""
    text = site.read(file)
    if file.endswith((".html", ".xml")):
        return unescape(text)
    if file.endswith(".ics"):
        return re.sub(r"\r?\n[ \t]", "", text)  # RFC 5545, 3.1: long lines are folded
    return text
