"""Diagnostics of an import: inferences, doubts and omissions, each with its location."""

from dataclasses import dataclass, field
from enum import IntEnum

from agenda.importer.datamodel.document import BlockLocation


class DiagnosticSeverity(IntEnum):
    """The urgency of a diagnostic; lower values are more urgent."""

    LEFT_OUT = 0
    """The draft lacks these words of the document."""
    DOUBT = 1
    """Another reading is possible; the draft has a comment at the line."""
    INFERENCE = 2
    """The document implies the value and leaves hardly another reading."""

    @property
    def label(self) -> str:
        """Return the Vietnamese name of the severity."""
        return ("không đưa vào", "cần xem", "đã suy ra")[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One diagnostic: `source_text` quotes the document, `message` explains in Vietnamese.

    `kind` is a stable English code for programs. `source_text` may be private: a published file
    may contain the message, never the quoted text.
    """

    severity: DiagnosticSeverity
    kind: str
    place: BlockLocation
    source_text: str
    message: str

    def __str__(self) -> str:
        """Return location, message and a shortened quotation on one line."""
        location = f"{self.place}: " if str(self.place) else ""
        quoted = f' – trong văn bản: "{_shorten(self.source_text)}"' if self.source_text else ""
        return f"{location}{self.message}{quoted}"


@dataclass(slots=True)
class Diagnostics:
    """The diagnostics of a document, and the words that an import consumed without storing."""

    all: list[Diagnostic] = field(default_factory=list)
    consumed: list[str] = field(default_factory=list)

    def doubt(
        self, kind: str, place: BlockLocation, message: str, source_text: str = ""
    ) -> Diagnostic:
        """Add and return a doubt."""
        return self._add(DiagnosticSeverity.DOUBT, kind, place, message, source_text)

    def infer(
        self, kind: str, place: BlockLocation, message: str, source_text: str = ""
    ) -> Diagnostic:
        """Add and return an inference."""
        return self._add(DiagnosticSeverity.INFERENCE, kind, place, message, source_text)

    def leave_out(
        self, kind: str, place: BlockLocation, message: str, source_text: str
    ) -> Diagnostic:
        """Add and return a diagnostic for words that the draft lacks."""
        return self._add(DiagnosticSeverity.LEFT_OUT, kind, place, message, source_text)

    def consume(self, text: str) -> None:
        """Record words that a field expresses by its value: a label, a day, a row number."""
        self.consumed.append(text)

    def _add(
        self,
        severity: DiagnosticSeverity,
        kind: str,
        place: BlockLocation,
        message: str,
        source_text: str,
    ) -> Diagnostic:
        diagnostic = Diagnostic(
            severity=severity, kind=kind, place=place, source_text=source_text, message=message
        )
        self.all.append(diagnostic)
        return diagnostic


def _shorten(text: str, max_length: int = 120) -> str:
    """Return the text on one line of at most `max_length` characters."""
    line = " / ".join(part for part in map(str.strip, text.splitlines()) if part)
    return line if len(line) <= max_length else line[: max_length - 1] + "…"
