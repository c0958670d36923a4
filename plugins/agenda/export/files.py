"""Everything that programs are given, at addresses of its own."""

from collections.abc import Iterator

from agenda.export.calendars import calendars
from agenda.export.feeds import feeds
from agenda.export.months import month_file
from agenda.export.package import package
from agenda.export.tables import tables
from agenda.export.terms import Terms
from agenda.site.artifact import Asset
from agenda.site.publication import Publication


def files(publication: Publication, terms: Terms) -> Iterator[Asset]:
    """Calendars, feeds and open data: all stay at their addresses, none stays as it is."""
    yield from calendars(publication, terms)
    yield from feeds(publication, terms)
    for month in publication.agenda.months:
        yield month_file(month, terms.home)
    made = tables(publication.agenda, terms.home)
    yield from made
    yield package(made, terms)
