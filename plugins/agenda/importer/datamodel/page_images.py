"""Pictures of the pages of a document, for a person to read beside a draft."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PageImage:
    """One page as a PNG of `width` times `height` pixels."""

    width: int
    height: int
    png: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class PageImages:
    """The pages of a document in order; `more` pages were not drawn."""

    pages: tuple[PageImage, ...]
    more: int = 0
