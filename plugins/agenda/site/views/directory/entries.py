"""Pages of leaders, units and groups: the list of each, one of them, one year of one of them."""

from collections.abc import Iterator, Sequence
from operator import attrgetter

from agenda.cache.text import Text
from agenda.history.ledger import said_together
from agenda.model import Item, Party, Person
from agenda.site.artifact import Alternate, Page
from agenda.site.context import Publication
from agenda.site.urls import leader_feed_address, party_address, party_calendar_address
from agenda.site.views.directory.charts import count_years
from agenda.site.views.directory.entry_years import (
    PartyYear,
    lines_by_month,
    newest_document,
    party_year_page,
    years_of,
)
from agenda.site.views.directory.sections import (
    DIRECTORY_SOURCE,
    SECTIONS,
    Section,
    section_page,
    titles_of,
    trail_of,
)
from agenda.site.views.subscriptions import view_subscription

LATEST = 40
"""A party's own page shows its newest months, whole, until it shows at least so many items."""


def party_pages(publication: Publication) -> Iterator[Page]:
    """Pages of one year follow each other: they have items, and so finished lines, in common."""
    years: list[PartyYear] = []
    for section in SECTIONS:
        parties = [party for party in publication.appearances if type(party) is section.kind]
        yield section_page(publication, section, parties)
        for party in parties:
            own = years_of(publication, section, party)
            yield _party_page(publication, section, party, own)
            years += own
    for each in sorted(years, key=attrgetter("year")):
        yield party_year_page(publication, each)


def _party_page(
    publication: Publication, section: Section, party: Party, years: Sequence[PartyYear]
) -> Page:
    items = publication.appearances[party]
    trail = trail_of(section)
    latest = _latest(items)
    address = party_address(party)
    calendar = f"{party.name} – lịch công tác {publication.agency}"
    feed = leader_feed_address(party.code) if isinstance(party, Person) else None
    return Page(
        address=address,
        name=party.name,
        title=party.name,
        description=f"Lịch công tác của {party.name}, {publication.agency}: {len(items)} việc.",
        html=Text.of(
            publication.renderer.render(
                "party.html",
                address,
                name=party.name,
                trail=trail,
                titles=titles_of(party),
                other_names=() if isinstance(party, Person) else party.abbreviations,
                role=section.role,
                count=len(items),
                years=count_years(party, {each.year: each.items for each in years}),
                complete=len(latest) == len(items),
                feed=feed,
                subscription=view_subscription(
                    publication, calendar, party_calendar_address(party, party.code), address
                ),
                months=lines_by_month(publication, latest, address)[::-1],
            )
        ),
        updated=newest_document(publication, items),
        source=DIRECTORY_SOURCE,
        trail=trail,
        content=said_together(party.name, (each.said for each in years)),
        alternates=tuple(_alternates(party, calendar)),
    )


def _alternates(party: Party, name: str) -> Iterator[Alternate]:
    yield Alternate(
        title=name,
        media_type="text/calendar",
        address=party_calendar_address(party, party.code),
    )
    if isinstance(party, Person):
        yield Alternate(
            title=name,
            media_type="application/atom+xml",
            address=leader_feed_address(party.code),
        )


def _latest(items: Sequence[Item]) -> Sequence[Item]:
    """The items of the newest months, oldest first, cut only between months."""
    start = max(0, len(items) - LATEST)
    while start > 0 and items[start - 1].month == items[start].month:
        start -= 1
    return items[start:]
