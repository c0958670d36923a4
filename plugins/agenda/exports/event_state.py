"""Compute the state of each item of a month after all amendments: time, document, cancellation."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, time

from agenda.history.diff import Amendment
from agenda.model import HalfDay, Item, Month, Revision, Status


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
    item before an amendment moved it.
    """

    item: Item
    revision: Revision
    dropped: bool = False
    before: Item | None = None

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
    first = month.revisions[0]
    states = {item.code: EventState(item=item, revision=first) for item in first.items}
    for amendment in amendments:
        after = amendment.document
        for item in amendment.dropped:
            states[item.code] = EventState(item=item, revision=after, dropped=True)
        for item in amendment.added:
            states[item.code] = EventState(item=item, revision=after)
        for change in amendment.changed:
            item = change.after
            before = change.before if change.moved else states[item.code].before
            states[item.code] = EventState(item=item, revision=after, before=before)
    listed = [_with_item(item, states.pop(item.code)) for item in month.items]
    return (*listed, *states.values())


def _with_item(item: Item, state: EventState) -> EventState:
    """Return the state with the item of the newest revision."""
    return state if state.item is item else replace(state, item=item)
