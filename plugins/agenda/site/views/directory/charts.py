"""Build the charts of an entry's years: the number of items in each month."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from agenda.model import DirectoryEntry, Item
from agenda.site.urls import entry_year_url

HIGHEST = 16
"""The height in pixels of the busiest month over all years of an entry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class YearCount:
    """A year of an entry: the number of items and the heights of its chart.

    There are twelve heights from 0 to `HIGHEST`, on the same scale for all years.
    """

    year: int
    url: str
    count: int
    heights: tuple[int, ...]
    busiest: str | None


def count_years(entry: DirectoryEntry, by_year: Mapping[int, Sequence[Item]]) -> list[YearCount]:
    """Return the counts of each year, newest first."""
    months = {year: Counter(item.month.month for item in items) for year, items in by_year.items()}
    most = max((max(counts.values(), default=0) for counts in months.values()), default=0)
    return [
        YearCount(
            year=year,
            url=entry_year_url(entry, year),
            count=months[year].total(),
            heights=tuple(-(-HIGHEST * months[year][month] // most) for month in range(1, 13))
            if most
            else (),
            busiest=_busiest(months[year]),
        )
        for year in sorted(by_year, reverse=True)
    ]


def _busiest(counts: Counter[int]) -> str | None:
    """Return the month with the most items in words; the first of equals."""
    if not counts:
        return None
    month = max(sorted(counts), key=lambda month: counts[month])
    return f"nhiều nhất là tháng {month}: {counts[month]} việc"
