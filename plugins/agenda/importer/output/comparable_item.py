"""Items of a document or of a published month in one form, to be compared."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from agenda.importer.datamodel.draft import DraftItem
from agenda.importer.output.yaml_text import time_written
from agenda.model import HalfDay, Item, Mention, Slot, Status
from agenda.vietnam.dates import half_day_name, short_date
from agenda.vietnam.wording import slot_name, status_name


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparableItem:
    """An item with its days, its half-day, and its fields by their Vietnamese names."""

    first: date
    last: date
    half_day: HalfDay
    text: str
    fields: tuple[tuple[str, str], ...]

    @property
    def where(self) -> str:
        """Return the days and the half-day in Vietnamese."""
        days = short_date(self.first)
        if self.last != self.first:
            days += f"–{short_date(self.last)}"
        return f"ngày {days}, {half_day_name(self.half_day).lower()}"


def item_of_draft(item: DraftItem, first: date, last: date, half_day: HalfDay) -> ComparableItem:
    return ComparableItem(
        first=first,
        last=last,
        half_day=half_day,
        text=item.text,
        fields=_fields(
            item.text,
            time_written(item.start, item.end) if item.start else "",
            item.venue,
            "; ".join(item.preparers),
            "; ".join(item.leaders),
            item.participants,
            item.note,
            item.status,
            item.moved_to,
        ),
    )


def item_of_revision(item: Item) -> ComparableItem:
    return ComparableItem(
        first=item.first,
        last=item.last,
        half_day=item.half_day,
        text=item.text,
        fields=_fields(
            item.text,
            time_written(item.start, item.end) if item.start else "",
            item.venue,
            _names(item.preparers),
            _names(item.leaders),
            item.participants,
            item.note,
            item.status,
            item.moved_to,
        ),
    )


def _fields(
    text: str,
    times: str,
    venue: str | None,
    preparers: str,
    leaders: str,
    participants: str | None,
    note: str | None,
    status: Status,
    moved_to: Slot | None,
) -> tuple[tuple[str, str], ...]:
    return (
        ("nội dung", text),
        ("giờ", times),
        ("địa điểm", venue or ""),
        ("cơ quan chuẩn bị", preparers),
        ("lãnh đạo", leaders),
        ("thành phần", participants or ""),
        ("ghi chú", note or ""),
        ("tình trạng", status_name(status) or ""),
        ("đổi sang", slot_name(moved_to) if moved_to else ""),
    )


def _names(mentions: Sequence[Mention]) -> str:
    return "".join(mention.joiner + mention.text for mention in mentions).replace("\n", "; ")
