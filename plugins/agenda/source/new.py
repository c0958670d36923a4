"""The skeleton of a month that has no file yet: every day in place, weekends and holidays named."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from agenda.model import YearMonth
from agenda.vietnam.dates import weekday_name
from agenda.vietnam.daysoff import WorkCalendar


def draft_month(month: YearMonth, calendar: WorkCalendar) -> str:
    """YAML for a clerk to fill in; runs of days off stand as one entry, as papers write them."""
    lines = [
        "# yaml-language-server: $schema=../docs/du-lieu/agenda.schema.json",
        f"thang: {month}",
        "van_ban:",
        "  so:",
        "  noi_ban_hanh:",
        "  ngay_ban_hanh:   # năm-tháng-ngày ký, như 2021-05-04",
        "  nguoi_ky:",
        "  chuc_vu:",
        "",
        "trong_tam:",
        "",
        "luu_y:",
        "",
        "lich:",
    ]
    for name, first, last in _stretches(month, calendar):
        days = str(first.day) if first == last else f"{first.day}-{last.day}"
        if name is None:
            lines += [
                f"  - ngay: {days}   # {weekday_name(first)}",
                "    sang:",
                "    chieu:",
            ]
        else:
            lines += [f"  - ngay: {days}", f"    nghi: {name}"]
        lines.append("")
    lines += ["noi_nhan:", ""]
    return "\n".join(lines)


def _stretches(
    month: YearMonth, calendar: WorkCalendar
) -> Iterator[tuple[str | None, date, date]]:
    """Working days one by one; days off in runs of one kind, weekends by their weekdays."""

    def kind(day: date) -> tuple[str, object]:
        if calendar.is_working_day(day):
            return ("working", day)
        holiday = calendar.holiday_name(day)
        return ("holiday", holiday) if holiday else ("weekend", day.isocalendar()[:2])

    for (sort, _), days in groupby(month.dates(), key=kind):
        run = list(days)
        match sort:
            case "working":
                name = None
            case "weekend":
                name = ", ".join(weekday_name(day) for day in run)
            case _:
                name = calendar.holiday_name(run[0])
        yield name, run[0], run[-1]
