"""Keep an imported document as the signed file of its month."""

import contextlib
from dataclasses import dataclass
from pathlib import Path

from agenda.build.checks.signed_files import check_original
from agenda.cache.store import NullCache
from agenda.editing.drafts.draft_file import find_revision
from agenda.editing.journal import Digests, content_digest
from agenda.editing.months import SetHeader, read_header
from agenda.editing.outcomes import FieldProblem
from agenda.editing.workspace import Workspace
from agenda.source.file_names import display_path
from agenda.source.writing.files import replace_file, retry_while_open

_KEY = "tep"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedCopy:
    """A document in the folder of signed files; a new one was put there by this import."""

    path: Path
    digest: str
    is_new: bool

    @property
    def name(self) -> str:
        """The path in the folder of agendas."""
        return f"{_KEY}/{self.path.name}"

    @property
    def digests(self) -> Digests:
        """The digest by the name, for the journal."""
        return {self.name: self.digest} if self.is_new else {}

    def named_in(self, text: str) -> str:
        """Return the text of a month that names the file."""
        base = read_header(text)
        return SetHeader(base=base, values={**base, _KEY: self.name}).apply(text)

    def remove(self) -> None:
        """Remove the file, unless it was there before."""
        if self.is_new:
            retry_while_open(lambda: self.path.unlink(missing_ok=True))
            with contextlib.suppress(OSError):  # the folder has other files
                self.path.parent.rmdir()


def copy_document(folder: Path, name: str, content: bytes, suffix: str) -> SignedCopy | None:
    """Copy a document beside the agendas under the name of its month.

    Return None if a file of that name has another content.
    """
    path = folder / _KEY / f"{name.removesuffix('.yml')}{suffix}"
    digest = content_digest(content)
    if path.exists():
        same = content_digest(path.read_bytes()) == digest
        return SignedCopy(path=path, digest=digest, is_new=False) if same else None
    path.parent.mkdir(exist_ok=True)
    replace_file(path, content)
    return SignedCopy(path=path, digest=digest, is_new=True)


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
