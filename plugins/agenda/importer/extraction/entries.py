"""Build a draft entry while its rows are read."""

from dataclasses import dataclass, field
from datetime import date

from agenda.importer.datamodel.diagnostics import Diagnostic
from agenda.importer.datamodel.draft import DraftEntry, DraftHalfDay, DraftItem
from agenda.model import HalfDay

_ORDER = {HalfDay.MORNING: 1, HalfDay.AFTERNOON: 2, HalfDay.EVENING: 3}
"""The order in a day; an item's time may put it before a half-day announced later."""


@dataclass(slots=True)
class HalfDayBuilder:
    """A half-day with the items found so far."""

    half_day: HalfDay
    items: list[DraftItem] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class EntryBuilder:
    """One or several consecutive days; half-days are in the order of their discovery.

    An entry `lends_items` if items of its rows belong to days that they name themselves.
    """

    first: date
    last: date
    label: str | None = None
    halves: list[HalfDayBuilder] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    lends_items: bool = False

    @property
    def is_emptied(self) -> bool:
        """Return whether all items of the entry belong to other days."""
        has_items = any(half.items for half in self.halves)
        return self.lends_items and not (has_items or self.label or self.diagnostics)

    def half(self, half_day: HalfDay) -> HalfDayBuilder:
        """Return the builder of a half-day, new if there is none."""
        for half in self.halves:
            if half.half_day is half_day:
                return half
        half = HalfDayBuilder(half_day)
        self.halves.append(half)
        return half

    def finish(self) -> DraftEntry:
        """Return the entry, with half-days in the order of the day."""
        all_day = (
            0 if self.halves and self.halves[0].half_day is HalfDay.ALL_DAY else len(_ORDER) + 1
        )
        ordered = sorted(self.halves, key=lambda half: _ORDER.get(half.half_day, all_day))
        return DraftEntry(
            first=self.first,
            last=self.last,
            label=self.label,
            halves=tuple(
                DraftHalfDay(half_day=half.half_day, items=tuple(half.items)) for half in ordered
            ),
            diagnostics=tuple(dict.fromkeys(self.diagnostics)),
        )
