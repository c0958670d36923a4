"""Where problems of one file gather, with the spot in the file that each belongs to."""

from dataclasses import dataclass
from typing import Protocol

from agenda.model import Place, Problem, Severity


class Mark(Protocol):
    """What a YAML parser says of a position: line and column from 0."""

    line: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A position in a file, from 1, and the path of the field that stands there."""

    line: int = 1
    column: int = 1
    path: tuple[str, ...] = ()

    @classmethod
    def at(cls, mark: Mark, path: tuple[str, ...] = ()) -> "Spot":
        return cls(line=mark.line + 1, column=mark.column + 1, path=path)

    @classmethod
    def at_offset(cls, text: str, offset: int) -> "Spot":
        start = text.rfind("\n", 0, offset) + 1
        return cls(line=text.count("\n", 0, offset) + 1, column=offset - start + 1)


class Findings:
    """Collects the problems of one file; `file` is its path as shown to people."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def error(self, kind: str, spot: Spot, message: str, remedy: str, value: str = "") -> None:
        self._add(Severity.ERROR, kind, spot, message, remedy, value)

    def warning(self, kind: str, spot: Spot, message: str, remedy: str, value: str = "") -> None:
        self._add(Severity.WARNING, kind, spot, message, remedy, value)

    def note(self, kind: str, spot: Spot, message: str, remedy: str, value: str = "") -> None:
        self._add(Severity.NOTE, kind, spot, message, remedy, value)

    @property
    def failed(self) -> bool:
        return any(problem.severity is Severity.ERROR for problem in self.problems)

    def _add(
        self, severity: Severity, kind: str, spot: Spot, message: str, remedy: str, value: str
    ) -> None:
        self.problems.append(
            Problem(
                place=Place(file=self.file, line=spot.line, column=spot.column),
                severity=severity,
                kind=kind,
                field=" › ".join(spot.path),
                value=value,
                message=message,
                remedy=remedy,
            )
        )
