"""What was understood of a document: months in the paper's words, ready to be written as YAML."""

from dataclasses import dataclass
from datetime import date, time

from agenda.importer.datamodel.diagnostics import Diagnostic
from agenda.model import HalfDay, Slot, Status, YearMonth


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftItem:
    """One appointment as printed; texts are the paper's, `diagnostics` what to look at again.

    `code` is empty as long as none is known from a file that the draft is to replace.
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
class DraftHalf:
    """A half-day that the paper names, be it with nothing in it."""

    half_day: HalfDay
    items: tuple[DraftItem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftEntry:
    """A day or several in a row, with what the paper has for them, in its order."""

    first: date
    last: date
    label: str | None = None
    halves: tuple[DraftHalf, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def items(self) -> tuple[DraftItem, ...]:
        return tuple(item for half in self.halves for item in half.items)


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftDocument:
    """What the head and the foot of the document say of it."""

    number: str | None = None
    place: str | None = None
    issued: date | None = None
    signer: str | None = None
    signer_title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A month as one document gives it; `number` is that of its revision.

    `partial` says that the document is of a week and leaves the other days to others.
    """

    month: YearMonth
    number: int = 0
    partial: bool = False
    paper: DraftDocument = DraftDocument()
    focus: tuple[str, ...] = ()
    caveat: str | None = None
    entries: tuple[DraftEntry, ...] = ()
    recipients: tuple[str, ...] = ()
    public_words: tuple[str, ...] = ()
    """Words that files of its month list as public and that stand in it too."""

    @property
    def items(self) -> tuple[DraftItem, ...]:
        return tuple(item for entry in self.entries for item in entry.items)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportResult:
    """All that was made of a document: a draft for each month it touches, and every remark.

    `furniture` is what every paper of its kind has and no agenda keeps: the national heading,
    the names of the agencies, headings of sections and columns.
    """

    drafts: tuple[Draft, ...]
    diagnostics: tuple[Diagnostic, ...]
    furniture: tuple[str, ...] = ()
