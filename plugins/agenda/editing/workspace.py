"""The folder of agendas that is edited: reading, checking and writing its files."""

import contextlib
from collections.abc import Mapping
from pathlib import Path
from threading import RLock

from agenda.editing.action import Action
from agenda.editing.checks.coding import with_codes
from agenda.editing.checks.errors import new_errors, refuse
from agenda.editing.folder_reader import FileText, FolderReader, text_digest
from agenda.editing.journal import Digests, Journal
from agenda.editing.outcomes import (
    EditConflict,
    EditRefused,
    EditSaved,
    FieldProblem,
    Outcome,
)
from agenda.editing.recording import PublishedMonths, Reason
from agenda.editing.saving import Preparation, PreparedEdit, located_problems
from agenda.editing.undoing import prepare_undo
from agenda.source.file_names import display_path
from agenda.source.folder import NO_DRAFTS, LoadedAgenda
from agenda.source.writing.codes import CodesNotWritable
from agenda.source.writing.files import FileChanged, replace_file

TEXT = "text"
"""The key of the whole text of a file in a conflict."""

_ATTEMPTS = 5
"""The number of times that an edit is applied to a file that others keep changing."""

_BUSY = (
    "file-busy",
    "chương trình khác đang liên tục ghi tệp này",
    "đóng chương trình đó, rồi lưu lại",
)
_ENCODING = ("encoding", "tệp không ở bảng mã UTF-8", "lưu lại tệp ở UTF-8 rồi làm lại")


