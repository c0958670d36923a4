"""Compute the state of each item of a month after all amendments: time, document, cancellation."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, time

from agenda.history.diff import Amendment
from agenda.history.updates import as_signed
from agenda.model import HalfDay, Item, Month, Revision, Status, Update


@dataclass(frozen=True, slots=True, kw_only=True)
class EventTimes:
    """The days of an item, both included; a time only where the document has one.

    The time recurs on each of several days. An `end` before the `start` is on the next day.
    `half_day` is None where a notice names only a new day.
    """

    first: date
    last: date
    half_day: HalfDay | None
    start: time | None = None
    end: time | None = None
    skipped: tuple[date, ...] = ()
    """The days between `first` and `last` on which the item does not take place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventState:
    """An item as last published.

    `revision` is the document that first listed, last changed or dropped the item. `before` is the
    item before an amendment or an update moved it. `modified` is the date of the last change.
    """

    item: Item
    revision: Revision
    modified: date
    dropped: bool = False
    before: Item | None = None
    updates: tuple[Update, ...] = ()

    @property
    def cancelled(self) -> bool:
        """Return whether the item was dropped, cancelled, or postponed without a date."""
        return self.dropped or self.item.status in (Status.CANCELLED, Status.POSTPONED)

    @property
    def times(self) -> EventTimes:
        """Return the time of the item as far as it is known, after any move."""
        moved = self.item.moved_to
        if moved is None:
            return planned_times(self.item)
        return EventTimes(
            first=moved.day,
            last=moved.last or moved.day,
            half_day=moved.half_day,
            start=moved.start,
            end=moved.end,
        )

    @property
    def former_times(self) -> EventTimes | None:
        """Return the time before the item was moved; None if it was not moved."""
        if self.item.moved_to is not None:
            return planned_times(self.item)
        return planned_times(self.before) if self.before is not None else None


def planned_times(item: Item) -> EventTimes:
    """Return the time of an item in the document that lists it."""
    return EventTimes(
        first=item.first,
        last=item.last,
        half_day=item.half_day,
        start=item.start,
        end=item.end,
        skipped=item.skipped,
    )


def event_states(month: Month, amendments: Iterable[Amendment]) -> tuple[EventState, ...]:
    """Return the state of every item of any revision.

    Items are in the order of the newest document. Dropped items are last.
    """
    states: dict[str, EventState] = {}
    first = month.revisions[0]
    issued = _last_issue(first)
    for item in as_signed(first).items:
        states[item.code] = EventState(item=item, revision=first, modified=issued)
    _update(states, first)
    for amendment in amendments:
        after = amendment.document
        issued = max(issued, _last_issue(after))
        for item in amendment.dropped:
            state = states[item.code]
            states[item.code] = replace(
                state,
                item=item,
                revision=after,
                modified=max(state.modified, issued),
                dropped=True,
                before=None,
            )
        for item in amendment.added:
            known = states.get(item.code)
            states[item.code] = EventState(
                item=item,
                revision=after,
                modified=max(known.modified, issued) if known else issued,
                updates=known.updates if known else (),
            )
        for change in amendment.changed:
            item, state = change.after, states[change.after.code]
            states[item.code] = replace(
                state,
                item=item,
                revision=after,
                modified=max(state.modified, issued),
                before=change.before if change.moved else state.before,
            )
        _update(states, after)
    listed = [_with_item(item, states.pop(item.code)) for item in month.items]
    return (*listed, *states.values())


def _last_issue(revision: Revision) -> date:
    """Return the date of a document; the later one if an update corrected it."""
    return max(revision.document.issued, as_signed(revision).document.issued)


def _update(states: dict[str, EventState], revision: Revision) -> None:
    """Apply the updates of a file to the states of its items."""
    for update in revision.updates:
        former, new = update.former_item, update.new_item
        if update.code is None or (item := new or former) is None:
            continue
        state = states.get(update.code)
        modified = max(state.modified, update.day) if state else update.day
        before = state.before if state else None
        if former is not None and new is not None and _slot(former) != _slot(new):
            before = former
        states[update.code] = EventState(
            item=item,
            revision=state.revision if state else revision,
            modified=modified,
            dropped=new is None,
            before=before,
            updates=(*(state.updates if state else ()), update),
        )


def _slot(item: Item) -> tuple[date, date, HalfDay]:
    return item.first, item.last, item.half_day


def _with_item(item: Item, state: EventState) -> EventState:
    """Return the state with the item of the newest revision."""
    return state if state.item is item else replace(state, item=item)
