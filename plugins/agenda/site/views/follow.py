"""Build the page that lists every calendar, feed and embeddable page."""

from dataclasses import dataclass

from agenda.cache.text import CachedText
from agenda.model import DirectoryEntry
from agenda.site.artifact import Alternate, Link, Page
from agenda.site.context import SiteContext
from agenda.site.urls import (
    ALL_CALENDAR,
    CALENDARS,
    CHANGES,
    DATA,
    EMBEDDED_TODAY,
    EMBEDDED_WEEK,
    FEED,
    HOME,
    entry_url,
    on_page,
    year_calendar_url,
)
from agenda.site.views.directory.sections import SECTIONS, in_order
from agenda.site.views.subscriptions import SECTION, view_subscription


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryCalendars:
    """The calendars of one kind of directory entry."""

    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbeddedView:
    """An embeddable page, with its absolute URL if the site's URL is known."""

    title: str
    url: str
    full: str | None


def follow_page(context: SiteContext) -> Page:
    title = "Theo dõi và dùng lại"
    breadcrumbs = (Link(text="Trang chủ", url=HOME),)
    name = f"Lịch công tác – {context.agency}"
    return Page(
        url=CALENDARS,
        name="Theo dõi",
        title=title,
        description=f"Đưa lịch công tác của {context.agency} vào lịch trên điện thoại, máy "
        "tính; nhận tin khi có tháng mới hay điều chỉnh; nhúng vào trang khác.",
        html=CachedText.of(
            context.renderer.render(
                "follow.html",
                CALENDARS,
                title=title,
                breadcrumbs=breadcrumbs,
                subscription=view_subscription(context, name, ALL_CALENDAR, CALENDARS),
                kinds=[
                    EntryCalendars(title=section.title, links=_links(context, section.kind))
                    for section in SECTIONS
                ],
                years=[
                    Link(text=f"Năm {year}", url=year_calendar_url(year))
                    for year in sorted(context.years, reverse=True)
                ],
                feed=FEED,
                changes=CHANGES,
                data=DATA,
                agency=context.agency,
                embedded=[
                    EmbeddedView(
                        title=each,
                        url=url,
                        full=context.home + url if context.home else None,
                    )
                    for each, url in (
                        ("Lịch hôm nay", EMBEDDED_TODAY),
                        ("Lịch tuần này", EMBEDDED_WEEK),
                    )
                ],
            )
        ),
        breadcrumbs=breadcrumbs,
        alternates=(Alternate(title=name, media_type="text/calendar", url=ALL_CALENDAR),),
    )


def _links(context: SiteContext, kind: type[DirectoryEntry]) -> tuple[Link, ...]:
    entries = (entry for entry in context.appearances if type(entry) is kind)
    return tuple(
        Link(text=entry.name, url=on_page(entry_url(entry), SECTION))
        for entry in in_order(context, entries)
    )
