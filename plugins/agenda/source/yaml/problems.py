"""Collect the problems of a file, each with its position."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Protocol

from agenda.model import Location, Problem, Severity

MAX_MESSAGE_LENGTH = 300
"""The longest message, in characters. Quoted text may be as long as the file."""

_WHITESPACE = re.compile("[\t\n\v\f\r\x85\u2028\u2029]+")


class TextMark(Protocol):
    """A position from the YAML parser, with line and column from 0."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """A position in a file, from 1, and the path of the field at that position."""

    line: int = 1
    column: int = 1
    path: tuple[str, ...] = ()

    @classmethod
    def at(cls, mark: TextMark | None, path: tuple[str, ...] = ()) -> "Position":
        if mark is None:
            return cls(path=path)
        return cls(line=mark.line + 1, column=mark.column + 1, path=path)

    @classmethod
    def after(cls, text: str) -> "Position":
        """Return the position after `text`, the beginning of a file."""
        lines = split_lines(text)
        return cls(line=len(lines), column=len(lines[-1]) + 1)


class ProblemCollector:
    """A collector of the problems of one file. `file` is its path for display."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def error(
        self, kind: str, position: Position, message: str, remedy: str, value: str = ""
    ) -> None:
        self._add(Severity.ERROR, kind, position, message, remedy, value)

    def warning(
        self, kind: str, position: Position, message: str, remedy: str, value: str = ""
    ) -> None:
        self._add(Severity.WARNING, kind, position, message, remedy, value)

    @property
    def failed(self) -> bool:
        return any(problem.severity is Severity.ERROR for problem in self.problems)

    def _add(
        self,
        severity: Severity,
        kind: str,
        position: Position,
        message: str,
        remedy: str,
        value: str,
    ) -> None:
        self.problems.append(
            Problem(
                location=Location(file=self.file, line=position.line, column=position.column),
                severity=severity,
                kind=kind,
                field=single_line(" › ".join(position.path)),
                value=value,
                message=single_line(message),
                remedy=single_line(remedy),
            )
        )


def split_lines(text: str) -> list[str]:
    """Split a file into lines at the line breaks of YAML 1.1. Return at least one line."""
    return re.split("\r\n|[\n\r\x85\u2028\u2029]", text)


def single_line(text: str) -> str:
    """Return a text in one line for a message, in NFC and shortened to the longest message."""
    line = unicodedata.normalize("NFC", _WHITESPACE.sub(" ", text))
    return line if len(line) <= MAX_MESSAGE_LENGTH else line[: MAX_MESSAGE_LENGTH - 1] + "…"
