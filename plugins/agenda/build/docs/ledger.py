"""Make ledger entries for `docs/`: pages, their anchors, and files."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from markdown import Markdown

from agenda.build.docs.anchors import anchors_in
from agenda.cache.store import Cache, get_or_make
from agenda.cache.version import code_version, digest
from agenda.history.ledger import Kind, LedgerEntry, digest_of, digest_of_bytes
from agenda.site.urls import on_page

Extensions = Mapping[str, Mapping[str, object]]
"""Of Python-Markdown, by name, each with its options."""


Anchor: TypeAlias = tuple[str, str]
"""An id with the words of its heading; other anchors have none."""


def page_entries(url: str, content: bytes, anchors: Iterable[Anchor]) -> dict[str, LedgerEntry]:
    """Return the entries of a page and of its anchors."""
    page = {url: LedgerEntry(kind=Kind.PAGE, digest=digest_of_bytes(content))}
    return page | {
        on_page(url, name): LedgerEntry(kind=Kind.ANCHOR, digest=digest_of(words))
        for name, words in anchors
    }


def file_entry(content: bytes) -> LedgerEntry:
    """Return the entry of a file that is published as it is."""
    return LedgerEntry(kind=Kind.FILE, digest=digest_of_bytes(content))


def find_anchors(html: str, toc: Iterable[Mapping[str, Any]]) -> Iterator[Anchor]:
    """Yield the anchors of a page: headings from the tokens of the `toc` extension, then others.

    Others come from raw HTML, lists of attributes and footnotes.
    """
    headings = dict(_headings(toc))
    yield from headings.items()
    yield from ((name, "") for name in sorted(anchors_in(html) - headings.keys()))


def _headings(toc: Iterable[Mapping[str, Any]]) -> Iterator[Anchor]:
    for token in toc:
        yield token["id"], token["name"]
        yield from _headings(token["children"])


def read_anchors(text: str, extensions: Extensions, cache: Cache) -> list[Anchor]:
    """Return the anchors of a page from its Markdown, which begins below its metadata."""
    plain = {
        name: {key: _stable(value) for key, value in each.items()}
        for name, each in extensions.items()
    }
    key = digest((b"anchors", code_version().encode(), repr(plain).encode(), text.encode()))

    def convert() -> str:
        options = {name: dict(each) for name, each in extensions.items()}
        markdown = Markdown(extensions=list(options), extension_configs=options)
        html = markdown.convert(text)
        return json.dumps(list(find_anchors(html, getattr(markdown, "toc_tokens", []))))

    return [(name, words) for name, words in json.loads(get_or_make(cache, key, convert))]


def _stable(value: object) -> object:
    """Return an option, a function by its name: its `repr` has an address in memory."""
    if callable(value) and hasattr(value, "__qualname__"):
        return f"{value.__module__}.{value.__qualname__}"
    return value
