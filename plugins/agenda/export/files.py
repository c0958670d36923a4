"""Everything that programs are given, at addresses of its own."""

from collections.abc import Iterator
from functools import partial

from agenda.export.calendars import calendars
from agenda.export.feeds import feeds
from agenda.export.months import month_content
from agenda.export.package import package
from agenda.export.tables import tables
from agenda.export.terms import Terms
from agenda.site.addresses import month_data_address
from agenda.site.artifact import Asset
from agenda.site.publication import Publication


def files(publication: Publication, terms: Terms) -> Iterator[Asset]:
    """Calendars, feeds and open data: all stay at their addresses, none stays as it is."""
    yield from calendars(publication, terms)
    yield from feeds(publication, terms)
    for month in publication.agenda.months:
        content = publication.kept.text(
            publication.kept.of_month(month.month),
            "dữ liệu",
            partial(month_content, month, terms.home),
        )
        yield Asset(address=month_data_address(month.month), content=content.encode())
    made = tables(publication, terms.home)
    yield from made
    yield package(made, terms)
