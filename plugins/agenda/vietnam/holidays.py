"""Working days and days off: computed public holidays, overridden by official documents."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from holidays import HolidayBase

SATURDAY = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkCalendar:
    """A calendar of working days, with the days that documents order (`ngay-nghi.yml`).

    Both mappings give a reason or document by date. They override the computed holidays, and
    `extra_working` overrides `extra_off`.
    """

    extra_off: Mapping[date, str] = field(default_factory=dict)
    extra_working: Mapping[date, str] = field(default_factory=dict)

    def holiday_name(self, day: date) -> str | None:
        """Return the Vietnamese name of a day off, or None for working days and plain weekends."""
        if day in self.extra_working:
            return None
        return self.extra_off.get(day) or public_holidays(day.year).get(day)

    def is_working_day(self, day: date) -> bool:
        """Return whether a day is a weekday without a holiday, or a weekend day that is worked."""
        if day in self.extra_working:
            return True
        if day in self.extra_off:
            return False
        if self.is_weekend(day):
            return day in working_weekends(day.year)
        return day not in public_holidays(day.year)

    def is_weekend(self, day: date) -> bool:
        """Return whether a day is Saturday or Sunday, worked or not."""
        return day.weekday() >= SATURDAY


@cache
def public_holidays(year: int) -> Mapping[date, str]:
    """Return the Vietnamese names of the days off of a year, with days in lieu and swaps."""
    return dict(_holidays(year))


@cache
def working_weekends(year: int) -> Set[date]:
    """Return the weekend days of a year that are worked in exchange for a day off."""
    # A swap may cross years: 27/12/2014 was worked in exchange for 02/01/2015.
    known = (_holidays(each).weekend_workdays for each in range(year - 1, year + 2))
    return frozenset(day for worked in known for day in worked if day.year == year)


@cache
def _holidays(year: int) -> "HolidayBase":
    """Return the holidays of a year from the library."""
    # The import is slow, and most commands need no holidays.
    from holidays import country_holidays  # noqa: PLC0415

    return country_holidays("VN", years=year, language="vi")
