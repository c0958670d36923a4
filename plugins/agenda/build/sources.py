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

    def encode(self) -> bytes:
        """Return the file: JSON metadata (valid YAML) between `---` lines, then the body."""
        head = [f"{name}: {_ENCODER.encode(each)}" for name, each in self.head.items()]
        return "\n".join(["---", *head, "---", as_one_block(self.body), ""]).encode()


def page_sources(settings: Settings, site: Site, documentation: DocsPages) -> Iterator[Source]:
    """Yield the hand-written pages, then the pages made from the agenda."""
    menu = _neighbour_metadata([docs_page_url(entry.file) for entry in settings.menu])
    for document in documentation.pages:
        yield _docs_source(document, settings, menu.get(document.url, {}))
    for artifact in site.artifacts:
        if isinstance(artifact, Page):
            yield _page_source(artifact, settings, site.jsonld.get(artifact.url, NO_TEXT).make())


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


def _neighbour_metadata(menu: Sequence[str]) -> dict[str, dict[str, str]]:
    """Return the metadata for the previous and next page of each page in the menu."""
    metadata: dict[str, dict[str, str]] = {}
    for before, after in pairwise(menu):
        metadata.setdefault(before, {})["next"] = after
        metadata.setdefault(after, {})["previous"] = before
    return metadata


def _docs_source(document: DocsPage, settings: Settings, beside: Mapping[str, str]) -> Source:
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


def _page_source(page: Page, settings: Settings, jsonld: str) -> Source:
    head = head_of(page) | linked_head(jsonld)
    link = page.source and edit_url(settings.docs, settings.agendas, page.source)
    if settings.sources and link:
        head["edit"] = urljoin(settings.sources, link)
    if settings.home and page.canonical is not None:
        head["canonical"] = urljoin(settings.home, page.canonical)
    return Source(
        url=page.url,
        title=escape(page.name),
        head=head,
        body=page.body,
        updated=page.updated,
    )
