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
    """Open data, feeds and calendars: all stay at their addresses, none stays as it is."""
    kept = publication.kept
    for month in publication.agenda.months:
        make = partial(month_content, month, terms.home)
        text = kept.later(kept.of_month(month.month), f"dữ liệu {terms.home}", make)
        yield Asset.later(month_data_address(month.month), text.encoded)
    made = tables(publication, terms.home)
    yield from made
    yield package(made, terms)
    yield from feeds(publication, terms)
    yield from calendars(publication, terms)
