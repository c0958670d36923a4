"""Write the drafts of an import as files of months."""

from pathlib import Path

from agenda.editing.checks.errors import blocking_errors, refuse
from agenda.editing.checks.locating import locate_problems
from agenda.editing.drafts.session import ImportSession
from agenda.editing.drafts.signed_copy import copy_document, find_shown_words, with_signed_file
from agenda.editing.outcomes import EditRefused, EditSaved, FieldProblem, Outcome
from agenda.editing.workspace import Workspace
from agenda.source.file_names import display_path


def existing_files(workspace: Workspace, session: ImportSession) -> tuple[str, ...]:
    """Return the names of the files that are there with another text."""
    return tuple(
        draft.name
        for draft in session.drafts
        if (workspace.folder / draft.name).exists() and workspace.read(draft.name) != draft.text
    )


def write_drafts(
    workspace: Workspace, session: ImportSession, document: Path, *, keep_document: bool
) -> Outcome:
    """Write the drafts of a session. Refuse while a card is open or a draft has an error.

    With `keep_document`, the document becomes the signed file of the first draft, unless it shows
    words that its month withholds.
    """
    if session.open_cards:
        count = len(session.open_cards)
        return refuse("", "open-cards", f"còn {count} chỗ cần xem", "trả lời từng chỗ")
    texts = {draft.name: draft.text for draft in session.drafts}
    first = session.drafts[0].name
    copied = None
    if keep_document:
        copied = copy_document(workspace.folder, first, document.read_bytes(), session.suffix)
        if copied is None:
            return refuse(
                first,
                "file-exists",
                "thư mục tep đã có tệp cùng tên với nội dung khác",
                "bỏ đánh dấu giữ bản ký, hoặc đổi tên tệp đang có",
            )
        texts[first] = with_signed_file(texts[first], copied)
    problems = _errors(workspace, texts)
    if not problems:
        workspace.write(f"Nhập {session.file_name}", texts)
        problems = find_shown_words(workspace, first) if copied else ()
        if problems:
            workspace.undo()
    if problems:
        if copied is not None:
            copied.unlink()
        return EditRefused(problems=problems)
    for name in texts:
        workspace.open(name)
    return EditSaved(changed=True)


def _errors(workspace: Workspace, texts: dict[str, str]) -> tuple[FieldProblem, ...]:
    reading = workspace.load(texts)
    found: list[FieldProblem] = []
    for name, text in texts.items():
        file = display_path(workspace.folder / name)
        own = (each for each in reading.problems if each.location.file == file)
        found += locate_problems(name, text, blocking_errors(own))
    return tuple(found)
