"""Compose a month from documents that cover the whole month or only some of its days."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from agenda.model.calendar import YearMonth, dates_between
from agenda.model.record import Day, Item, Month, Revision, ScheduleEntry


def build_months(revisions: Iterable[Revision]) -> tuple[Month, ...]:
    """Return the months of revisions that are sorted by month and number.

    An entry that extends into another month is carried over to the days of that month.
    """
    states = {
        month: (documents, compose(documents))
        for month, group in groupby(revisions, key=lambda revision: revision.month)
        if (documents := tuple(group))
    }
    carried_over: dict[YearMonth, list[ScheduleEntry]] = defaultdict(list)
    for month, (_, composed) in states.items():
        for entry in composed[-1].entries:
            other = YearMonth.of(entry.first)
            while other.first <= entry.last:
                if other != month:
                    carried_over[other].append(entry)
                other = other.next
    return tuple(
        Month(
            month=month,
            revisions=documents,
            states=composed,
            days=build_days(month, composed[-1].entries, carried_over[month]),
        )
        for month, (documents, composed) in states.items()
    )


def month_as_of(month: Month, number: int) -> Month:
    """Return the month as of the revision `number`, without entries carried over."""
    states = month.states[: number + 1]
    return Month(
        month=month.month,
        revisions=month.revisions[: number + 1],
        states=states,
        days=build_days(month.month, states[-1].entries),
    )


def month_as_signed(month: Month, revision: Revision) -> Month:
    """Return the month as one of its documents alone lists it, with the days that it covers."""
    days = build_days(month.month, revision.entries)
    if revision.scope is not None:
        days = tuple(day for day in days if day.listed or day.date in revision.scope)
    index = month.revisions.index(revision)
    return Month(
        month=month.month,
        revisions=month.revisions[: index + 1],
        states=(*month.states[:index], revision),
        days=days,
    )


def build_days(
    month: YearMonth,
    own_entries: Iterable[ScheduleEntry],
    carried_over: Iterable[ScheduleEntry] = (),
) -> tuple[Day, ...]:
    """Return every date of a month with the entries that cover it."""
    entries_by_day: dict[date, list[ScheduleEntry]] = {day: [] for day in month.dates()}
    for entry in own_entries:
        for day in days_within(entry, month):
            entries_by_day[day].append(entry)
    for entry in carried_over:
        for day in days_within(entry, month):
            if entry.items or not entries_by_day[day]:
                entries_by_day[day].append(entry)
    return tuple(Day(date=day, entries=tuple(entries)) for day, entries in entries_by_day.items())


def days_within(entry: ScheduleEntry, month: YearMonth) -> Iterator[date]:
    """Yield the days of an entry that belong to a month."""
    days = dates_between(max(entry.first, month.first), min(entry.last, month.last))
    return (day for day in days if day not in entry.skipped) if entry.skipped else days


def compose(documents: Sequence[Revision]) -> tuple[Revision, ...]:
    """Return the month as it stands after each document.

    After a document of the whole month this is the document itself. A document of some days
    replaces these days only; an addition replaces none. An item that such a document lists again
    under its code is moved, or continues an item that began on days that are not replaced.
    """
    states: list[Revision] = []
    for document in documents:
        whole = document.scope is None or not states
        states.append(document if whole else _add_document(states[-1], document))
    return tuple(states)


def replaced_items(state: Revision, document: Revision) -> tuple[Item, ...]:
    """Return the items of the month that the items of a later document may continue.

    These are the items on its days, each reduced to these days, and the items whose code it gives.
    An item that also takes other days counts only if the document lists the same appointment.
    """
    if document.scope is None:
        return state.items
    codes = {item.code for item in document.items if item.code}
    items = []
    for item in state.items:
        within = [day for day in item.days if day in document.scope]
        if len(within) == len(item.days) or item.code in codes:
            items.append(item)
        elif within and any(_is_same_appointment(item, each) for each in document.items):
            items.append(_on_days(item, within))
    return tuple(items)


def documents_in_force(month: Month) -> tuple[Revision, ...]:
    """Return the documents that the month is composed from; one if it covers the whole month."""
    numbers = {number for day in month.month.dates() for number in _numbers_on(month, day)}
    whole = _newest_whole(month.revisions)
    return tuple(each for each in month.revisions if each is whole or each.number in numbers)


def documents_on(month: Month, day: date) -> tuple[Revision, ...]:
    """Return the document that covers a day and the later additions to that day."""
    numbers = _numbers_on(month, day)
    return tuple(each for each in month.revisions if each.number in numbers)


def _numbers_on(month: Month, day: date) -> list[int]:
    numbers: list[int] = []
    for revision in month.revisions:
        if revision.scope is None or day in revision.scope:
            numbers = [revision.number]
        elif revision.is_addition and any(entry.covers(day) for entry in revision.entries):
            numbers.append(revision.number)
    return numbers


def _newest_whole(documents: Sequence[Revision]) -> Revision:
    return next((each for each in reversed(documents) if each.scope is None), documents[0])


def _add_document(state: Revision, document: Revision) -> Revision:
    """Return the month after a document of some days."""
    assert document.scope is not None
    scope = frozenset(document.scope)
    listed = {item.code: item for item in document.items if item.code}
    continued: dict[str, Item] = {}
    kept: list[ScheduleEntry] = []
    for entry in state.entries:
        rest = _without_days(entry, scope)
        if rest is None:
            continue
        items = []
        for item in rest.items:
            if item.code not in listed:
                items.append(item)
            elif rest is not entry:
                continued[item.code] = _join(item, listed[item.code])
        if len(items) < len(rest.items):
            rest = replace(rest, items=tuple(items))
        if rest.items or not entry.items:
            kept.append(rest)
    added = [_without_items(entry, continued) for entry in document.entries]
    joined = [
        ScheduleEntry(first=item.first, last=item.last, skipped=item.skipped, items=(item,))
        for item in continued.values()
    ]
    return replace(
        state,
        number=document.number,
        entries=tuple(sorted((*kept, *joined, *added), key=lambda entry: entry.first)),
        corrections=(
            *(each for each in state.corrections if each.day is None or each.day not in scope),
            *document.corrections,
        ),
        public_words=(*state.public_words, *document.public_words),
        updates=(*state.updates, *document.updates),
    )


def _without_days(entry: ScheduleEntry, scope: Collection[date]) -> ScheduleEntry | None:
    """Return an entry without the days in `scope`; None if no day is left."""
    days = [day for day in dates_between(entry.first, entry.last) if day not in entry.skipped]
    left = [day for day in days if day not in scope]
    if len(left) == len(days):
        return entry
    if not left:
        return None
    first, last = left[0], left[-1]
    skipped = _gaps(left)
    return replace(
        entry,
        first=first,
        last=last,
        skipped=skipped,
        items=tuple(replace(item, first=first, last=last, skipped=skipped) for item in entry.items),
    )


def _without_items(entry: ScheduleEntry, codes: Collection[str]) -> ScheduleEntry:
    if not any(item.code in codes for item in entry.items):
        return entry
    return replace(entry, items=tuple(each for each in entry.items if each.code not in codes))


def _join(rest: Item, listed: Item) -> Item:
    """Return an item of several days whose later days another document lists again."""
    return _on_days(listed, sorted({*rest.days, *listed.days}))


def _on_days(item: Item, days: Sequence[date]) -> Item:
    return replace(item, first=days[0], last=days[-1], skipped=_gaps(days))


def _is_same_appointment(item: Item, other: Item) -> bool:
    return _words(item) == _words(other)


def _words(item: Item) -> tuple[object, ...]:
    names = (*item.preparers, None, *item.leaders)
    return (
        item.text,
        item.half_day,
        item.start,
        item.end,
        item.venue,
        [name and name.text for name in names],
    )


def _gaps(days: Sequence[date]) -> tuple[date, ...]:
    """Return the dates missing between the first and the last of sorted days."""
    return tuple(day for day in dates_between(days[0], days[-1]) if day not in set(days))
