"""Meanings of expressions of time by Python's calendar: the reference of `times.js`."""

import calendar
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, TypeAlias

from agenda.vietnam.dates import WEEKDAYS, full_date, short_date

Range: TypeAlias = tuple[date, date]
Groups: TypeAlias = Mapping[str, str]

HALF_DAYS = {"sang": "Buổi sáng", "chieu": "Buổi chiều", "toi": "Buổi tối", "ca_ngay": "Cả ngày"}
SPOKEN = ("hai", "ba", "tu", "nam", "sau", "bay", "nhat")
ROMAN = ("I", "II", "III", "IV")
PARTS = {"dau": ("Đầu", 1, 10), "giua": ("Giữa", 11, 20), "cuoi": ("Cuối", 21, 31)}


@dataclass(frozen=True)
class Meaning:
    """A part of what a query is understood as; `values` are those of a facet of records."""

    unit: str
    label: str
    ranges: tuple[Range, ...] | None = None
    weekday: int | None = None
    facet: str = ""
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class TimeReader:
    """A reader of expressions of time, on a day and for the years that have an agenda."""

    today: date
    years: Sequence[int]
    table: Mapping[str, Any]

    def read(self, shape: str, groups: Groups) -> tuple[Meaning, ...]:
        """Return what an expression means; nothing for a day that does not exist."""
        given = {name: " ".join(text.split()) for name, text in groups.items() if text}
        number = {name: int(text) for name, text in given.items() if text.isdecimal()}
        try:
            return tuple(getattr(self, "_" + shape.replace("-", "_"))(given, number))
        except ValueError:
            return ()

    def _day(self, given: Groups, number: Mapping[str, int]) -> list[Meaning]:
        day, month, year = number["day"], number.get("month"), self._year_of(given, number)
        if month is None:
            return [_one_day(self.today.replace(day=day))]
        if year is not None:
            return [_one_day(date(year, month, day))]
        name = f"ngày {short_date(date(2000, month, day))}"
        days = [date(each, month, day) for each in self.years if _exists(each, month, day)]
        weekday = _weekday(given["weekday"]) if "weekday" in given else None
        on_weekday = [each for each in days if each.weekday() == weekday]
        label = f"{WEEKDAYS[weekday]}, {name}" if weekday is not None and on_weekday else None
        ranges = tuple((each, each) for each in on_weekday or days)
        return [Meaning("day", label or name.capitalize(), ranges)]

    def _days(self, _: Groups, number: Mapping[str, int]) -> list[Meaning]:
        first = (number.get("month", number["month2"]), number["day"])
        last = (number["month2"], number["day2"])
        turns = int(first > last)
        year, year2 = number.get("year"), number.get("year2")
        begin = year or (year2 - turns if year2 else None)
        if begin:
            end = year2 if year and year2 else begin + turns
            return [_range(date(begin, *first), date(end, *last))]
        ranges = [
            (date(each, *first), date(each + turns, *last))
            for each in self.years
            if _exists(each, *first) and _exists(each + turns, *last)
        ]
        names = [short_date(date(2000, *each)) for each in (first, last)]
        return [Meaning("day", f"Từ {names[0]} đến {names[1]}", tuple(ranges))]

    def _month(self, given: Groups, number: Mapping[str, int]) -> list[Meaning]:
        named = self.table["ten_thang"]
        month = number["month"] if "month" in number else named.index(given["name"]) + 1
        return [self._one_month(month, self._year_of(given, number))]

    def _months(self, _: Groups, number: Mapping[str, int]) -> list[Meaning]:
        month, month2, year2 = number["month"], number["month2"], number.get("year2")
        year = number.get("year", year2)
        count = ((year2 or year or 0) - (year or 0)) * 12 + month2 - month + 1
        if count < 1:
            raise ValueError
        ranges = tuple(_months(each, month, count) for each in ([year] if year else self.years))
        if year:
            return [_range(*ranges[0])]
        return [Meaning("day", f"Từ tháng {month} đến tháng {month2}", ranges)]

    def _part(self, given: Groups, number: Mapping[str, int]) -> list[Meaning]:
        name, first, last = PARTS[given["part"]]
        near = "near" in given
        month = number.get("month") or self.today.month + self._step(given)
        year = number.get("year") or (self.today.year if near else None)
        ranges = []
        for each in [year] if year else self.years:
            begin, end = _months(each, month)
            ranges.append((begin.replace(day=first), min(end, begin + timedelta(last - 1))))
        if year:
            return [_range(*ranges[0])]
        return [Meaning("day", f"{name} tháng {_two(month)}", tuple(ranges))]

    def _quarter(self, given: Groups, number: Mapping[str, int]) -> list[Meaning]:
        text = given["quarter"]
        quarter = int(text) if text.isdecimal() else ROMAN.index(text.upper()) + 1
        return [self._one_quarter(quarter, self._year_of(given, number))]

    def _week(self, _: Groups, number: Mapping[str, int]) -> list[Meaning]:
        year, week = number.get("year", self.today.year), number["week"]
        if not 1 <= week <= 53:
            raise ValueError
        monday = date.fromisocalendar(year, 1, 1) + timedelta(7 * (week - 1))
        return [_range(monday, monday + timedelta(6))]

    def _years(self, _: Groups, number: Mapping[str, int]) -> list[Meaning]:
        first, last = number["year"], number["year2"]
        if first >= last:
            raise ValueError
        return [Meaning("year", f"Năm {first}–{last}", ((date(first, 1, 1), date(last, 12, 31)),))]

    def _year(self, _: Groups, number: Mapping[str, int]) -> list[Meaning]:
        return [_one_year(number["year"])]

    def _near_day(self, given: Groups, _: Mapping[str, int]) -> list[Meaning]:
        day = _one_day(self.today + timedelta(self.table["ngay_gan"][given["word"]]))
        return [day, _half_day(given["half"])] if "half" in given else [day]

    def _near_weekday(self, given: Groups, _: Mapping[str, int]) -> list[Meaning]:
        """Return the day of this week, or the first one after or before today."""
        weekday, step = _weekday(given["weekday"]), self._step(given)
        if not step:
            return [_one_day(self.today + timedelta(weekday - self.today.weekday()))]
        days = (self.today + timedelta(step * count) for count in range(1, 8))
        return [_one_day(next(each for each in days if each.weekday() == weekday))]

    def _near_days(self, given: Groups, number: Mapping[str, int]) -> list[Meaning]:
        length = timedelta(number["count"] * {"ngay": 1, "tuan": 7, "thang": 30}[given["unit"]])
        return [_range(*sorted((self.today, self.today + length * self._step(given))))]

    def _near_date(self, given: Groups, number: Mapping[str, int]) -> list[Meaning]:
        first, _ = _months(self.today.year, self.today.month + self._step(given))
        return [_one_day(first.replace(day=number["day"]))]

    def _part_week(self, given: Groups, _: Mapping[str, int]) -> list[Meaning]:
        first, last = {"dau": (0, 1), "giua": (2, 3), "cuoi": (5, 6)}[given["part"]]
        monday = self.today - timedelta(self.today.weekday() - 7 * self._step(given))
        return [_range(monday + timedelta(first), monday + timedelta(last))]

    def _part_year(self, given: Groups, number: Mapping[str, int]) -> list[Meaning]:
        year = number.get("year", self.today.year + self._step(given))
        return [_range(*_months(year, {"dau": 1, "giua": 5, "cuoi": 10}[given["part"]], 3))]

    def _near(self, given: Groups, _: Mapping[str, int]) -> list[Meaning]:
        step = self._step(given)
        year, month, unit = self.today.year, self.today.month, given["unit"]
        if unit == "nam":
            return [_one_year(year + step)]
        if unit == "quy":
            quarter = year * 4 + (month - 1) // 3 + step
            return [self._one_quarter(quarter % 4 + 1, quarter // 4)]
        if unit == "thang":
            first, _last = _months(year, month + step)
            return [self._one_month(first.month, first.year)]
        monday = self.today - timedelta(self.today.weekday() - 7 * step)
        if "weekday" in given:
            return [_one_day(monday + timedelta(_weekday(given["weekday"])))]
        return [_range(monday, monday + timedelta(6))]

    def _year_of(self, given: Groups, number: Mapping[str, int]) -> int | None:
        if "near" in given:
            return self.today.year + self._step(given)
        return 2000 + number["short"] if "short" in number else number.get("year")

    def _step(self, given: Groups) -> int:
        return int(self.table["gan"][given["near"]]) if "near" in given else 0

    def _weekday(self, given: Groups, _: Mapping[str, int]) -> list[Meaning]:
        weekday = _weekday(given["weekday"])
        return [Meaning("weekday", WEEKDAYS[weekday], weekday=weekday)]

    def _half(self, given: Groups, _: Mapping[str, int]) -> list[Meaning]:
        return [_half_day(given["half"])]

    def _one_month(self, month: int, year: int | None) -> Meaning:
        ranges = tuple(_months(each, month) for each in ([year] if year else self.years))
        label = f"Tháng {_two(month)}"
        return Meaning("month", f"{label}/{year}" if year else label, ranges)

    def _one_quarter(self, quarter: int, year: int | None) -> Meaning:
        years = [year] if year else self.years
        ranges = tuple(_months(each, 3 * quarter - 2, 3) for each in years)
        label = f"Quý {ROMAN[quarter - 1]}"
        return Meaning("quarter", f"{label}/{year}" if year else label, ranges)


def _one_day(day: date) -> Meaning:
    return Meaning("day", f"Ngày {full_date(day)}", ((day, day),))


def _range(first: date, last: date) -> Meaning:
    if first > last:
        raise ValueError
    if first == last:
        return _one_day(first)
    return Meaning("day", f"Từ {full_date(first)} đến {full_date(last)}", ((first, last),))


def _one_year(year: int) -> Meaning:
    return Meaning("year", f"Năm {year}", ((date(year, 1, 1), date(year, 12, 31)),))


def _half_day(text: str) -> Meaning:
    half = text.replace(" ", "_")
    return Meaning("half", HALF_DAYS[half], facet="buoi", values=(half,))


def _months(year: int, month: int, count: int = 1) -> Range:
    begin = year * 12 + month - 1
    last_year, last = divmod(begin + count - 1, 12)
    days = calendar.monthrange(last_year, last + 1)[1]
    return date(begin // 12, begin % 12 + 1, 1), date(last_year, last + 1, days)


def _weekday(text: str) -> int:
    last = text.rsplit(maxsplit=1)[-1]
    if last == "cn":
        return 6
    return SPOKEN.index(last) if last in SPOKEN else int(last[-1]) - 2


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= day <= calendar.monthrange(year, month)[1]


def _two(month: int) -> str:
    return f"{month:02}" if month <= 2 else str(month)
