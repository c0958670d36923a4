"""Join rows whose date cell a page break cuts, as in "Thứ Ba" above "04/5"."""

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
    rows: Sequence[ScheduleRow], context: DateContext, diagnostics: Diagnostics
) -> list[ScheduleRow]:
    """Join such rows, and give their days to the undated rows that follow."""
    joined: list[ScheduleRow] = []
    carried: ScheduleRow | None = None
    for row in rows:
        dated_row = _join_day_cells(joined[-1], row, context) if joined else None
        if dated_row is not None:
            message = "ô ngày, giờ bị ngắt sang trang: đọc liền hai phần"
            diagnostics.infer("day-joined", dated_row.place, message, dated_row.printed)
            joined[-1] = carried = join_lines(joined[-1], row, date_from=dated_row)
            continue
        if row.when.spans or row.when.weekdays or row.is_approximate:
            carried = None
        joined.append(row if carried is None else replace(row, days=carried.days))
    return joined


def _join_day_cells(
    before: ScheduleRow, row: ScheduleRow, context: DateContext
) -> ScheduleRow | None:
    """Return the first row with the date of both rows, or None if no date cell is cut.

    Examples are "Thứ Ba" above "04/5", "Ngày" above "5", and "26-" above "27".
    """
    if not is_over_page(before, row) or row.no_own_date or not before.printed:
        return None
    weekday_only = (
        bool(before.when.weekdays)
        and not read_dates(before.printed, replace(context, week=None)).spans
        and bool(row.when.spans)
        and not row.when.weekdays
        and (before.when.start is None or row.when.start is None)
    )
    open_ended = before.when.empty or re.search(r"[-–,(]$", before.printed)
    if not (weekday_only or open_ended or before.when.rest or row.when.rest):
        return None
    cells = zip_longest(before.times, row.times, fillvalue=TextLine(text=""))
    printed = " ".join(_join_cell(above, below) for above, below in cells)
    when = read_dates(printed, context)
    if when.empty or when.rest or wrong_weekdays(when):
        return None
    return replace(
        before,
        printed=printed,
        when=when,
        days=when.spans or before.days,
        half_day=when.half_day or before.half_day,
    )


def _join_cell(above: TextLine, below: TextLine) -> str:
    """Return the text of a cell that a page break cuts.

    The lower text may repeat the upper one: the reader may have put "Thứ" before "Năm" already,
    and a merged cell has the same text in both rows.
    """
    if below.text == above.text or below.text.startswith(f"{above.text} "):
        return below.text
    return f"{above.text}{' ' if below.joiner is None else below.joiner}{below.text}"
