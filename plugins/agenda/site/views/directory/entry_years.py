"""Build a page for each year of a directory entry, with all items that name the entry."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from markupsafe import Markup

from agenda.history.ledger import ContentDigest, combine_digests
from agenda.model import DirectoryEntry, Item
from agenda.site.artifact import Link, Page
from agenda.site.context import SiteContext
from agenda.site.urls import entry_url, entry_year_url
from agenda.site.views.directory.sections import DIRECTORY_SOURCE, Section, breadcrumbs_of
from agenda.vietnam.dates import month_title


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryYear:
    """The items of a year that name an entry, by month and day, with the digest of its page."""

    section: Section
    entry: DirectoryEntry
    year: int
    items: Sequence[Item]
    digest: ContentDigest


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthLines:
    """The items of one month as rendered lines, oldest first."""

    name: str
    short: str
    """The name within its year."""
    anchor: str
    lines: tuple[Markup, ...]


def years_of(context: SiteContext, section: Section, entry: DirectoryEntry) -> list[EntryYear]:
    """Return the years in which an entry has a page, oldest first."""
    by_year: dict[int, list[Item]] = {year: [] for year in context.entry_years[entry]}
    for item in context.appearances[entry]:
        by_year[item.month.year].append(item)
    return [
        EntryYear(
            section=section,
            entry=entry,
            year=year,
            items=items,
            digest=_year_digest(context, entry, year, items),
        )
        for year, items in by_year.items()
    ]


def entry_year_page(context: SiteContext, of: EntryYear) -> Page:
    entry, year, items = of.entry, of.year, of.items
    url = entry_year_url(entry, year)
    breadcrumbs = (*breadcrumbs_of(of.section), Link(text=entry.name, url=entry_url(entry)))
    title = f"{entry.name}, năm {year}"
    return Page(
        url=url,
        name=title,
        title=title,
        description=f"Lịch công tác năm {year} của {entry.name}, {context.agency}: "
        f"{len(items)} việc.",
        html=context.cache.lazy(
            context.cache.year_key(year),
            f"thân {url}",
            lambda: context.renderer.render(
                "entry_year.html",
                url,
                title=title,
                breadcrumbs=breadcrumbs,
                role=of.section.role,
                count=len(items),
                months=lines_by_month(context, items, url),
            ),
        ),
        updated=newest_document(context, items),
        source=DIRECTORY_SOURCE,
        breadcrumbs=breadcrumbs,
        content=of.digest,
    )


def lines_by_month(context: SiteContext, items: Iterable[Item], url: str) -> list[MonthLines]:
    """Return the items as rendered lines for the page at `url`, grouped by month."""
    return [
        MonthLines(
            name=month_title(month),
            short=f"Tháng {month.month}",
            anchor=f"thang-{month.month:02}",
            lines=tuple(context.lines.of(item, url) for item in group),
        )
        for month, group in groupby(items, key=lambda item: item.month)
    ]


def newest_document(context: SiteContext, items: Iterable[Item]) -> date | None:
    """Return the date of the newest document that lists any of the items."""
    months = {item.month for item in items}
    return max((context.published[month] for month in months), default=None)


def _year_digest(
    context: SiteContext, entry: DirectoryEntry, year: int, items: Iterable[Item]
) -> ContentDigest:
    """Return the content digest of an entry's page of a year."""
    return context.cache.content_digest(
        context.cache.year_key(year),
        f"lời {entry_url(entry)}",
        lambda: combine_digests(entry.name, map(context.digests.of, items)),
    )
