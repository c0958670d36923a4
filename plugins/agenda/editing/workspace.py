"""The folder of agendas that is edited: reading, checking and writing its files."""

import codecs
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import RLock

from agenda.cache.store import MemoryCache
from agenda.cache.version import digest
from agenda.editing.action import Action
from agenda.editing.coding import with_codes
from agenda.editing.journal import Journal
from agenda.editing.locating import locate_problems
from agenda.editing.merging import merge_texts
from agenda.editing.outcomes import EditRefused, EditSaved, FieldProblem, Outcome
from agenda.editing.verification import new_codes, verify_untouched
from agenda.model import Location, Problem, Severity
from agenda.source.directory import read_directory_record
from agenda.source.file_names import DIRECTORY, display_path
from agenda.source.folder import NO_DRAFTS, LoadedAgenda, load_agenda
from agenda.source.writing.codes import CodesNotWritable
from agenda.source.writing.fields import NotWritable
from agenda.source.writing.files import FileChanged, replace_file
from agenda.source.writing.schedule.items import read_month
from agenda.source.yaml.contents import MAX_BYTES, content_fingerprint, read_content, read_prefix
from agenda.source.yaml.problems import ProblemCollector
from agenda.source.yaml.records import Record
from agenda.source.yaml.values import ValueProblem

_ATTEMPTS = 5
"""The number of times that an edit is applied to a file that others keep changing."""

