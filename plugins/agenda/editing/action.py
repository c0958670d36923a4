"""The interface of an edit, and the rule for what it may change."""

from dataclasses import dataclass
from typing import Protocol

from agenda.editing.outcomes import EditConflict


@dataclass(frozen=True, slots=True, kw_only=True)
class EditScope:
    """The parts of a file that an edit may change; everything else stays."""

    codes: frozenset[str] = frozenset()
    """The items, or the entries of the directory."""
    keys: frozenset[str] = frozenset()
    """The keys of the file or of its document."""
    labels: bool = False
    """The days and their labels."""
    adds: bool = False
    """One item or entry may be new."""


class Action(Protocol):
    """An edit of one file."""

    @property
    def label(self) -> str:
        """Return what the edit does, in Vietnamese."""
        ...

    @property
    def scope(self) -> EditScope: ...

    def conflict(self, text: str) -> EditConflict | None:
        """Return the conflict with the text of a file, if that changed under the edit."""
        ...

    def apply(self, text: str) -> str:
        """Return the new text of a file. Raise `NotWritable` or `ValueProblem`."""
        ...
