"""Adapt the hand-written pages and files of `docs/` that MkDocs reads."""

from collections.abc import Iterator
from typing import Any
from unicodedata import normalize
from urllib.parse import unquote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils.meta import get_data

from agenda.build.checks.docs_privacy import check_page
from agenda.build.docs.ledger import file_entry, page_entries, read_anchors
from agenda.cache.store import Cache
from agenda.history.ledger import LedgerEntry
from agenda.model import Problem


def normalise_names(files: Files) -> None:
    """Rename files to NFC, the form that links use; macOS may store NFD."""
    for file in tuple(files):
        name = normalize("NFC", file.src_uri)
        if name == file.src_uri or files.get_file_from_path(name) is not None:
            continue
        files.remove(file)
        composed = File(
            name, file.src_dir, file.dest_dir, file.use_directory_urls, inclusion=file.inclusion
        )
        composed.abs_src_path = file.abs_src_path
        composed.edit_uri = file.edit_uri
        files.append(composed)


def docs_problems(files: Files, config: MkDocsConfig) -> Iterator[Problem]:
    """Yield the private details in the documentation's own pages."""
    for file in _published(files, config):
        if file.is_documentation_page():
            text = file.content_bytes.decode("utf-8-sig", errors="replace")
            _, metadata = get_data(text)
            yield from check_page(file.src_uri, text, metadata)


def docs_entries(files: Files, config: MkDocsConfig, cache: Cache) -> dict[str, LedgerEntry]:
    """Return the ledger entries of the documentation's own pages, anchors and files."""
    extensions = {name: config.mdx_configs.get(name, {}) for name in config.markdown_extensions}
    entries: dict[str, LedgerEntry] = {}
    for file in _published(files, config):
        content = file.content_bytes
        if file.is_documentation_page():
            text, _ = get_data(content.decode("utf-8-sig", errors="replace"))
            anchors = read_anchors(normalize("NFC", text), extensions, cache)
            entries |= page_entries(_url(file), content, anchors)
        else:
            entries[_url(file)] = file_entry(content)
    return entries


def outline_of(toc: TableOfContents) -> dict[str, Any]:
    """Return the frame's metadata on a hand-written page's headings: see `agenda.site.head`."""
    top = next(iter(toc), None)
    if top is None:
        return {}
    sections = [{"url": each.url, "title": each.title} for each in top.children]
    return {"heading": top.id, "sections": sections}


def neighbours_of(page: Page) -> dict[str, str]:
    """Return the frame's metadata on the previous and next page of the menu."""
    beside = {"previous": page.previous_page, "next": page.next_page}
    return {name: each.url for name, each in beside.items() if each is not None}


def _published(files: Files, config: MkDocsConfig) -> Iterator[File]:
    for file in files:
        if file.src_dir == config.docs_dir and file.inclusion.is_included():
            yield file


def _url(file: File) -> str:
    return "" if file.url in (".", "./") else unquote(file.url)
