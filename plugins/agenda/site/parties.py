"""Pages of leaders, units and groups: the list of each, one of them, one year of one of them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from markupsafe import Markup

from agenda.cache.text import Text
from agenda.model import Group, Item, Party, Person, Title, Unit
from agenda.record.ledger import Said, said_together
from agenda.site.addresses import (
    HOME,
    leader_feed_address,
    party_address,
    party_calendar_address,
    section_address,
)
from agenda.site.artifact import Alternate, Link, Page
from agenda.site.charts import YearCount, count_years
from agenda.site.publication import Publication
from agenda.site.subscriptions import view_subscription
from agenda.vietnam.collation import collation_key, person_key
from agenda.vietnam.dates import full_date, month_title

LATEST = 40
"""A party's own page shows its newest months, whole, until it shows at least so many items."""

DIRECTORY_SOURCE = "agendas/danh-ba.yml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A kind of party and the words for it."""

    kind: type[Party]
    title: str
    about: str
    role: str


SECTIONS = (
    Section(
        kind=Person,
        title="Lãnh đạo",
        about="Lịch công tác theo từng lãnh đạo có tên trong chương trình.",
        role="tham dự",
    ),
    Section(
        kind=Unit,
        title="Cơ quan",
        about="Lịch công tác theo từng phòng, đơn vị chuẩn bị.",
        role="chuẩn bị",
    ),
    Section(
        kind=Group,
        title="Nhóm",
        about="Lịch công tác theo những tên gọi chung mà chương trình dùng, không chỉ riêng "
        "một người hay một cơ quan.",
        role="được ghi tên",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyView:
    """A party in a list."""

    name: str
    address: str
    titles: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthLines:
    """The items of one month, oldest first, each a finished line."""

    name: str
    lines: tuple[Markup, ...]


def party_pages(publication: Publication) -> Iterator[Page]:
    for section in SECTIONS:
        parties = [party for party in publication.appearances if type(party) is section.kind]
        yield _section_page(publication, section, parties)
        for party in parties:
            yield from _pages_of(publication, section, party)


def _section_page(publication: Publication, section: Section, parties: Sequence[Party]) -> Page:
    key = person_key if section.kind is Person else collation_key
    address = section_address(section.kind)
    trail = (Link(text="Trang chủ", address=HOME),)
    return Page(
        address=address,
        name=section.title,
        title=section.title,
        description=f"{section.about} {publication.agency}.",
        html=Text.of(
            publication.renderer.render(
                "section.html",
                address,
                title=section.title,
                about=section.about,
                trail=trail,
                parties=[
                    PartyView(
                        name=party.name,
                        address=party_address(party),
                        titles=_titles(party),
                        count=len(publication.appearances[party]),
                    )
                    for party in sorted(parties, key=lambda party: key(party.name))
                ],
            )
        ),
        source=DIRECTORY_SOURCE,
        trail=trail,
    )


def _pages_of(publication: Publication, section: Section, party: Party) -> Iterator[Page]:
    items = publication.appearances[party]
    by_year = {
        year: [item for item in items if item.month.year == year]
        for year in publication.named[party]
    }
    years = count_years(party, by_year)
    trail = (
        Link(text="Trang chủ", address=HOME),
        Link(text=section.title, address=section_address(section.kind)),
    )
    latest = _latest(items)
    address = party_address(party)
    calendar = f"{party.name} – lịch công tác {publication.agency}"
    feed = leader_feed_address(party.code) if isinstance(party, Person) else None
    yield Page(
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
                titles=_titles(party),
                other_names=() if isinstance(party, Person) else party.abbreviations,
                role=section.role,
                count=len(items),
                years=years,
                complete=len(latest) == len(items),
                feed=feed,
                subscription=view_subscription(
                    publication, calendar, party_calendar_address(party, party.code), address
                ),
                months=_by_month(publication, latest, address)[::-1],
            )
        ),
        updated=_newest(publication, items),
        source=DIRECTORY_SOURCE,
        trail=trail,
        content=said_together(
            party.name, (_said(publication, party, year, own) for year, own in by_year.items())
        ),
        alternates=tuple(_alternates(party, calendar)),
    )
    for year in years:
        yield _year_page(publication, section, party, year, by_year[year.year], trail)


def _year_page(
    publication: Publication,
    section: Section,
    party: Party,
    year: YearCount,
    items: Sequence[Item],
    trail: tuple[Link, ...],
) -> Page:
    trail = (*trail, Link(text=party.name, address=party_address(party)))
    title = f"{party.name}, năm {year.year}"
    key = publication.kept.of_year(year.year)
    return Page(
        address=year.address,
        name=title,
        title=title,
        description=f"Lịch công tác năm {year.year} của {party.name}, {publication.agency}: "
        f"{year.count} việc.",
        html=publication.kept.later(
            key,
            f"thân {year.address}",
            lambda: publication.renderer.render(
                "party_year.html",
                year.address,
                title=title,
                trail=trail,
                role=section.role,
                count=year.count,
                months=_by_month(publication, items, year.address),
            ),
        ),
        updated=_newest(publication, items),
        source=DIRECTORY_SOURCE,
        trail=trail,
        content=_said(publication, party, year.year, items),
    )


def _said(publication: Publication, party: Party, year: int, items: Iterable[Item]) -> Said:
    """What a party's page of a year says, as the ledger keeps it."""
    return publication.kept.said(
        publication.kept.of_year(year),
        f"lời {party_address(party)}",
        lambda: said_together(party.name, map(publication.sayings.of, items)),
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


def _by_month(publication: Publication, items: Sequence[Item], address: str) -> list[MonthLines]:
    return [
        MonthLines(
            name=month_title(month),
            lines=tuple(publication.lines.of(item, address) for item in group),
        )
        for month, group in groupby(items, key=lambda item: item.month)
    ]


def _newest(publication: Publication, items: Sequence[Item]) -> date | None:
    """The date of the newest document that names a party."""
    months = {item.month for item in items}
    return max((publication.issued[month] for month in months), default=None)


def _titles(party: Party) -> tuple[str, ...]:
    return tuple(map(_title, party.titles)) if isinstance(party, Person) else ()


def _title(title: Title) -> str:
    since = f"từ {full_date(title.since)}" if title.since else ""
    until = f"đến {full_date(title.until)}" if title.until else ""
    when = " ".join(part for part in (since, until) if part)
    return f"{title.name} ({when})" if when else title.name
