"""An item in Markdown: a list item with its labelled fields below."""

from collections.abc import Iterable, Iterator

from agenda.model import Item, Mention
from agenda.site.urls import entry_url
from agenda.vietnam.dates import date_range
from agenda.vietnam.wording import slot_name, status_name, time_range


def item_lines(item: Item, lead: str, root: str, anchor: str, *, linked: bool) -> Iterator[str]:
    """Yield the lines of an item.

    `lead` precedes the text. `anchor` is the item's id, empty where the item is repeated. With
    `linked`, names link from a page at `root` to their entries.
    """
    time = time_range(item.start, item.end)
    yield f"- {lead}: {f'{time} ' if time else ''}{item.text}"
    if anchor:
        yield f"{{ #{anchor} }}"
    facts = {
        "Tình trạng": _status(item),
        "Thời gian": date_range(item.first, item.last) if item.first < item.last else None,
        "Địa điểm": item.venue,
        "Thành phần": item.participants,
        "Ghi chú": item.note,
        "Cơ quan chuẩn bị": _names(item.preparers, root, linked=linked),
        "Lãnh đạo Sở": _names(item.leaders, root, linked=linked),
    }
    for label, fact in facts.items():
        if fact:
            yield f"    - {label}: {fact}"


def _status(item: Item) -> str | None:
    name = status_name(item.status)
    if name is None:
        return None
    day = f" sang {slot_name(item.moved_to)}" if item.moved_to else ""
    reason = f": {item.reason}" if item.reason else ""
    return f"**{name}**{day}{reason}"


def _names(mentions: Iterable[Mention], root: str, *, linked: bool) -> str:
    return "; ".join(
        f"[{mention.text}]({root}{entry_url(mention.entry)}index.md)"
        if linked and mention.entry
        else mention.text
        for mention in mentions
    )
