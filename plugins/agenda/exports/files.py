"""Collect every file made for programs: open data, feeds and calendars."""

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


def files(context: SiteContext, settings: ExportSettings) -> Iterator[Asset]:
    """Yield open data, feeds and calendars; their URLs are permanent, their content changes."""
    cache = context.cache
    for month in context.agenda.months:
        make = partial(month_content, month, settings.home)
        text = cache.lazy(cache.month_key(month.month), f"dữ liệu {settings.home}", make)
        yield Asset.lazy(month_data_url(month.month), text.encoded)
    csv_tables = tables(context, settings.home)
    yield from csv_tables
    yield package(csv_tables, settings)
    yield from feeds(context, settings)
    yield from calendars(context, settings)