class Workspace:
    """The folder `agendas/`, and the private folder of the editor, `state`.

    Several threads may use it. All methods raise `OSError` for files that cannot be read or
    written, and those that return a text `UnicodeDecodeError` for files that are not UTF-8.
    """

    def __init__(self, folder: Path, state: Path) -> None:
        self.folder = folder
        self.journal = Journal(state / "journal")
        self.published = PublishedMonths(folder)
        self.published.refresh()
        self._reader = FolderReader(folder)
        self._lock = RLock()
        self._preparation = Preparation(
            folder=folder, load=self.load_file, published=self.published
        )

    def warm(self, cache: Path) -> None:
        """Read the folder with what a build left in its cache file."""
        with contextlib.suppress(OSError):  # the first page tells
            self._reader.warm(cache)

    def load(self, drafts: Mapping[str, str] = NO_DRAFTS) -> LoadedAgenda:
        """Read all files, some replaced by drafts. An unchanged folder is not read again."""
        return self._reader.load(drafts)

    def load_file(self, name: str, text: str) -> LoadedAgenda:
        """Read all that one file with this text has to do with: for a month only the nearest."""
        return self._reader.load_file(name, text)

    def read(self, name: str) -> str:
        """Return the text of a file."""
        return self._reader.text(name).text

    def shown_digest(self, name: str) -> str:
        """Return the digest of the text of a file, for `replace`; empty if there is none."""
        try:
            return text_digest(self._reader.text_if_any(name))
        except UnicodeDecodeError:
            return ""  # `replace` refuses such a file

    def problems(self, name: str) -> tuple[FieldProblem, ...]:
        """Return the problems of a file, each with the item and the field that it belongs to."""
        text = self.read(name)
        return located_problems(self.folder / name, text, self.load_file(name, text))

    def open(self, name: str) -> str:
        """Return the text of a file, after writing the codes that its entries lack."""
        with self._lock:
            self.published.refresh_if_moved()
            source = self._reader.text(name)
            try:
                coded = with_codes(self.load_file, self.folder, name, source.text)
                if coded != source.text:
                    replace_file(self.folder / name, source.encode(coded), source.content)
            except CodesNotWritable:
                return source.text
            except FileChanged:
                return self.read(name)
            return coded

    def save(self, name: str, action: Action, reason: Reason | None = None) -> Outcome:
        """Apply an edit to the current text of a file, and write it if it brings no error.

        An edit of published content is recorded with its `reason`, without which it is refused.
        """
        with self._lock:
            self.published.refresh_if_moved()
            for _ in range(_ATTEMPTS):
                try:
                    return self._save(name, action, reason)
                except FileChanged:
                    continue
                except UnicodeDecodeError:
                    return refuse(display_path(self.folder / name), *_ENCODING)
        return refuse(display_path(self.folder / name), *_BUSY)

    def replace(
        self,
        label: str,
        texts: Mapping[str, str],
        shown: Mapping[str, str],
        reason: Reason | None = None,
        copies: Digests | None = None,
    ) -> Outcome:
        """Write whole files as one entry of the journal, checked and recorded like an edit.

        `shown` are the digests of the texts that a page showed, as `shown_digest` gives them. A
        file that has changed since is a conflict. `copies` are the digests of files that were
        put beside the agendas for these texts; undoing removes them too.
        """
        with self._lock:
            self.published.refresh_if_moved()
            for _ in range(_ATTEMPTS):
                try:
                    return self._replace(label, texts, shown, reason, copies or {})
                except FileChanged:
                    continue
                except UnicodeDecodeError:
                    return refuse(display_path(self.folder), *_ENCODING)
        return refuse(display_path(self.folder), *_BUSY)

    def undo(self, number: int | None = None) -> Outcome:
        """Undo the last saved edit, or the one with a number of the journal.

        Later edits of other places stay.
        """
        with self._lock:
            for _ in range(_ATTEMPTS):
                try:
                    return self._undo(number)
                except FileChanged:
                    continue
        return refuse(display_path(self.folder), *_BUSY)

    def forget_edits(self) -> None:
        """Empty the journal and read the live site again, after a publication."""
        with self._lock:
            self.journal.clear()
            self.published.refresh()

    def _save(self, name: str, action: Action, reason: Reason | None) -> Outcome:
        source = self._reader.text(name)
        prepared = self._preparation.prepare(name, source.text, action, reason)
        if not isinstance(prepared, PreparedEdit):
            return prepared
        changed = prepared.text != source.text
        if changed:
            with self.journal.record(action.label, {name: (source.text, prepared.text)}):
                replace_file(self.folder / name, source.encode(prepared.text), source.content)
        return EditSaved(changed=changed, problems=prepared.problems, new_codes=prepared.new_codes)

    def _replace(
        self,
        label: str,
        texts: Mapping[str, str],
        shown: Mapping[str, str],
        reason: Reason | None,
        copies: Digests,
    ) -> Outcome:
        before: dict[str, FileText | None] = {}
        prepared: dict[str, PreparedEdit] = {}
        for name, text in texts.items():
            old = before[name] = self._reader.text_if_any(name)
            if text_digest(old) != shown.get(name, ""):
                theirs = None if old is None else {TEXT: old.text}
                return EditConflict(target=name, base=None, ours={TEXT: text}, theirs=theirs)
            each = self._preparation.prepare_text(name, old.text if old else "", text, reason)
            if not isinstance(each, PreparedEdit):
                return each
            prepared[name] = each
        written = {name: each.text for name, each in prepared.items()}
        if errors := new_errors(self.load(written), self.load()):
            return EditRefused(problems=tuple(FieldProblem(problem=each) for each in errors))
        changes = {name: (old.text if old else None, written[name]) for name, old in before.items()}
        with self.journal.record(label, changes, copies):
            for name, old in before.items():
                content = old.encode(written[name]) if old else written[name].encode()
                replace_file(self.folder / name, content, old.content if old else None)
        problems = tuple(each for edit in prepared.values() for each in edit.problems)
        return EditSaved(changed=True, problems=problems)

    def _undo(self, number: int | None) -> Outcome:
        entries = [each for each in self.journal.entries() if number in (None, each.number)]
        if not entries:
            return refuse("", "nothing-to-undo", "không còn gì để hoàn tác", "làm việc khác")
        self.published.refresh_if_moved()
        undone = prepare_undo(entries[-1], self.folder, self._reader, self._preparation)
        if isinstance(undone, EditRefused):
            return undone
        undone.write(self.folder)
        self.journal.remove(entries[-1].number)
        return EditSaved(changed=True)
