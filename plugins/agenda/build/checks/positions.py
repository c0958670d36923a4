"""Find the position of a text in the file of a revision, for problems found after reading."""

from dataclasses import dataclass
from pathlib import Path

from agenda.model import Revision
from agenda.source.privacy import PUBLIC_WORDS_KEY
from agenda.source.writing.codes import read_record
from agenda.source.yaml.problems import ProblemCollector
from agenda.source.yaml.records import Record, Scalar, scalars_in


@dataclass(frozen=True, slots=True, kw_only=True)
class FilePositions:
    """The file of a revision, read again as keys and texts with positions.

    `record` is None if an edit since the first reading made the file invalid.
    """

    collector: ProblemCollector
    record: Record | None

    @classmethod
    def read(cls, folder: Path, revision: Revision) -> "FilePositions":
        content = (folder / revision.file).read_bytes()
        return cls(
            collector=ProblemCollector(revision.source),
            record=read_record(content.decode("utf-8-sig", errors="replace")),
        )

    @property
    def public_words(self) -> tuple[Scalar, ...]:
        return self.record.scalars(PUBLIC_WORDS_KEY) if self.record else ()

    @property
    def original(self) -> Scalar | None:
        paper = self.record.record("van_ban") if self.record else None
        return paper.scalar("tep") if paper else None

    def find(self, text: str) -> Scalar | None:
        """Return the value that equals `text`, or else one that contains it."""
        values = tuple(scalars_in(self.record)) if self.record else ()
        whole = (scalar for scalar in values if scalar.text == text)
        return next(whole, next((scalar for scalar in values if text in scalar.text), None))
