"""Parse an HTML page into its ids and references."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

# What a browser fetches, or sends to, without anybody following a link.
LOADING = {
    ("audio", "src"),
    ("embed", "src"),
    ("form", "action"),
    ("iframe", "src"),
    ("image", "href"),
    ("img", "src"),
    ("input", "src"),
    ("object", "data"),
    ("script", "src"),
    ("source", "src"),
    ("track", "src"),
    ("use", "href"),
    ("video", "poster"),
    ("video", "src"),
}
FOLLOWED = {("a", "href"), ("area", "href"), ("blockquote", "cite"), ("q", "cite")}
# Relations of <link> that only name a URL; every other one loads it.
NAMING = {"alternate", "author", "canonical", "help", "license", "next", "prev", "search"}

CSS_REFERENCE = re.compile(
    r"""url\(\s*(?P<quote>["']?)(?P<url>.*?)(?P=quote)\s*\)|@import\s+["'](?P<sheet>[^"']+)"""
)
REFRESH = re.compile(r"[\s\d.;,]*(?:url\s*=\s*)?(?P<url>.*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A URL written in a page or a style sheet."""

    line: int
    element: str
    value: str
    loads: bool


class Document(HTMLParser):
    """A parsed page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.references: list[Reference] = []
        self.canonical: str | None = None
        self.policy: str | None = None
        self.is_indexable = True
        self._in_style = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        for name, value in attributes.items():
            self._read_attribute(tag, name.removeprefix("xlink:"), value)
        if tag == "link":
            self._read_link(attributes)
        elif tag == "meta":
            self._read_meta(attributes)
        elif tag == "style":
            self._in_style = True

    def handle_endtag(self, tag: str) -> None:
        if tag == "style":
            self._in_style = False

    def handle_data(self, data: str) -> None:
        if self._in_style:
            self.references += css_references(data, self.getpos()[0])

    def _read_attribute(self, tag: str, name: str, value: str) -> None:
        if name == "id":
            self.ids.append(value)
        elif name == "style":
            self.references += css_references(value, self.getpos()[0])
        elif name == "srcset":
            for candidate in value.split(","):
                self._refer(tag, candidate.split()[0], loads=True)
        elif (tag, name) in LOADING | FOLLOWED:
            self._refer(tag, value, loads=(tag, name) in LOADING)

    def _read_link(self, attributes: dict[str, str]) -> None:
        relations = set(attributes.get("rel", "").lower().split())
        self._refer("link", attributes.get("href", ""), loads=not relations & NAMING)
        if "canonical" in relations:
            self.canonical = attributes.get("href")

    def _read_meta(self, attributes: dict[str, str]) -> None:
        content = attributes.get("content", "")
        match attributes.get("http-equiv", "").lower():
            case "content-security-policy":
                self.policy = content
            case "refresh" if target := REFRESH.fullmatch(content):
                self._refer("meta", target["url"], loads=True)
        if attributes.get("name", "").lower() == "robots" and "noindex" in content.lower():
            self.is_indexable = False

    def _refer(self, element: str, value: str, *, loads: bool) -> None:
        line, _ = self.getpos()
        self.references.append(
            Reference(line=line, element=element, value=value.strip(), loads=loads)
        )


def css_references(css: str, line: int = 1) -> Iterator[Reference]:
    """Yield everything that a style sheet loads; `line` is its first line in the page."""
    for match in CSS_REFERENCE.finditer(css):
        value = match["url"] or match["sheet"]
        if value:
            here = line + css.count("\n", 0, match.start())
            yield Reference(line=here, element="css", value=value, loads=True)
