"""The doubts of an import as cards, each answered once by a person."""

from dataclasses import dataclass
from enum import Enum

from agenda.importer.datamodel.document import BlockLocation

NOWHERE = BlockLocation()


class CardAnswer(Enum):
    """The way in which a person, or an edit elsewhere, closed a card."""

    CORRECT = "dung"
    FIXED = "sua"
    MISPRINT = "in-sai"
    ADDED = "danh-ba"
    WITHHELD = "che"
    RESOLVED = "het"
    """The check no longer reports it."""


class CardSource(Enum):
    """Where the doubt of a card comes from."""

    DIAGNOSTIC = "diagnostic"
    """The reading of the document."""
    PROBLEM = "problem"
    """The check of the draft file."""
    COMMENT = "comment"
    """A comment of the draft file that neither of the others explains."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One doubt about a draft.

    `draft` is the index of the draft file. `kind` and `value` identify a problem of the check,
    `is_error` one that prevents a build. `quoted` are the words of the document. `place` is in
    the document, `target` and `key` in the draft, as `FieldProblem` gives them.
    """

    number: int
    draft: int
    source: CardSource
    label: str
    kind: str
    value: str = ""
    is_error: bool = False
    message: str
    remedy: str = ""
    quoted: str = ""
    place: BlockLocation = NOWHERE
    target: str = ""
    key: str = ""
    answer: CardAnswer | None = None

    @property
    def is_open(self) -> bool:
        return self.answer is None
