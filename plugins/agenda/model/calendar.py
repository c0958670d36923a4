"""Months, half-days and slots."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import Enum
from typing import Self


class HalfDay(Enum):
    """The part of a day that an item takes. The value is the key in the YAML files."""

    ALL_DAY = "ca_ngay"
    MORNING = "sang"
    AFTERNOON = "chieu"
    EVENING = "toi"


@dataclass(frozen=True, slots=True, order=True)
class YearMonth:
    """A month of a year, written `2021-05`."""

    year: int
    month: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Parse `2021-05`. Raise `ValueError` for anything else."""
        match = re.fullmatch(r"([0-9]{4})-(0[1-9]|1[0-2])", text)
        if match is None or match[1] == "0000":
            raise ValueError(text)
        return cls(int(match[1]), int(match[2]))

    @classmethod
    def of(cls, day: date) -> Self:
        return cls(day.year, day.month)

    @property
    def first(self) -> date:
        return date(self.year, self.month, 1)

    @property
    def last(self) -> date:
        return date(self.year, self.month, calendar.monthrange(self.year, self.month)[1])

    @property
    def next(self) -> "YearMonth":
        return YearMonth(self.year + self.month // 12, self.month % 12 + 1)

    @property
    def previous(self) -> "YearMonth":
        return YearMonth(self.year - (self.month == 1), (self.month - 2) % 12 + 1)

    def dates(self) -> Iterator[date]:
        return dates_between(self.first, self.last)

    def __contains__(self, day: date) -> bool:
        return (day.year, day.month) == (self.year, self.month)

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}"


@dataclass(frozen=True, slots=True)
class Slot:
    """A day and, if known, its half-day, the last of several days, and the times.

    An `end` before the `start` is on the next day.
    """

    day: date
    half_day: HalfDay | None = None
    last: date | None = None
    start: time | None = None
    end: time | None = None

    def __str__(self) -> str:
        """Format as in the YAML files: `2021-05-20 - 2021-05-22 sang 09:00-11:00`."""
        times = [clock.isoformat("minutes") for clock in (self.start, self.end) if clock]
        parts = (
            f"{self.day} - {self.last}" if self.last else str(self.day),
            self.half_day.value if self.half_day else "",
            "-".join(times),
        )
        return " ".join(filter(None, parts))


def end_date(day: date, start: time | None, end: time | None) -> date:
    """Return the date of the end of an appointment that starts on `day`: it may pass midnight."""
    passes_midnight = start is not None and end is not None and end < start
    return day + timedelta(days=1) if passes_midnight else day


def dates_between(first: date, last: date) -> Iterator[date]:
    """Yield every date from `first` to `last`, both included."""
    for offset in range((last - first).days + 1):
        yield first + timedelta(days=offset)
