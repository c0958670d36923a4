"""Stretches of a month that papers name without a date: "Trong tháng", "Cuối tháng"."""

import re
from datetime import date

from agenda.importer.lexicon.dates import DateContext
from agenda.model import YearMonth

_WHOLE = (
    r"\b(?:trong|cả|suốt)\s+(?:tháng|tuần)\b|\b(?:hằng|hàng|các)\s+ngày\b(?!\s*\d)"
    r"|\bthường\s+xuyên\b"
)
_PARTS = (
    (1, 10, r"\b(?:đầu\s+tháng|thượng\s+tuần)\b"),
    (11, 20, r"\b(?:giữa\s+tháng|trung\s+tuần)\b"),
    (21, None, r"\b(?:cuối\s+tháng|hạ\s+tuần)\b"),
)
"""Ten days each, as a month is parted into its "tuần"; the last takes what is left."""

_LIMIT = re.compile(
    r"(?:(?:xong|hoàn\s+thành|chậm\s+nhất|muộn\s+nhất|trước|sau|khoảng|dự\s+kiến|kể|đến|hết|là)\s*)+",
    re.IGNORECASE,
)

_HALF_DAYS = re.compile(r"\b(?:sáng|chiều|tối)\b")

APPROXIMATE = re.compile("|".join((_WHOLE, *(pattern for _, _, pattern in _PARTS))), re.IGNORECASE)


def approximate_days(text: str, frame: DateContext) -> tuple[date, date] | None:
    """The days that such words mean at most, of the document's week or month."""
    if APPROXIMATE.search(text) is None:
        return None
    named = re.search(r"\btháng\s*(\d{1,2})", text, re.IGNORECASE)
    if frame.week is not None:
        return _month_within(frame.week, int(named[1])) if named else frame.week
    month = frame.month
    if month is None or (named and int(named[1]) != month.month):
        return None
    return next(
        (
            (month.first.replace(day=first), _day(month, last))
            for first, last, pattern in _PARTS
            if re.search(pattern, text, re.IGNORECASE)
        ),
        (month.first, month.last),
    )


def _month_within(span: tuple[date, date], number: int) -> tuple[date, date] | None:
    """The days of a month that a span holds whole, as a quarter does; else the span."""
    month = YearMonth(span[0].year, number) if 1 <= number <= 12 else None
    if month is None or not span[0] <= month.first <= month.last <= span[1]:
        return span
    return month.first, month.last


def is_part_of_month(text: str) -> bool:
    return any(re.search(pattern, text, re.IGNORECASE) for _, _, pattern in _PARTS)


def is_deadline(words: str) -> bool:
    """Whether words beside a date make it a limit rather than the day: "Trước ngày 25/6"."""
    return _LIMIT.fullmatch(words) is not None


def joins_half_days(text: str) -> bool:
    """Whether a stretch of days begins or ends within one: "Chiều 08/12 - sáng 09/12"."""
    named = _HALF_DAYS.findall(text.lower())
    return len(set(named)) > 1


def _day(month: YearMonth, day: int | None) -> date:
    return month.last if day is None else month.first.replace(day=day)
