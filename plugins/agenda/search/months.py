"""Cache the search records of each month."""

from functools import partial

from agenda.cache.text import CachedText
from agenda.model import Month
from agenda.search.places import place_records
from agenda.search.records import format_records, record_of
from agenda.site.context import SiteContext


def month_records(context: SiteContext) -> list[CachedText]:
    """Return the cached records of each month: its items and its other words."""
    cache = context.cache
    return [
        cache.lazy(cache.month_key(month.month), "tìm kiếm", partial(_format_month, month))
        for month in context.agenda.months
    ]


def _format_month(month: Month) -> str:
    return format_records((*map(record_of, month.items), *place_records(month)))
