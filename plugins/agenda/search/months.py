"""Cache the search records of each month."""

from collections.abc import Sequence
from functools import partial

from agenda.cache.text import CachedText
from agenda.history.diff import Amendment
from agenda.model import Month
from agenda.search.places import place_records
from agenda.search.records import format_records, record_of
from agenda.search.superseded import superseded_records
from agenda.site.context import SiteContext


def month_records(context: SiteContext) -> list[CachedText]:
    """Return the cached records of each month: its items, its other words, and those replaced."""
    cache = context.cache
    return [
        cache.lazy(
            cache.month_key(month.month),
            "tìm kiếm",
            partial(_format_month, month, context.amendments[month.month]),
        )
        for month in context.agenda.months
    ]


def _format_month(month: Month, amendments: Sequence[Amendment]) -> str:
    items = map(record_of, month.items)
    return format_records((*items, *place_records(month), *superseded_records(month, amendments)))
