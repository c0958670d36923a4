"""Problems of source files, as values."""

from dataclasses import dataclass
from enum import IntEnum


class Severity(IntEnum):
    """The severity of a problem, worst first."""

    ERROR = 0
    """The build stops."""
    WARNING = 1
    """The build stops only under `--strict`."""
    NOTE = 2
    """A doubt that a person has acknowledged under `hieu_dinh`. The build never stops."""

    @property
    def label(self) -> str:
        return ("lỗi", "cảnh báo", "còn ngờ, đã ghi nhận")[self]


PRIVACY_KINDS = frozenset({"private-detail", "restored-words", "original-uncovered"})
"""Kinds of problems that prevent publication, but not a preview."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Location:
    """A position in a file. Lines and columns count from 1, columns in characters."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A problem of a source file, described in Vietnamese.

    `kind` is a stable English code for programs. `field` is the path of the field in the words
    of the document ("Ngày 4 › Sáng › việc 2 › Giờ"), and `value` its text; both may be empty.
    `message` describes the problem, and `remedy` what to write instead.
    """

    location: Location
    severity: Severity
    kind: str
    field: str
    value: str
    message: str
    remedy: str

    @property
    def previewable(self) -> bool:
        """True if a preview is possible despite the problem."""
        return self.kind in PRIVACY_KINDS

    @property
    def sort_key(self) -> tuple[str, int, int, int, str]:
        location = self.location
        return (location.file, location.line, location.column, self.severity, self.message)

    def __str__(self) -> str:
        """Return one line: `file:line:column: severity: field: message; remedy`."""
        where = f"{self.field}: " if self.field else ""
        return f"{self.location}: {self.severity.label}: {where}{self.message}; {self.remedy}"
