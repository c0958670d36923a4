"""Build the pages of leaders, units and groups: lists, entries and their years."""

from collections.abc import Iterator, Sequence
from operator import attrgetter

from agenda.cache.text import CachedText
from agenda.history.ledger import combine_digests
from agenda.model import DirectoryEntry, Item, Person
from agenda.site.artifact import Alternate, Page
from agenda.site.context import SiteContext
from agenda.site.urls import entry_calendar_url, entry_url, leader_feed_url
from agenda.site.views.directory.charts import count_years
from agenda.site.views.directory.entry_years import (
    EntryYear,
    entry_year_page,
    lines_by_month,
    newest_document,
    years_of,
)
from agenda.site.views.directory.sections import (
    DIRECTORY_SOURCE,
    SECTIONS,
    Section,
    breadcrumbs_of,
    section_page,
    titles_of,
)
from agenda.site.views.subscriptions import view_subscription

LATEST = 40
"""The minimum number of items on an entry's page, rounded up to whole months."""


def entry_pages(context: SiteContext) -> Iterator[Page]:
    """Yield all pages of the directory.

    The pages of one year follow each other, because they share rendered item lines.
    """
    years: list[EntryYear] = []
    for section in SECTIONS:
        entries = [entry for entry in context.appearances if type(entry) is section.kind]
        yield section_page(context, section, entries)
        for entry in entries:
            own = years_of(context, section, entry)
            yield _entry_page(context, section, entry, own)
            years += own
    for each in sorted(years, key=attrgetter("year")):
        yield entry_year_page(context, each)


def _entry_page(
    context: SiteContext, section: Section, entry: DirectoryEntry, years: Sequence[EntryYear]
) -> Page:
    items = context.appearances[entry]
    breadcrumbs = breadcrumbs_of(section)
    latest = _latest(items)
    url = entry_url(entry)
    calendar = f"{entry.name} – lịch công tác {context.agency}"
    feed = leader_feed_url(entry.code) if isinstance(entry, Person) else None
    return Page(
        url=url,
        name=entry.name,
        title=entry.name,
        description=f"Lịch công tác của {entry.name}, {context.agency}: {len(items)} việc.",
        html=CachedText.of(
            context.renderer.render(
                "entry.html",
                url,
                name=entry.name,
                breadcrumbs=breadcrumbs,
                titles=titles_of(entry),
                other_names=() if isinstance(entry, Person) else entry.abbreviations,
                role=section.role,
                count=len(items),
                years=count_years(entry, {each.year: each.items for each in years}),
                complete=len(latest) == len(items),
                feed=feed,
                subscription=view_subscription(
                    context, calendar, entry_calendar_url(entry, entry.code), url
                ),
                months=lines_by_month(context, latest, url)[::-1],
            )
        ),
        updated=newest_document(context, items),
        source=DIRECTORY_SOURCE,
        breadcrumbs=breadcrumbs,
        content=combine_digests(entry.name, (each.digest for each in years)),
        alternates=tuple(_alternates(entry, calendar)),
    )


def _alternates(entry: DirectoryEntry, name: str) -> Iterator[Alternate]:
    yield Alternate(
        title=name,
        media_type="text/calendar",
        url=entry_calendar_url(entry, entry.code),
    )
    if isinstance(entry, Person):
        yield Alternate(
            title=name,
            media_type="application/atom+xml",
            url=leader_feed_url(entry.code),
        )


def _latest(items: Sequence[Item]) -> Sequence[Item]:
    """Return the items of the newest months, oldest first, without splitting a month."""
    start = max(0, len(items) - LATEST)
    while start > 0 and items[start - 1].month == items[start].month:
        start -= 1
    return items[start:]
