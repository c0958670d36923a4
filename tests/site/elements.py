"""HTML as a tree that tests can query."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"br", "hr", "img", "input", "link", "meta"})
INLINE = frozenset({"a", "abbr", "code", "del", "ins", "s", "span", "strong"})
"""Inline elements; everything else begins a new line."""


@dataclass(slots=True)
class Element:
    """An element with its attributes and, in order, the texts and elements inside it."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: "list[Element | str]" = field(default_factory=list)

    def __getitem__(self, attribute: str) -> str:
        return self.attributes[attribute]

    def __iter__(self) -> "Iterator[Element]":
        """Yield every element inside, in the order of the page."""
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()

    @property
    def content(self) -> str:
        """Return the text inside, unchanged."""
        return "".join(
            child if isinstance(child, str) else child.content for child in self.children
        )

    @property
    def text(self) -> str:
        """Return the text inside, with white space normalised."""
        return " ".join(self._lines().split())

    def _lines(self) -> str:
        around = "" if self.tag in INLINE else "\n"
        inside = (each if isinstance(each, str) else each._lines() for each in self.children)
        return around + "".join(inside) + around

    def all(self, *names: str) -> "list[Element]":
        """Return the elements inside that match one of `names`: a tag, or a class with a dot."""
        return [
            element
            for element in self
            if element.tag in names or any(f".{each}" in names for each in element.classes)
        ]

    def one(self, *names: str) -> "Element":
        """Return the only element inside that matches one of `names`."""
        (element,) = self.all(*names)
        return element

    def texts(self, *names: str) -> list[str]:
        return [element.text for element in self.all(*names)]

    def links(self) -> list[tuple[str, str]]:
        """Return the text and URL of every link inside."""
        return [(link.text, link["href"]) for link in self.all("a") if "href" in link.attributes]

    def with_id(self, name: str) -> "Element":
        (element,) = (each for each in self if each.attributes.get("id") == name)
        return element

    @property
    def ids(self) -> list[str]:
        return [each["id"] for each in self if "id" in each.attributes]


def parse(html: str) -> Element:
    """Return the tree of an HTML fragment.

    Raise `ValueError` if an element with an end tag is not closed.
    """
    parser = _TreeParser()
    parser.feed(html)
    parser.close()
    if len(parser.open) > 1:
        raise ValueError(f"<{parser.open[-1].tag}> is never closed")
    return parser.open[0]


class _TreeParser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if len({name for name, _ in attrs}) < len(attrs):
            raise ValueError(f"<{tag}> has an attribute twice")
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        element = self.open.pop()
        if element.tag != tag:
            raise ValueError(f"</{tag}> where <{element.tag}> is open")

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)

    def handle_comment(self, data: str) -> None:
        raise ValueError(f"a comment: {data}")

    def handle_decl(self, decl: str) -> None:
        raise ValueError(f"a declaration: {decl}")

    def handle_pi(self, data: str) -> None:
        raise ValueError(f"a processing instruction: {data}")

    def unknown_decl(self, data: str) -> None:
        raise ValueError(f"a marked section: {data}")
