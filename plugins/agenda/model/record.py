"""The agendas by month, with their revisions, entries, items and corrections."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from enum import Enum

from agenda.model.calendar import HalfDay, Slot, YearMonth, dates_between
from agenda.model.directory import Directory, DirectoryEntry
from agenda.model.withdrawal import Withdrawal


class Status(Enum):
    """The status of an item. The value is that of `trang_thai` in the YAML files."""

    PLANNED = ""
    CANCELLED = "huy"
    POSTPONED = "hoan"
    MOVED = "doi"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    r"""A printed name, and its entry in the directory, if any.

    `joiner` is the text before the name in a printed list ("Đ/c An, Minh"). Joining
    `joiner + text` over a field gives the words of the document. In a field with several texts,
    the joiner of each text but the first is a line break.
    """

    text: str
    entry: DirectoryEntry | None
    joiner: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An appointment, from `first` to `last`, both included; mostly one day.

    An `end` before the `start` is on the next day.
    `code` identifies the item within `month`, the month whose document lists it. It is empty
    until the file has a code or a code has been assigned.
    """

    code: str
    month: YearMonth
    first: date
    last: date
    half_day: HalfDay
    text: str
    skipped: tuple[date, ...] = ()
    """The days between `first` and `last` that another document covers without the item."""
    start: time | None = None
    end: time | None = None
    venue: str | None = None
    preparers: tuple[Mention, ...] = ()
    leaders: tuple[Mention, ...] = ()
    participants: str | None = None
    note: str | None = None
    status: Status = Status.PLANNED
    moved_to: Slot | None = None
    reason: str | None = None

    @property
    def key(self) -> str:
        """The identifier over all months: `2021-05-x2bx`."""
        return f"{self.month}-{self.code}"

    @property
    def days(self) -> tuple[date, ...]:
        """The days of the item, in order."""
        days = dates_between(self.first, self.last)
        return tuple(day for day in days if day not in self.skipped)

    def entries(self) -> Iterator[DirectoryEntry]:
        """Return an iterator over the directory entries that the item names, each once."""
        entries: list[DirectoryEntry] = []  # for so few, comparing is faster than hashing
        for mention in (*self.preparers, *self.leaders):
            if mention.entry is not None and mention.entry not in entries:
                entries.append(mention.entry)
        return iter(entries)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleEntry:
    """A row of the document: one or more days, an optional label for days off, and items."""

    first: date
    last: date
    label: str | None = None
    skipped: tuple[date, ...] = ()
    """The days between `first` and `last` that another document covers."""
    items: tuple[Item, ...] = ()

    def covers(self, day: date) -> bool:
        return self.first <= day <= self.last and day not in self.skipped


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedDocument:
    """The signed document. `file` is the path of the published original inside `agendas/`.

    `confirmed_redactions` is the number of redactions that a person has seen in that file.
    """

    issued: date
    number: str | None = None
    place: str | None = None
    signer: str | None = None
    signer_title: str | None = None
    file: str | None = None
    origin: str | None = None
    confirmed_redactions: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A change against the document or, with a `doubt`, text that was kept as printed."""

    printed: str
    day: date | None = None
    corrected: str | None = None
    doubt: str | None = None


PlainValue = str | tuple[str, ...] | None
"""A value as written under a key of a file; None for an empty key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """A change of published content that no document makes.

    `target` names the place: an item (`cv-x2bx`), a day (`ngay-04`), a paragraph of the focus
    (`trong-tam-2`) or a key of the header (`luu_y`). `before` are the former values by key, without
    the unchanged ones. It is None if the target was added, and the whole item if it was removed.
    """

    day: date
    target: str
    before: tuple[tuple[str, PlainValue], ...] | None
    reason: str | None = None
    former_item: Item | None = None
    """The whole item before the update; None for another target or an added item."""
    new_item: Item | None = None
    """The whole item after the update; None for another target or a removed item."""
    after: tuple[tuple[str, PlainValue], ...] = ()
    """The values after the update of a target that is no item, by the keys of `before`."""

    @property
    def code(self) -> str | None:
        """The code of the changed item; None for another target."""
        return self.target.removeprefix("cv-") if self.target.startswith("cv-") else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A month according to one document. Number 0 is the agenda as first signed.

    `scope` are the days that the document covers; None if it covers the whole month. An addition
    covers no day: its items join those of other documents.
    """

    month: YearMonth
    number: int
    document: SignedDocument
    scope: tuple[date, ...] | None = None
    entries: tuple[ScheduleEntry, ...]
    focus: tuple[str, ...] = ()
    caveat: str | None = None
    recipients: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    public_words: tuple[str, ...] = ()
    """Words in the texts that look private but were confirmed as public."""
    updates: tuple[Update, ...] = ()
    """The changes since publication without a new document, the oldest first."""
    source: str
    """The path of the YAML file relative to the parent of `agendas/`, with `/` as separator."""

    @property
    def file(self) -> str:
        """The name of the YAML file in `agendas/`."""
        return self.source.rpartition("/")[2]

    @property
    def is_addition(self) -> bool:
        return self.scope == ()

    @property
    def items(self) -> tuple[Item, ...]:
        return tuple(item for entry in self.entries for item in entry.items)


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A date of a month, with the entries of all months that cover it."""

    date: date
    entries: tuple[ScheduleEntry, ...] = ()

    @property
    def listed(self) -> bool:
        """True if the document has a row for this day, even an empty one."""
        return bool(self.entries)

    @property
    def labels(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(entry.label for entry in self.entries if entry.label))

    @property
    def items(self) -> tuple[Item, ...]:
        return tuple(item for entry in self.entries for item in entry.items)


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """A published month: its documents from the first to the newest, and its days."""

    month: YearMonth
    revisions: tuple[Revision, ...]
    """The documents, each as signed."""
    states: tuple[Revision, ...]
    """The month after each document, composed of the documents that cover its days."""
    days: tuple[Day, ...]
    """Every date of the month, in order, as it stands now."""

    @property
    def current(self) -> Revision:
        """The month as it stands now: the newest document if it covers the whole month."""
        return self.states[-1]

    @property
    def newest(self) -> Revision:
        """The newest document, which may cover only some days."""
        return self.revisions[-1]

    @property
    def composed(self) -> bool:
        """Return whether the month consists of several documents."""
        return self.current is not self.newest

    @property
    def items(self) -> tuple[Item, ...]:
        """The items of the month as it stands now."""
        return self.current.items


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """All months in chronological order, with the directory and the withdrawals."""

    months: tuple[Month, ...]
    directory: Directory
    withdrawals: tuple[Withdrawal, ...] = ()

    @property
    def items(self) -> Iterator[Item]:
        """Every current item once, in the order of months and rows."""
        return (item for month in self.months for item in month.items)
