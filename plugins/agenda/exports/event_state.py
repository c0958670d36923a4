"""What became of each item of a month: when it now is, who said so last, whether it is off."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, time

from agenda.history.diff import Amendment
from agenda.model import HalfDay, Item, Month, Revision, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class EventTimes:
    """The days of an item, both included; a time only where the paper has one.

    `half_day` is None where a notice names a new day and nothing more.
    """

    first: date
    last: date
    half_day: HalfDay | None
    start: time | None = None
    end: time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventState:
    """An item as it was last published.

    `revision` is the document that first listed it, last changed it or dropped it; `before` is
    where an amendment took it from.
    """

    item: Item
    revision: Revision
    dropped: bool = False
    before: Item | None = None

    @property
    def off(self) -> bool:
        """Whether nothing takes place at its time, for all that is known."""
        return self.dropped or self.item.status in (Status.CANCELLED, Status.POSTPONED)

    @property
    def span(self) -> EventTimes:
        """When it is, as far as it is known: the new time of an item that a notice moved."""
        moved = self.item.moved_to
        if moved is None:
            return planned_times(self.item)
        return EventTimes(first=moved.day, last=moved.day, half_day=moved.half_day)

    @property
    def former_span(self) -> EventTimes | None:
        """When it was to be before it was moved."""
        if self.item.moved_to is not None:
            return planned_times(self.item)
        return planned_times(self.before) if self.before is not None else None


def planned_times(item: Item) -> EventTimes:
    """When the paper that lists an item has it."""
    return EventTimes(
        first=item.first,
        last=item.last,
        half_day=item.half_day,
        start=item.start,
        end=item.end,
    )


def event_states(month: Month, amendments: Iterable[Amendment]) -> tuple[EventState, ...]:
    """Every item that any revision has, those dropped last; the others in the paper's order."""
    first = month.revisions[0]
    known = {item.code: EventState(item=item, revision=first) for item in first.items}
    for amendment in amendments:
        after = amendment.after
        for item in amendment.dropped:
            known[item.code] = EventState(item=item, revision=after, dropped=True)
        for item in amendment.added:
            known[item.code] = EventState(item=item, revision=after)
        for change in amendment.changed:
            item = change.after
            before = change.before if change.moved else known[item.code].before
            known[item.code] = EventState(item=item, revision=after, before=before)
    listed = [_of(item, known.pop(item.code)) for item in month.items]
    return (*listed, *known.values())


def _of(item: Item, occasion: EventState) -> EventState:
    """The occasion with the item as the newest revision has it."""
    return occasion if occasion.item is item else replace(occasion, item=item)
