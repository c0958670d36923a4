"""Write the CSV tables (RFC 4180): one row per item, and one row per leader and item."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from io import StringIO

from agenda.cache.text import CachedText
from agenda.exports.json_rows import format_time
from agenda.exports.table_columns import ATTENDANCE_COLUMNS, ITEM_COLUMNS, Column
from agenda.model import Item, Mention, Month
from agenda.site.artifact import Asset
from agenda.site.context import SiteContext
from agenda.site.page_cache import each_of
from agenda.site.urls import (
    ATTENDANCE_TABLE,
    ITEMS_TABLE,
    item_url,
    relative_url,
    section_url,
)

FORMULA_PREFIXES = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""Characters that start a formula in a spreadsheet (OWASP, "CSV Injection")."""

ESCAPE_PREFIX = "'"
"""The prefix that makes a spreadsheet read such a cell as text."""


def tables(context: SiteContext, home: str) -> tuple[Asset, ...]:
    """Return the table of items and the table of attendance."""
    month_rows = [each_of(_month_rows(context, month, home)) for month in context.agenda.months]
    return (
        Asset.of(ITEMS_TABLE, _table(ITEM_COLUMNS, (items for items, _ in month_rows))),
        Asset.of(
            ATTENDANCE_TABLE, _table(ATTENDANCE_COLUMNS, (leaders for _, leaders in month_rows))
        ),
    )


def _month_rows(context: SiteContext, month: Month, home: str) -> CachedText:
    """Return the cached rows of a month for both tables."""
    cache = context.cache
    return cache.joined(cache.month_key(month.month), f"bảng {home}", partial(_rows, month, home))


def safe_cell(text: str) -> str:
    """Return a text that no spreadsheet reads as a formula."""
    return ESCAPE_PREFIX + text if text.startswith(FORMULA_PREFIXES) else text


def _table(columns: Sequence[Column], months: Iterable[str]) -> bytes:
    head = _format_csv([[column.name for column in columns]])
    return "".join((head, *months)).encode()


def _rows(month: Month, home: str) -> tuple[str, str]:
    """Return the rows of a month for the table of items and for the table of attendance."""
    return (
        _format_csv(_item_row(item, home) for item in month.items),
        _format_csv(
            _attendance_row(item, leader, home)
            for item in month.items
            for leader in _unique_leaders(item)
        ),
    )


def _format_csv(rows: Iterable[Sequence[str | None]]) -> str:
    text = StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue()


def _item_row(item: Item, home: str) -> Sequence[str | None]:
    return (
        *_time_cells(item),
        safe_cell(item.text),
        safe_cell(item.venue or ""),
        safe_cell(_names(item.preparers)),
        safe_cell(_names(item.leaders)),
        item.status.value,
        relative_url(ITEMS_TABLE, item_url(item), home),
        str(item.moved_to) if item.moved_to else "",
    )


def _attendance_row(item: Item, leader: Mention, home: str) -> Sequence[str | None]:
    entry = leader.entry
    return (
        *_time_cells(item),
        safe_cell(leader.text),
        section_url(type(entry)).rstrip("/") if entry else None,
        entry.code if entry else None,
        safe_cell(entry.name) if entry else None,
        item.status.value,
        relative_url(ATTENDANCE_TABLE, item_url(item), home),
    )


def _time_cells(item: Item) -> Iterator[str | None]:
    yield item.key
    yield item.first.isoformat()
    yield item.last.isoformat()
    yield item.half_day.value
    yield format_time(item.start)
    yield format_time(item.end)


def _names(mentions: Iterable[Mention]) -> str:
    return "; ".join(mention.text for mention in mentions)


def _unique_leaders(item: Item) -> Iterable[Mention]:
    """Return the leaders of an item without duplicate names."""
    return {(leader.text, leader.entry): leader for leader in item.leaders}.values()
