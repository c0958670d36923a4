"""The page on how to follow the agenda: every calendar and feed, and parts for other pages."""

from dataclasses import dataclass

from agenda.cache.text import Text
from agenda.model import Party, Person
from agenda.site.artifact import Alternate, Link, Page
from agenda.site.context import Publication
from agenda.site.urls import (
    ALL_CALENDAR,
    CALENDARS,
    CHANGES,
    DATA,
    EMBEDDED_TODAY,
    EMBEDDED_WEEK,
    FEED,
    HOME,
    on_page,
    party_address,
    year_calendar_address,
)
from agenda.site.views.directory.sections import SECTIONS
from agenda.site.views.subscriptions import SECTION, view_subscription
from agenda.vietnam.collation import collation_key, person_key


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyCalendars:
    """The calendars of one kind of party."""

    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbeddedView:
    """A part for other pages, with its address in full where it is known."""

    title: str
    address: str
    full: str | None


def follow_page(publication: Publication) -> Page:
    title = "Theo dõi và dùng lại"
    trail = (Link(text="Trang chủ", address=HOME),)
    name = f"Lịch công tác – {publication.agency}"
    return Page(
        address=CALENDARS,
        name="Theo dõi",
        title=title,
        description=f"Đưa lịch công tác của {publication.agency} vào lịch trên điện thoại, máy "
        "tính; nhận tin khi có tháng mới hay điều chỉnh; nhúng vào trang khác.",
        html=Text.of(
            publication.renderer.render(
                "follow.html",
                CALENDARS,
                title=title,
                trail=trail,
                subscription=view_subscription(publication, name, ALL_CALENDAR, CALENDARS),
                kinds=[
                    PartyCalendars(title=section.title, links=_links(publication, section.kind))
                    for section in SECTIONS
                ],
                years=[
                    Link(text=f"Năm {year}", address=year_calendar_address(year))
                    for year in sorted(publication.years, reverse=True)
                ],
                feed=FEED,
                changes=CHANGES,
                data=DATA,
                agency=publication.agency,
                embedded=[
                    EmbeddedView(
                        title=each,
                        address=address,
                        full=publication.home + address if publication.home else None,
                    )
                    for each, address in (
                        ("Lịch hôm nay", EMBEDDED_TODAY),
                        ("Lịch tuần này", EMBEDDED_WEEK),
                    )
                ],
            )
        ),
        trail=trail,
        alternates=(Alternate(title=name, media_type="text/calendar", address=ALL_CALENDAR),),
    )


def _links(publication: Publication, kind: type[Party]) -> tuple[Link, ...]:
    key = person_key if kind is Person else collation_key
    parties = [party for party in publication.appearances if type(party) is kind]
    return tuple(
        Link(text=party.name, address=on_page(party_address(party), SECTION))
        for party in sorted(parties, key=lambda party: key(party.name))
    )
