"""Read periods without dates: "Trong tháng", "Cuối tháng"; recognise deadlines."""

import re
from datetime import date

from agenda.importer.lexicon.dates import DateContext
from agenda.importer.lexicon.half_days import half_day_words
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
"""Parts of a month by the decades of its days; the last one ends with the month."""

_DEADLINE = re.compile(
    r"(?:(?:xong|hoàn\s+thành|chậm\s+nhất|muộn\s+nhất|trước|sau|khoảng|dự\s+kiến|kể|đến|hết|là)\s*)+",
    re.IGNORECASE,
)

APPROXIMATE = re.compile("|".join((_WHOLE, *(pattern for _, _, pattern in _PARTS))), re.IGNORECASE)


def approximate_days(text: str, context: DateContext) -> tuple[date, date] | None:
    """Return the longest period that the words may mean, within the document's week or month."""
    if APPROXIMATE.search(text) is None:
        return None
    named = re.search(r"\btháng\s*(\d{1,2})", text, re.IGNORECASE)
    if context.week is not None:
        return _month_within(context.week, int(named[1])) if named else context.week
    month = context.month
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
    """Return the days of a month that lies within the span, as in a quarter; else the span."""
    month = YearMonth(span[0].year, number) if 1 <= number <= 12 else None
    if month is None or not span[0] <= month.first <= month.last <= span[1]:
        return span
    return month.first, month.last


def is_part_of_month(text: str) -> bool:
    """Return whether the text names the beginning, the middle or the end of a month."""
    return any(re.search(pattern, text, re.IGNORECASE) for _, _, pattern in _PARTS)


def is_deadline(words: str) -> bool:
    """Return whether words beside a date make it a deadline: "Trước ngày 25/6"."""
    return _DEADLINE.fullmatch(words) is not None


def joins_half_days(text: str) -> bool:
    """Return whether a range of days begins or ends with a half-day.

    "Chiều 08/12 - sáng 09/12" does.
    """
    return len(set(half_day_words(text))) > 1


def _day(month: YearMonth, day: int | None) -> date:
    """Return the day of the month, or its last day for None."""
    return month.last if day is None else month.first.replace(day=day)
