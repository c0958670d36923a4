"""The folder of agendas that is edited: reading, checking and writing its files."""

import codecs
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import RLock

from agenda.cache.store import MemoryCache
from agenda.cache.version import digest
from agenda.editing.action import Action
from agenda.editing.checks.coding import with_codes
from agenda.editing.checks.errors import new_errors, refuse
from agenda.editing.journal import Changes, Journal
from agenda.editing.merging import UndoConflict, undone_text
from agenda.editing.outcomes import EditRefused, EditSaved, FieldProblem, Outcome
from agenda.editing.recording import PublishedMonths, Reason
from agenda.editing.saving import Preparation, PreparedEdit, located_problems
from agenda.model import Problem, YearMonth
from agenda.source.file_names import display_path, parse_month_file
from agenda.source.folder import NO_DRAFTS, LoadedAgenda, load_agenda
from agenda.source.writing.codes import CodesNotWritable
from agenda.source.writing.files import FileChanged, replace_file
from agenda.source.yaml.contents import MAX_BYTES, content_fingerprint, read_content, read_prefix

_ATTEMPTS = 5
"""The number of times that an edit is applied to a file that others keep changing."""

_KEPT_READINGS = 8
_BUSY = (
    "file-busy",
    "chương trình khác đang liên tục ghi tệp này",
    "đóng chương trình đó, rồi lưu lại",
)
_PUBLISHED = (
    "published-edit",
    "lần sửa ấy đã đăng",
    "sửa lại như một thay đổi mới, kèm lý do",
)
_ENCODING = ("encoding", "tệp không ở bảng mã UTF-8", "lưu lại tệp ở UTF-8 rồi làm lại")


@dataclass(frozen=True, slots=True)
class FileText:
    """The text of a file with the bytes that it was decoded from."""

    content: bytes
    text: str

    def encode(self, text: str) -> bytes:
        """Return the bytes of a new text, with the byte order mark of the file."""
        mark = codecs.BOM_UTF8 if self.content.startswith(codecs.BOM_UTF8) else b""
        return mark + text.encode()


