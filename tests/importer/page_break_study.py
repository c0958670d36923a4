"""Compare the import of PDF files whose pages cut rows with that of the same Word files.

`python -m tests.importer.page_break_study 0 50` prints the figures for the plain looks with these
seeds. `--further` uses looks with unusual settings. `--spaced` puts empty paragraphs into cells.
`--by chromium` prints with Chromium in place of LibreOffice.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from agenda.importer.datamodel.diagnostics import DiagnosticSeverity
from agenda.importer.datamodel.draft import Draft, ImportResult
from agenda.importer.import_document import import_document
from tests.importer.documents.batch import print_all
from tests.importer.documents.cut import write_cut
from tests.importer.documents.cut_looks import Look, further_looks, looks
from tests.importer.documents.empty_paragraphs import with_empty_paragraphs
from tests.importer.documents.producers.programs import PRODUCERS
from tests.importer.draft_lines import draft_lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The result for the PDF of a document; `wrong` are days that differ from the Word file.

    `silent` are wrong days without a doubt. The doubt about a day that the PDF does not name has to
    be at the day before.
    """

    look: Look
    days: int
    items: int
    pages: int
    doubts: int
    wrong: tuple[date, ...] = ()
    silent: tuple[date, ...] = ()


@dataclass(slots=True)
class Day:
    lines: list[str] = field(default_factory=list)
    doubts: int = 0


def print_looks(
    chosen: Sequence[Look], folder: Path, program: str = "libreoffice", *, spaced: bool = False
) -> list[tuple[Path, Path]]:
    """Write each paper as a Word file and as the PDF that a program prints of it."""
    words = [write_cut(look, folder / f"{number}.docx") for number, look in enumerate(chosen)]
    if spaced:
        words = [
            with_empty_paragraphs(word, word.with_suffix(".spaced.docx"), look.seed)
            for word, look in zip(words, chosen, strict=True)
        ]
    # LibreOffice prints many in little more time than one.
    pdfs = print_all(words) if program == "libreoffice" else map(PRODUCERS[program], words)
    return list(zip(words, pdfs, strict=True))


def outcome_of(look: Look, paper: tuple[Path, Path]) -> Outcome:
    word, printed = map(import_document, paper)
    meant, found = days_of(word), days_of(printed)
    wrong = [
        day
        for day in sorted(meant.keys() | found.keys())
        if meant.get(day, Day()).lines != found.get(day, Day()).lines
    ]
    return Outcome(
        look=look,
        days=len(meant),
        items=sum(len(draft.items) for draft in word.drafts),
        pages=max((diagnostic.place.page or 1 for diagnostic in printed.diagnostics), default=1),
        doubts=sum(
            diagnostic.severity is not DiagnosticSeverity.INFERENCE
            for diagnostic in printed.diagnostics
        ),
        wrong=tuple(wrong),
        silent=tuple(day for day in wrong if not doubts_at(day, found)),
    )


def doubts_at(day: date, found: Mapping[date, Day]) -> int:
    if day in found:
        return found[day].doubts
    before = max((each for each in found if each < day), default=None)
    return found[before].doubts if before is not None else 0


def days_of(result: ImportResult) -> dict[date, Day]:
    days: dict[date, Day] = {}
    for draft in result.drafts:
        for first, day in entries_of(draft):
            days.setdefault(first, Day()).lines += day.lines
            days[first].doubts += day.doubts
    return days


def entries_of(draft: Draft) -> Iterator[tuple[date, Day]]:
    for entry in draft.entries:
        diagnostics = [
            *entry.diagnostics,
            *(diagnostic for item in entry.items for diagnostic in item.diagnostics),
        ]
        doubts = sum(
            diagnostic.severity is not DiagnosticSeverity.INFERENCE for diagnostic in diagnostics
        )
        yield entry.first, Day(draft_lines(replace(draft, entries=(entry,))), doubts)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("first", type=int)
    parser.add_argument("end", type=int)
    parser.add_argument("--further", action="store_true")
    parser.add_argument("--spaced", action="store_true")
    parser.add_argument("--by", choices=PRODUCERS, default="libreoffice")
    given = parser.parse_args()
    seeds = range(given.first, given.end)
    chosen = list(further_looks(seeds) if given.further else looks(seeds))
    outcomes = list[Outcome]()
    with tempfile.TemporaryDirectory() as name:
        papers = print_looks(chosen, Path(name), given.by, spaced=given.spaced)
        for look, paper in zip(chosen, papers, strict=True):
            outcomes.append(outcome_of(look, paper))
            if outcomes[-1].wrong:
                sys.stdout.write(f"{outcomes[-1]}\n")
    sys.stdout.write(
        f"{len(outcomes)} papers, {sum(each.pages for each in outcomes)} pages, "
        f"{sum(each.items for each in outcomes)} items, "
        f"{sum(each.days for each in outcomes)} days: "
        f"{sum(len(each.wrong) for each in outcomes)} days differ, "
        f"{sum(len(each.silent) for each in outcomes)} of them without a doubt; "
        f"{sum(each.doubts for each in outcomes)} doubts\n"
    )


if __name__ == "__main__":
    main()
