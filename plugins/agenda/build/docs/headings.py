"""Make ids for the headings of hand-written pages, folded like every other URL."""

from agenda.vietnam.text import slugify


def heading_id(text: str, _separator: str) -> str:
    """Return the id of a heading for Python-Markdown's `toc`; hyphens separate words."""
    return slugify(text)
