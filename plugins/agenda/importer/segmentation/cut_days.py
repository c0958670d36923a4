"""Days whose very cell the end of a page cut, as "Thứ Ba" above "04/5"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from agenda.importer.datamodel.diagnostics import Diagnostics
from agenda.importer.lexicon.dates import DateContext, read_dates, wrong_weekdays
from agenda.importer.lexicon.lines import TextLine
from agenda.importer.segmentation.joining import is_over_page, join_lines
from agenda.importer.tables.schedule_row import ScheduleRow


def join_cut_days(
    strips: Sequence[ScheduleRow], frame: DateContext, diagnostics: Diagnostics
) -> list[ScheduleRow]:
    """Put such rows together; what follows them without a day of its own is of theirs."""
    joined: list[ScheduleRow] = []
    carried: ScheduleRow | None = None
    for strip in strips:
        timed = _timed_over(joined[-1], strip, frame) if joined else None
        if timed is not None:
            message = "ô ngày, giờ bị ngắt sang trang: đọc liền hai phần"
            diagnostics.infer("day-joined", timed.place, message, timed.printed)
            joined[-1] = carried = join_lines(joined[-1], strip, when=timed)
            continue
        if strip.when.spans or strip.when.weekdays or strip.vague:
            carried = None
        joined.append(strip if carried is None else replace(strip, days=carried.days))
    return joined


def _timed_over(before: ScheduleRow, strip: ScheduleRow, frame: DateContext) -> ScheduleRow | None:
    """The first, saying when as both do together, where the page cut the very cell of the day.

    As "Thứ Ba" above "04/5", "Ngày" above "5", or "26-" above "27": neither is whole, and both
    together are.
    """
    if not is_over_page(before, strip) or strip.untimed or not before.printed:
        return None
    half_named = (
        bool(before.when.weekdays)
        and not read_dates(before.printed, replace(frame, week=None)).spans
        and bool(strip.when.spans)
        and not strip.when.weekdays
        and (before.when.start is None or strip.when.start is None)
    )
    open_ended = before.when.empty or re.search(r"[-–,(]$", before.printed)
    if not (half_named or open_ended or before.when.rest or strip.when.rest):
        return None
    cells = zip_longest(before.times, strip.times, fillvalue=TextLine(text=""))
    printed = " ".join(_over(above, below) for above, below in cells)
    when = read_dates(printed, frame)
    if when.empty or when.rest or wrong_weekdays(when):
        return None
    return replace(
        before,
        printed=printed,
        when=when,
        days=when.spans or before.days,
        half_day=when.half_day or before.half_day,
    )


def _over(above: TextLine, below: TextLine) -> str:
    """What a cell says that a page cut; "Thứ" may have been put before "Năm" already.

    A merged cell beside both says the same.
    """
    if below.text == above.text or below.text.startswith(f"{above.text} "):
        return below.text
    return f"{above.text}{' ' if below.joiner is None else below.joiner}{below.text}"
