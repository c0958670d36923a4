"""Build a draft item while its words and its row are read."""

from dataclasses import dataclass, field
from datetime import date, time

from agenda.importer.datamodel.diagnostics import Diagnostic, Diagnostics
from agenda.importer.datamodel.draft import DraftItem
from agenda.importer.segmentation.item_span import ItemSpan
from agenda.model import HalfDay, Slot, Status


@dataclass(slots=True, kw_only=True)
class ReadItem:
    """The fields of an item that are known so far, and the span that it comes from.

    `row_days` are the first and the last day of its row, `own_days` those that the item names.
    """

    span: ItemSpan
    text: str
    half_day: HalfDay | None
    start: time | None
    end: time | None
    row_days: tuple[date, date] | None = None
    own_days: tuple[date, date] | None = None
    venue: str | None = None
    preparers: list[str] = field(default_factory=list)
    leaders: list[str] = field(default_factory=list)
    participants: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    status: Status = Status.PLANNED
    moved_to: Slot | None = None
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def doubt(self, diagnostics: Diagnostics, kind: str, message: str, source_text: str) -> None:
        """Add a doubt about the item."""
        self.diagnostics.append(diagnostics.doubt(kind, self.span.place, message, source_text))

    def finish(self) -> DraftItem:
        """Return the item with several participants or notes joined by ";"."""
        return DraftItem(
            text=self.text,
            start=self.start,
            end=self.end,
            venue=self.venue,
            preparers=tuple(self.preparers),
            leaders=tuple(self.leaders),
            participants="; ".join(self.participants) or None,
            note="; ".join(self.notes) or None,
            status=self.status,
            moved_to=self.moved_to,
            diagnostics=tuple(self.diagnostics),
        )
