"""Everything that programs are given, at URLs of its own."""

from collections.abc import Iterator
from functools import partial

from agenda.exports.calendars import calendars
from agenda.exports.export_settings import ExportSettings
from agenda.exports.feeds import feeds
from agenda.exports.months import month_content
from agenda.exports.package import package
from agenda.exports.tables import tables
from agenda.site.artifact import Asset
from agenda.site.context import SiteContext
from agenda.site.urls import month_data_url


def files(context: SiteContext, terms: ExportSettings) -> Iterator[Asset]:
    """Open data, feeds and calendars: all stay at their URLs, none stays as it is."""
    kept = context.kept
    for month in context.agenda.months:
        make = partial(month_content, month, terms.home)
        text = kept.later(kept.of_month(month.month), f"dữ liệu {terms.home}", make)
        yield Asset.later(month_data_url(month.month), text.encoded)
    made = tables(context, terms.home)
    yield from made
    yield package(made, terms)
    yield from feeds(context, terms)
    yield from calendars(context, terms)
