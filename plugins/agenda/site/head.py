"""Build the page metadata for the theme, independent of the generator."""

from html import escape
from typing import Any

from agenda.site.artifact import Page

HEADING = "noi-dung"
"""The id of the `h1` in every template, the target of the theme's skip link."""


LINKED = "linked"


def head_of(page: Page) -> dict[str, Any]:
    """Return the metadata of a page under the names used in `overrides/main.html`.

    Titles and descriptions are escaped here, because the theme prints them unescaped. Generators
    take metadata as plain mappings.
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
    """Return the JSON-LD metadata of a page, empty without JSON-LD."""
    return {LINKED: linked} if linked else {}