class Workspace:
    """The folder `agendas/`, and the private folder of the editor, `state`.

    Several threads may use it. All methods raise `OSError` for files that cannot be read or
    written, and those that return a text `UnicodeDecodeError` for files that are not UTF-8.
    """

    def __init__(self, folder: Path, state: Path) -> None:
        self.folder = folder
        self.journal = Journal(state / "journal")
        self._cache = MemoryCache()
        self._lock = RLock()
        self._loaded: dict[str, LoadedAgenda] = {}
        self._published = PublishedMonths(folder)
        self._published.refresh()
        self._preparation = Preparation(
            folder=folder, load=self.load_file, published=self._published
        )

    def load(self, drafts: Mapping[str, str] = NO_DRAFTS) -> LoadedAgenda:
        """Read all files, some replaced by drafts. An unchanged folder is not read again."""
        return self._load(drafts, None)

    def load_file(self, name: str, text: str) -> LoadedAgenda:
        """Read all that one file with this text has to do with: for a month only the nearest."""
        file = parse_month_file(self.folder / name)
        only = None if file is None else tuple(_months_around(file.month))
        return self._load({name: text}, only)

    def _load(self, drafts: Mapping[str, str], only: Collection[YearMonth] | None) -> LoadedAgenda:
        with self._lock:
            key = self._fingerprint(drafts, only)
            loaded = self._loaded.pop(key, None)
            self._loaded[key] = loaded or load_agenda(self.folder, self._cache, drafts, only)
            for old in list(self._loaded)[:-_KEPT_READINGS]:
                del self._loaded[old]
            return self._loaded[key]

    def read(self, name: str) -> str:
        """Return the text of a file."""
        return self._read(name).text

    def problems(self, name: str) -> tuple[FieldProblem, ...]:
        """Return the problems of a file, each with the item and the field that it belongs to."""
        text = self.read(name)
        return located_problems(self.folder / name, text, self.load_file(name, text))

    def open(self, name: str) -> str:
        """Return the text of a file, after writing the codes that its entries lack."""
        with self._lock:
            self._published.refresh_if_moved()
            source = self._read(name)
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
            for _ in range(_ATTEMPTS):
                try:
                    return self._save(name, action, reason)
                except FileChanged:
                    continue
                except UnicodeDecodeError:
                    return refuse(display_path(self.folder / name), *_ENCODING)
        return refuse(display_path(self.folder / name), *_BUSY)

    def write(self, label: str, texts: Mapping[str, str]) -> None:
        """Write whole files, as one entry of the journal."""
        with self._lock:
            before = {name: self._read_if_any(name) for name in texts}
            changes = {
                name: (old.text if old else None, texts[name]) for name, old in before.items()
            }
            with self.journal.record(label, changes):
                for name, old in before.items():
                    content = old.encode(texts[name]) if old else texts[name].encode()
                    replace_file(self.folder / name, content)

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
            self._published.refresh()

    def _save(self, name: str, action: Action, reason: Reason | None) -> Outcome:
        source = self._read(name)
        prepared = self._preparation.prepare(name, source.text, action, reason)
        if not isinstance(prepared, PreparedEdit):
            return prepared
        changed = prepared.text != source.text
        if changed:
            with self.journal.record(action.label, {name: (source.text, prepared.text)}):
                replace_file(self.folder / name, source.encode(prepared.text), source.content)
        return EditSaved(changed=changed, problems=prepared.problems, new_codes=prepared.new_codes)

    def _undo(self, number: int | None) -> Outcome:
        entries = [each for each in self.journal.entries() if number in (None, each.number)]
        if not entries:
            return refuse("", "nothing-to-undo", "không còn gì để hoàn tác", "làm việc khác")
        entry = entries[-1]
        now = {name: self._read_if_any(name) for name in entry.changes}
        texts: dict[str, str | None] = {}
        for name, (before, after) in entry.changes.items():
            source = now[name]
            try:
                texts[name] = undone_text(before, after, None if source is None else source.text)
            except UndoConflict:
                return refuse(
                    display_path(self.folder / name),
                    "undo-conflict",
                    f"chỗ đã sửa ở “{entry.label}” lại được sửa tiếp sau đó",
                    "hoàn tác lần sửa sau trước, hoặc sửa lại bằng tay",
                )
        if errors := self._errors_of(texts):
            return EditRefused(problems=tuple(FieldProblem(problem=each) for each in errors))
        if self._is_published(entry.changes, texts):
            return refuse(display_path(self.folder), *_PUBLISHED)
        for name, text in texts.items():
            source, path = now[name], self.folder / name
            if text is None:
                path.unlink(missing_ok=True)
            elif source is None:
                replace_file(path, text.encode())
            elif text != source.text:
                replace_file(path, source.encode(text), source.content)
        self.journal.remove(entry.number)
        return EditSaved(changed=True)

    def _is_published(self, changes: Changes, texts: Mapping[str, str | None]) -> bool:
        """Return whether new texts of files take back something published.

        A command, or another clone, may have published it.
        """
        self._published.refresh_if_moved()
        return any(
            self._preparation.unrecorded_edits(name, changes[name][1] or "", text or "")
            for name, text in texts.items()
        )

    def _errors_of(self, texts: Mapping[str, str | None]) -> tuple[Problem, ...]:
        """Return the errors that new texts of files bring; a removed file is not checked."""
        match list(texts.items()):
            case [(name, str() as text)]:
                return new_errors(self.load_file(name, text), self.load_file(name, self.read(name)))
        drafts = {name: text for name, text in texts.items() if text is not None}
        return new_errors(self.load(drafts), self.load())

    def _fingerprint(self, drafts: Mapping[str, str], only: Collection[YearMonth] | None) -> str:
        """Return the digest of all that reading the folder depends on."""
        parts = [str(only).encode()]
        for path in sorted(self.folder.rglob("*")):
            parts.append(str(path).encode(errors="surrogateescape"))
            if path.suffix == ".yml" and path.parent == self.folder:
                file = parse_month_file(path)
                if only is not None and file is not None and file.month not in only:
                    continue
                draft = drafts.get(path.name)
                content = read_content(path) if draft is None else draft.encode()
                parts.append(content_fingerprint(content))
            elif path.is_file():
                status = path.stat()
                parts.append(f"{status.st_size} {status.st_mtime_ns}".encode())
        parts += [f"{name} {text}".encode() for name, text in sorted(drafts.items())]
        return digest(parts)

    def _read(self, name: str) -> FileText:
        content = read_prefix(self.folder / name, MAX_BYTES)
        return FileText(content, content.removeprefix(codecs.BOM_UTF8).decode())

    def _read_if_any(self, name: str) -> FileText | None:
        try:
            return self._read(name)
        except FileNotFoundError:
            return None


def _months_around(month: YearMonth) -> Iterator[YearMonth]:
    """Yield a month and those whose rows may reach into it, as a row has at most two months."""
    before, after = month.previous, month.next
    yield from (before.previous, before, month, after, after.next)
