"""A draft as short lines that a case can list."""

from collections.abc import Iterator

from agenda.importer.datamodel.diagnostics import DiagnosticSeverity
from agenda.importer.datamodel.draft import Draft, DraftHalfDay, DraftItem, ImportResult
from agenda.importer.output.yaml_text import time_written
from agenda.model import Status
from agenda.source.writing.schedule.rows import format_span


def draft_lines(draft: Draft) -> list[str]:
    """Return a line for each label, each empty half-day and each item."""
    return list(_lines(draft))


def doubt_kinds(result: ImportResult) -> list[str]:
    return [
        diagnostic.kind
        for diagnostic in result.diagnostics
        if diagnostic.severity is not DiagnosticSeverity.INFERENCE
    ]


def _lines(draft: Draft) -> Iterator[str]:
    for entry in draft.entries:
        days = format_span(entry.first, entry.last, draft.month)
        if entry.label or not entry.halves:
            yield f"{days}: {entry.label or '(trống)'}"
        for half in entry.halves:
            yield from (f"{days} {line}" for line in _half(half))


def _half(half: DraftHalfDay) -> Iterator[str]:
    if not half.items:
        yield f"{half.half_day.value}: (trống)"
    for item in half.items:
        yield f"{half.half_day.value}: {' | '.join(_parts(item))}"


def _parts(item: DraftItem) -> Iterator[str]:
    yield item.text
    if item.start:
        yield time_written(item.start, item.end)
    for name, text in (
        ("tại", item.venue),
        ("chuẩn bị", " + ".join(item.preparers)),
        ("lãnh đạo", " + ".join(item.leaders)),
        ("thành phần", item.participants),
        ("ghi chú", item.note),
    ):
        if text:
            yield f"{name} {text}"
    if item.status is not Status.PLANNED:
        yield item.status.value
    if item.moved_to:
        half_day = item.moved_to.half_day
        yield f"{item.moved_to.day} {half_day.value if half_day else ''}".strip()
