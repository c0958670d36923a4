"""Times as papers print them, at the beginning of an item or standing alone."""

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
        [hHgG] (?: \s?\d{2}(?!\d) )? (?: \s*(?:['’′´`]+|phút\b|p\b|ph\b) )?
      | giờ (?: \s*\d{1,2}(?!\d) \s*(?:['’′´`]+|phút\b)? )?
      | :\d{2}(?![\d/]) (?:\s*phút\b)?
    ) (?![^\W\d_])
"""
TIME = re.compile(
    rf"""
    (?P<open>\()? \s*
    (?:(?:từ|lúc|vào\s+lúc|hồi|khoảng)\s+)?
    (?P<start>{_MOMENT})
    (?: \s*(?:-|–|—|đến|tới)\s* (?P<end>{_MOMENT}) )?
    (?(open)\s*\))
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""One time or a range of times, perhaps in brackets."""

AFTER = re.compile(r"\s*[:,;.\-–—]*\s*")
"""What stands between a time and what happens then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """A start, perhaps with an end, and the text from `begin` to `stop` that says so."""

    start: time
    end: time | None
    begin: int
    stop: int


def find_times(text: str, begin: int = 0) -> Times | None:
    """The first time in a text, wherever it stands."""
    for match in TIME.finditer(text, begin):
        if (times := _read(match)) is not None:
            return times
    return None


def times_in(text: str) -> Iterator[Times]:
    """All times in a text, in order."""
    found = find_times(text)
    while found is not None:
        yield found
        found = find_times(text, found.stop)


def leading_times(text: str) -> Times | None:
    """The time that a text begins with; `stop` is where what happens then begins."""
    match = TIME.match(text)
    times = _read(match) if match else None
    if times is None:
        return None
    after = AFTER.match(text, times.stop)
    stop = after.end() if after else times.stop
    return Times(start=times.start, end=times.end, begin=0, stop=stop)


def half_day_of(moment: time) -> HalfDay:
    if moment < NOON:
        return HalfDay.MORNING
    return HalfDay.AFTERNOON if moment < EVENING else HalfDay.EVENING


def _read(match: re.Match[str]) -> Times | None:
    written = "-".join(_plain(part) for part in (match["start"], match["end"]) if part)
    try:
        start, end = parse_times(written)
    except ValueProblem:
        return None
    return Times(start=start, end=end, begin=match.start(), stop=match.end())


def _plain(moment: str) -> str:
    """ "13h30'", "7 giờ 5", "8 g" as hours and minutes with a colon."""
    hours, *minutes = re.findall(r"\d+", moment)
    return f"{hours}:{int(minutes[0]) if minutes else 0:02}"
