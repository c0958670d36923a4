"""Recognise times: "8h00", "13h30-15h00", "từ 7 giờ 30 phút"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time

from agenda.model import HalfDay
from agenda.source.yaml.values import ValueProblem, parse_times

NOON = time(12)
EVENING = time(18)

_MOMENT = r"""
    \d{1,2} \s* (?:
        [hHgG] (?: [\s:]?\d{2}(?!\d) )? (?: \s*(?:['’′´`]+|phút\b|p\b|ph\b) )?
      | giờ (?: \s*\d{1,2}(?!\d) \s*(?:['’′´`]+|phút\b)? )?
      | \.(?:00|1[3-9]|[2-5]\d)(?=\s*[:–-])
      | :\d{2}(?![\d/]) (?:\s*(?:['’′´`]+|phút\b))?
    ) (?![^\W\d_])
"""
_PREPOSITION = r"(?:từ|(?:vào\s+)?lúc|hồi)"
_TO = r"(?:[-–—]|đến|tới)"
_BARE_HOUR = r"(?:0?[6-9]|1\d|2[0-3])"
"""An hour without its unit. Smaller numbers before a dash are numbers of a list: "2- 8h30"."""

_UNIT = r"\d{1,2}\s*(?:[hg]|giờ|:\d\d)"
BARE_RANGE = rf"{_BARE_HOUR}\s*{_TO}\s*(?={_UNIT})"
"""The start of a range that has the unit at its end only: "14-15h30"; ignore case."""

_BEGINNING = rf"(?:{BARE_RANGE})?{_UNIT}"
TIME_AHEAD = rf"(?=\(?(?:{_PREPOSITION}\s+)?{_BEGINNING})"
"""A position where a time probably begins; ignore case."""

_PREPOSITION_AHEAD = re.compile(rf"\b{_PREPOSITION}\s+(?={_BEGINNING})", re.IGNORECASE)
TIME = re.compile(
    rf"""
    (?P<open>\()? \s*
    (?:(?:{_PREPOSITION}|khoảng)\s+)?
    (?: (?P<start>{_MOMENT})
        (?: \s*{_TO}\s* (?P<end>{_MOMENT}) | [-–](?P<bare_end>\d{{1,2}})(?=\s*(?:[:;,)]|$)) )?
      | (?<![\w/.:-]) (?<!ngày\s) (?<!thứ\s) (?<!phòng\s) (?<!tầng\s) (?<!số\s)
        (?P<bare_start>{_BARE_HOUR}) \s*{_TO}\s* (?P<bare_range_end>{_MOMENT}) )
    (?(open)\s*\))
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""One time or a range of times, possibly in brackets."""

SEPARATOR = re.compile(r"\s*[:,;.\-–—]*\s*")
"""The punctuation between a time and its appointment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """A start, possibly an end, and their position in the text, from `begin` up to `stop`."""

    start: time
    end: time | None
    begin: int
    stop: int


def find_times(text: str, begin: int = 0) -> Times | None:
    """Return the first time in the text from `begin` on, or None."""
    for match in TIME.finditer(text, begin):
        if (times := _read(match)) is not None:
            return times
    return None


def times_in(text: str) -> Iterator[Times]:
    """Yield all times in the text, in order."""
    found = find_times(text)
    while found is not None:
        yield found
        found = find_times(text, found.stop)


def leading_times(text: str) -> Times | None:
    """Return the time at the beginning of the text; `stop` is where its appointment begins."""
    match = TIME.match(text)
    times = _read(match) if match else None
    if times is None:
        return None
    after = SEPARATOR.match(text, times.stop)
    stop = after.end() if after else times.stop
    return Times(start=times.start, end=times.end, begin=0, stop=stop)


def time_within(text: str) -> Times | None:
    """Return the first time of the text if a preposition precedes it: "… lúc 8h00"."""
    match = _PREPOSITION_AHEAD.search(text)
    times = find_times(text, match.end()) if match else None
    return times if match and times and times.begin == match.end() else None


def half_day_of(moment: time) -> HalfDay:
    """Return the half-day of a time: morning before 12:00, evening from 18:00 on."""
    if moment < NOON:
        return HalfDay.MORNING
    return HalfDay.AFTERNOON if moment < EVENING else HalfDay.EVENING


def _read(match: re.Match[str]) -> Times | None:
    """Return the times of a match, or None if its numbers are no times."""
    start_part = match["start"] or match["bare_start"]
    end_part = match["end"] or match["bare_end"] or match["bare_range_end"]
    written = "-".join(_plain(part) for part in (start_part, end_part) if part)
    try:
        start, end = parse_times(written)
    except ValueProblem:
        return None
    return Times(start=start, end=end, begin=match.start(), stop=match.end())


def _plain(moment: str) -> str:
    """Return "13h30'", "7 giờ 5" or "8 g" as hours and minutes with a colon."""
    hours, *minutes = re.findall(r"\d+", moment)
    return f"{hours}:{int(minutes[0]) if minutes else 0:02}"
