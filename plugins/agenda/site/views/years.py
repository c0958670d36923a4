"""Build the page of a year: twelve small calendars."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from agenda.history.ledger import combine_digests
from agenda.model import Month, YearMonth
from agenda.site.artifact import Alternate, Link, Page
from agenda.site.context import SiteContext
from agenda.site.urls import HOME, month_url, year_calendar_url, year_url
from agenda.site.views.month.grid import Week, view_grid
from agenda.site.views.month.pages import month_digest


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthOfYear:
    """One of the twelve months; `url` and `weeks` are empty if the month is not published."""

    name: str
    url: str | None
    count: int
    weeks: tuple[Week, ...]


def year_pages(context: SiteContext) -> Iterator[Page]:
    years = sorted(context.years)
    links = {year: Link(text=f"Năm {year}", url=year_url(year)) for year in years}
    before = {year: links[earlier] for earlier, year in pairwise(years)}
    after = {year: links[later] for year, later in pairwise(years)}
    for year in years:
        months = context.years[year]
        title = f"Chương trình công tác năm {year}"
        breadcrumbs = (Link(text="Trang chủ", url=HOME),)
        count = sum(len(month.items) for month in months)
        key = context.cache.year_key(year)
        yield Page(
            url=year_url(year),
            name=f"Năm {year}",
            title=title,
            description=f"{title} của {context.agency}: {len(months)} tháng, {count} việc.",
            html=context.cache.lazy(
                key,
                "thân",
                partial(
                    _body,
                    context,
                    year,
                    title=title,
                    breadcrumbs=breadcrumbs,
                    published=len(months),
                    count=count,
                    previous=before.get(year),
                    next=after.get(year),
                    calendar=year_calendar_url(year),
                ),
            ),
            updated=max(month.newest.document.issued for month in months),
            breadcrumbs=breadcrumbs,
            previous=before.get(year),
            next=after.get(year),
            content=combine_digests(year, (month_digest(context, month) for month in months)),
            alternates=(
                Alternate(
                    title=f"Lịch công tác năm {year}",
                    media_type="text/calendar",
                    url=year_calendar_url(year),
                ),
            ),
        )


def _body(context: SiteContext, year: int, **values: object) -> str:
    months = _months(year, context.years[year])
    return context.renderer.render("year.html", year_url(year), months=months, **values)


def _months(year: int, published: Sequence[Month]) -> list[MonthOfYear]:
    by_month = {month.month: month for month in published}
    views = []
    for number in range(1, 13):
        month = by_month.get(YearMonth(year, number))
        views.append(
            MonthOfYear(
                name=f"Tháng {number}",
                url=month_url(month.month) if month else None,
                count=len(month.items) if month else 0,
                weeks=view_grid(month) if month else (),
            )
        )
    return views
