"""Cache the rendered lines of items in memory."""

from collections.abc import Collection

from markupsafe import Markup

from agenda.model import Item, YearMonth
from agenda.site.inline import Abbreviations
from agenda.site.rendering import Renderer
from agenda.site.urls import relative_root
from agenda.site.views.item import view_item

MAX_LINES = 4_096
"""The limit on lines in memory. A year has some hundred items, a line some hundred bytes."""


class ItemLineCache:
    """Rendered lines by item and depth, because several pages show the same item."""

    def __init__(
        self, renderer: Renderer, abbreviations: Abbreviations, published: Collection[YearMonth]
    ) -> None:
        self._renderer = renderer
        self._abbreviations = abbreviations
        self._published = published
        self._lines: dict[tuple[int, str], tuple[Item, Markup]] = {}

    def of(self, item: Item, url: str) -> Markup:
        """Return the line of `item` on the page at `url`."""
        key = id(item), relative_root(url)
        if key not in self._lines:
            if len(self._lines) == MAX_LINES:
                self._lines.clear()
            view = view_item(item, item.first, self._abbreviations, self._published)
            line = self._renderer.render_macro("components/item.html", "item_line", url, view)
            self._lines[key] = item, line  # keeping the item prevents reuse of its id
        return self._lines[key][1]
