"""Format dates in Vietnamese, and find the weekdays that a label names."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date, timedelta

from agenda.model import HalfDay, YearMonth

WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
"""Names by `date.weekday()`, where Monday is 0."""

HALF_DAYS = {
    HalfDay.ALL_DAY: "Cả ngày",
    HalfDay.MORNING: "Sáng",
    HalfDay.AFTERNOON: "Chiều",
    HalfDay.EVENING: "Tối",
}

WEEKDAY_WORDS = {
    word: weekday
    for weekday, words in enumerate(("2 hai", "3 ba", "4 tư", "5 năm", "6 sáu", "7 bảy bẩy"))
    for word in words.split()
}

WEEKDAY_NAME = re.compile(
    r"""
      \b(?:lần|(?:kỳ|phiên|cuộc)(?:\s+họp)?|(?:đại\s+hội|hội\s+nghị)|kh(?:óa|oá)|năm|người)
        \s+thứ\s+\w+                                  # an ordinal: skipped
    | \bKH\s*(?:và|&|-)\s*CN\b                       # khoa học và công nghệ: skipped
    | \bthứ\s+(?P<word>hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])\b(?!\s+(?:mươi|trăm)\b)
    | \bT\.?(?P<digit>[2-7])\b(?!\s*/)               # "T5/2021" is a month
    | (?P<sunday>\b(?:chủ|chúa)\s+nhật\b|(?<![\w&])(?-i:CN)\b(?!&))
    """,
    re.IGNORECASE | re.VERBOSE,
)


def weekday_name(day: date) -> str:
    return WEEKDAYS[day.weekday()]


def short_date(day: date) -> str:
    """Format as "04/5". Days below 10 and months 1 and 2 take a zero (Nghị định 30/2020/NĐ-CP)."""
    return f"{day.day:02}/{_month(day.month)}"


def day_heading(day: date) -> str:
    """Format as "Thứ Ba, 04/5"."""
    return f"{weekday_name(day)}, {short_date(day)}"


def full_date(day: date) -> str:
    """Format as "04/5/2021"."""
    return f"{short_date(day)}/{day.year}"


def long_date(day: date) -> str:
    """Format as "ngày 04 tháng 5 năm 2021", as documents are dated."""
    return f"ngày {day.day:02} {month_name(YearMonth.of(day))}"


def month_name(month: YearMonth) -> str:
    """Format as "tháng 5 năm 2021"."""
    return f"tháng {_month(month.month)} năm {month.year}"


def month_title(month: YearMonth) -> str:
    """Format as "Tháng 5 năm 2021"."""
    return month_name(month).capitalize()


def half_day_name(half_day: HalfDay) -> str:
    return HALF_DAYS[half_day]


def date_range(first: date, last: date) -> str:
    """Format as "18–20/5/2021", "30/4–03/5/2021" or "30/12/2021–02/01/2022"; one day as a date."""
    if first == last:
        return full_date(last)
    if first.year != last.year:
        return f"{full_date(first)}–{full_date(last)}"
    if first.month != last.month:
        return f"{short_date(first)}–{full_date(last)}"
    return f"{first.day:02}–{full_date(last)}"


def date_ranges(days: Iterable[date]) -> str:
    """Format sorted days as ranges: "07, 14–30/6/2021"; ranges of several months in full."""
    runs: list[tuple[date, date]] = []
    for day in days:
        if runs and day - runs[-1][1] == timedelta(days=1):
            runs[-1] = runs[-1][0], day
        else:
            runs.append((day, day))
    months = {YearMonth.of(day) for run in runs for day in run}
    if len(months) > 1:
        return ", ".join(date_range(first, last) for first, last in runs)
    *others, (first, last) = runs
    short = [f"{a.day:02}" if a == b else f"{a.day:02}–{b.day:02}" for a, b in others]
    return ", ".join((*short, date_range(first, last)))


def find_weekdays(text: str) -> tuple[int, ...]:
    """Return the weekdays that `text` names, in order, Monday as 0: "T7, CN" gives (5, 6).

    Ordinals ("kỳ họp thứ hai"), offices ("thứ trưởng") and months ("T5/2021") do not count.
    """
    weekdays = []
    for match in WEEKDAY_NAME.finditer(unicodedata.normalize("NFC", text)):
        if match["sunday"]:
            weekdays.append(6)
        elif word := match["word"] or match["digit"]:
            weekdays.append(WEEKDAY_WORDS[word.lower()])
    return tuple(weekdays)


def names_only_weekdays(label: str) -> bool:
    """Return whether a label names weekdays and says nothing else: "Thứ Bảy, Chủ nhật"."""
    words = unicodedata.normalize("NFC", label).casefold().split(",")
    return {word.strip() for word in words} <= {name.casefold() for name in WEEKDAYS}


def _month(number: int) -> str:
    return f"{number:02}" if number <= 2 else str(number)
