"""The results of saving an edit."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from agenda.build.edited_months import Edit
from agenda.model import PlainValue, Problem

Values: TypeAlias = Mapping[str, PlainValue]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldProblem:
    """A problem with the place that it belongs to.

    `target` is an item (`cv-x2bx`), a day (`ngay-04`), an entry of the directory by its code, or
    a key of the file. `key` is the key of a field there. Both may be empty.
    """

    problem: Problem
    target: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditSaved:
    """An edit that is in the file. `problems` are the remaining ones of the file."""

    changed: bool
    problems: tuple[FieldProblem, ...] = ()
    new_codes: tuple[str, ...] = ()
    """The codes of added items or directory entries."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditRefused:
    """An edit that would bring errors into the files. Nothing was written."""

    problems: tuple[FieldProblem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EditConflict:
    """An edit of something that changed since the form was shown. Nothing was written.

    `base` is what the form showed, `ours` what it should become, and `theirs` what the file says
    now; None where the place is not there.
    """

    target: str
    base: Values | None
    ours: Values | None
    theirs: Values | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonNeeded:
    """An edit of published places, which needs a reason. Nothing was written."""

    edits: tuple[Edit, ...]


Outcome: TypeAlias = EditSaved | EditRefused | EditConflict | ReasonNeeded
