"""The years of an entry, each with how busy its months were."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from agenda.model import DirectoryEntry, Item
from agenda.site.urls import entry_year_url

HIGHEST = 16
"""The height of the busiest month of all in the charts of an entry's years, in pixels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class YearCount:
    """A year of an entry, with how many items name it, and how high its months stand in a chart.

    The heights are of twelve months, from 0 to `HIGHEST`, the same scale for all years.
    """

    year: int
    url: str
    count: int
    heights: tuple[int, ...]
    busiest: str | None


def count_years(entry: DirectoryEntry, by_year: Mapping[int, Sequence[Item]]) -> list[YearCount]:
    """The newest year first."""
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
    """The month that has most items, the first of equals."""
    if not counts:
        return None
    month = max(sorted(counts), key=lambda month: counts[month])
    return f"nhiều nhất là tháng {month}: {counts[month]} việc"
