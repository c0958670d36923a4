"""Read periods between times of two days: "Từ 21h00 ngày 3/6 đến 6h00 ngày 4/6"."""

import re
from dataclasses import dataclass
from datetime import date, time, timedelta

from agenda.importer.lexicon.dates import DateContext, read_dates
from agenda.importer.lexicon.times import find_times

_DAY = (
    r"ngày\s+\d{1,2}(?:\s*[/.-]\s*\d{1,2}|\s+tháng\s+\d{1,2})?(?:\s*[/.-]\s*\d{4}|\s+năm\s+\d{4})?"
)
_FIRST = re.compile(rf"\s*,?\s*({_DAY})\s*,?\s*(?:đến|tới|[-–—])\s*", re.IGNORECASE)
_LAST = re.compile(rf"\s*,?\s*({_DAY})\s*[:,;.–-]*\s*", re.IGNORECASE)
_EVENING, _EARLY = time(18), time(6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The rest of a period behind its first time, up to the position `stop` of the text."""

    first: date
    last: date
    end: time
    stop: int

    def is_overnight(self, start: time) -> bool:
        """Return whether the period is one night, which a range of times can express."""
        next_day = self.last == self.first + timedelta(1)
        return next_day and start >= _EVENING and self.end <= _EARLY


def read_period(text: str, context: DateContext) -> Period | None:
    """Return the period if the text goes on with its first day, behind its first time."""
    times = find_times(text)
    if times is None or times.end is not None:
        return None
    before = _FIRST.fullmatch(text[: times.begin])
    after = _LAST.match(text, times.stop)
    if before is None or after is None:
        return None
    spans = [read_dates(match[1], context).spans for match in (before, after)]
    if not all(spans) or spans[1][0][0] < spans[0][0][0]:
        return None
    return Period(first=spans[0][0][0], last=spans[1][0][0], end=times.start, stop=after.end())
