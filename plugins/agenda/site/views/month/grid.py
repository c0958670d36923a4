"""A month as a small calendar: weeks of seven days, each with how much it holds."""

from dataclasses import dataclass

from agenda.model import Day, Month
from agenda.site.urls import day_url
from agenda.vietnam.dates import weekday_name


@dataclass(frozen=True, slots=True, kw_only=True)
class CellView:
    """A day of the grid; `busy` from 0 (nothing) to 3 (four items and more)."""

    number: int
    date: str
    url: str
    label: str
    count: int
    busy: int
    off: bool


Week = tuple[CellView | None, ...]


def view_grid(month: Month) -> tuple[Week, ...]:
    """Weeks from Monday; days of other months are None."""
    cells: list[CellView | None] = [None] * month.month.first.weekday()
    cells += [_cell(day) for day in month.days]
    cells += [None] * (-len(cells) % 7)
    return tuple(tuple(cells[start : start + 7]) for start in range(0, len(cells), 7))


def _cell(day: Day) -> CellView:
    count = len(day.items)
    said = f"{count} việc" if count else (", ".join(day.labels) or "không có việc")
    return CellView(
        number=day.date.day,
        date=day.date.isoformat(),
        url=day_url(day.date),
        label=f"Ngày {day.date.day}, {weekday_name(day.date)}: {said}",
        count=count,
        busy=min(3, (count + 1) // 2),
        off=bool(day.labels) and not count,
    )
