"""Define the settings of exports that the agenda files do not contain."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import TypeAlias

from agenda.model import HalfDay, YearMonth

EMPTY_FEED_DATE = date(1970, 1, 1)
"""The date of last change of a feed without entries: Atom requires a date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """The office hours of a half-day."""

    start: time
    end: time


HalfDayHours: TypeAlias = Mapping[HalfDay | None, Hours]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeHours:
    """The office hours of all months: the `first` ones, and those that hold from a month on.

    Published events must not move without an amendment, so each month keeps its hours.
    """

    first: HalfDayHours
    later: Mapping[YearMonth, HalfDayHours] = field(default_factory=dict)

    def in_month(self, month: YearMonth) -> HalfDayHours:
        start = max((each for each in self.later if each <= month), default=None)
        return self.first if start is None else self.later[start]


@dataclass(frozen=True, slots=True, kw_only=True)
class Licence:
    """The licence of the open data: its title and its URL."""

    title: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportSettings:
    """Settings of the publishing agency for all exports.

    `record` is the permanent name of the record, independent of its URL; event UIDs and feed ids
    contain it. `home` is the site's public URL with a final slash, or empty.
    """

    agency: str
    record: str
    home: str
    hours: OfficeHours
    licence: Licence | None = None
