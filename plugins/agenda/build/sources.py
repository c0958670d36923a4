"""Write pages as source files: finished HTML below the metadata for the frame.

Markdown of every dialect leaves HTML unchanged that starts with a block and has no empty line.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from itertools import pairwise
from typing import Any
from urllib.parse import urljoin

from agenda.build.docs.edit_url import edit_url
from agenda.build.docs.pages import DocsPage, DocsPages, docs_page_url
from agenda.build.settings.mkdocs_file import Settings
from agenda.build.site import Site
from agenda.cache.text import NO_TEXT
from agenda.site.artifact import Page
from agenda.site.head import head_of, linked_head

_PREFORMATTED = re.compile(r"(<pre\b.*?</pre>)", re.DOTALL)
_EMPTY_LINES = re.compile(r"\n\s*\n")
_BEFORE_EMPTY_LINE = re.compile(r"\n(?=[^\S\n]*\n)")
_ENCODER = json.JSONEncoder(ensure_ascii=False, default=str)  # YAML has dates, JSON does not
NEWLINE = "&#10;"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A page as a source file.

    `title`, which menus show, and `body` are HTML. `updated` is the date of the page's document.
    """

    url: str
    title: str
    head: Mapping[str, Any]
    body: str
    updated: date | None

    @property
    def file(self) -> str:
        return f"{self.url}index.md"

    def written(self) -> bytes:
        """Return the file: JSON metadata (valid YAML) between `---` lines, then the body."""
        head = [f"{name}: {_ENCODER.encode(each)}" for name, each in self.head.items()]
        return "\n".join(["---", *head, "---", as_one_block(self.body), ""]).encode()


def page_sources(settings: Settings, edition: Site, documentation: DocsPages) -> Iterator[Source]:
    """Yield the hand-written pages, then the pages made from the agenda."""
    menu = _neighbours([docs_page_url(entry.file) for entry in settings.menu])
    for document in documentation.pages:
        yield _of_document(document, settings, menu.get(document.url, {}))
    for artifact in edition.artifacts:
        if isinstance(artifact, Page):
            yield _of_page(artifact, settings, edition.linked.get(artifact.url, NO_TEXT).make())


def as_one_block(html: str) -> str:
    """Return the HTML without empty lines; in preformatted text they become references."""
    outside, *others = _PREFORMATTED.split(html.strip())
    parts = [_EMPTY_LINES.sub("\n", outside)]
    for number, part in enumerate(others):
        if number % 2:
            parts.append(_EMPTY_LINES.sub("\n", part))
        else:
            parts.append(_BEFORE_EMPTY_LINE.sub(NEWLINE, part))
    return "".join(parts)


def _neighbours(menu: Sequence[str]) -> dict[str, dict[str, str]]:
    """Return the metadata for the previous and next page of each page in the menu."""
    told: dict[str, dict[str, str]] = {}
    for before, after in pairwise(menu):
        told.setdefault(before, {})["next"] = after
        told.setdefault(after, {})["previous"] = before
    return told


def _of_document(document: DocsPage, settings: Settings, beside: Mapping[str, str]) -> Source:
    head = {**document.head, **beside}
    if settings.sources:
        head["edit"] = urljoin(settings.sources, document.file)
    return Source(
        url=document.url,
        title=document.title,
        head=head,
        body=document.body,
        updated=None,
    )


def _of_page(page: Page, settings: Settings, linked: str) -> Source:
    head = head_of(page) | linked_head(linked)
    way = page.source and edit_url(settings.docs, settings.agendas, page.source)
    if settings.sources and way:
        head["edit"] = urljoin(settings.sources, way)
    if settings.home and page.canonical is not None:
        head["canonical"] = urljoin(settings.home, page.canonical)
    return Source(
        url=page.url,
        title=escape(page.name),
        head=head,
        body=page.body,
        updated=page.updated,
    )
