"""The tables: one row an item, and one row a leader's name and item, as CSV (RFC 4180)."""

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

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula (OWASP, "CSV Injection")."""

NEUTRAL = "'"
"""Stands before such a text, and no other, so that it stays a text."""


def tables(context: SiteContext, home: str) -> tuple[Asset, ...]:
    """Both, a month after the other."""
    parts = [each_of(_month_rows(context, month, home)) for month in context.agenda.months]
    return (
        Asset.of(ITEMS_TABLE, _table(ITEM_COLUMNS, (items for items, _ in parts))),
        Asset.of(ATTENDANCE_TABLE, _table(ATTENDANCE_COLUMNS, (leaders for _, leaders in parts))),
    )


def _month_rows(context: SiteContext, month: Month, home: str) -> CachedText:
    """The month's rows of both tables."""
    kept = context.kept
    return kept.several(kept.of_month(month.month), f"bảng {home}", partial(_rows, month, home))


def safe_cell(text: str) -> str:
    """The text as no spreadsheet takes it for a formula."""
    return NEUTRAL + text if text.startswith(FORMULA_SIGNS) else text


def _table(columns: Sequence[Column], months: Iterable[str]) -> bytes:
    head = _written([[column.name for column in columns]])
    return "".join((head, *months)).encode()


def _rows(month: Month, home: str) -> tuple[str, str]:
    """The rows of the table of items, and those of the table of attendance."""
    return (
        _written(_item(item, home) for item in month.items),
        _written(
            _attendance(item, leader, home) for item in month.items for leader in _each_once(item)
        ),
    )


def _written(rows: Iterable[Sequence[str | None]]) -> str:
    text = StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue()


def _item(item: Item, home: str) -> Sequence[str | None]:
    return (
        *_when(item),
        safe_cell(item.text),
        safe_cell(item.venue or ""),
        safe_cell(_names(item.preparers)),
        safe_cell(_names(item.leaders)),
        item.status.value,
        relative_url(ITEMS_TABLE, item_url(item), home),
    )


def _attendance(item: Item, leader: Mention, home: str) -> Sequence[str | None]:
    entry = leader.entry
    return (
        *_when(item),
        safe_cell(leader.text),
        section_url(type(entry)).rstrip("/") if entry else None,
        entry.code if entry else None,
        safe_cell(entry.name) if entry else None,
        item.status.value,
        relative_url(ATTENDANCE_TABLE, item_url(item), home),
    )


def _when(item: Item) -> Iterator[str | None]:
    yield item.key
    yield item.first.isoformat()
    yield item.last.isoformat()
    yield item.half_day.value
    yield format_time(item.start)
    yield format_time(item.end)


def _names(mentions: Iterable[Mention]) -> str:
    return "; ".join(mention.text for mention in mentions)


def _each_once(item: Item) -> Iterable[Mention]:
    """The leaders of an item, a name that is printed twice once."""
    return {(leader.text, leader.entry): leader for leader in item.leaders}.values()
