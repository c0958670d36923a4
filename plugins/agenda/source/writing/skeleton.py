"""Create the YAML skeleton of a new month, with every day, weekend and holiday."""

import json
import re
from collections.abc import Iterator
from datetime import date
from itertools import groupby

from agenda.model import YearMonth
from agenda.vietnam.dates import weekday_name
from agenda.vietnam.holidays import WorkCalendar

_PLAIN_SCALAR = re.compile(r"[^\W\d_](?:[\w(),./ -]*[\w).])?")
"""Text that YAML reads unchanged without quotes."""


def draft_month(month: YearMonth, calendar: WorkCalendar) -> str:
    """Return YAML for a clerk to fill in. Adjacent days off form one entry, as in documents."""
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
    for label, first, last in _day_ranges(month, calendar):
        days = str(first.day) if first == last else f"{first.day}-{last.day}"
        if label is None:
            lines += [
                f"  - ngay: {days}   # {weekday_name(first)}",
                "    sang:",
                "    chieu:",
            ]
        else:
            lines += [f"  - ngay: {days}", f"    nghi: {_yaml_scalar(label)}"]
        lines.append("")
    lines += ["noi_nhan:", ""]
    return "\n".join(lines)


def _day_ranges(
    month: YearMonth, calendar: WorkCalendar
) -> Iterator[tuple[str | None, date, date]]:
    """Yield label, first and last day of each entry.

    A working day is an entry of its own and has no label. Adjacent days off form one entry.
    """

    def kind(day: date) -> tuple[date | None, str | None]:
        return (day, None) if calendar.is_working_day(day) else (None, calendar.holiday_name(day))

    for (working, name), days in groupby(month.dates(), key=kind):
        run = list(days)
        label = None if working else name or ", ".join(weekday_name(day) for day in run)
        yield label, run[0], run[-1]


def _yaml_scalar(label: str) -> str:
    plain = _PLAIN_SCALAR.fullmatch(label) and label.lower() != "null"
    return label if plain else json.dumps(label, ensure_ascii=False)
