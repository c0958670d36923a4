"""Tell the errors that an edit brings from those that the files had before."""

from collections import Counter
from collections.abc import Iterable

from agenda.editing.outcomes import EditRefused, FieldProblem
from agenda.model import Location, Problem, Severity
from agenda.source.folder import LoadedAgenda

BY_HAND = "sửa chỗ này trong tệp bằng trình soạn thảo"

_KEYS = {
    "amended-day": "ngay",
    "bad-day": "ngay",
    "day-outside": "ngay",
    "range-backwards": "ngay",
    "range-too-long": "ngay",
    "bad-half-day": "buoi",
    "missing": "noi_dung",
}
"""The fields of the values that an edit needs before it can write anything."""


def blocking_errors(problems: Iterable[Problem]) -> list[Problem]:
    """Return the errors that prevent even a preview."""
    return [each for each in problems if each.severity is Severity.ERROR and not each.previewable]


def new_errors(reading: LoadedAgenda, before: LoadedAgenda) -> tuple[Problem, ...]:
    """Return the errors that an edit brings; lines and numbers of items may have changed.

    A character that nobody sees counts too: no form shows what has to be corrected.
    """
    known = Counter(map(_identity, _refused(before.problems)))
    new = []
    for each in _refused(reading.problems):
        key = _identity(each)
        if known[key]:
            known[key] -= 1
        else:
            new.append(each)
    return tuple(new)


def _refused(problems: Iterable[Problem]) -> list[Problem]:
    hidden = (each for each in problems if each.kind == "invisible-character")
    return [*blocking_errors(problems), *hidden]


def refuse(file: str, kind: str, message: str, remedy: str = BY_HAND) -> EditRefused:
    """Return the refusal of an edit for a reason that the check of the files does not know."""
    problem = Problem(
        location=Location(file=file, line=1, column=1),
        severity=Severity.ERROR,
        kind=kind,
        field="",
        value="",
        message=message,
        remedy=remedy,
    )
    return EditRefused(problems=(FieldProblem(problem=problem, key=_KEYS.get(kind, "")),))


def _identity(problem: Problem) -> tuple[str, str, str]:
    return problem.location.file, problem.kind, problem.value
