"""Write the drafts of an import as files of months."""

import contextlib
from collections.abc import Mapping
from pathlib import Path

from agenda.editing.checks.errors import refuse
from agenda.editing.corrections import SetCorrection, read_corrections
from agenda.editing.drafts.session import ImportSession
from agenda.editing.drafts.signed_copy import copy_document, find_shown_words
from agenda.editing.months import SetHeader, read_header
from agenda.editing.outcomes import EditRefused, EditSaved, Outcome
from agenda.editing.recording import Reason
from agenda.editing.workspace import Workspace
from agenda.source.writing.fields import NotWritable
from agenda.source.writing.updates import add_updates, read_updates

_DECLARED = ("tep", "tep_da_che", "nguon")
"""The keys of a document that no import reads from its words."""


def existing_files(workspace: Workspace, session: ImportSession) -> tuple[str, ...]:
    """Return the names of the files that are there with another text."""
    return tuple(
        draft.name
        for draft in session.drafts
        if (workspace.folder / draft.name).exists() and not _says(workspace, draft.name, draft.text)
    )


def _says(workspace: Workspace, name: str, text: str) -> bool:
    """Return whether a file has this text; one that is not UTF-8 has not."""
    try:
        return workspace.read(name) == text
    except UnicodeDecodeError:
        return False


def write_drafts(
    workspace: Workspace,
    session: ImportSession,
    document: Path,
    shown: Mapping[str, str],
    reason: Reason | None,
    *,
    keep_document: bool,
) -> Outcome:
    """Write the drafts of a session. Refuse while a card is open or a draft has an error.

    `shown` and `reason` are those of `Workspace.replace`. With `keep_document`, the document
    becomes the signed file of the first draft, unless it shows words that its month withholds.
    """
    if session.open_cards:
        count = len(session.open_cards)
        return refuse("", "open-cards", f"còn {count} chỗ cần xem", "trả lời từng chỗ")
    texts = {draft.name: _replacing(workspace, draft.name, draft.text) for draft in session.drafts}
    first = session.drafts[0].name
    copy = None
    if keep_document:
        copy = copy_document(workspace.folder, first, document.read_bytes(), session.suffix)
        if copy is None:
            return refuse(
                first,
                "file-exists",
                "thư mục tep đã có tệp cùng tên với nội dung khác",
                "bỏ đánh dấu giữ bản ký, hoặc đổi tên tệp đang có",
            )
        texts[first] = copy.named_in(texts[first])
    outcome: Outcome | None = None
    try:
        copies = copy.digests if copy else {}
        outcome = workspace.replace(f"Nhập {session.file_name}", texts, shown, reason, copies)
        # The check of a signed file reads the month from its file.
        saved = copy is not None and isinstance(outcome, EditSaved)
        if saved and (problems := find_shown_words(workspace, first)):
            workspace.undo()
            outcome = EditRefused(problems=problems)
    finally:
        if copy and not isinstance(outcome, EditSaved):
            copy.remove()
    return outcome


def _replacing(workspace: Workspace, name: str, text: str) -> str:
    """Return a draft with what the published file declares that it replaces."""
    if not workspace.published.has_document(name):
        return text
    with contextlib.suppress(FileNotFoundError, NotWritable, UnicodeDecodeError):
        return _with_declarations(text, workspace.read(name))
    return text


def _with_declarations(text: str, published: str) -> str:
    """Return the text of a draft with the updates, corrections and files of a published text.

    The page has shown them, and a publication that drops them is refused.
    """
    base, header = read_header(text), read_header(published)
    kept = {key: base.get(key) or header.get(key) for key in _DECLARED}
    text = SetHeader(base=base, values={**base, **kept}).apply(text)
    for correction in read_corrections(published):
        if correction not in read_corrections(text):
            text = SetCorrection(base=None, values=correction).apply(text)
    rows = read_updates(published)[len(read_updates(text)) :]
    return add_updates(text, rows) if rows else text
