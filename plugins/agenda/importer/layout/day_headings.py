"""Read the lines that are headings of days: "Thứ Hai, ngày 17/5:", "07 giờ 30 ngày 07/01: …"."""

import re
from dataclasses import dataclass

from agenda.importer.lexicon.dates import DateContext, DateMention, read_dates
from agenda.importer.lexicon.half_days import HALF_DAY
from agenda.importer.lexicon.lines import split_sign
from agenda.importer.lexicon.lunar import remove_lunar_dates
from agenda.importer.lexicon.times import leading_times
from agenda.model import YearMonth
from agenda.vietnam.dates import find_weekdays

_HEAD = re.compile(
    r"""
    ^ (?P<when>
        (?:(?:Các\s+)?(?:thứ\s+(?:[2-7]|hai|ba|tư|năm|sáu|bảy|bẩy)|chủ\s+nhật|T[2-7]\b|CN\b)
           (?:\s*(?:,|và|-|–|&)\s*(?:thứ\s+\w+|chủ\s+nhật|T[2-7]|CN))*)?
        [\s,:(.–-]* (?:(?:các\s+|từ\s+)?ngày\s*|từ\s+)?
        (?: \d{1,2}(?:\s*[/.-]\s*\d{1,2})?(?:\s*[/.-]\s*\d{4})?
            (?: \s*(?:-|–|,|và|đến(?:\s+hết)?(?:\s+ngày)?)
                \s* \d{1,2}(?:\s*[/.]\s*\d{1,2})?(?:\s*[/.]\s*\d{4})? )?
            (?: \s*tháng\s*\d{1,2}(?:\s*(?:năm|/)\s*\d{4})? )?
        )? \s* \)?
        (?: \s*[(,]?\s*(?:thứ\s+(?:[2-7]|hai|ba|tư|năm|sáu|bảy|bẩy)|chủ\s+nhật)\b\s*\)? )?
      ) \s* (?P<end>[::.]|\s[-–]\s|$) \s* (?P<rest>.*) $
    """,
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_HALF_DAY = re.compile(
    rf"{HALF_DAY}\s*,?\s+(?=(?:thứ|chủ\s+nhật|T[2-7]|CN|ngày)\b)",
    re.IGNORECASE,
)
"""A half-day at the beginning of a heading: "Sáng thứ Hai (08/11): …"."""

_DAY_AFTER_TIME = re.compile(
    r"""
    (?P<day> (?:(?:thứ\s+\w+|chủ\s+nhật)[\s,(]*)? ngày\s*\d{1,2}
        (?: \s*[/.-]\s*\d{1,2}(?:\s*[/.-]\s*\d{4})? | \s*tháng\s*\d{1,2}(?:\s*năm\s*\d{4})? )
        \)? )
    (?!\s*(?:đến|tới|[-–—]\s*\d)) \s*[:,.;–-]*\s*
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""A day behind a time, but not the beginning of a period."""

ANY_MONTH = DateContext(month=YearMonth(2000, 1))
"""A context for recognising days before the month of the document is known."""

MAX_HEADING_LENGTH = 90
"""The most characters of a heading that names days and nothing else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayHeading:
    """The heading of a day: its words, the dates in them, and the rest of the line."""

    printed: str
    when: DateMention
    rest: str


def read_heading(text: str, context: DateContext) -> DayHeading | None:
    """Return the heading at the beginning of a line, or None."""
    sign, plain = split_sign(text.strip().lstrip("*•+ "))
    if (timed := _read_timed(sign, plain, context)) is not None:
        return timed
    half_day = _HALF_DAY.match(plain)
    begin = half_day.end() if half_day else 0
    match = _HEAD.match(remove_lunar_dates(plain[begin:]))
    if match is None or not match["when"].strip():
        return _days_only(sign, plain, context)
    printed, rest = plain[:begin] + match["when"].strip(), match["rest"].strip()
    when = read_dates(printed, context)
    if not _names_days(printed, when):
        return None
    if read_dates(rest, context).spans and (alone := _days_only(sign, plain, context)) is not None:
        return alone
    return DayHeading(printed=f"{sign} {printed}".strip(), when=when, rest=rest)


def _read_timed(sign: str, plain: str, context: DateContext) -> DayHeading | None:
    """Return the heading of a line whose time precedes its day: "07 giờ 30 ngày 07/01: …"."""
    times = leading_times(plain)
    match = _DAY_AFTER_TIME.match(plain, times.stop) if times else None
    if match is None:
        return None
    printed = plain[: match.end("day")]
    when = read_dates(printed, context)
    if not when.spans or when.rest:
        return None
    return DayHeading(printed=f"{sign} {printed}".strip(), when=when, rest=plain[match.end() :])


def _days_only(sign: str, plain: str, context: DateContext) -> DayHeading | None:
    """Return the heading of a line that names days and nothing else, in any notation."""
    if len(plain) > MAX_HEADING_LENGTH or not plain[:1].isalpha() or not find_weekdays(plain):
        return None
    when = read_dates(plain, context)
    if not when.spans or not _names_days(plain, when):
        return None
    return DayHeading(printed=f"{sign} {plain}".strip(), when=when, rest="")


def _names_days(printed: str, when: DateMention) -> bool:
    """Return whether the words name days, and neither times nor anything else."""
    dated = re.search(r"ngày|/|tháng", printed, re.IGNORECASE) or find_weekdays(printed)
    named = bool(when.spans or when.weekdays)
    return bool(dated) and named and not when.rest and when.start is None
