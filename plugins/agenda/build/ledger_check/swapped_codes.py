"""Find directory entries that took the URL or a published item of another entry."""

import json
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, TypeAlias

from agenda.history.ledger import Kind, Ledger, Violation, ViolationKind
from agenda.model import Agenda, DirectoryEntry
from agenda.site.urls import entry_url, former_entry_url, month_data_url, month_url, on_page

ReadFile: TypeAlias = Callable[[str], bytes | None]
Name: TypeAlias = tuple[str, str]
"""The key of an item and a name that the item prints."""

CurrentEntries: TypeAlias = Mapping[Name, Collection[DirectoryEntry]]
"""The entries that each printed name belongs to; an item may print a name twice."""

_REDIRECT_TARGET = re.compile(r'<link rel="canonical" href="(?:\.\./)*([^"]+)"')


def find_swapped_codes(agenda: Agenda, live: Ledger, read: ReadFile) -> tuple[Violation, ...]:
    """Return the URLs of entries that would show or lead to another entry, and of moved items.

    The published JSON of a month gives the code of each name that an item prints. A URL is right
    if one of the names of its code still belongs to its entry. An item has moved if a name in it
    belongs to another entry, though the directory still has the published one. `read` returns a
    published file by its URL.
    """
    current = _current_entries(agenda)
    published = _published_names(agenda, current.keys(), read)
    moved = [
        (url, code, entry)
        for url, code, entry in sorted(_urls(agenda, current), key=lambda each: each[0])
        if url in live
        and (
            _has_moved(published.get(code, ()), current, entry)
            or (live[url].kind is Kind.REDIRECT and _leads_elsewhere(url, entry, read))
        )
    ]
    return (
        *(_violation(url, live, f"nay dẫn tới {entry.name}") for url, _, entry in moved),
        *_moved_items(agenda, live, current, published, {code for _, code, _ in moved}),
    )


def _moved_items(
    agenda: Agenda,
    live: Ledger,
    current: CurrentEntries,
    published: Mapping[str, Sequence[Name]],
    reported: Collection[str],
) -> Iterator[Violation]:
    """Yield the items in which a name belongs to another entry than the published one."""
    owners = defaultdict[str, list[DirectoryEntry]](list)
    for entry in agenda.directory.entries:
        for code in (entry.code, *entry.former_codes):
            owners[code].append(entry)
    items = {item.key: item for item in agenda.items}
    for code in sorted(published.keys() & owners.keys() - set(reported)):
        for key, name in published[code]:
            now = current[key, name]
            item = items[key]
            url = on_page(month_url(item.month), f"cv-{item.code}")
            if url in live and now and not any(entry in owners[code] for entry in now):
                names = ", ".join(entry.name for entry in now)
                what = f'"{name}" đã đăng là {owners[code][0].name}, nay là {names}'
                yield _violation(url, live, what)


def _violation(url: str, live: Ledger, what: str) -> Violation:
    return Violation(url=url, kind=live[url].kind, violation_kind=ViolationKind.CHANGED, what=what)


def _urls(agenda: Agenda, current: CurrentEntries) -> set[tuple[str, str, DirectoryEntry]]:
    """Return the URL of every code that an entry has or had, with the code and the entry."""
    named = chain.from_iterable(current.values())
    entries: set[DirectoryEntry] = {*agenda.directory.entries, *named}
    return {
        (url, code, entry)
        for entry in entries
        for code, url in (
            (entry.code, entry_url(entry)),
            *((former, former_entry_url(entry, former)) for former in entry.former_codes),
        )
    }


def _has_moved(names: Sequence[Name], current: CurrentEntries, entry: DirectoryEntry) -> bool:
    return bool(names) and not any(entry in current.get(name, ()) for name in names)


def _leads_elsewhere(url: str, entry: DirectoryEntry, read: ReadFile) -> bool:
    """Tell whether a published redirect leads to a code that is none of the entry."""
    page = (read(f"{url}index.html") or b"").decode(errors="replace")
    target = _REDIRECT_TARGET.search(page)
    known = {entry_url(entry), *(former_entry_url(entry, each) for each in entry.former_codes)}
    return target is not None and target[1] not in known


def _current_entries(agenda: Agenda) -> CurrentEntries:
    entries = defaultdict[Name, list[DirectoryEntry]](list)
    for item in agenda.items:
        for mention in (*item.preparers, *item.leaders):
            entries[item.key, mention.text] += [mention.entry] if mention.entry else []
    return entries


def _published_names(
    agenda: Agenda, printed: Collection[Name], read: ReadFile
) -> dict[str, list[Name]]:
    """Return the published names of each code, those only that are printed still."""
    names = defaultdict[str, list[Name]](list)
    for month in agenda.months:
        for name, code in _published_codes(read(month_data_url(month.month))):
            if code is not None and name in printed:
                names[code].append(name)
    return names


def _published_codes(published: bytes | None) -> Iterator[tuple[Name, str | None]]:
    try:
        data: Any = json.loads(published or b"{}")
        for day in data.get("ngay", ()):
            for row in day["muc"]:
                for mention in (*row["chuan_bi"], *row["lanh_dao"]):
                    yield (row["ma_day_du"], mention["ten"]), mention["ma"]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return  # an unreadable month is reported where its items are compared
