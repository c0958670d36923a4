"""Several synthetic departments in one agenda.

They share the directory of one department, so that every name stays unambiguous.
`write_province_directory` writes a directory in which each department has its own people.
"""

from dataclasses import replace
from datetime import date
from math import lcm
from pathlib import Path
from random import Random

from agenda.model import YearMonth
from tests.synthetic import write_years
from tests.synthetic.items import Row
from tests.synthetic.leaders import leaders_between
from tests.synthetic.months import MonthMaker
from tests.synthetic.vocabulary import (
    ABBREVIATIONS,
    FAMILY_NAMES,
    GIVEN_NAMES,
    GROUPS,
    MIDDLE_NAMES,
    UNITS,
)
from tests.synthetic.workdays import OfficeCalendar
from tests.synthetic.years import write_row

HALF_DAYS = ("ca_ngay", "sang", "chieu", "toi")
NAMES = lcm(len(FAMILY_NAMES), len(MIDDLE_NAMES), len(GIVEN_NAMES))
"""The number of consecutive leaders with different full names."""


def write_province(folder: Path, first_year: int, count: int, departments: int) -> None:
    """Write the months of the first department with the items of all others."""
    write_years(folder, first_year, count)
    calendar = OfficeCalendar(first_year, count)
    for year in range(first_year, first_year + count):
        for number in range(1, 13):
            month = YearMonth(year, number)
            first, *others = (
                list(MonthMaker(month, calendar, seed).revisions()) for seed in range(departments)
            )
            for revision, row in enumerate(first):
                for department, other in enumerate(others, 1):
                    _add(row, other[-1], department)
                name = f"{month}.dc{revision}.yml" if revision else f"{month}.yml"
                write_row(folder / name, row)


def _add(row: Row, other: Row, department: int) -> None:
    """Put the items of another department's month into `row`, on the days that both list singly."""
    days: dict[object, Row] = {
        entry["ngay"]: entry for entry in _entries(row) if isinstance(entry["ngay"], int)
    }
    for entry in _entries(other):
        target = days.get(entry["ngay"])
        if target is None:
            continue
        for half_day in HALF_DAYS:
            if items := _items(entry, half_day):
                coded = [item | {"ma": f"{department}-{item['ma']}"} for item in items]
                target[half_day] = [*_items(target, half_day), *coded]


def _entries(row: Row) -> list[Row]:
    entries = row["lich"]
    assert isinstance(entries, list)
    return entries


def _items(entry: Row, half_day: str) -> list[Row]:
    items = entry.get(half_day) or []
    assert isinstance(items, list)
    return items


def write_province_directory(
    folder: Path, first_year: int, count: int, departments: int, *, seed: int
) -> None:
    """Write a directory with the leaders of several departments.

    Each department has the offices of the first at the same times. Full names differ; given names
    recur as among people, and `seed` decides which.
    """
    leaders = [*leaders_between(date(first_year - 1, 12, 1), date(first_year + count, 1, 31))]
    apart = range(len(leaders), NAMES - len(leaders), len(leaders))
    steps = [0, *Random(seed).sample(apart, len(apart))][:departments]
    rows = [
        replace(leader, number=leader.number + step).row | {"chuc_vu": leader.row["chuc_vu"]}
        for step in steps
        for leader in leaders
    ]
    write_row(
        folder / "danh-ba.yml",
        {
            "lanh_dao": rows,
            "co_quan": list(UNITS),
            "nhom": list(GROUPS),
            "viet_tat": ABBREVIATIONS,
        },
    )
