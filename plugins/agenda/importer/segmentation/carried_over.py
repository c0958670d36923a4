"""Doubt rows that take over the date above them although their time is earlier."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from agenda.importer.datamodel.diagnostics import Diagnostics
from agenda.importer.tables.schedule_row import ScheduleRow
from agenda.model import HalfDay

_ORDER = (HalfDay.MORNING, HalfDay.AFTERNOON, HalfDay.EVENING)


def doubt_days_carried(rows: Sequence[ScheduleRow], diagnostics: Diagnostics) -> list[ScheduleRow]:
    """Return the rows, with a doubt at each undated row whose time is before the row above."""
    checked_rows = list(rows[:1])
    for before, row in pairwise(rows):
        without_date = not row.when.spans and not row.when.weekdays
        same_day_and_leader = (row.days, row.leader) == (before.days, before.leader)
        if without_date and same_day_and_leader and _is_earlier(before, row):
            diagnostic = diagnostics.doubt(
                "day-carried",
                row.place,
                "ô ngày để trống mà giờ, buổi lại sớm hơn hàng trên: vẫn tính là ngày của hàng "
                "trên; nếu là ngày khác thì chuyển",
                row.text,
            )
            checked_rows.append(replace(row, diagnostics=(*row.diagnostics, diagnostic)))
        else:
            checked_rows.append(row)
    return checked_rows


def _is_earlier(before: ScheduleRow, row: ScheduleRow) -> bool:
    if row.when.start is not None and before.when.start is not None:
        return row.when.start < before.when.start
    both_known = row.when.half_day in _ORDER and before.half_day in _ORDER
    return both_known and _ORDER.index(row.when.half_day) < _ORDER.index(before.half_day)
