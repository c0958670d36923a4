"""Ids of headings in the hand-written pages, by the same folding as every other URL."""

from agenda.vietnam.text import slugify


def heading_id(text: str, _separator: str) -> str:
    """What Python-Markdown's `toc` calls for each heading; the separator is always a hyphen."""
    return slugify(text)
