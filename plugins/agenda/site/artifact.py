"""What a static site generator is given: finished pages, free of any generator's own types."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from agenda.record.ledger import Kind, Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A text that leads to an address of the site."""

    text: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternate:
    """The same in another form: a file of a media type, which the page's head leads to."""

    title: str
    media_type: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A permanent place on a page, with what stands there."""

    name: str
    content: Said
    kind: Kind = Kind.ANCHOR


@dataclass(frozen=True, slots=True)
class Body:
    """HTML that is made when it is asked for: of a large site one page is held at a time.

    Bodies of equal `key` have equal HTML.
    """

    key: str
    make: Callable[[], str] = field(compare=False, repr=False)

    @classmethod
    def of(cls, html: str) -> "Body":
        """HTML that is there already."""
        return cls(html, lambda: html)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page: its `body` is HTML whose links lead from `address`; `updated` is its document's date.

    `name` is what menus call it, `title` what it is headed.
    `source` is the file to edit, from the folder that holds `agendas/`; `trail` are the pages
    above it, from the home page down. What is not `indexed` is kept out of search engines;
    `canonical` is the address that stands for it there, its own where there is none.
    `content` is what the page says whatever its template, and `anchors` are the
    places on it to keep: both for the ledger. `alternates` are its other forms. What is
    `frozen` is never to change.
    """

    address: str
    name: str
    title: str
    description: str
    html: Body
    updated: date | None = None
    source: str | None = None
    trail: tuple[Link, ...] = ()
    previous: Link | None = None
    next: Link | None = None
    indexed: bool = True
    canonical: str | None = None
    content: Said | None = None
    anchors: tuple[Anchor, ...] = ()
    alternates: tuple[Alternate, ...] = ()
    kind: Kind = Kind.PAGE
    frozen: bool = False

    @property
    def body(self) -> str:
        return self.html.make()


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """A file published as it is, byte for byte; its address is not yet quoted for a link."""

    address: str
    content: bytes
    kind: Kind = Kind.FILE
    frozen: bool = False
