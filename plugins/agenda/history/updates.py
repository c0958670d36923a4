"""Undo and list the updates of a month: changes after publication without a new document."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Any

from agenda.model import (
    HalfDay,
    Item,
    Month,
    PlainValue,
    Revision,
    ScheduleEntry,
    SignedDocument,
    Update,
)
from agenda.model.calendar import dates_between
from agenda.source.yaml.values import parse_date, parse_days

_DOCUMENT_FIELDS = {
    "so": "number",
    "noi_ban_hanh": "place",
    "nguoi_ky": "signer",
    "chuc_vu": "signer_title",
    "nguon": "origin",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedUpdate:
    """An update with its file and its position there, from 1, which never changes."""

    revision: Revision
    number: int
    update: Update


def updates_of(month: Month) -> Iterator[ListedUpdate]:
    """Yield the updates of all files of a month, in the order of files."""
    for revision in month.revisions:
        for number, update in enumerate(revision.updates, 1):
            yield ListedUpdate(revision=revision, number=number, update=update)


def as_signed(revision: Revision) -> Revision:
    """Return a revision as its document says, without its updates."""
    if not revision.updates:
        return revision
    return replace(undo_updates(revision, revision.updates), updates=())


def undo_updates(revision: Revision, updates: Iterable[Update]) -> Revision:
    """Return a revision as it was before these updates, the oldest first."""
    for update in reversed(tuple(updates)):
        revision = _undo(revision, update)
    return revision


def former_revisions(revision: Revision) -> Iterator[Revision]:
    """Yield a revision as it was before each of its updates."""
    for number in range(len(revision.updates)):
        yield undo_updates(revision, revision.updates[number:])


def changed_days(update: Update, revision: Revision) -> tuple[date, ...]:
    """Return the days of the month whose label an update changed."""
    month = revision.month
    before = dict(update.before or ())
    days = before.get("ngay")
    if isinstance(days, str):
        first, last = parse_days(days, month)
        return tuple(day for day in month.dates() if first <= day <= last)
    number = int(update.target.removeprefix("ngay-"))
    return (month.first.replace(day=number),)


def _undo(revision: Revision, update: Update) -> Revision:
    if update.code is not None:
        return replace(revision, entries=_without_item_update(revision.entries, update))
    values = dict(update.before or ())
    key, _ = update.after[0]
    value = values.get(key)
    if key == "nghi":
        days = changed_days(update, revision)
        return replace(revision, entries=_with_label(revision.entries, days, update, _text(value)))
    if key == "noi_dung":
        index = int(update.target.removeprefix("trong-tam-")) - 1
        paragraphs = list(revision.focus)
        paragraphs[index : index + 1] = _texts(value)
        return replace(revision, focus=tuple(paragraphs))
    if key == "trong_tam":
        return replace(revision, focus=_texts(value))
    if key == "noi_nhan":
        return replace(revision, recipients=_texts(value))
    if key == "luu_y":
        return replace(revision, caveat=_text(value))
    return replace(revision, document=_former_document(revision.document, key, _text(value)))


def _former_document(document: SignedDocument, key: str, value: str | None) -> SignedDocument:
    if key == "ngay_ban_hanh":
        return replace(document, issued=parse_date(value)) if value else document
    changed: dict[str, Any] = {_DOCUMENT_FIELDS[key]: value}
    return replace(document, **changed)


def _with_label(
    entries: Iterable[ScheduleEntry], days: Collection[date], update: Update, label: str | None
) -> tuple[ScheduleEntry, ...]:
    """Return the entries with the former label on some days, split only where necessary."""
    _, changed = update.after[0]
    parts: list[ScheduleEntry] = []
    for entry in entries:
        covered = [day for day in days if entry.covers(day)]
        is_whole = len(covered) == (entry.last - entry.first).days + 1
        if not covered or entry.label != changed or (entry.items and not is_whole):
            parts.append(entry)
        elif is_whole:
            parts.append(replace(entry, label=label))
        else:
            parts += _split(entry, covered, label)
    unlisted = [day for day in days if not any(entry.covers(day) for entry in parts)]
    for run in _runs(unlisted):
        _insert(parts, ScheduleEntry(first=run[0], last=run[-1], label=label))
    return tuple(parts)


def _split(
    entry: ScheduleEntry, days: Collection[date], label: str | None
) -> Iterator[ScheduleEntry]:
    every_day = dates_between(entry.first, entry.last)
    for is_changed, run in groupby(every_day, key=lambda day: day in days):
        part = list(run)
        yield ScheduleEntry(
            first=part[0], last=part[-1], label=label if is_changed else entry.label
        )


def _runs(days: Iterable[date]) -> Iterator[list[date]]:
    for _, run in groupby(enumerate(days), key=lambda each: each[1].toordinal() - each[0]):
        yield [day for _, day in run]


def _insert(entries: list[ScheduleEntry], entry: ScheduleEntry) -> None:
    """Insert an entry before the first one that begins later."""
    index = next((n for n, each in enumerate(entries) if each.first > entry.first), len(entries))
    entries.insert(index, entry)


def _without_item_update(
    entries: Sequence[ScheduleEntry], update: Update
) -> tuple[ScheduleEntry, ...]:
    former, code = update.former_item, update.code
    now = next((item for entry in entries for item in entry.items if item.code == code), None)
    in_place = former is not None and now is not None and _slot(now) == _slot(former)
    parts = [
        replace(
            entry,
            items=tuple(
                former if item.code == code and in_place and former else item
                for item in entry.items
                if in_place or item.code != code
            ),
        )
        for entry in entries
    ]
    if former is not None and not in_place:
        _insert_item(parts, former, _position(update))
    return tuple(parts)


def _insert_item(entries: list[ScheduleEntry], item: Item, position: int | None) -> None:
    """Insert an item into the entry of its days, at a position of its half-day or last there."""
    days = item.first, item.last
    index = next((n for n, each in enumerate(entries) if (each.first, each.last) == days), None)
    if index is None:
        _insert(entries, ScheduleEntry(first=item.first, last=item.last, items=(item,)))
        return
    items = list(entries[index].items)
    half_day = [n for n, each in enumerate(items) if each.half_day is item.half_day]
    after = half_day if position is None else half_day[: position - 1]
    place = after[-1] + 1 if after else half_day[0] if half_day else len(items)
    items.insert(place, item)
    entries[index] = replace(entries[index], items=tuple(items))


def _slot(item: Item) -> tuple[date, date, HalfDay]:
    return item.first, item.last, item.half_day


def _position(update: Update) -> int | None:
    position = dict(update.before or ()).get("thu_tu")
    return int(position) if isinstance(position, str) else None


def _text(value: PlainValue) -> str | None:
    return value if isinstance(value, str) else None


def _texts(value: PlainValue) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return value or ()
