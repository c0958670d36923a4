"""An item as a template needs it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, time

from agenda.model import Item, Slot, Status, YearMonth
from agenda.site.addresses import day_address, item_address, item_anchor
from agenda.site.artifact import Link
from agenda.site.runs import Abbreviations, NameRun, TextRun, name_runs
from agenda.vietnam.dates import date_range, day_heading, full_date, half_day_name, weekday_name

STATUS_LABELS = {
    Status.CANCELLED: "Đã hủy",
    Status.POSTPONED: "Hoãn, chưa định ngày",
    Status.MOVED: "Đã đổi lịch",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemView:
    """An item, worded; `anchor` is None where the item is shown again on a later day."""

    anchor: str | None
    address: str
    date: str
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


def view_item(
    item: Item, day: date, abbreviations: Abbreviations, published: Collection[YearMonth]
) -> ItemView:
    """The item as it stands on `day`, on the page of that day's month."""
    return ItemView(
        anchor=item_anchor(item) if day == max(item.first, item.month.first) else None,
        address=item_address(item),
        date=f"{weekday_name(item.first)}, {full_date(item.first)}",
        half_day=half_day_name(item.half_day),
        time=_times(item.start, item.end),
        text=abbreviations.runs(item.text),
        span=date_range(item.first, item.last) if item.first < item.last else None,
        venue=item.venue,
        participants=item.participants,
        note=item.note,
        preparers=name_runs(item.preparers),
        leaders=name_runs(item.leaders),
        status=item.status.value,
        status_label=STATUS_LABELS.get(item.status),
        moved_to=_moved_to(item.moved_to, published) if item.moved_to else None,
        reason=item.reason,
    )


def _times(start: time | None, end: time | None) -> str | None:
    if start is None:
        return None
    return f"{start:%H:%M}" + (f"–{end:%H:%M}" if end else "")


def _moved_to(slot: Slot, published: Collection[YearMonth]) -> Link:
    """The new day, with an address where its month is published."""
    half_day = f"{half_day_name(slot.half_day).lower()} " if slot.half_day else ""
    return Link(
        text=f"{half_day}{day_heading(slot.day)}/{slot.day.year}",
        address=day_address(slot.day) if YearMonth.of(slot.day) in published else "",
    )