_KEPT_READINGS = 4
_BY_HAND = "sửa chỗ này trong tệp bằng trình soạn thảo"


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
    written, and `UnicodeDecodeError` for files that are not UTF-8.
    """

    def __init__(self, folder: Path, state: Path) -> None:
        self.folder = folder
        self.journal = Journal(state / "journal")
        self._cache = MemoryCache()
        self._lock = RLock()
        self._loaded: dict[str, LoadedAgenda] = {}

    def load(self, drafts: Mapping[str, str] = NO_DRAFTS) -> LoadedAgenda:
        """Read all files, some replaced by drafts. An unchanged folder is not read again."""
        with self._lock:
            key = self._fingerprint(drafts)
            loaded = self._loaded.pop(key, None)
            self._loaded[key] = loaded or load_agenda(self.folder, self._cache, drafts)
            for old in list(self._loaded)[:-_KEPT_READINGS]:
                del self._loaded[old]
            return self._loaded[key]

    def read(self, name: str) -> str:
        """Return the text of a file."""
        return self._read(name).text

    def problems(self, name: str) -> tuple[FieldProblem, ...]:
        """Return the problems of a file, each with the item and the field that it belongs to."""
        return self._problems(name, self.read(name), self.load())

    def open(self, name: str) -> str:
        """Return the text of a file, after writing the codes that its entries lack."""
        with self._lock:
            source = self._read(name)
            try:
                coded = with_codes(self.load, self.folder, name, source.text)
                if coded != source.text:
                    replace_file(self.folder / name, source.encode(coded), source.content)
            except CodesNotWritable:
                return source.text
            except FileChanged:
                return self.read(name)
            return coded

    def save(self, name: str, action: Action) -> Outcome:
        """Apply an edit to the current text of a file, and write it if it brings no error."""
        with self._lock:
            for _ in range(_ATTEMPTS):
                try:
                    return self._save(name, action)
                except FileChanged:
                    continue
        message = "chương trình khác đang liên tục ghi tệp này"
        return self._refusal(name, "file-busy", message, "đóng chương trình đó, rồi lưu lại")

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
        return self._refusal("", "file-busy", "tệp đang được ghi", "thử lại sau ít phút")

    def _save(self, name: str, action: Action) -> Outcome:
        source = self._read(name)
        try:
            before = with_codes(self.load, self.folder, name, source.text)
            if (conflict := action.conflict(before)) is not None:
                return conflict
            after = with_codes(self.load, self.folder, name, action.apply(before))
        except ValueProblem as problem:
            return self._refusal(name, problem.kind, problem.message, problem.remedy)
        except CodesNotWritable:
            return self._refusal(name, "not-writable", "không ghi được mã của việc", _BY_HAND)
        except NotWritable as problem:
            return self._refusal(name, "not-writable", str(problem), _BY_HAND)
        reading = self.load({name: after})
        if errors := _new_errors(reading, self.load({name: before})):
            return EditRefused(problems=locate_problems(name, after, errors))
        try:
            old, new = _record(name, before), _record(name, after)
            verify_untouched(old, new, action.scope)
        except NotWritable as problem:
            known = [each for each in self._problems(name, before, self.load()) if _is_error(each)]
            refusal = self._refusal(name, "not-writable", str(problem), _BY_HAND)
            return EditRefused(problems=(*refusal.problems, *known))
        if after != source.text:
            with self.journal.record(action.label, {name: (source.text, after)}):
                replace_file(self.folder / name, source.encode(after), source.content)
        return EditSaved(
            changed=after != source.text,
            problems=self._problems(name, after, reading),
            new_codes=tuple(sorted(new_codes(old, new))),
        )

    def _undo(self, number: int | None) -> Outcome:
        entries = self.journal.entries()
        entry = next((each for each in reversed(entries) if number in (None, each.number)), None)
        if entry is None:
            return self._refusal("", "nothing-to-undo", "không còn gì để hoàn tác", "làm việc khác")
        now = {name: self._read_if_any(name) for name in entry.changes}
        texts: dict[str, str | None] = {}
        for name, (before, after) in entry.changes.items():
            source = now[name]
            current = None if source is None else source.text
            undone = before
            if current != after and current is not None:
                undone = merge_texts(after or "", current, before or "")
                if undone is None or before is None:
                    return self._refusal(
                        name,
                        "undo-conflict",
                        f"chỗ đã sửa ở “{entry.label}” lại được sửa tiếp sau đó",
                        "hoàn tác lần sửa sau trước, hoặc sửa lại bằng tay",
                    )
            texts[name] = undone
        drafts = {name: text for name, text in texts.items() if text is not None}
        reading = self.load(drafts)
        if errors := _new_errors(reading, self.load()):
            return EditRefused(problems=tuple(FieldProblem(problem=each) for each in errors))
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

    def _fingerprint(self, drafts: Mapping[str, str]) -> str:
        """Return the digest of all that reading the folder depends on."""
        parts = []
        for path in sorted(self.folder.rglob("*")):
            parts.append(str(path).encode(errors="surrogateescape"))
            if path.suffix == ".yml" and path.parent == self.folder:
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

    def _problems(self, name: str, text: str, reading: LoadedAgenda) -> tuple[FieldProblem, ...]:
        source = display_path(self.folder / name)
        own = [each for each in reading.problems if each.location.file == source]
        return locate_problems(name, text, own)

    def _refusal(self, name: str, kind: str, message: str, remedy: str) -> EditRefused:
        problem = Problem(
            location=Location(file=display_path(self.folder / name), line=1, column=1),
            severity=Severity.ERROR,
            kind=kind,
            field="",
            value="",
            message=message,
            remedy=remedy,
        )
        return EditRefused(problems=(FieldProblem(problem=problem, key=_KEYS.get(kind, "")),))


_KEYS = {
    "bad-day": "ngay",
    "day-outside": "ngay",
    "range-backwards": "ngay",
    "range-too-long": "ngay",
    "bad-half-day": "buoi",
    "missing": "noi_dung",
}
"""The fields of the values that an edit needs before it can write anything."""


def _record(name: str, text: str) -> Record:
    if name != DIRECTORY:
        return read_month(text)
    record = read_directory_record(text, ProblemCollector(""))
    if record is None:
        raise NotWritable("tệp có lỗi")
    return record


def _is_error(located: FieldProblem) -> bool:
    return located.problem.severity is Severity.ERROR


def _errors(problems: Iterable[Problem]) -> list[Problem]:
    return [each for each in problems if each.severity is Severity.ERROR and not each.previewable]


def _new_errors(reading: LoadedAgenda, before: LoadedAgenda) -> tuple[Problem, ...]:
    """Return the errors that an edit brings; lines and numbers of items may have changed."""
    known = Counter(map(_identity, _errors(before.problems)))
    new = []
    for each in _errors(reading.problems):
        key = _identity(each)
        if known[key]:
            known[key] -= 1
        else:
            new.append(each)
    return tuple(new)


def _identity(problem: Problem) -> tuple[str, str, str]:
    return problem.location.file, problem.kind, problem.value
