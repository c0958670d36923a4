"""What is inferred or doubted of the days that a row names."""

from dataclasses import replace
from datetime import date

from agenda.importer.datamodel.diagnostics import Diagnostic, Diagnostics
from agenda.importer.lexicon.approximate_dates import is_deadline, joins_half_days
from agenda.importer.lexicon.column_roles import HALVES, Role
from agenda.importer.lexicon.dates import DateContext, wrong_weekdays
from agenda.importer.lexicon.lines import filled
from agenda.importer.tables.schedule_row import ScheduleRow
from agenda.model import HalfDay
from agenda.model.calendar import dates_between
from agenda.vietnam.dates import day_heading, short_date


def is_within(span: tuple[date, date], frame: DateContext) -> bool:
    """Whether days are of the month of the document; one of a week may reach into two."""
    if frame.week is not None or frame.month is None:
        return True
    return span[0] <= frame.month.last and frame.month.first <= span[1]


def correct_year(strip: ScheduleRow, frame: DateContext, diagnostics: Diagnostics) -> ScheduleRow:
    """The strip in the document's own year where nothing but the year of its dates is another."""
    about = _about(frame)
    if about is None or not strip.days or any(_meet(span, about) for span in strip.days):
        return strip
    for year in sorted({about[0].year, about[1].year} - {strip.days[0][0].year}):
        days = _in_year(strip.days, year)
        if days and all(_meet(span, about) for span in days):
            diagnostic = diagnostics.doubt(
                "year",
                strip.place,
                f"năm ghi ở ngày không phải năm của văn bản: tính là năm {year}",
                strip.printed,
            )
            return replace(strip, days=days, diagnostics=(*strip.diagnostics, diagnostic))
    return strip


def doubt_other_week(
    strip: ScheduleRow, frame: DateContext, diagnostics: Diagnostics
) -> ScheduleRow:
    """The strip with a doubt where none of its days is of the week that the paper is about."""
    week = frame.week
    if week is None or strip.carried or not strip.days:
        return strip
    if any(_meet(span, week) for span in strip.days):
        return strip
    diagnostic = diagnostics.doubt(
        "other-week",
        strip.place,
        f"ngày {format_days(strip)} không thuộc tuần của văn bản "
        f"({short_date(week[0])}–{short_date(week[1])}); giữ ngày như văn bản",
        strip.printed,
    )
    return replace(strip, diagnostics=(*strip.diagnostics, diagnostic))


def _about(frame: DateContext) -> tuple[date, date] | None:
    month = frame.month
    return frame.week or ((month.first, month.last) if month else None)


def _meet(span: tuple[date, date], other: tuple[date, date]) -> bool:
    return span[0] <= other[1] and other[0] <= span[1]


def _in_year(
    days: tuple[tuple[date, date], ...], year: int
) -> tuple[tuple[date, date], ...] | None:
    """The same days of a year; None where it has not the 29th of February among them."""
    try:
        return tuple((first.replace(year=year), last.replace(year=year)) for first, last in days)
    except ValueError:
        return None


def is_part_of_day(strip: ScheduleRow) -> bool:
    """Whether what a row says is of a half of its day or of one leader: no day off for all."""
    if strip.half_day not in (None, HalfDay.ALL_DAY):
        return True
    if strip.people:
        return len(strip.people) > 1
    halves = [role for role in HALVES if role is not Role.ALL_DAY and role in strip.heads]
    return sum(bool(filled(strip.of(role))) for role in halves) == 1


def check_dates(strip: ScheduleRow, diagnostics: Diagnostics, *, first: bool) -> list[Diagnostic]:
    """Say what is inferred or doubted of the days of a row; the `first` carries none."""
    if wrong_weekdays(strip.when):
        days = [day for first, last in strip.days for day in dates_between(first, last)]
        return [
            diagnostics.doubt(
                "weekday",
                strip.place,
                "thứ trong văn bản không khớp ngày; giữ ngày, theo lịch là "
                + "; ".join(map(day_heading, days)),
                strip.printed,
            )
        ]
    if strip.carried and not first and filled(strip.content):
        diagnostics.infer(
            "day-carried",
            strip.place,
            "ô ngày để trống: tính là ngày " + format_days(strip),
            "",
        )
    if len(strip.days) > 1:
        return [
            diagnostics.doubt(
                "days-apart",
                strip.place,
                "một hàng ghi nhiều ngày rời nhau: chép việc vào từng ngày",
                strip.printed,
            )
        ]
    if has_partial_days(strip):
        return [
            diagnostics.doubt(
                "half-days",
                strip.place,
                f"ghi buổi đầu, buổi cuối: tính là cả các ngày {format_days(strip)}, "
                "chữ của văn bản ghi ở ghi chú",
                strip.printed,
            )
        ]
    if is_deadline(strip.when.rest):
        return [
            diagnostics.doubt(
                "limit",
                strip.place,
                f"ghi thời hạn, không phải ngày: tính là ngày {format_days(strip)}, "
                "chữ của văn bản ghi ở ghi chú",
                strip.printed,
            )
        ]
    if strip.vague:
        return [
            diagnostics.doubt(
                "always",
                strip.place,
                "không ghi ngày cụ thể: tính là ngày " + format_days(strip),
                strip.printed,
            )
        ]
    return []


def has_partial_days(strip: ScheduleRow) -> bool:
    """Whether days in a row begin or end with a half of one."""
    longer = any(first < last for first, last in strip.days)
    return longer and joins_half_days(strip.printed)


def format_days(strip: ScheduleRow) -> str:
    return ", ".join(
        short_date(first) if first == last else f"{short_date(first)}–{short_date(last)}"
        for first, last in strip.days
    )
