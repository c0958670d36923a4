"""The skeleton of a month that has no file yet: every day in place, weekends and holidays named."""

import json
import re
from collections.abc import Iterator
from datetime import date
from itertools import groupby

from agenda.model import YearMonth
from agenda.vietnam.dates import weekday_name
from agenda.vietnam.holidays import WorkCalendar

_PLAIN = re.compile(r"[^\W\d_](?:[\w(),./ -]*[\w).])?")
"""Text that YAML takes as it stands."""


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
    for label, first, last in _stretches(month, calendar):
        days = str(first.day) if first == last else f"{first.day}-{last.day}"
        if label is None:
            lines += [
                f"  - ngay: {days}   # {weekday_name(first)}",
                "    sang:",
                "    chieu:",
            ]
        else:
            lines += [f"  - ngay: {days}", f"    nghi: {_written(label)}"]
        lines.append("")
    lines += ["noi_nhan:", ""]
    return "\n".join(lines)


def _stretches(month: YearMonth, calendar: WorkCalendar) -> Iterator[tuple[str | None, date, date]]:
    """Working days one by one, without a label; holidays of one name and weekends in runs."""

    def kind(day: date) -> tuple[date | None, str | None]:
        return (day, None) if calendar.is_working_day(day) else (None, calendar.holiday_name(day))

    for (working, name), days in groupby(month.dates(), key=kind):
        run = list(days)
        label = None if working else name or ", ".join(weekday_name(day) for day in run)
        yield label, run[0], run[-1]


def _written(label: str) -> str:
    plain = _PLAIN.fullmatch(label) and label.lower() != "null"
    return label if plain else json.dumps(label, ensure_ascii=False)
