"""Build the small calendar of a month: weeks of seven days with item counts."""

from dataclasses import dataclass

from agenda.model import Day, Month
from agenda.site.urls import day_url
from agenda.vietnam.dates import names_only_weekdays, weekday_name


@dataclass(frozen=True, slots=True, kw_only=True)
class CellView:
    """A day of the calendar; `busy` ranges from 0 (no item) to 3 (five or more items)."""

    number: int
    date: str
    url: str
    label: str
    count: int
    busy: int
    off: bool


Week = tuple[CellView | None, ...]


def view_grid(month: Month) -> tuple[Week, ...]:
    """Return the weeks from Monday to Sunday; days of other months are None."""
    cells: list[CellView | None] = [None] * month.month.first.weekday()
    cells += [_cell(day) for day in month.days]
    cells += [None] * (-len(cells) % 7)
    return tuple(tuple(cells[start : start + 7]) for start in range(0, len(cells), 7))


def _cell(day: Day) -> CellView:
    count = len(day.items)
    labels = ", ".join(label for label in day.labels if not names_only_weekdays(label))
    summary = f"{count} việc" if count else labels or "không có việc"
    return CellView(
        number=day.date.day,
        date=day.date.isoformat(),
        url=day_url(day.date),
        label=f"Ngày {day.date.day}, {weekday_name(day.date)}: {summary}",
        count=count,
        busy=min(3, (count + 1) // 2),
        off=bool(day.labels) and not count,
    )
