"""What a static site generator is given: finished pages, free of any generator's own types."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from agenda.cache.text import CachedText
from agenda.history.ledger import ContentDigest, Kind, digest_of_bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A text that leads to a URL of the site."""

    text: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternate:
    """The same in another form: a file of a media type, which the page's head leads to."""

    title: str
    media_type: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A permanent place on a page, with what stands there."""

    name: str
    content: ContentDigest
    kind: Kind = Kind.ANCHOR


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page: its `body` is HTML whose links lead from `url`; `updated` is its document's date.

    `name` is what menus call it, `title` what it is headed.
    `source` is the file to edit, by its name in the folder `agendas/`; `trail` are the pages
    above it, from the home page down. What is not `indexed` is kept out of search engines;
    `canonical` is the URL that stands for it there, its own where there is none.
    `content` is what the page says whatever its template, and `anchors` are the
    places on it to keep: both for the ledger. `alternates` are its other forms. What is
    `frozen` is never to change.
    """

    url: str
    name: str
    title: str
    description: str
    html: CachedText
    updated: date | None = None
    source: str | None = None
    trail: tuple[Link, ...] = ()
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
    """A file published as it is, byte for byte; its URL is not yet quoted for a link.

    `digest` is that of its content, which is made whenever it is asked for.
    """

    url: str
    digest: str
    make: Callable[[], bytes] = field(compare=False, repr=False)
    kind: Kind = Kind.FILE
    frozen: bool = False

    @classmethod
    def of(
        cls, url: str, content: bytes, *, kind: Kind = Kind.FILE, frozen: bool = False
    ) -> "Asset":
        """A file whose content is there already."""
        digest = digest_of_bytes(content)
        return cls(url=url, digest=digest, make=lambda: content, kind=kind, frozen=frozen)

    @classmethod
    def later(cls, url: str, make: Callable[[], bytes], *, frozen: bool = False) -> "Asset":
        """A file whose content is not held: `make` gives the same each time, and at little cost."""
        return cls(url=url, digest=digest_of_bytes(make()), make=make, frozen=frozen)

    @property
    def content(self) -> bytes:
        return self.make()
