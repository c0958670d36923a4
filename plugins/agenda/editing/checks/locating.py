"""Find the item and the field that a problem belongs to."""

from collections.abc import Iterable, Iterator

from agenda.editing.outcomes import FieldProblem
from agenda.model import Problem
from agenda.source.directory import SECTIONS, read_directory_record
from agenda.source.file_names import DIRECTORY
from agenda.source.months import half_days
from agenda.source.writing.codes import read_leniently
from agenda.source.writing.fields import NotWritable, key_positions
from agenda.source.writing.schedule.items import month_of
from agenda.source.writing.schedule.rows import days_of
from agenda.source.yaml.problems import ProblemCollector
from agenda.source.yaml.records import Record

Place = tuple[int, int, str, str, bool]
"""Line and column, from 1, with the target and the key there, and whether the key is missing."""

_MISSING = "missing"
"""The kind of the problem of a required key that a mapping lacks."""


def locate_problems(name: str, text: str, problems: Iterable[Problem]) -> tuple[FieldProblem, ...]:
    """Return problems of a file with the places that they belong to."""
    places = sorted(_places(name, text), key=lambda place: place[:2])
    return tuple(
        _locate(each, [place for place in places if place[4] == (each.kind == _MISSING)])
        for each in problems
    )


def _locate(problem: Problem, places: list[Place]) -> FieldProblem:
    position = (problem.location.line, problem.location.column)
    before = [each for each in places if each[:2] <= position]
    if not before:
        return FieldProblem(problem=problem)
    _, _, target, key, _ = before[-1]
    return FieldProblem(problem=problem, target=target, key=key)


def _places(name: str, text: str) -> Iterator[Place]:
    if name == DIRECTORY:
        directory = read_directory_record(text, ProblemCollector(""))
        for key in SECTIONS if directory else ():
            for entry in directory.records(key) if directory else ():
                yield from _keys(entry, entry.text("ma") or "")
        return
    month = read_leniently(text)
    if month is None:
        return
    yield from _keys(month, None)
    if (document := month.record("van_ban")) is not None:
        yield from _keys(document, None)
    try:
        of = month_of(month)
    except NotWritable:
        return
    for row in month.records("lich"):
        span = days_of(row, of)
        yield from _keys(row, f"ngay-{span[0].day:02}" if span else "")
        for _, items in half_days(row):
            for item in items:
                code = item.text("ma")
                yield from _keys(item, f"cv-{code}" if code else "")


def _keys(record: Record, target: str | None) -> Iterator[Place]:
    """Yield a mapping, the keys that it lacks and those that it has.

    Without a target, each key is a target itself.
    """
    start = record.position
    if target is not None:
        yield start.line, start.column, target, "", False
    for known in record.form.fields:
        if known.required and known.key not in record.values:
            yield start.line, start.column, target or known.key, known.key, True
    for position, key in key_positions(record):
        yield position.line, position.column, target or key, key, False
