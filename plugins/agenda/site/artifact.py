"""Define pages and files as a static site generator receives them, independent of any generator."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from agenda.cache.text import CachedText
from agenda.history.ledger import ContentDigest, Kind, digest_of_bytes

MARKDOWN = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
"""The endings of files of which MkDocs and Zensical make pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A text with a URL of the site."""

    text: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternate:
    """Another format of a page: a file of a media type, linked from the head of the page."""

    title: str
    media_type: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A permanent anchor on a page, with the digest of its content."""

    name: str
    content: ContentDigest
    kind: Kind = Kind.ANCHOR


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page: `body` is HTML with links relative to `url`; `updated` is the date of its document.

    `name` is the label in menus, `title` the heading. `source` is the file to edit, by its name in
    the folder `agendas/`. `breadcrumbs` are the pages above, from the home page down. A page that
    is not `indexed` is excluded from search engines; `canonical` is the URL that replaces it there.
    `content` is the digest of the words, independent of the template. `anchors` are the permanent
    anchors; the ledger records both. `alternates` are other formats of the page. A `frozen` page
    must never change.
    """

    url: str
    name: str
    title: str
    description: str
    html: CachedText
    updated: date | None = None
    source: str | None = None
    breadcrumbs: tuple[Link, ...] = ()
    previous: Link | None = None
    next: Link | None = None
    indexed: bool = True
    canonical: str | None = None
    content: ContentDigest | None = None
    anchors: tuple[Anchor, ...] = ()
    alternates: tuple[Alternate, ...] = ()
    kind: Kind = Kind.PAGE
    frozen: bool = False

    @property
    def body(self) -> str:
        return self.html.make()


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """A file published byte for byte; its URL is not yet percent-encoded.

    `digest` is the digest of the content. `make` creates the content on each call. Raise
    `ValueError` for the URL of a Markdown file: site generators would make a page of it.
    """

    url: str
    digest: str
    make: Callable[[], bytes] = field(compare=False, repr=False)
    kind: Kind = Kind.FILE
    frozen: bool = False

    def __post_init__(self) -> None:
        if self.url.lower().endswith(MARKDOWN):
            raise ValueError(f"{self.url}: generators make a page of a Markdown file; use .txt")

    @classmethod
    def of(
        cls, url: str, content: bytes, *, kind: Kind = Kind.FILE, frozen: bool = False
    ) -> "Asset":
        """Return a file whose content is already in memory."""
        digest = digest_of_bytes(content)
        return cls(url=url, digest=digest, make=lambda: content, kind=kind, frozen=frozen)

    @classmethod
    def lazy(cls, url: str, make: Callable[[], bytes], *, frozen: bool = False) -> "Asset":
        """Return a file whose content is created on demand.

        `make` must be cheap and always return the same content.
        """
        return cls(url=url, digest=digest_of_bytes(make()), make=make, frozen=frozen)

    @property
    def content(self) -> bytes:
        return self.make()
