"""Turn the smaller parts of a revision into plain values, and back."""

from collections.abc import Iterable, Sequence
from datetime import date, time
from typing import Any

from agenda.model import HalfDay, PlainValue, Problem, Severity, SignedDocument, Slot
from agenda.model.problem import Location


def read_values(rows: Iterable[Sequence[Any]]) -> tuple[tuple[str, PlainValue], ...]:
    """Return the pairs of key and value of an update."""
    return tuple((key, tuple(value) if isinstance(value, list) else value) for key, value in rows)


def read_document(
    issued: str,
    number: str | None,
    place: str | None,
    signer: str | None,
    signer_title: str | None,
    file: str | None,
    origin: str | None,
    confirmed_redactions: int | None,
) -> SignedDocument:
    """Return a signed document."""
    return SignedDocument(
        issued=date.fromisoformat(issued),
        number=number,
        place=place,
        signer=signer,
        signer_title=signer_title,
        file=file,
        origin=origin,
        confirmed_redactions=confirmed_redactions,
    )


def write_slot(slot: Slot) -> list[Any]:
    """Return a slot as plain values."""
    return [
        slot.day.isoformat(),
        slot.half_day and slot.half_day.value,
        slot.last and slot.last.isoformat(),
        slot.start and slot.start.isoformat(),
        slot.end and slot.end.isoformat(),
    ]


def read_slot(
    day: str, half_day: str | None, last: str | None, start: str | None, end: str | None
) -> Slot:
    """Return a slot."""
    return Slot(
        day=date.fromisoformat(day),
        half_day=HalfDay(half_day) if half_day else None,
        last=date.fromisoformat(last) if last else None,
        start=time.fromisoformat(start) if start else None,
        end=time.fromisoformat(end) if end else None,
    )


def write_problem(problem: Problem) -> list[Any]:
    """Return a problem as plain values."""
    location = problem.location
    return [
        [location.file, location.line, location.column],
        problem.severity.value,
        problem.kind,
        problem.field,
        problem.value,
        problem.message,
        problem.remedy,
    ]


def read_problem(
    location: tuple[str, int, int],
    severity: int,
    kind: str,
    field: str,
    value: str,
    message: str,
    remedy: str,
) -> Problem:
    """Return a problem."""
    file, line, column = location
    return Problem(
        location=Location(file=file, line=line, column=column),
        severity=Severity(severity),
        kind=kind,
        field=field,
        value=value,
        message=message,
        remedy=remedy,
    )
