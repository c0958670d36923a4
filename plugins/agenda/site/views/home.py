"""Build the home page: the newest month, changes, leaders and years.

A script makes of the newest month what is on today and in the next days.
"""

from dataclasses import dataclass

from agenda.cache.text import CachedText
from agenda.model import Month, Person
from agenda.site.artifact import Alternate, Link, Page
from agenda.site.context import SiteContext
from agenda.site.urls import (
    ALL_CALENDAR,
    CALENDARS,
    CHANGES,
    HOME,
    SEARCH,
    entry_url,
    month_url,
    year_calendar_url,
    year_url,
)
from agenda.site.views.changes import latest_changes
from agenda.site.views.month.grid import view_grid
from agenda.site.views.month.month_view import current_days
from agenda.vietnam.dates import long_date, month_title
from agenda.vietnam.names.precedence import in_precedence

LATEST = 6
"""The number of newest months on the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthLine:
    """A month in a list."""

    name: str
    url: str
    count: int
    issued: str


def home_page(context: SiteContext) -> Page:
    months = context.agenda.months
    title = f"Lịch công tác {context.agency}"
    newest = months[-1] if months else None
    people = (entry for entry in context.appearances if isinstance(entry, Person))
    leaders = in_precedence(people, context.newest_day)
    return Page(
        url=HOME,
        name="Trang chủ",
        title=title,
        description=f"Chương trình công tác hằng tháng của {context.agency}: hôm nay, tuần "
        "này, từng ngày, từng lãnh đạo, từng cơ quan.",
        html=CachedText.of(
            context.renderer.render(
                "home.html",
                HOME,
                title=title,
                search=SEARCH,
                newest=_line(newest) if newest else None,
                weeks=view_grid(newest) if newest else (),
                days=current_days(context, newest) if newest else (),
                calendar=year_calendar_url(newest.month.year) if newest else "",
                published=" ".join(str(month.month) for month in months),
                latest=[_line(month) for month in months[: -LATEST - 1 : -1]],
                events=latest_changes(context),
                changes=CHANGES,
                subscribe=CALENDARS,
                years=[
                    Link(text=str(year), url=year_url(year))
                    for year in sorted(context.years, reverse=True)
                ],
                leaders=[Link(text=person.name, url=entry_url(person)) for person in leaders],
            )
        ),
        updated=newest.newest.document.issued if newest else None,
        alternates=(Alternate(title=title, media_type="text/calendar", url=ALL_CALENDAR),),
    )


def _line(month: Month) -> MonthLine:
    return MonthLine(
        name=month_title(month.month),
        url=month_url(month.month),
        count=len(month.items),
        issued=long_date(month.newest.document.issued),
    )
