"""Make ledger entries for `docs/`: pages, their headings, and files."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from markdown import Markdown

from agenda.cache.store import Cache, get_or_make
from agenda.cache.version import code_version, digest
from agenda.history.ledger import Kind, LedgerEntry, digest_of, digest_of_bytes
from agenda.site.urls import on_page

Extensions = Mapping[str, Mapping[str, object]]
"""Of Python-Markdown, by name, each with its options."""


def page_entries(
    url: str, content: bytes, headings: Iterable[tuple[str, str]]
) -> dict[str, LedgerEntry]:
    """Return the entries of a page and of its headings, each given by its id and its words."""
    page = {url: LedgerEntry(kind=Kind.PAGE, digest=digest_of_bytes(content))}
    return page | {
        on_page(url, name): LedgerEntry(kind=Kind.ANCHOR, digest=digest_of(words))
        for name, words in headings
    }


def file_entry(content: bytes) -> LedgerEntry:
    """Return the entry of a file that is published as it is."""
    return LedgerEntry(kind=Kind.FILE, digest=digest_of_bytes(content))


def headings_of(toc: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    """Yield the ids and words of all headings from the tokens of the `toc` extension."""
    for token in toc:
        yield token["id"], token["name"]
        yield from headings_of(token["children"])


def read_headings(text: str, extensions: Extensions, cache: Cache) -> list[tuple[str, str]]:
    """Return the ids and words of the headings of Markdown, which begins below its metadata."""
    plain = {
        name: {key: _stable(value) for key, value in each.items()}
        for name, each in extensions.items()
    }
    key = digest((b"headings", code_version().encode(), repr(plain).encode(), text.encode()))

    def convert() -> str:
        options = {name: dict(each) for name, each in extensions.items()}
        markdown = Markdown(extensions=list(options), extension_configs=options)
        markdown.convert(text)
        return json.dumps(list(headings_of(getattr(markdown, "toc_tokens", []))))

    return [(name, words) for name, words in json.loads(get_or_make(cache, key, convert))]


def _stable(value: object) -> object:
    """Return an option, a function by its name: its `repr` has an address in memory."""
    if callable(value) and hasattr(value, "__qualname__"):
        return f"{value.__module__}.{value.__qualname__}"
    return value
