"""Small pages for the frames of other sites: today's agenda alone, and that of this week."""

from collections.abc import Iterator

from agenda.record.ledger import Kind
from agenda.site.addresses import (
    ASSETS,
    DATA,
    EMBEDDED_TODAY,
    EMBEDDED_WEEK,
    HOME,
    month_address,
)
from agenda.site.artifact import Asset, Link
from agenda.site.publication import Publication
from agenda.vietnam.dates import month_title

MONTHS = 24
"""Of the newest months a frame knows that they are published: today is in none before."""


def embedded_pages(publication: Publication) -> Iterator[Asset]:
    """Whole pages, free of the theme; they read the data of the months that they show."""
    months = publication.agenda.months
    newest = months[-1] if months else None
    for address, title, days in (
        (EMBEDDED_TODAY, "Lịch công tác hôm nay", "day"),
        (EMBEDDED_WEEK, "Lịch công tác tuần này", "week"),
    ):
        page = publication.renderer.render(
            "embedded.html",
            address,
            title=title,
            days=days,
            agency=publication.agency,
            assets=ASSETS,
            data=DATA,
            home=HOME,
            published=" ".join(str(month.month) for month in months[-MONTHS:]),
            newest=Link(text=month_title(newest.month), address=month_address(newest.month))
            if newest
            else None,
        )
        yield Asset(address=f"{address}index.html", content=page.encode(), kind=Kind.PAGE)
