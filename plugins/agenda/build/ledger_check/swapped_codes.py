"""Find directory entries whose codes were swapped: each URL would show the other entry."""

import json
from collections.abc import Callable, Iterator
from typing import Any

from agenda.history.ledger import Kind, Ledger, Violation, ViolationKind
from agenda.model import Agenda, DirectoryEntry, Item, Month
from agenda.site.urls import month_data_url, section_url


def find_swapped_codes(
    agenda: Agenda, live: Ledger, read: Callable[[str], bytes | None]
) -> tuple[Violation, ...]:
    """Return the pages of entries that exchanged their codes since they were published.

    The published JSON of a month gives the code of each name that an item prints. `read` returns
    a published file by its URL.
    """
    moves = {
        (type(entry), old): entry.code
        for month in agenda.months
        for old, entry in _moves_of(month, read(month_data_url(month.month)))
    }
    return tuple(
        Violation(
            url=url,
            kind=Kind.PAGE,
            violation_kind=ViolationKind.CHANGED,
            what=f"mã đổi chỗ với {new}",
        )
        for (kind, old), new in sorted(moves.items(), key=lambda move: move[0][1])
        if moves.get((kind, new)) == old and (url := f"{section_url(kind)}{old}/") in live
    )


def _moves_of(month: Month, published: bytes | None) -> Iterator[tuple[str, DirectoryEntry]]:
    """Return the published code and the present entry of each name whose code changed."""
    before = dict(_published_codes(published))
    for item in month.items:
        for text, entry in _entries_of(item):
            old = before.get((item.key, text))
            if old not in (None, entry.code):
                yield old, entry


def _entries_of(item: Item) -> Iterator[tuple[str, DirectoryEntry]]:
    for mention in (*item.preparers, *item.leaders):
        if mention.entry is not None:
            yield mention.text, mention.entry


def _published_codes(published: bytes | None) -> Iterator[tuple[tuple[str, str], str | None]]:
    try:
        data: Any = json.loads(published or b"{}")
        for day in data.get("ngay", ()):
            for row in day["muc"]:
                for mention in (*row["chuan_bi"], *row["lanh_dao"]):
                    yield (row["ma_day_du"], mention["ten"]), mention["ma"]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return  # an unreadable month is reported where its items are compared
