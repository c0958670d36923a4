"""Read the metadata of a page for programs: properties, other formats, events."""

import json
import re
from html import unescape
from typing import Any

from tests.published.site import BuiltSite

HEAD = re.compile(r"<(?:meta|link) ([^>]*)>")
ATTRIBUTE = re.compile(r'([\w:-]+)="([^"]*)"')


def metas(site: BuiltSite, file: str) -> dict[str, str]:
    """Return the properties of Open Graph and similar vocabularies."""
    tags = [dict(ATTRIBUTE.findall(tag)) for tag in HEAD.findall(site.read(file))]
    named = [(tag.get("property") or tag.get("name", ""), tag) for tag in tags]
    return {
        name: unescape(tag["content"])
        for name, tag in named
        if name.startswith(("og:", "twitter:"))
    }


def alternates(site: BuiltSite, file: str) -> list[tuple[str, str]]:
    tags = [dict(ATTRIBUTE.findall(tag)) for tag in HEAD.findall(site.read(file))]
    return [
        (tag["type"], site.absolute(tag["href"], file).removeprefix(site.url))
        for tag in tags
        if tag.get("rel") == "alternate"
    ]


def graphs(site: BuiltSite, file: str) -> list[list[dict[str, Any]]]:
    """Return the JSON-LD graphs of a page."""
    scripts = re.findall(
        r'<script type="application/ld\+json">(.*?)</script>', site.read(file), re.DOTALL
    )
    return [json.loads(text)["@graph"] for text in scripts]
