"""What the frame around a page is told of it, whichever generator renders that frame."""

from html import escape
from typing import Any

from agenda.site.artifact import Page

HEADING = "noi-dung"
"""The id that every template gives its `h1`; the frame's skip link leads there."""


LINKED = "linked"


def head_of(page: Page) -> dict[str, Any]:
    """The page's metadata under the names that `overrides/main.html` knows.

    The frame prints titles and descriptions unescaped: they are HTML here. Generators take
    metadata as plain mappings.
    """
    head: dict[str, Any] = {
        "title": escape(page.title),
        "description": escape(page.description),
        "heading": HEADING,
    }
    if not page.indexed:
        head["robots"] = "noindex"
    if page.previous is not None:
        head["previous"] = page.previous.url
    if page.next is not None:
        head["next"] = page.next.url
    if page.alternates:
        head["alternates"] = [
            {"title": each.title, "media_type": each.media_type, "url": each.url}
            for each in page.alternates
        ]
    return head


def linked_head(linked: str) -> dict[str, Any]:
    """The metadata that a page has besides: its JSON-LD, if it has any."""
    return {LINKED: linked} if linked else {}
