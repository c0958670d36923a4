"""Build the small pages for iframes on other sites: the agendas of today and of this week."""

from collections.abc import Iterator

from agenda.history.ledger import Kind
from agenda.model import Status
from agenda.site.artifact import Asset, Link
from agenda.site.context import SiteContext
from agenda.site.urls import (
    ASSETS,
    DATA,
    EMBEDDED_TODAY,
    EMBEDDED_WEEK,
    HOME,
    month_url,
)
from agenda.vietnam.dates import HALF_DAYS, month_title
from agenda.vietnam.wording import status_name

MONTHS = 24
"""The number of newest published months in an embedded page."""


def embedded_pages(context: SiteContext) -> Iterator[Asset]:
    """Yield whole pages without the theme; their scripts fetch the data of the months."""
    months = context.agenda.months
    newest = months[-1] if months else None
    for url, title, days in (
        (EMBEDDED_TODAY, "Lịch công tác hôm nay", "day"),
        (EMBEDDED_WEEK, "Lịch công tác tuần này", "week"),
    ):
        page = context.renderer.render(
            "embedded.html",
            url,
            title=title,
            days=days,
            agency=context.agency,
            assets=ASSETS,
            version=context.assets_version,
            data=DATA,
            home=HOME,
            words=_words(),
            published=" ".join(str(month.month) for month in months[-MONTHS:]),
            newest=Link(text=month_title(newest.month), url=month_url(newest.month))
            if newest
            else None,
        )
        yield Asset.of(f"{url}index.html", page.encode(), kind=Kind.PAGE)


def _words() -> dict[str, str]:
    """Return the Vietnamese names of half-day and status codes."""
    half_days = {half_day.value: name for half_day, name in HALF_DAYS.items()}
    names = {status.value: status_name(status) for status in Status}
    return half_days | {code: name for code, name in names.items() if name is not None}
