"""Days off and working days: public holidays by rule, corrected by what documents order."""

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
    """Which days are worked, with the days that documents order (`ngay-nghi.yml`).

    Both mappings give the reason or the document by date. They win over the holidays that the
    library computes, and `extra_working` over `extra_off`.
    """

    extra_off: Mapping[date, str] = field(default_factory=dict)
    extra_working: Mapping[date, str] = field(default_factory=dict)

    def holiday_name(self, day: date) -> str | None:
        """Why that day is off, in Vietnamese; None for other days, plain weekends among them."""
        if day in self.extra_working:
            return None
        return self.extra_off.get(day) or days_off(day.year).get(day)

    def is_working_day(self, day: date) -> bool:
        """Monday to Friday without a holiday, or a weekend day declared working."""
        if day in self.extra_working:
            return True
        if day in self.extra_off:
            return False
        if self.is_weekend(day):
            return day in working_weekends(day.year)
        return day not in days_off(day.year)

    def is_weekend(self, day: date) -> bool:
        """Saturday or Sunday, worked or not."""
        return day.weekday() >= SATURDAY


@cache
def days_off(year: int) -> Mapping[date, str]:
    """The public holidays of a year, with days in lieu and swaps, in Vietnamese."""
    return dict(_holidays(year))


@cache
def working_weekends(year: int) -> Set[date]:
    """The weekend days of a year that are worked in place of a day swapped off."""
    # A swap may reach into the neighbouring year: 27/12/2014 was worked for 02/01/2015.
    known = (_holidays(each).weekend_workdays for each in range(year - 1, year + 2))
    return frozenset(day for worked in known for day in worked if day.year == year)


@cache
def _holidays(year: int) -> "HolidayBase":
    """What the library knows of a year."""
    # Slow to import, and most commands ask for no day.
    from holidays import country_holidays  # noqa: PLC0415

    return country_holidays("VN", years=year, language="vi")
