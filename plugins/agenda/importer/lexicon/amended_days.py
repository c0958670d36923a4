"""Find the days that the title or the introduction of an amendment names."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from agenda.importer.lexicon.dates import DateContext, read_dates
from agenda.model import YearMonth
from agenda.model.calendar import dates_between

_DATE = (
    r"(?<!\d)\d{1,2}(?!\d|\s*(?:h|giờ|:\d))"
    r"(?:\s*/\s*\d{1,2}(?!\d)(?:\s*/\s*\d{4})?|\.\d{1,2}(?!\d)(?:\.\d{4})?|"
    r"\s*tháng\s*\d{1,2}(?:\s*(?:năm|/)\s*\d{4})?)?"
    r"(?!\d|\s*/)"
)
_BEFORE_DATE = (
    r"(?:từ\s+)?(?:(?:các|những)\s+)?(?:(?:buổi\s+)?(?:sáng|trưa|chiều|tối)\s+)?"
    r"(?:(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s+nhật)[\s,]*)?(?:\(\s*)?(?:ngày\s*)?"
)
_JOINT = r"\)?\s*(?:[,;]\s*(?:và\s+)?|và\s+|(?:đến|tới)\s+(?:hết\s+)?|[-–—]\s*)"
_DAYS = re.compile(
    rf"\b(?=\w)(?P<named>{_BEFORE_DATE}{_DATE}(?:{_JOINT}{_BEFORE_DATE}{_DATE})*)"
    r"(?P<to_end>\s*(?:đến|tới)\s+(?:hết|cuối)\s+tháng\b)?(?!\s*(?:sang|qua)\b)",
    re.IGNORECASE,
)
_FIRST_WORD = re.compile(r"từ|ngày|các|những|thứ|chủ|buổi|sáng|trưa|chiều|tối", re.IGNORECASE)
_OTHER_NUMBERS = re.compile(
    rf"\b(?:lần|tuần|quý)\s*(?:thứ|số)?\s*:?\s*\d+|"
    rf"\bsố\s*:?\s*\d[^\s,;]*(?:[^;()\d]{{0,80}}?\bngày\s*{_DATE})?|"
    rf"\b(?:ban\s+hành|ký)\s+(?:vào\s+)?ngày\s*{_DATE}",
    re.IGNORECASE,
)
"""Numbers that are no days, and the date of another document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedDays:
    """Days that a text names, with the words for them.

    `open_ended` days begin on a day and last to the end of its month. `with_half_day` is true if
    the words name a part of a day.
    """

    days: tuple[date, ...]
    text: str
    open_ended: bool = False
    with_half_day: bool = False

    @property
    def explicit(self) -> bool:
        """Return whether the text gives the days as a range or a list."""
        return len(self.days) > 1 and not self.open_ended

    def within(self, days: tuple[date, ...]) -> "NamedDays":
        """Return the same mention with only these days."""
        return replace(self, days=days)


def find_named_days(text: str, context: DateContext) -> Iterator[NamedDays]:
    """Yield the days that a title or a sentence names: "từ ngày 14/6 đến ngày 30/6/2021"."""
    normalised = " ".join(unicodedata.normalize("NFC", text).split())
    for match in _DAYS.finditer(_OTHER_NUMBERS.sub(" · ", normalised)):
        found = _read(match, context)
        if found is not None:
            yield found


def month_of(named: NamedDays) -> YearMonth | None:
    """Return the month of the first day if the words name a month, else None."""
    with_month = re.search(r"/|tháng", named.text, re.IGNORECASE)
    return YearMonth.of(named.days[0]) if with_month else None


def _read(match: re.Match[str], context: DateContext) -> NamedDays | None:
    words = match["named"]
    mention = read_dates(words, context)
    if not mention.spans or mention.rest:
        return None
    days = sorted({day for span in mention.spans for day in dates_between(*span)})
    is_bare = _FIRST_WORD.match(words) is None
    if is_bare and (len(days) == 1 or not re.search(r"/|tháng", words)):
        return None
    open_ended = len(days) == 1 and words.lower().startswith("từ") and not match["to_end"]
    if open_ended or match["to_end"]:
        days += dates_between(days[-1] + timedelta(1), YearMonth.of(days[-1]).last)
    return NamedDays(
        days=tuple(days),
        text=match[0].strip(),
        open_ended=open_ended,
        with_half_day=mention.half_day is not None,
    )
