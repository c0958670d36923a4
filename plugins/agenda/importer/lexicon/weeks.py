"""Read the days of a week from a title or heading: "Tuần 20 (từ 17/5 đến 21/5/2021)"."""

import re
from datetime import date

from agenda.vietnam.text import fold

MAX_DAYS = 14
"""The most days between the first and the last day of one or two weeks."""

MAX_HEADING_LENGTH = 90
"""The most characters of the heading of a week."""

_WEEK = re.compile(r"\btuan\s*(?:le|thu|so)?\s*:?\s*(?:\d{1,2}|[ivx]+)?\b")
_SPAN = re.compile(
    r"(\d{1,2})\s*(?:/\s*(\d{1,2})\s*(?:/\s*(\d{4}))?)?\s*(?:den|toi|-|–|—)\s*"
    r"(?:het\s*)?(?:thu\s*\w+,?\s*|chu\s*nhat,?\s*)?(?:ngay\s*)?(\d{1,2})\s*/\s*(\d{1,2})(?:\s*/\s*(\d{4}))?"
)


_IN_WORDS = re.compile(r"(\d{1,2})\s*thang\s*(\d{1,2})(?:\s*nam\s*(\d{4}))?")


def fold_text(text: str) -> str:
    """Return the text folded, with single spaces, with the punctuation of dates and ranges."""
    return " ".join(fold(text).split())


def _dated(text: str) -> str:
    """Return the folded text with dates in figures: "24 tháng 6 năm 2022" as "24/6/2022"."""
    return _IN_WORDS.sub(lambda match: "/".join(filter(None, match.groups())), fold_text(text))


def names_week(text: str) -> bool:
    """Return whether the text names a week."""
    return _WEEK.search(fold_text(text)) is not None


def names_date_range(text: str) -> bool:
    """Return whether the text names a range of dates."""
    return _SPAN.search(_dated(text)) is not None


def is_week_heading(text: str) -> bool:
    """Return whether a line is the heading of a week with its dates."""
    return (
        len(text) < MAX_HEADING_LENGTH
        and re.match(
            r"\W*(?:[ivx]{1,4}|\d{1,2}|[a-d])?\s*[.)/:-]?\s*(?:lich\b.*)?\btuan\b", fold_text(text)
        )
        is not None
        and names_date_range(text)
    )


def read_week(text: str, reference_date: date | None) -> tuple[date, date] | None:
    """Return the first and the last day that the text names, or None.

    Without a year in the text, choose the year nearest to the day `reference_date`.
    """
    folded = _dated(text)
    match = _SPAN.search(folded)
    if match is None:
        return None
    years = [int(year) for year in re.findall(r"\b(20\d\d|19\d\d)\b", folded)]
    if match[6] is None and not years and reference_date is not None:
        near = (_span(match, reference_date.year + distance) for distance in (0, 1, -1))
        found = [span for span in near if span is not None]
        return min(found, key=lambda span: abs(span[0] - reference_date), default=None)
    last_year = match[6] or (years[-1] if years else None)
    return _span(match, int(last_year)) if last_year else None


def _span(match: re.Match[str], last_year: int) -> tuple[date, date] | None:
    """Return the first and the last day of a match, or None if they are no week or two."""
    last_month = int(match[5])
    first_month = int(match[2]) if match[2] else last_month
    first_year = int(match[3]) if match[3] else last_year - (first_month > last_month)
    try:
        first = date(first_year, first_month, int(match[1]))
        last = date(last_year, last_month, int(match[4]))
    except ValueError:
        return None
    return (first, last) if 0 < (last - first).days <= MAX_DAYS else None
