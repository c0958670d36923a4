"""Rows without a day that are likely of another than the one above: the hours begin again."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from agenda.importer.datamodel.diagnostics import Diagnostics
from agenda.importer.tables.schedule_row import ScheduleRow
from agenda.model import HalfDay

_ORDER = (HalfDay.MORNING, HalfDay.AFTERNOON, HalfDay.EVENING)


def doubt_days_carried(
    strips: Sequence[ScheduleRow], diagnostics: Diagnostics
) -> list[ScheduleRow]:
    """The rows, with a doubt at each that has the day of the one above but is before it."""
    doubted = list(strips[:1])
    for before, strip in pairwise(strips):
        unnamed = not strip.when.spans and not strip.when.weekdays
        alike = (strip.days, strip.leader) == (before.days, before.leader)
        if unnamed and alike and _goes_back(before, strip):
            diagnostic = diagnostics.doubt(
                "day-carried",
                strip.place,
                "ô ngày để trống mà giờ, buổi lại sớm hơn hàng trên: vẫn tính là ngày của hàng "
                "trên; nếu là ngày khác thì chuyển",
                strip.text,
            )
            doubted.append(replace(strip, diagnostics=(*strip.diagnostics, diagnostic)))
        else:
            doubted.append(strip)
    return doubted


def _goes_back(before: ScheduleRow, strip: ScheduleRow) -> bool:
    if strip.when.start is not None and before.when.start is not None:
        return strip.when.start < before.when.start
    named = strip.when.half_day in _ORDER and before.half_day in _ORDER
    return named and _ORDER.index(strip.when.half_day) < _ORDER.index(before.half_day)
