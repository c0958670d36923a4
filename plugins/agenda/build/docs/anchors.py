"""Find the link targets in a page."""

from html.parser import HTMLParser


class _AnchorParser(HTMLParser):
    """A parser that collects ids, and the `name` attributes of anchors."""

    def __init__(self) -> None:
        super().__init__()
        self.anchors: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if value and (name == "id" or (tag == "a" and name == "name")):
                self.anchors.add(value)


def anchors_in(html: str) -> frozenset[str]:
    """Return the ids of elements and the `name` attributes of anchors."""
    parser = _AnchorParser()
    parser.feed(html)
    parser.close()
    return frozenset(parser.anchors)
