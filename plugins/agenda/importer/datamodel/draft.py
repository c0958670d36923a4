"""Drafts of months in the wording of a document, ready to be written as YAML."""

from dataclasses import dataclass
from datetime import date, time

from agenda.importer.datamodel.diagnostics import Diagnostic
from agenda.importer.datamodel.document import Document
from agenda.model import HalfDay, Slot, Status, YearMonth


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftItem:
    """One appointment in the wording of the document, with the diagnostics of its reading.

    `code` is empty unless the file that the draft replaces has a code for the item.
    """

    text: str
    code: str = ""
    start: time | None = None
    end: time | None = None
    venue: str | None = None
    preparers: tuple[str, ...] = ()
    leaders: tuple[str, ...] = ()
    participants: str | None = None
    note: str | None = None
    status: Status = Status.PLANNED
    moved_to: Slot | None = None
    reason: str | None = None
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftHalfDay:
    """A half-day that the document names, possibly without items."""

    half_day: HalfDay
    items: tuple[DraftItem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftEntry:
    """One day or consecutive days, with the half-days in the order of the document."""

    first: date
    last: date
    label: str | None = None
    halves: tuple[DraftHalfDay, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def items(self) -> tuple[DraftItem, ...]:
        """Return the items of all half-days."""
        return tuple(item for half in self.halves for item in half.items)


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftDocument:
    """The details of a document from its header and footer."""

    number: str | None = None
    place: str | None = None
    issued: date | None = None
    signer: str | None = None
    signer_title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One month of one document; `number` is the number of its revision.

    `weekly` marks the document of a week, which leaves the other days to other documents.
    """

    month: YearMonth
    number: int = 0
    weekly: bool = False
    scope: tuple[date, ...] | None = None
    """The days that an amendment covers; None for the whole month, none for an addition."""
    unlisted: tuple[date, ...] = ()
    """Working days that the document certainly does not list."""
    days_certain: bool = True
    """False if a row has no clear day, so that a missing day may be in it."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """The doubts about the document as a whole."""
    paper: DraftDocument = DraftDocument()
    focus: tuple[str, ...] = ()
    caveat: str | None = None
    entries: tuple[DraftEntry, ...] = ()
    recipients: tuple[str, ...] = ()
    public_words: tuple[str, ...] = ()
    """Words of the draft that the existing files of the month list as public."""

    @property
    def is_addition(self) -> bool:
        """Return whether the document only adds items."""
        return self.number > 0 and self.scope == ()

    @property
    def partial(self) -> bool:
        """Return whether documents of other weeks complete the file of the draft."""
        return self.weekly and self.number == 0

    @property
    def items(self) -> tuple[DraftItem, ...]:
        """Return the items of all entries."""
        return tuple(item for entry in self.entries for item in entry.items)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportResult:
    """A document, its drafts, one for each month, and all diagnostics.

    `boilerplate` are texts that no agenda stores: the national heading, the names of the
    agencies, headings of sections and columns.
    """

    document: Document
    drafts: tuple[Draft, ...]
    diagnostics: tuple[Diagnostic, ...]
    boilerplate: tuple[str, ...] = ()
