"""Take back a saved edit, unless it was published or edited further since."""

import contextlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from agenda.editing.checks.errors import new_errors, refuse
from agenda.editing.folder_reader import FileText, FolderReader
from agenda.editing.journal import JournalEntry, content_digest
from agenda.editing.merging import UndoConflict, undone_text
from agenda.editing.outcomes import EditRefused, FieldProblem
from agenda.editing.saving import Preparation
from agenda.model import Problem
from agenda.source.file_names import display_path, parse_month_file
from agenda.source.writing.files import replace_file, retry_while_open

_PUBLISHED = (
    "published-edit",
    "lần sửa ấy đã đăng",
    "sửa lại như một thay đổi mới, kèm lý do",
)

_AMENDED = (
    "amended-document",
    "văn bản sau của tháng này dựa vào văn bản ấy",
    "hoàn tác lần nhập văn bản sau trước, hoặc để nguyên",
)

Texts = Mapping[str, str | None]
"""The texts of files by name; None for no file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoneEdit:
    """The texts of files without an edit, and the copies that nothing needs without it."""

    texts: Texts
    now: Mapping[str, FileText | None]
    copies: tuple[str, ...]

    def write(self, folder: Path) -> None:
        """Write the texts, and remove the copies."""
        for name, text in self.texts.items():
            source, path = self.now[name], folder / name
            if text is None:
                retry_while_open(lambda path=path: path.unlink(missing_ok=True))  # type: ignore[misc]
            elif source is None:
                replace_file(path, text.encode())
            elif text != source.text:
                replace_file(path, source.encode(text), source.content)
        for name in self.copies:
            retry_while_open(lambda path=folder / name: path.unlink(missing_ok=True))  # type: ignore[misc]
            with contextlib.suppress(OSError):  # the folder has other files
                (folder / name).parent.rmdir()


def prepare_undo(
    entry: JournalEntry, folder: Path, reader: FolderReader, preparation: Preparation
) -> UndoneEdit | EditRefused:
    """Return what an edit of the journal leaves once it is undone, or why it stays."""
    now = {name: reader.text_if_any(name) for name in entry.changes}
    texts: dict[str, str | None] = {}
    for name, (before, after) in entry.changes.items():
        source = now[name]
        try:
            texts[name] = undone_text(before, after, None if source is None else source.text)
        except UndoConflict:
            return refuse(
                display_path(folder / name),
                "undo-conflict",
                f"chỗ đã sửa ở “{entry.label}” lại được sửa tiếp sau đó",
                "hoàn tác lần sửa sau trước, hoặc sửa lại bằng tay",
            )
    if errors := _errors_of(texts, reader):
        return EditRefused(problems=tuple(FieldProblem(problem=each) for each in errors))
    for name, text in texts.items():
        if text is None and _has_amendment(folder / name, texts):
            return refuse(display_path(folder / name), *_AMENDED)
    if any(_is_published(name, text, entry, preparation) for name, text in texts.items()):
        return refuse(display_path(folder), *_PUBLISHED)
    return UndoneEdit(
        texts=texts, now=now, copies=tuple(_free_copies(entry, folder, reader, texts))
    )


def _is_published(
    name: str, text: str | None, entry: JournalEntry, preparation: Preparation
) -> bool:
    """Return whether the text of a file without an edit takes back something published.

    A command, or another clone, may have published it.
    """
    if text is None:
        return preparation.published.has_document(name)
    after = entry.changes[name][1] or ""
    return bool(
        preparation.unrecorded_edits(name, after, text)
        or preparation.published_refusal(name, after, text)
    )


def _has_amendment(path: Path, texts: Texts) -> bool:
    """Return whether a later document of its month stays without the file."""
    file = parse_month_file(path)
    others = (parse_month_file(other) for other in path.parent.iterdir())
    return file is not None and any(
        other.month == file.month
        and other.number > file.number
        and texts.get(other.path.name, "") is not None
        for other in others
        if other is not None
    )


def _errors_of(texts: Texts, reader: FolderReader) -> tuple[Problem, ...]:
    """Return the errors that new texts of files bring; a removed file is not checked."""
    match list(texts.items()):
        case [(name, str() as text)]:
            now = reader.text(name).text
            return new_errors(reader.load_file(name, text), reader.load_file(name, now))
    drafts = {name: text for name, text in texts.items() if text is not None}
    return new_errors(reader.load(drafts), reader.load())


def _free_copies(
    entry: JournalEntry, folder: Path, reader: FolderReader, texts: Texts
) -> Iterator[str]:
    """Yield the unchanged copies of an edit that no document names without it."""
    if not entry.copies:
        return
    reading = reader.load({name: text for name, text in texts.items() if text is not None})
    named = {
        revision.document.file
        for month in reading.agenda.months
        for revision in month.revisions
        if texts.get(revision.file, "") is not None
    }
    for name, digest in entry.copies.items():
        path = folder / name
        with contextlib.suppress(OSError):
            if name not in named and content_digest(path.read_bytes()) == digest:
                yield name
