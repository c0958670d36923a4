"""Decide the half-day of an item."""

from agenda.importer.datamodel.diagnostics import Diagnostics
from agenda.importer.extraction.entries import EntryBuilder
from agenda.importer.extraction.read_item import ReadItem
from agenda.importer.lexicon.times import half_day_of
from agenda.model import HalfDay


def decide_half_day(item: ReadItem, entry: EntryBuilder, diagnostics: Diagnostics) -> HalfDay:
    """Return the half-day of an item: as announced, else by its time, else all day."""
    half_day = item.half_day
    place = item.span.place
    if half_day is None and item.start is not None:
        half_day = half_day_of(item.start)
        diagnostics.infer(
            "half-day-by-time", place, f"xếp buổi theo giờ {item.start:%H:%M}", item.text
        )
    elif half_day is None:
        half_day = HalfDay.ALL_DAY
        if entry.first == entry.last and entry.label is None:
            message = "văn bản không ghi buổi: xếp vào cả ngày"
            # The half-days of other leaders tell nothing about this one's.
            halves = {half.half_day for half in entry.halves}
            if item.span.leader is None and halves - {HalfDay.ALL_DAY}:
                item.diagnostics.append(diagnostics.doubt("no-half-day", place, message, item.text))
            else:
                diagnostics.infer("no-half-day", place, message, item.text)
    elif item.start is not None and not _fits(half_day, item):
        item.diagnostics.append(
            diagnostics.doubt(
                "half-day-against-time",
                place,
                f"giờ {item.start:%H:%M} không thuộc buổi đã ghi; giữ buổi như văn bản",
                item.text,
            )
        )
    return half_day


def _fits(half_day: HalfDay, item: ReadItem) -> bool:
    """Tell whether the time fits the half-day; an evening may begin in the afternoon."""
    if half_day is HalfDay.ALL_DAY or item.start is None:
        return True
    by_time = half_day_of(item.start)
    return by_time is half_day or {by_time, half_day} == {HalfDay.AFTERNOON, HalfDay.EVENING}
