"""What is wrong with a file: errors as data, turned into text only at the edges."""

from dataclasses import dataclass
from enum import IntEnum


class Severity(IntEnum):
    """How much a problem matters, worst first."""

    ERROR = 0
    """The build stops."""
    WARNING = 1
    """The build stops only under `--strict`."""
    NOTE = 2
    """A doubt that a person has seen and declared under `hieu_dinh`; never stops anything."""

    @property
    def label(self) -> str:
        return ("lỗi", "cảnh báo", "còn ngờ, đã ghi nhận")[self]


PRIVACY_KINDS = frozenset({"private-detail", "restored-words", "original-uncovered"})
"""Kinds of problems that keep a site from being published, but not from being looked at."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Location:
    """Where something stands; line and column count from 1, columns in characters."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One finding, in Vietnamese, for the person who keeps the file.

    `kind` is a stable English code for programs. `field` is the path of the field in the words
    of the paper ("Ngày 4 › Sáng › việc 2 › Giờ"), `value` the text found there; both may be
    empty. `message` says what is wrong, `remedy` what to write instead.
    """

    place: Location
    severity: Severity
    kind: str
    field: str
    value: str
    message: str
    remedy: str

    @property
    def previewable(self) -> bool:
        """Whether a preview goes on in spite of it."""
        return self.kind in PRIVACY_KINDS

    @property
    def sort_key(self) -> tuple[str, int, int, int, str]:
        place = self.place
        return (place.file, place.line, place.column, self.severity, self.message)

    def __str__(self) -> str:
        """One line for a terminal: `file:line:column: severity: field: message; remedy`."""
        where = f"{self.field}: " if self.field else ""
        return f"{self.place}: {self.severity.label}: {where}{self.message}; {self.remedy}"
