"""Record the edits of published content under `cap_nhat`, in the same save."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from agenda.build.edited_months import Edit, Json, find_place_edits
from agenda.build.ledger_check.edits import find_month_edits, read_published
from agenda.build.ledger_check.swapped_codes import find_swapped_codes
from agenda.build.live.deployment import Deployment
from agenda.build.live.site import LedgerUnavailable, Live
from agenda.build.settings.mkdocs_file import read_settings
from agenda.build.settings.yaml_tree import FILE, Unsettled
from agenda.editing.updates import update_row
from agenda.history.content import revision_content
from agenda.history.ledger import Kind, digest_of
from agenda.history.updates import as_signed
from agenda.model import Directory, Problem, YearMonth
from agenda.site.urls import entry_code, revision_url
from agenda.source.file_names import display_path, parse_month_file
from agenda.source.folder import LoadedAgenda
from agenda.source.writing.entries import remove_entry
from agenda.source.writing.fields import set_key
from agenda.source.writing.schedule.items import read_month
from agenda.source.writing.updates import add_updates

_UPDATES = "cap_nhat"
_UNDONE = frozenset({"update-nothing", "update-target"})
"""The kinds of problems of an update that a later edit has undone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """The reason for a change of something published.

    With `is_correction`, the file was mistyped and nothing changed in fact.
    """

    words: str | None = None
    is_correction: bool = False

    def __str__(self) -> str:
        return ": ".join(filter(None, ("Sửa lỗi khi nhập" * self.is_correction, self.words)))


class PublishedMonths:
    """The published data of months, as this clone knows it without asking the remote."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._live: Live | None = None
        self._branch = ""
        self._data: dict[YearMonth, Json | None] = {}

    def refresh(self) -> None:
        """Read the live site again. Without one that can be read, nothing counts as published."""
        self._data = {}
        try:
            settings = read_settings(self._folder.parent / FILE)
            self._branch = f"refs/remotes/{settings.remote}/{settings.branch}"
            self._live = Deployment(
                folder=settings.folder,
                remote=settings.remote,
                branch=settings.branch,
                file=settings.ledger,
            ).read_clone()
        except (Unsettled, LedgerUnavailable):
            self._live = None

    def refresh_if_moved(self) -> None:
        """Read the live site again if the branch of the site in this clone moved."""
        live = self._live
        if live is None or live.repository is None:
            return
        if live.repository.text("rev-parse", self._branch) != live.commit:
            self.refresh()

    def data(self, month: YearMonth) -> Json | None:
        """Return the published data of a month, or None if it is not published."""
        if self._live is None or self._live.ledger is None:
            return None
        if month not in self._data:
            self._data[month] = read_published(month, self._live.ledger, self._live.read)
        return self._data[month]

    def has_document(self, name: str) -> bool:
        """Return whether the document of a month's file is published."""
        file = parse_month_file(Path(name))
        data = None if file is None else self.data(file.month)
        return file is not None and data is not None and file.number <= int(data["ban"])

    def untraced(self, reading: LoadedAgenda, name: str) -> frozenset[tuple[str, str]]:
        """Return the published places that a file's month changes and no page tells of.

        Each is a URL with the name of what changed. A publication refuses them.
        """
        file = parse_month_file(Path(name))
        months = [each for each in reading.agenda.months if file and each.month == file.month]
        data = self.data(months[0].month) if months else None
        if data is None or self._live is None or self._live.ledger is None:
            return frozenset()
        found = find_month_edits(months[0], self._live.ledger, data)
        return frozenset((each.url, each.what) for each in found)

    def lacks_document(self, reading: LoadedAgenda, name: str) -> bool:
        """Return whether a published document of a file's month cannot be read now."""
        file = parse_month_file(Path(name))
        data = None if file is None else self.data(file.month)
        months = (each for each in reading.agenda.months if file and each.month == file.month)
        month = next(months, None)
        return data is not None and month is not None and int(data["ban"]) >= len(month.revisions)

    def lost_entries(self, directory: Directory) -> frozenset[str]:
        """Return the published codes of people, units and groups that a directory lacks."""
        ledger = (self._live.ledger if self._live else None) or {}
        codes = (
            entry_code(url) for url, e in ledger.items() if e.kind in (Kind.PAGE, Kind.REDIRECT)
        )
        return frozenset(code for code in codes if code and directory.find(code) is None)

    def passed_names(self, reading: LoadedAgenda) -> frozenset[tuple[str, str]]:
        """Return the published places where a name or a page now belongs to another entry.

        Each is a URL with what changed. A publication refuses them.
        """
        if self._live is None or self._live.ledger is None:
            return frozenset()
        found = find_swapped_codes(reading.agenda, self._live.ledger, self._live.read)
        return frozenset((each.url, each.what) for each in found)

    def superseded_digest(self, name: str) -> str | None:
        """Return the digest of a published document that a later one amended, as signed."""
        file = parse_month_file(Path(name))
        if file is None or self._live is None or self._live.ledger is None:
            return None
        entry = self._live.ledger.get(revision_url(file.month, file.number))
        return entry.digest if entry is not None and entry.frozen else None


