"""Short constructors for items and days of May 2021; a test names only the fields that matter."""

from collections.abc import Iterable
from datetime import date

from agenda.model import Day, HalfDay, Item, ScheduleEntry, YearMonth

MAY = YearMonth(2021, 5)
FOURTH = date(2021, 5, 4)

ITEM = Item(
    code="a1",
    month=MAY,
    first=FOURTH,
    last=FOURTH,
    half_day=HalfDay.MORNING,
    text="Họp",
)


def days_of(entries: Iterable[ScheduleEntry]) -> tuple[Day, ...]:
    """Return every day of May with the entries that cover it."""
    shown = tuple(entries)
    return tuple(
        Day(date=day, entries=tuple(entry for entry in shown if entry.covers(day)))
        for day in MAY.dates()
    )
