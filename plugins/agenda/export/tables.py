"""The tables: one row an item, and one row a leader's name and item, as CSV (RFC 4180)."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from agenda.export.fields import ATTENDANCE_COLUMNS, ITEM_COLUMNS, Column
from agenda.export.rows import clock
from agenda.model import Agenda, Item, Mention
from agenda.site.addresses import (
    ATTENDANCE_TABLE,
    ITEMS_TABLE,
    item_address,
    link_from,
    section_address,
)
from agenda.site.artifact import Asset

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula (OWASP, "CSV Injection")."""

NEUTRAL = "'"
"""Stands before such a text, and no other, so that it stays a text."""


def tables(agenda: Agenda, home: str) -> tuple[Asset, ...]:
    items = tuple(agenda.items)
    return (
        _table(ITEMS_TABLE, ITEM_COLUMNS, (_item(item, home) for item in items)),
        _table(
            ATTENDANCE_TABLE,
            ATTENDANCE_COLUMNS,
            (_attendance(item, leader, home) for item in items for leader in _each_once(item)),
        ),
    )


def safe_cell(text: str) -> str:
    """The text as no spreadsheet takes it for a formula."""
    return NEUTRAL + text if text.startswith(FORMULA_SIGNS) else text


def _table(address: str, columns: Sequence[Column], rows: Iterable[Sequence[str | None]]) -> Asset:
    text = StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(column.name for column in columns)
    writer.writerows(rows)
    return Asset(address=address, content=text.getvalue().encode())


def _item(item: Item, home: str) -> Sequence[str | None]:
    return (
        *_when(item),
        safe_cell(item.text),
        safe_cell(item.venue or ""),
        safe_cell(_names(item.preparers)),
        safe_cell(_names(item.leaders)),
        item.status.value,
        link_from(ITEMS_TABLE, item_address(item), home),
    )


def _attendance(item: Item, leader: Mention, home: str) -> Sequence[str | None]:
    party = leader.party
    return (
        *_when(item),
        safe_cell(leader.text),
        section_address(type(party)).rstrip("/") if party else None,
        party.code if party else None,
        safe_cell(party.name) if party else None,
        item.status.value,
        link_from(ATTENDANCE_TABLE, item_address(item), home),
    )


def _when(item: Item) -> Iterator[str | None]:
    yield item.key
    yield item.first.isoformat()
    yield item.last.isoformat()
    yield item.half_day.value
    yield clock(item.start)
    yield clock(item.end)


def _names(mentions: Iterable[Mention]) -> str:
    return "; ".join(mention.text for mention in mentions)


def _each_once(item: Item) -> Iterable[Mention]:
    """The leaders of an item, a name that is printed twice once."""
    return {(leader.text, leader.party): leader for leader in item.leaders}.values()
