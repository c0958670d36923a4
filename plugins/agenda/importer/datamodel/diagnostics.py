"""What an importer inferred, doubts or left out, with where it stands in the document."""

from dataclasses import dataclass, field
from enum import IntEnum

from agenda.importer.datamodel.document import BlockLocation


class DiagnosticSeverity(IntEnum):
    """How much a remark asks of a person, the most first."""

    LEFT_OUT = 0
    """Words of the document that are nowhere in the draft."""
    DOUBT = 1
    """What may be read otherwise: it stands in the draft with a comment at its line."""
    INFERENCE = 2
    """What the paper does not say in so many words, but is hardly to be read otherwise."""

    @property
    def label(self) -> str:
        return ("không đưa vào", "cần xem", "đã suy ra")[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One of them: `seen` is the document's text, `message` says in Vietnamese what was done.

    `kind` is a stable English code for programs. What was seen may be private: a file that is
    published takes the message alone, never the text.
    """

    weight: DiagnosticSeverity
    kind: str
    place: BlockLocation
    seen: str
    message: str

    def __str__(self) -> str:
        where = f"{self.place}: " if str(self.place) else ""
        quoted = f' – trong văn bản: "{_short(self.seen)}"' if self.seen else ""
        return f"{where}{self.message}{quoted}"


@dataclass(slots=True)
class Diagnostics:
    """Gathers the remarks on a document, and the words that were understood without being kept."""

    all: list[Diagnostic] = field(default_factory=list)
    understood: list[str] = field(default_factory=list)

    def doubt(self, kind: str, place: BlockLocation, message: str, seen: str = "") -> Diagnostic:
        return self._add(DiagnosticSeverity.DOUBT, kind, place, message, seen)

    def infer(self, kind: str, place: BlockLocation, message: str, seen: str = "") -> Diagnostic:
        return self._add(DiagnosticSeverity.INFERENCE, kind, place, message, seen)

    def leave_out(self, kind: str, place: BlockLocation, message: str, seen: str) -> Diagnostic:
        return self._add(DiagnosticSeverity.LEFT_OUT, kind, place, message, seen)

    def understand(self, text: str) -> None:
        """Note words that say what a field says: a label, a day, a time, a number of a row."""
        self.understood.append(text)

    def _add(
        self, weight: DiagnosticSeverity, kind: str, place: BlockLocation, message: str, seen: str
    ) -> Diagnostic:
        diagnostic = Diagnostic(weight=weight, kind=kind, place=place, seen=seen, message=message)
        self.all.append(diagnostic)
        return diagnostic


def _short(text: str, longest: int = 120) -> str:
    line = " / ".join(part for part in map(str.strip, text.splitlines()) if part)
    return line if len(line) <= longest else line[: longest - 1] + "…"
