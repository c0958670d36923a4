"""Items as lines of a list, each rendered once for the pages of one depth made together."""

from collections.abc import Collection

from markupsafe import Markup

from agenda.model import Item, YearMonth
from agenda.site.inline import Abbreviations
from agenda.site.rendering import Renderer
from agenda.site.urls import relative_root
from agenda.site.views.item import view_item

ROOM = 4_096
"""Lines held at a time: those of a few years, of some hundred items and as many bytes each."""


class ItemLineCache:
    """Lines by item and depth: an item stands on the pages of everybody it names."""

    def __init__(
        self, renderer: Renderer, abbreviations: Abbreviations, published: Collection[YearMonth]
    ) -> None:
        self._renderer = renderer
        self._abbreviations = abbreviations
        self._published = published
        self._known: dict[tuple[int, str], tuple[Item, Markup]] = {}

    def of(self, item: Item, url: str) -> Markup:
        """The line of `item` on the page at `url`."""
        key = id(item), relative_root(url)
        if key not in self._known:
            if len(self._known) == ROOM:
                self._known.clear()
            view = view_item(item, item.first, self._abbreviations, self._published)
            line = self._renderer.render_macro("components/item.html", "item_line", url, view)
            self._known[key] = item, line  # the item too, so that no other takes its identity
        return self._known[key][1]
