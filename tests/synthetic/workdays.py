"""Days off of synthetic agendas, from the `holidays` library."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from holidays import HolidayBase, country_holidays

from agenda.model import YearMonth
from agenda.model.calendar import dates_between

WEEKEND = ("Thứ Bảy", "Chủ nhật")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """A run of days off; `name` is the holiday, None for a weekend."""

    first: date
    last: date
    name: str | None

    @property
    def label(self) -> str:
        """Return the label that a paper prints beside these days."""
        days = dict.fromkeys((self.first, self.last))
        return (
            f"Nghỉ {self.name}"
            if self.name
            else ", ".join(WEEKEND[day.weekday() - 5] for day in days)
        )

    def within(self, month: YearMonth) -> "Rest":
        """Return the part of the run that lies in `month`."""
        return replace(self, first=max(self.first, month.first), last=min(self.last, month.last))

    def single_days(self) -> "Iterator[Rest]":
        for day in dates_between(self.first, self.last):
            yield replace(self, first=day, last=day)


class OfficeCalendar:
    """The working days of some years, and the runs of days off."""

    def __init__(self, first_year: int, count: int) -> None:
        # A swap may reach into the neighbouring year.
        years = range(first_year - 1, first_year + count + 1)
        self._holidays: HolidayBase = country_holidays("VN", years=years, language="vi")

    def is_working_day(self, day: date) -> bool:
        if day.weekday() >= 5:
            return day in self._holidays.weekend_workdays
        return day not in self._holidays

    def rests(self, month: YearMonth) -> Iterator[Rest]:
        """Yield the runs with a day in `month`, in order. A run may reach into another month."""
        day = month.first
        while day in month:
            if self.is_working_day(day):
                day += timedelta(1)
                continue
            first = last = day
            while self._kind(first - timedelta(1)) == self._kind(day):
                first -= timedelta(1)
            while self._kind(last + timedelta(1)) == self._kind(day):
                last += timedelta(1)
            yield Rest(first=first, last=last, name=self._holidays.get(first))
            day = last + timedelta(1)

    def _kind(self, day: date) -> str | None:
        if self.is_working_day(day):
            return None
        return "holiday" if day in self._holidays else "weekend"
