"""The record itself: agendas by month, each with its revisions, entries, items and corrections."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from enum import Enum

from agenda.model.calendar import HalfDay, Slot, YearMonth
from agenda.model.directory import Directory, DirectoryEntry
from agenda.model.withdrawal import Withdrawal


class Status(Enum):
    """What became of an item; the value is what `trang_thai` says in the files."""

    PLANNED = ""
    CANCELLED = "huy"
    POSTPONED = "hoan"
    MOVED = "doi"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    r"""One name as printed, and whom the directory knows by it.

    The names of one printed text ("Đ/c An, Minh") keep, in `joiner`, what stood between them,
    so that joining `joiner + text` over a field gives the paper's words again. A field that
    lists several texts starts each with a joiner of `"\n"` (the first with none).
    """

    text: str
    entry: DirectoryEntry | None
    joiner: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One appointment, from `first` to `last` (the same day for nearly all), both included.

    `code` is its identity within `month`, the month whose paper lists it; it is empty as long as
    its file gives none and none has been found for it.
    """

    code: str
    month: YearMonth
    first: date
    last: date
    half_day: HalfDay
    text: str
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
        """Its identity over all months: `2021-05-x2bx`."""
        return f"{self.month}-{self.code}"

    def entries(self) -> Iterator[DirectoryEntry]:
        """Everybody the directory knows among those named, each once."""
        entries: list[DirectoryEntry] = []  # so few that comparing takes less than hashing
        for mention in (*self.preparers, *self.leaders):
            if mention.entry is not None and mention.entry not in entries:
                entries.append(mention.entry)
        return iter(entries)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleEntry:
    """One row of the paper: a day or a range of days, a label for days off, and its items."""

    first: date
    last: date
    label: str | None = None
    items: tuple[Item, ...] = ()

    def covers(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedDocument:
    """The signed paper; `file` is the path of the published original inside `agendas/`.

    `confirmed_redactions` is in how many places a person has seen that file to withhold words.
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
    """What a person changed against the paper, or, with a `doubt`, kept as printed."""

    printed: str
    day: date | None = None
    corrected: str | None = None
    doubt: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A month as one document gives it; number 0 is the agenda as first signed."""

    month: YearMonth
    number: int
    document: SignedDocument
    entries: tuple[ScheduleEntry, ...]
    focus: tuple[str, ...] = ()
    caveat: str | None = None
    recipients: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    public_words: tuple[str, ...] = ()
    """Words that look private and were confirmed as public; they stand in its texts."""
    source: str
    """Path of the YAML file from the folder that holds `agendas/`, with `/` between the parts."""

    @property
    def file(self) -> str:
        """The name of its YAML file in the folder `agendas/`."""
        return self.source.rpartition("/")[2]

    @property
    def items(self) -> tuple[Item, ...]:
        return tuple(item for entry in self.entries for item in entry.items)


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One date of a month: the entries that cover it, from whichever month's paper they come."""

    date: date
    entries: tuple[ScheduleEntry, ...] = ()

    @property
    def listed(self) -> bool:
        """Whether the paper has a row for this day, be it an empty one."""
        return bool(self.entries)

    @property
    def labels(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(entry.label for entry in self.entries if entry.label))

    @property
    def items(self) -> tuple[Item, ...]:
        return tuple(item for entry in self.entries for item in entry.items)


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """A published month: its revisions from the first signed to the newest, and its days."""

    month: YearMonth
    revisions: tuple[Revision, ...]
    days: tuple[Day, ...]
    """Every date of the month, in order, as the newest revision has it."""

    @property
    def current(self) -> Revision:
        return self.revisions[-1]

    @property
    def items(self) -> tuple[Item, ...]:
        """The items of this month's own paper."""
        return self.current.items


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """The whole record, months in order of time."""

    months: tuple[Month, ...]
    directory: Directory
    withdrawals: tuple[Withdrawal, ...] = ()

    @property
    def items(self) -> Iterator[Item]:
        """Every current item once, in the order of the papers."""
        return (item for month in self.months for item in month.items)
