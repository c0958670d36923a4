"""Read the hand-written pages and files of `docs/` without a generator."""

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unicodedata import normalize
from urllib.parse import quote, unquote, urlsplit, urlunsplit
from xml.etree.ElementTree import Element

import yaml
from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

from agenda.build.checks.docs_privacy import check_page
from agenda.build.docs.headings import heading_id
from agenda.build.docs.ledger import Anchor, file_entry, find_anchors, page_entries
from agenda.build.docs.tables import finish_tables
from agenda.build.settings.mkdocs_file import Settings, read_settings
from agenda.build.settings.yaml_tree import FILE, Unsettled
from agenda.history.ledger import LedgerEntry
from agenda.model import Problem
from agenda.site.artifact import MARKDOWN, Asset
from agenda.site.urls import relative_root

ALWAYS: Mapping[str, Mapping[str, object]] = {"toc": {}, "tables": {}, "fenced_code": {}}
"""The extensions of Python-Markdown that MkDocs always enables."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocsPage:
    """A hand-written page; `file` is its path in `docs/`, `title` and `body` are HTML.

    `source` is its Markdown, `anchors` are its link targets,
    `head` is its metadata under the names that `overrides/main.html` knows; `targets` are the
    URLs of this site that it links to or shows, `places` those of them with an anchor.
    """

    file: str
    url: str
    title: str
    body: str
    head: Mapping[str, Any]
    source: bytes
    anchors: tuple[Anchor, ...]
    targets: frozenset[str]
    places: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocsPages:
    """All published pages and files of `docs/`."""

    pages: tuple[DocsPage, ...]
    files: tuple[Asset, ...]

    def ledger_entries(self) -> dict[str, LedgerEntry]:
        """Return the ledger entries of pages, their anchors, and files."""
        entries: dict[str, LedgerEntry] = {}
        for page in self.pages:
            entries |= page_entries(page.url, page.source, page.anchors)
        return entries | {file.url: file_entry(file.content) for file in self.files}


def read_docs(settings: Settings) -> DocsPages:
    """Read every published page and file. Raise `Unsettled` if a page cannot be read.

    Names and texts are normalised to NFC, since macOS may write file names in NFD.
    """
    pages: list[DocsPage] = []
    files: list[Asset] = []
    for file, path in _published(settings).items():
        if path.suffix == ".md":
            pages.append(_document(file, path.read_bytes(), settings))
        else:
            files.append(Asset.lazy(file, path.read_bytes))
    return DocsPages(pages=tuple(pages), files=tuple(files))


def docs_problems(settings: Settings) -> Iterator[Problem]:
    """Yield the private details in published pages. Raise `Unsettled` if one cannot be read."""
    for file, path in _published(settings).items():
        if path.suffix == ".md":
            content = path.read_bytes()
            metadata, _ = _parted(file, content)
            yield from check_page(file, content.decode("utf-8-sig"), metadata)


def docs_problems_beside(agendas: Path) -> Sequence[Problem]:
    """Return the problems of the hand-written pages; a build reports unusable settings."""
    try:
        return tuple(docs_problems(read_settings(agendas.parent / FILE)))
    except Unsettled:
        return ()


def _published(settings: Settings) -> dict[str, Path]:
    """Return the published files by their paths in `docs/`.

    Raise `Unsettled` for a page with another ending than `.md`: nothing would check it.
    """
    paths = (path for path in sorted(settings.docs.rglob("*")) if not path.is_dir())
    files = {normalize("NFC", path.relative_to(settings.docs).as_posix()): path for path in paths}
    published = {file: path for file, path in files.items() if file not in settings.excluded_docs}
    for file in tuple(published):
        folder, slash, name = file.rpartition("/")
        if name == "README.md" and f"{folder}{slash}index.md" in published:
            del published[file]
        elif name.lower().endswith(MARKDOWN) and not name.endswith(".md"):
            raise Unsettled(f"docs/{file}: đổi đuôi tệp thành .md, chữ thường")
    return published


def docs_page_url(file: str) -> str:
    """Return the URL of a Markdown file: `huong-dan/` for `huong-dan/index.md`."""
    folder, slash, name = file.removesuffix(".md").rpartition("/")
    return folder + slash + ("" if name in ("index", "README") else f"{name}/")


def _document(file: str, content: bytes, settings: Settings) -> DocsPage:
    head, text = _parted(file, content)
    url = docs_page_url(file)
    markdown = _markdown(settings.extensions)
    links = _Links(file, markdown)
    markdown.treeprocessors.register(links, "links", 0)  # after all that makes links
    body = finish_tables(markdown.convert(text))
    outline: list[dict[str, Any]] = getattr(markdown, "toc_tokens", [])
    if outline:
        head["heading"] = outline[0]["id"]
        head["sections"] = [
            {"url": f"#{each['id']}", "title": each["name"]} for each in outline[0]["children"]
        ]
    title = head.get("title") or (outline[0]["name"] if outline else Path(file).stem)
    return DocsPage(
        file=file,
        url=url,
        title=title,
        body=body,
        head={"title": title} | head,
        source=content,
        anchors=tuple(find_anchors(body, outline)),
        targets=frozenset(links.targets),
        places=frozenset(links.places),
    )


def _parted(file: str, content: bytes) -> tuple[dict[str, Any], str]:
    """Split a file into the metadata between two lines `---` and the text below."""
    try:
        text = normalize("NFC", content.decode("utf-8-sig")).replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise Unsettled(f"docs/{file} không phải là văn bản UTF-8") from error
    opened, first, rest = text.partition("---\n")
    if opened or not first:
        return {}, text
    written, closed, body = rest.partition("\n---\n")
    try:
        head = yaml.safe_load(written) if closed else None
    except yaml.YAMLError as error:
        raise Unsettled(f"docs/{file}: phần giữa hai dòng --- không phải là YAML đúng") from error
    return (head, body) if isinstance(head, dict) else ({}, text)


def _markdown(extensions: Mapping[str, Mapping[str, object]]) -> Markdown:
    wanted = {name: dict(options) for name, options in {**ALWAYS, **extensions}.items()}
    wanted["toc"]["slugify"] = heading_id
    return Markdown(extensions=list(wanted), extension_configs=wanted)


class _Links(Treeprocessor):
    """A tree processor that replaces links between files of `docs/` by their published URLs."""

    def __init__(self, file: str, markdown: Markdown) -> None:
        super().__init__(markdown)
        self._file = file
        self._url = docs_page_url(file)
        self._root = relative_root(self._url)
        self.targets: set[str] = set()
        self.places: set[tuple[str, str]] = set()

    def run(self, root: Element) -> None:
        for element, attribute in _linking(root):
            element.set(attribute, self._published_link(element.get(attribute, "")))

    def _published_link(self, link: str) -> str:
        parts = urlsplit(link)
        if parts.scheme or parts.netloc or AMP_SUBSTITUTE in link or parts.path.startswith("/"):
            return link
        if not parts.path:
            self._note(self._url, parts.fragment)
            return link
        target = posixpath.normpath(
            posixpath.join(posixpath.dirname(self._file), unquote(parts.path))
        )
        if target.startswith(".."):
            return link
        url = docs_page_url(target) if target.endswith(".md") else target
        self.targets.add(url)
        self._note(url, parts.fragment)
        return urlunsplit(("", "", self._root + quote(url), parts.query, parts.fragment))

    def _note(self, url: str, anchor: str) -> None:
        if anchor:
            self.places.add((url, unquote(anchor)))


def _linking(root: Element) -> Iterator[tuple[Element, str]]:
    for element in root.iter():
        for tag, attribute in (("a", "href"), ("img", "src")):
            if element.tag == tag and element.get(attribute):
                yield element, attribute
