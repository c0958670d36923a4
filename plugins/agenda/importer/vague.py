"""Stretches of a month that papers name without a date: "Trong tháng", "Cuối tháng"."""

import re
from datetime import date, timedelta

from agenda.importer.when import Frame
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

_COUNTED = {"nhất": 1, "một": 1, "đầu": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5}
_NUMBER = r"(?:\d|nhất|một|đầu|hai|ba|tư|năm)"
_WEEKS = re.compile(
    rf"\btuần\s+(?:thứ\s+)?({_NUMBER})\b(?!\s*[/.]\s*\d)(?:\s*(?:[-–,+]|và|đến)\s*(?:tuần\s+(?:thứ\s+)?)?({_NUMBER})\b)?",
    re.IGNORECASE,
)
_WEEKEND = 5
_MOST_WEEKS = 5

_LIMIT = re.compile(
    r"(?:(?:xong|hoàn\s+thành|chậm\s+nhất|muộn\s+nhất|trước|sau|khoảng|dự\s+kiến|kể|đến|hết|là)\s*)+",
    re.IGNORECASE,
)

VAGUE = re.compile("|".join((_WHOLE, *(pattern for _, _, pattern in _PARTS))), re.IGNORECASE)


def vague_days(text: str, frame: Frame) -> tuple[date, date] | None:
    """The days that such words mean at most, of the document's week or month."""
    if VAGUE.search(text) is None:
        return _weeks_of_month(text, frame)
    if frame.week is not None:
        return frame.week
    month = frame.month
    named = re.search(r"\btháng\s*(\d{1,2})", text, re.IGNORECASE)
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


def is_part_of_month(text: str) -> bool:
    parts = any(re.search(pattern, text, re.IGNORECASE) for _, _, pattern in _PARTS)
    return parts or _WEEKS.search(text) is not None


def _weeks_of_month(text: str, frame: Frame) -> tuple[date, date] | None:
    """The days of "Tuần 2" or "Tuần 2-3" of a month: from Monday to Sunday, what it has of them."""
    match = _WEEKS.search(text)
    month = frame.month
    if match is None or month is None or frame.week is not None or re.search(r"\d\s*/\s*\d", text):
        return None
    named = re.search(r"\btháng\s*(\d{1,2})", text, re.IGNORECASE)
    if named and int(named[1]) != month.month:
        return None
    numbers = [_COUNTED.get(word.lower()) or int(word) for word in match.groups() if word]
    begin = month.first - timedelta(month.first.weekday())
    if month.first.weekday() >= _WEEKEND:
        begin += timedelta(7)
    first = begin + timedelta(7 * (numbers[0] - 1))
    last = begin + timedelta(7 * numbers[-1] - 1)
    if not 1 <= numbers[0] <= numbers[-1] <= _MOST_WEEKS or first > month.last:
        return None
    return (month.first if numbers[0] == 1 else first), min(last, month.last)


def is_limit(words: str) -> bool:
    """Whether words beside a date make it a limit rather than the day: "Trước ngày 25/6"."""
    return _LIMIT.fullmatch(words) is not None


def _day(month: YearMonth, day: int | None) -> date:
    return month.last if day is None else month.first.replace(day=day)
