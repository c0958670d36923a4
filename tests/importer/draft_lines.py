"""A draft as short lines that a case can list."""

from collections.abc import Iterator

from agenda.importer.datamodel.diagnostics import Diagnostic, DiagnosticSeverity
from agenda.importer.datamodel.draft import Draft, DraftItem, ImportResult
from agenda.importer.output.yaml_text import time_written
from agenda.model import Status
from agenda.source.writing.schedule.rows import format_span


def draft_lines(draft: Draft) -> list[str]:
    """Return a line for each label, each empty half-day and each item."""
    return [line for line, _ in draft_line_groups(draft)]


def draft_lines_by_month(result: ImportResult) -> list[str]:
    """Return the lines of all drafts; those of several months begin with their month."""
    if len(result.drafts) == 1:
        return draft_lines(result.drafts[0])
    return [f"{draft.month} {line}" for draft in result.drafts for line in draft_lines(draft)]


def draft_line_groups(draft: Draft) -> Iterator[tuple[str, tuple[Diagnostic, ...]]]:
    """Yield each of these lines with the diagnostics of its day and its item."""
    for entry in draft.entries:
        days = format_span(entry.first, entry.last, draft.month)
        if entry.label or not entry.halves:
            yield f"{days}: {entry.label or '(trống)'}", entry.diagnostics
        for half in entry.halves:
            if not half.items:
                yield f"{days} {half.half_day.value}: (trống)", entry.diagnostics
            for item in half.items:
                line = f"{days} {half.half_day.value}: {' | '.join(_parts(item))}"
                yield line, (*entry.diagnostics, *item.diagnostics)


def doubt_kinds(result: ImportResult) -> list[str]:
    return [
        diagnostic.kind
        for diagnostic in result.diagnostics
        if diagnostic.severity is not DiagnosticSeverity.INFERENCE
    ]


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
