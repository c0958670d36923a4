"""The years of parties: a page of each, with all items of that year that name the party."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from markupsafe import Markup

from agenda.history.ledger import Said, said_together
from agenda.model import Item, Party
from agenda.site.artifact import Link, Page
from agenda.site.context import Publication
from agenda.site.urls import party_address, party_year_address
from agenda.site.views.directory.sections import DIRECTORY_SOURCE, Section, trail_of
from agenda.vietnam.dates import month_title


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyYear:
    """The items of a year that name a party, by month and day; `said` is what its page says."""

    section: Section
    party: Party
    year: int
    items: Sequence[Item]
    said: Said


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthLines:
    """The items of one month, oldest first, each a finished line."""

    name: str
    lines: tuple[Markup, ...]


def years_of(publication: Publication, section: Section, party: Party) -> list[PartyYear]:
    """The years that a party has a page of, the first one first."""
    by_year: dict[int, list[Item]] = {year: [] for year in publication.named[party]}
    for item in publication.appearances[party]:
        by_year[item.month.year].append(item)
    return [
        PartyYear(
            section=section,
            party=party,
            year=year,
            items=items,
            said=_said(publication, party, year, items),
        )
        for year, items in by_year.items()
    ]


def party_year_page(publication: Publication, of: PartyYear) -> Page:
    party, year, items = of.party, of.year, of.items
    address = party_year_address(party, year)
    trail = (*trail_of(of.section), Link(text=party.name, address=party_address(party)))
    title = f"{party.name}, năm {year}"
    return Page(
        address=address,
        name=title,
        title=title,
        description=f"Lịch công tác năm {year} của {party.name}, {publication.agency}: "
        f"{len(items)} việc.",
        html=publication.kept.later(
            publication.kept.of_year(year),
            f"thân {address}",
            lambda: publication.renderer.render(
                "party_year.html",
                address,
                title=title,
                trail=trail,
                role=of.section.role,
                count=len(items),
                months=lines_by_month(publication, items, address),
            ),
        ),
        updated=newest_document(publication, items),
        source=DIRECTORY_SOURCE,
        trail=trail,
        content=of.said,
    )


def lines_by_month(
    publication: Publication, items: Iterable[Item], address: str
) -> list[MonthLines]:
    """The items as lines for the page at `address`, a group of each month."""
    return [
        MonthLines(
            name=month_title(month),
            lines=tuple(publication.lines.of(item, address) for item in group),
        )
        for month, group in groupby(items, key=lambda item: item.month)
    ]


def newest_document(publication: Publication, items: Iterable[Item]) -> date | None:
    """The date of the newest document that lists any of the items."""
    months = {item.month for item in items}
    return max((publication.issued[month] for month in months), default=None)


def _said(publication: Publication, party: Party, year: int, items: Iterable[Item]) -> Said:
    """What a party's page of a year says, as the ledger keeps it."""
    return publication.kept.said(
        publication.kept.of_year(year),
        f"lời {party_address(party)}",
        lambda: said_together(party.name, map(publication.sayings.of, items)),
    )
