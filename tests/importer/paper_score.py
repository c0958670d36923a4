"""Count what an import gets right of a paper, and which errors it does not announce."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from agenda.importer.datamodel.diagnostics import Diagnostic, DiagnosticSeverity
from agenda.importer.datamodel.draft import ImportResult
from agenda.importer.extraction.coverage import missing_words
from agenda.vietnam.text import matching_key
from tests.importer.draft_lines import draft_line_groups

FIELDS = ("day", "half-day", "times", "tại", "chuẩn bị", "lãnh đạo", "thành phần", "ghi chú")
ROW_DOUBTS = ("alignment",)
"""The kinds of doubts that stand at the first item of a row, and are about all of them."""

_TIMES = re.compile(r"\d\d:\d\d(?:-\d\d:\d\d)?")
_LABEL = re.compile(r"(tại|chuẩn bị|lãnh đạo|thành phần|ghi chú) ")


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperLine:
    """A line of `draft_lines`, split into its fields; a `doubted` one shows a comment."""

    text: str
    fields: dict[str, str]
    doubted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperScore:
    """The figures of one paper, and a sentence for each error."""

    figures: Counter[str]
    errors: tuple[str, ...]


def score_paper(expected: Sequence[str], result: ImportResult) -> PaperScore:
    """Compare a result with the expected lines.

    An error is silent if neither its item nor its day has a doubt, and no diagnostic quotes it.
    """
    left = list(_found_lines(result))
    figures, errors = Counter(items=len(expected)), list[str]()

    def count_error(message: str, *, announced: bool) -> None:
        figures["announced" if announced else "silent"] += 1
        errors.append(f"{'announced' if announced else 'SILENT'}: {message}")

    for line in map(_split_line, expected):
        figures["fields"] += len(FIELDS)
        alike = [each for each in left if _key(each.text) == _key(line.text)]
        if not alike:
            count_error(f"missing {line.text}", announced=_is_quoted(line.text, result))
            continue
        best = max(alike, key=lambda each: _right_fields(line, each))
        left.remove(best)
        figures["found"] += 1
        figures["fields right"] += _right_fields(line, best)
        figures["items right"] += _right_fields(line, best) == len(FIELDS)
        figures["doubted"] += best.doubted
        for field in FIELDS:
            if not _is_right(field, line, best):
                message = f"{line.text}: {field} {best.fields.get(field)!r}"
                message += f", not {line.fields.get(field)!r}"
                announced = best.doubted or _names_odd_column(best, result)
                count_error(message, announced=announced)
    for extra in left:
        figures["extra"] += 1
        announced = extra.doubted or _names_odd_column(extra, result)
        count_error(f"extra {extra.text} {extra.fields}", announced=announced)
    figures["doubts"] += sum(map(_is_doubt, result.diagnostics))
    return PaperScore(figures=figures, errors=tuple(errors))


def _found_lines(result: ImportResult) -> Iterator[PaperLine]:
    for draft in result.drafts:
        month = f"{draft.month} " if len(result.drafts) > 1 else ""
        groups = list(draft_line_groups(draft))
        for line, diagnostics in groups:
            days = line.partition(" ")[0]
            of_row = (
                diagnostic
                for other, others in groups
                for diagnostic in others
                if other.partition(" ")[0] == days and diagnostic.kind in ROW_DOUBTS
            )
            doubted = any(map(_is_doubt, (*diagnostics, *of_row)))
            yield _split_line(f"{month}{line}", doubted=doubted)


def _split_line(line: str, *, doubted: bool = False) -> PaperLine:
    head, _, rest = line.partition(": ")
    text, *parts = rest.split(" | ")
    day, _, half_day = head.rpartition(" ")
    fields = {"day": day, "half-day": half_day} if day else {"day": head}
    for part in parts:
        if _TIMES.fullmatch(part):
            fields["times"] = part
        elif label := _LABEL.match(part):
            fields[label[1]] = part[label.end() :]
        else:
            fields["ghi chú"] = f"{fields.get('ghi chú', '')} {part}"
    return PaperLine(text=text, fields=fields, doubted=doubted)


def _right_fields(expected: PaperLine, found: PaperLine) -> int:
    return sum(_is_right(field, expected, found) for field in FIELDS)


def _is_right(field: str, expected: PaperLine, found: PaperLine) -> bool:
    one, other = expected.fields.get(field, ""), found.fields.get(field, "")
    return _key(one) == _key(other)


def _key(text: str) -> str:
    return matching_key(text).rstrip(" .;,")


def _names_odd_column(found: PaperLine, result: ImportResult) -> bool:
    """Return whether there is a doubt about all columns, or about one that the note names."""
    doubts = [each for each in result.diagnostics if _is_doubt(each)]
    odd = (each.message for each in doubts if each.kind == "column")
    heads = {head for message in odd for head in re.findall(r'cột "([^"]+)"', message)}
    return any(each.kind == "columns" for each in doubts) or any(
        f"{head}:" in found.fields.get("ghi chú", "") for head in heads
    )


def _is_quoted(text: str, result: ImportResult) -> bool:
    quotes = [each.source_text for each in result.diagnostics if _is_doubt(each)]
    return any(not missing_words(text, [quote]) for quote in quotes)


def _is_doubt(diagnostic: Diagnostic) -> bool:
    return diagnostic.severity is not DiagnosticSeverity.INFERENCE
