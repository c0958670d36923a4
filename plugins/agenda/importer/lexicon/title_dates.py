"""Read the month, quarter and year of a title, or the month from the dates of an agenda."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from agenda.importer.lexicon.dates import DateContext, read_dates
from agenda.model import YearMonth

_MONTH_IN_WORDS = re.compile(
    r"\bthang\s*(gieng|mot|hai|ba|tu|nam|sau|bay|tam|chin|muoi mot|muoi hai|muoi|chap)"
    r"(?=\s*(?:/|,|-|nam)?\s*20\d\d)"
)
_QUARTER = re.compile(r"\bquy\s*(?:thu\s*)?(iv|i{1,3}|[1-4])\b")
_YEAR = re.compile(r"\bnam\s*(20\d\d|19\d\d)\b|/\s*(20\d\d)\b")

_DAY = re.compile(
    r"\bngay\s*(\d{1,2})\s*(?:/|-|\.|thang)\s*(\d{1,2})\s*(?:/|-|\.|,|nam)\s*(?:nam\s*)?(20\d\d)\b"
)

_SCHOOL_YEAR = re.compile(r"\bnam hoc\s*(20\d\d)\s*[-–/]\s*(20\d\d)\b")
_SCHOOL_BEGINS = 8
"""The first month of a school year."""

_MONTHS = {
    "gieng": 1, "mot": 1, "hai": 2, "ba": 3, "tu": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8,
    "chin": 9, "muoi": 10, "muoi mot": 11, "muoi hai": 12, "chap": 12,
}  # fmt: skip
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def with_month_in_figures(text: str) -> str:
    """Return a folded title with months in figures: "thang sau nam 2022" as "thang 6  nam 2022"."""
    return _MONTH_IN_WORDS.sub(lambda match: f"thang {_MONTHS[match[1]]} ", text)


def year_named(text: str) -> int | None:
    """Return the year of a folded title, or None."""
    match = _YEAR.search(text)
    return int(match[1] or match[2]) if match else None


def school_year_named(text: str, month: int) -> int | None:
    """Return the year of a month within the school year of a folded title, or None."""
    match = _SCHOOL_YEAR.search(text)
    return None if match is None else int(match[1] if month >= _SCHOOL_BEGINS else match[2])


def read_single_day(text: str) -> date | None:
    """Return the day of a folded title that names nothing but one day; else None."""
    match = _DAY.search(text)
    rest = _DAY.sub(" ", text, count=1)
    if match is None or _DAY.search(rest) or re.search(r"\b(?:thang|tuan|quy|tu ngay)\b", rest):
        return None
    try:
        return date(int(match[3]), int(match[2]), int(match[1]))
    except ValueError:
        return None


def read_quarter(text: str, year: int | None) -> tuple[date, date] | None:
    """Return the first and the last day of the quarter of a folded title, or None."""
    match = _QUARTER.search(text)
    if match is None or year is None:
        return None
    first = 3 * (_QUARTERS.get(match[1]) or int(match[1])) - 2
    return YearMonth(year, first).first, YearMonth(year, first + 2).last


def likely_month(texts: Sequence[str], year: int | None) -> YearMonth | None:
    """Return the most frequent month of the dates in the texts; `year` completes short dates."""
    named: Counter[YearMonth] = Counter()
    context = DateContext(month=YearMonth(year, 6)) if year else DateContext()
    for text in texts:
        if not re.search(r"\d\s*[/.-]\s*\d|tháng\s*\d", text):
            continue
        for first, _ in read_dates(text, context).spans:
            named[YearMonth.of(first)] += 1
    return named.most_common(1)[0][0] if named else None
