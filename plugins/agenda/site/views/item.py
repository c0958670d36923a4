"""Build the view of an item for templates."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from agenda.model import Item, Slot, YearMonth
from agenda.site.artifact import Link
from agenda.site.inline import Abbreviations, NameRun, TextRun, name_runs
from agenda.site.urls import day_url, item_anchor, item_url
from agenda.vietnam.dates import date_ranges, full_date, half_day_name, weekday_name
from agenda.vietnam.wording import slot_name, status_name, time_range


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemView:
    """An item in words; `anchor` is None where the item is repeated on a later day."""

    anchor: str | None
    url: str
    date: str
    last: str
    """The last day of the item, in ISO 8601: whether it is still to come is for the browser."""
    half_day: str
    time: str | None
    text: tuple[TextRun, ...]
    span: str | None
    venue: str | None
    participants: str | None
    note: str | None
    preparers: tuple[NameRun, ...]
    leaders: tuple[NameRun, ...]
    status: str
    status_label: str | None
    moved_to: Link | None
    reason: str | None
    badges: tuple[str, ...] = ()
    """The changes that amendments made, in words."""
    moved_from: Link | None = None


def view_item(
    item: Item, day: date, abbreviations: Abbreviations, published: Collection[YearMonth]
) -> ItemView:
    """Return the item as shown on `day`, on the page of that day's month."""
    return ItemView(
        anchor=item_anchor(item) if day == max(item.first, item.month.first) else None,
        url=item_url(item),
        date=f"{weekday_name(item.first)}, {full_date(item.first)}",
        last=item.last.isoformat(),
        half_day=half_day_name(item.half_day),
        time=time_range(item.start, item.end),
        text=abbreviations.runs(item.text),
        span=date_ranges(item.days) if item.first < item.last else None,
        venue=item.venue,
        participants=item.participants,
        note=item.note,
        preparers=name_runs(item.preparers),
        leaders=name_runs(item.leaders),
        status=item.status.value,
        status_label=status_name(item.status),
        moved_to=_moved_to(item.moved_to, published) if item.moved_to else None,
        reason=item.reason,
    )


def _moved_to(slot: Slot, published: Collection[YearMonth]) -> Link:
    """Return the new day, with a URL if its month is published."""
    return Link(
        text=slot_name(slot),
        url=day_url(slot.day) if YearMonth.of(slot.day) in published else "",
    )
