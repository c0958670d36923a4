"""The years of entries: a page of each, with all items of that year that name the entry."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from markupsafe import Markup

from agenda.history.ledger import Said, said_together
from agenda.model import DirectoryEntry, Item
from agenda.site.artifact import Link, Page
from agenda.site.context import Publication
from agenda.site.urls import entry_url, entry_year_url
from agenda.site.views.directory.sections import DIRECTORY_SOURCE, Section, trail_of
from agenda.vietnam.dates import month_title


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryYear:
    """The items of a year that name an entry, by month and day; `said` is what its page says."""

    section: Section
    entry: DirectoryEntry
    year: int
    items: Sequence[Item]
    said: Said


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthLines:
    """The items of one month, oldest first, each a finished line."""

    name: str
    lines: tuple[Markup, ...]


def years_of(publication: Publication, section: Section, entry: DirectoryEntry) -> list[EntryYear]:
    """The years that an entry has a page of, the first one first."""
    by_year: dict[int, list[Item]] = {year: [] for year in publication.named[entry]}
    for item in publication.appearances[entry]:
        by_year[item.month.year].append(item)
    return [
        EntryYear(
            section=section,
            entry=entry,
            year=year,
            items=items,
            said=_said(publication, entry, year, items),
        )
        for year, items in by_year.items()
    ]


def entry_year_page(publication: Publication, of: EntryYear) -> Page:
    entry, year, items = of.entry, of.year, of.items
    url = entry_year_url(entry, year)
    trail = (*trail_of(of.section), Link(text=entry.name, url=entry_url(entry)))
    title = f"{entry.name}, năm {year}"
    return Page(
        url=url,
        name=title,
        title=title,
        description=f"Lịch công tác năm {year} của {entry.name}, {publication.agency}: "
        f"{len(items)} việc.",
        html=publication.kept.later(
            publication.kept.of_year(year),
            f"thân {url}",
            lambda: publication.renderer.render(
                "entry_year.html",
                url,
                title=title,
                trail=trail,
                role=of.section.role,
                count=len(items),
                months=lines_by_month(publication, items, url),
            ),
        ),
        updated=newest_document(publication, items),
        source=DIRECTORY_SOURCE,
        trail=trail,
        content=of.said,
    )


def lines_by_month(publication: Publication, items: Iterable[Item], url: str) -> list[MonthLines]:
    """The items as lines for the page at `url`, a group of each month."""
    return [
        MonthLines(
            name=month_title(month),
            lines=tuple(publication.lines.of(item, url) for item in group),
        )
        for month, group in groupby(items, key=lambda item: item.month)
    ]


def newest_document(publication: Publication, items: Iterable[Item]) -> date | None:
    """The date of the newest document that lists any of the items."""
    months = {item.month for item in items}
    return max((publication.issued[month] for month in months), default=None)


def _said(
    publication: Publication, entry: DirectoryEntry, year: int, items: Iterable[Item]
) -> Said:
    """What an entry's page of a year says, as the ledger keeps it."""
    return publication.kept.said(
        publication.kept.of_year(year),
        f"lời {entry_url(entry)}",
        lambda: said_together(entry.name, map(publication.sayings.of, items)),
    )
