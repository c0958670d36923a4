"""Working days and days off: computed public holidays, overridden by official documents."""

import sys
from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib import import_module
from importlib.util import find_spec, module_from_spec
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
    return _vietnam()(years=year, language="vi")


@cache
def _vietnam() -> "type[HolidayBase]":
    """Import the holidays of Vietnam alone.

    The package `holidays.countries` imports 250 countries, which takes longer than building a
    month. An empty package of that name stands in for it while the module is imported.
    """
    name = "holidays.countries"
    spec = find_spec(name)
    assert spec is not None
    loaded = sys.modules.pop(name, None)
    sys.modules[name] = module_from_spec(spec)
    try:
        vietnam: type[HolidayBase] = import_module(f"{name}.vietnam").Vietnam
    finally:
        del sys.modules[name]
        if loaded is not None:
            sys.modules[name] = loaded
    return vietnam
