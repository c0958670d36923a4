"""Check and correct the days of a row; report inferences and doubts."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from agenda.importer.datamodel.diagnostics import Diagnostic, Diagnostics
from agenda.importer.lexicon.approximate_dates import is_deadline, joins_half_days
from agenda.importer.lexicon.columns.roles import HALVES, Role
from agenda.importer.lexicon.dates import DateContext, wrong_weekdays
from agenda.importer.lexicon.lines import filled, joined
from agenda.importer.tables.schedule_row import ScheduleRow
from agenda.model import HalfDay
from agenda.model.calendar import dates_between
from agenda.vietnam.dates import day_heading, short_date

_DASHED_SHORT = re.compile(r"\D*\d{1,2}-(\d{1,2})\D*")


def is_within(span: tuple[date, date], context: DateContext) -> bool:
    """Return whether the days touch the month of the document; always, for that of a week."""
    if context.week is not None or context.month is None:
        return True
    return span[0] <= context.month.last and context.month.first <= span[1]


def correct_year(row: ScheduleRow, context: DateContext, diagnostics: Diagnostics) -> ScheduleRow:
    """Return the row in the year of the document if only the year of its dates differs."""
    period = _period(context)
    if period is None or not row.days or any(_overlap(span, period) for span in row.days):
        return row
    for year in sorted({period[0].year, period[1].year} - {row.days[0][0].year}):
        days = _in_year(row.days, year)
        if days and all(_overlap(span, period) for span in days):
            diagnostic = diagnostics.doubt(
                "year",
                row.place,
                f"năm ghi ở ngày không phải năm của văn bản: tính là năm {year}",
                row.printed,
            )
            return replace(row, days=days, diagnostics=(*row.diagnostics, diagnostic))
    return row


def doubt_other_week(
    row: ScheduleRow, context: DateContext, diagnostics: Diagnostics
) -> ScheduleRow:
    """Return the row with a doubt if none of its days belongs to the week of the document."""
    week = context.week
    if week is None or row.carried or not row.days:
        return row
    if any(_overlap(span, week) for span in row.days):
        return row
    diagnostic = diagnostics.doubt(
        "other-week",
        row.place,
        f"ngày {format_days(row)} không thuộc tuần của văn bản "
        f"({short_date(week[0])}–{short_date(week[1])}); giữ ngày như văn bản",
        row.printed,
    )
    return replace(row, diagnostics=(*row.diagnostics, diagnostic))


def doubt_dashed_dates(rows: Sequence[ScheduleRow], diagnostics: Diagnostics) -> list[ScheduleRow]:
    """Return the rows, with a doubt at each range that may be a date: "2-9" in September."""
    checked = list[ScheduleRow]()
    for before, row, after in zip((None, *rows), rows, (*rows[1:], None), strict=False):
        neighbours = [other for other in (before, after) if other and other.days != row.days]
        if _may_be_date(row) and any(
            _overlap(span, row.days[0]) for other in neighbours for span in other.days
        ):
            diagnostic = diagnostics.doubt(
                "dash-date",
                row.place,
                f"tính là các ngày {format_days(row)}; nếu là ngày và tháng thì sửa lại",
                row.printed,
            )
            row = replace(row, diagnostics=(*row.diagnostics, diagnostic))
        checked.append(row)
    return checked


def _may_be_date(row: ScheduleRow) -> bool:
    """Return whether the second number of a range of days is the number of its month."""
    match = _DASHED_SHORT.fullmatch(row.printed)
    if match is None or len(row.days) != 1:
        return False
    return int(match[1]) == row.days[0][1].day == row.days[0][1].month


def _period(context: DateContext) -> tuple[date, date] | None:
    """Return the first and the last day of the document's week or month, if known."""
    month = context.month
    return context.week or ((month.first, month.last) if month else None)


def _overlap(span: tuple[date, date], other: tuple[date, date]) -> bool:
    """Return whether two ranges of days have a day in common."""
    return span[0] <= other[1] and other[0] <= span[1]


def _in_year(
    days: tuple[tuple[date, date], ...], year: int
) -> tuple[tuple[date, date], ...] | None:
    """Return the days in another year; None for 29 February in a year without it."""
    try:
        return tuple((first.replace(year=year), last.replace(year=year)) for first, last in days)
    except ValueError:
        return None


def is_part_of_day(row: ScheduleRow) -> bool:
    """Return whether a row is about a half-day or one leader, so that it cannot be a day off."""
    if row.half_day not in (None, HalfDay.ALL_DAY):
        return True
    if row.people:
        return len(row.people) > 1
    halves = [role for role in HALVES if role is not Role.ALL_DAY and role in row.heads]
    contents = [text for role in halves if (text := joined(row.of(role)))]
    return len(contents) == 1 or len(set(contents)) > 1


def check_dates(row: ScheduleRow, diagnostics: Diagnostics, *, first: bool) -> list[Diagnostic]:
    """Report inferences about the days of a row, and return the doubts.

    The `first` row of a document has no row above to take its day from.
    """
    if wrong_weekdays(row.when):
        days = [day for first, last in row.days for day in dates_between(first, last)]
        return [
            diagnostics.doubt(
                "weekday",
                row.place,
                "thứ trong văn bản không khớp ngày; giữ ngày, theo lịch là "
                + "; ".join(map(day_heading, days)),
                row.printed,
            )
        ]
    if row.carried and not first and filled(row.content):
        diagnostics.infer(
            "day-carried",
            row.place,
            "ô ngày để trống: tính là ngày " + format_days(row),
            "",
        )
    if len(row.days) > 1:
        return [
            diagnostics.doubt(
                "days-apart",
                row.place,
                "một hàng ghi nhiều ngày rời nhau: chép việc vào từng ngày",
                row.printed,
            )
        ]
    if has_partial_days(row):
        return [
            diagnostics.doubt(
                "half-days",
                row.place,
                f"ghi buổi đầu, buổi cuối: tính là cả các ngày {format_days(row)}, "
                "chữ của văn bản ghi ở ghi chú",
                row.printed,
            )
        ]
    if is_deadline(row.when.rest):
        return [
            diagnostics.doubt(
                "limit",
                row.place,
                f"ghi thời hạn, không phải ngày: tính là ngày {format_days(row)}, "
                "chữ của văn bản ghi ở ghi chú",
                row.printed,
            )
        ]
    if row.is_approximate:
        return [
            diagnostics.doubt(
                "always",
                row.place,
                "không ghi ngày cụ thể: tính là ngày " + format_days(row),
                row.printed,
            )
        ]
    return []


def has_partial_days(row: ScheduleRow) -> bool:
    """Return whether a range of days begins or ends with a half-day."""
    longer = any(first < last for first, last in row.days)
    return longer and joins_half_days(row.printed)


def format_days(row: ScheduleRow) -> str:
    """Return the days as "04/5, 06/5–08/5"."""
    return ", ".join(
        short_date(first) if first == last else f"{short_date(first)}–{short_date(last)}"
        for first, last in row.days
    )
