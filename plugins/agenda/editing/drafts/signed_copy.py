"""Keep an imported document as the signed file of its month."""

from pathlib import Path

from agenda.build.checks.signed_files import check_original
from agenda.cache.store import NullCache
from agenda.editing.drafts.draft_file import find_revision
from agenda.editing.months import SetHeader, read_header
from agenda.editing.outcomes import FieldProblem
from agenda.editing.workspace import Workspace
from agenda.source.file_names import display_path
from agenda.source.writing.files import replace_file

_KEY = "tep"


def copy_document(folder: Path, name: str, content: bytes, suffix: str) -> Path | None:
    """Copy a document beside the agendas under the name of its month. Return its path.

    Return None if a file of that name is there.
    """
    path = folder / _KEY / f"{name.removesuffix('.yml')}{suffix}"
    if path.exists():
        return None
    path.parent.mkdir(exist_ok=True)
    replace_file(path, content)
    return path


def with_signed_file(text: str, path: Path) -> str:
    """Return the text of a month that names its signed file."""
    base = read_header(text)
    return SetHeader(base=base, values={**base, _KEY: f"{_KEY}/{path.name}"}).apply(text)


def find_shown_words(workspace: Workspace, name: str) -> tuple[FieldProblem, ...]:
    """Return the problems of a signed file that may show what its month withholds."""
    agenda = workspace.load().agenda
    revision = find_revision(agenda, display_path(workspace.folder / name))
    if revision is None:
        return ()
    months = (month for month in agenda.months if month.month == revision.month)
    others = [each for month in months for each in month.revisions if each is not revision]
    shown = check_original(workspace.folder, revision, others, NullCache())
    return tuple(FieldProblem(problem=each, key=_KEY) for each in shown)