@dataclass(frozen=True, slots=True, kw_only=True)
class FileEdits:
    """The differences between a file and its published month."""

    edits: tuple[Edit, ...]
    published_updates: int
    """The number of rows of `cap_nhat` that are published, of this file."""

    def since(self, before: "FileEdits") -> tuple[Edit, ...]:
        """Return the edits that an earlier text of the file did not have."""
        known = {(edit.target, _items(edit.written)) for edit in before.edits}
        return tuple(e for e in self.edits if (e.target, _items(e.written)) not in known)


def find_edits(published: PublishedMonths, reading: LoadedAgenda, name: str) -> FileEdits:
    """Return the edits of a file that its updates do not record yet."""
    file = parse_month_file(Path(name))
    months = [each for each in reading.agenda.months if file and each.month == file.month]
    data = published.data(file.month) if file else None
    if file is None or data is None:
        return FileEdits(edits=(), published_updates=0)
    known = [row for row in data.get(_UPDATES, ()) if row["ban"] == file.number]
    edits = find_place_edits(months[0], data) if months else ()
    return FileEdits(
        edits=tuple(edit for edit in edits if edit.file.file == name), published_updates=len(known)
    )


def changes_superseded(
    published: PublishedMonths, before: LoadedAgenda, after: LoadedAgenda, name: str
) -> bool:
    """Return whether a published document that others amended would not stay as it was signed.

    Its page shows the document without its updates, and must never change.
    """
    digest = published.superseded_digest(name)
    return digest is not None and _signed_digest(after, name) not in (
        digest,
        _signed_digest(before, name),
    )


def _signed_digest(reading: LoadedAgenda, name: str) -> str:
    """Return the digest of a file's document as signed; empty if it cannot be read."""
    revisions = (each for month in reading.agenda.months for each in month.revisions)
    found = (each for each in revisions if each.file == name)
    return "".join(digest_of(revision_content(as_signed(each))) for each in found)


def record(text: str, edits: Iterable[Edit], reason: Reason) -> str:
    """Return the text of a file with rows that record edits."""
    return add_updates(text, [update_row(edit, str(reason) or None) for edit in edits])


def without_undone_updates(
    text: str, problems: Iterable[Problem], file: Path, published_updates: int
) -> str:
    """Return the text without the unpublished updates that a later edit has undone."""
    lines = {
        (each.location.line, each.location.column)
        for each in problems
        if each.kind in _UNDONE and each.location.file == display_path(file)
    }
    month = read_month(text)
    rows = month.records(_UPDATES)
    undone = [
        row
        for row in rows[published_updates:]
        if (target := row.scalar("cho")) and (target.position.line, target.position.column) in lines
    ]
    if undone and len(undone) == len(rows):
        return set_key(text, month, _UPDATES, None)
    for row in reversed(undone):
        text = remove_entry(text, month, _UPDATES, row)
    return text


def _items(values: object) -> object:
    return tuple(sorted(values.items(), key=str)) if isinstance(values, dict) else values
