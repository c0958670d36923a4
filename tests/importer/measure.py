"""`make measure`: measure what importing gets right, for `docs/phat-trien/import-figures.md`.

Each document is built as Word and printed as PDF, imported, and compared with a file of the month
that a person has checked.
"""

import re
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import zip_longest
from pathlib import Path

import yaml

from agenda.importer.datamodel.diagnostics import DiagnosticSeverity
from agenda.importer.import_document import import_document
from agenda.importer.output.yaml_text import write_draft
from agenda.model import HalfDay, Item, Mention, Revision
from agenda.source.folder import load_agenda
from agenda.vietnam.text import matching_key
from tests.benchmarks.generated_sections import PAGES, number, table, write_section
from tests.importer import measure_papers
from tests.importer.documents.batch import print_all
from tests.importer.documents.cut import write_cut
from tests.importer.documents.cut_looks import SHOWN
from tests.importer.documents.docx_builder import build_docx
from tests.importer.documents.official import write_official
from tests.project import MAY_2021

COMMAND = "make measure"
PAGE = PAGES / "import-figures.md"
CASES = Path(__file__).parent / "cases"
TIMES = 17


def names(mentions: Sequence[Mention]) -> str:
    return matching_key("; ".join(mention.text for mention in mentions))


PARTS: Mapping[str, Callable[[Item], object]] = {
    "date": lambda item: (item.first, item.last),
    "half-day": lambda item: item.half_day,
    "times": lambda item: (item.start, item.end),
    "units": lambda item: names(item.preparers),
    "leaders": lambda item: names(item.leaders),
    "other parts": lambda item: (
        *(item.venue, item.participants, item.note),
        *(item.status, item.moved_to),
    ),
}
FIGURES = ("items", "found", "extra", *PARTS, "all parts", "doubts")


def documents() -> Iterator[tuple[str, Callable[[Path], object], str]]:
    """Yield the title of each document, a function that builds it, and the expected file."""
    official = (MAY_2021 / "2021-05.yml").read_text("utf-8")
    (month,) = load_agenda(MAY_2021).agenda.months

    yield (
        "May 2021 of the department (real document, rebuilt in official form)",
        partial(write_official, month.current),
        official,
    )
    yield (
        f"May 2021, each item repeated {TIMES} times, rows cut by pages",
        partial(write_official, repeated(month.current)),
        official_repeated(official),
    )
    for title, look in SHOWN.items():
        yield title, partial(write_cut, look), (CASES / f"cut/{look.rows}.yml").read_text("utf-8")
    for path in sorted((CASES / "documents").glob("*.yml")):
        text = path.read_text("utf-8")
        title = text.split("\n", 1)[0].removeprefix("# ")
        description = yaml.safe_load(text)
        expected = (CASES / f"expected/{path.stem}.yml").read_text("utf-8")
        yield title, partial(build_docx, description), expected


def repeated(revision: Revision) -> Revision:
    """Return a revision with each item `TIMES` times, so that hardly a row fits on a page."""
    entries = (
        replace(entry, items=tuple(item for item in entry.items for _ in range(TIMES)))
        for entry in revision.entries
    )
    return replace(revision, entries=tuple(entries))


def official_repeated(text: str) -> str:
    """Repeat the items of a month's file in the same way."""
    month = yaml.safe_load(text)
    for entry in month["lich"]:
        for half in HalfDay:
            if items := entry.get(half.value):
                entry[half.value] = [
                    {key: value for key, value in item.items() if key != "ma"}
                    for item in items
                    for _ in range(TIMES)
                ]
    return yaml.safe_dump(month, allow_unicode=True, sort_keys=False)


def measure(path: Path, expected: str) -> Counter[str]:
    """Import a document and count what is right in it."""
    result = import_document(path)
    found = [item for draft in result.drafts for item in items_of(write_draft(draft))]
    wanted = items_of(expected)
    pairs = pair(wanted, found)
    severities = [diagnostic.severity for diagnostic in result.diagnostics]
    figures = Counter(
        {
            "items": len(wanted),
            "found": len(pairs),
            "extra": len(found) - len(pairs),
            "doubts": len(severities) - severities.count(DiagnosticSeverity.INFERENCE),
        }
    )
    for one, other in pairs:
        right = [name for name, part in PARTS.items() if part(one) == part(other)]
        figures.update(right)
        figures["all parts"] += len(right) == len(PARTS)
    return figures


def items_of(text: str) -> list[Item]:
    """Return the items of a month's file, read without a directory."""
    month = re.search(r"^thang: (\S+)", text, re.MULTILINE)
    assert month is not None
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / f"{month[1]}.yml").write_text(text, encoding="utf-8")
        return list(load_agenda(Path(name)).agenda.items)


def pair(wanted: Iterable[Item], found: Sequence[Item]) -> list[tuple[Item, Item]]:
    """Pair items of the same words; of several, prefer the same day and half-day."""
    left = list(found)
    pairs = []
    for item in wanted:
        alike = [each for each in left if matching_key(each.text) == matching_key(item.text)]
        if alike:
            best = max(
                alike, key=lambda each: (each.first == item.first, each.half_day is item.half_day)
            )
            left.remove(best)
            pairs.append((item, best))
    return pairs


def measure_documents(*, as_pdf: bool) -> Iterator[tuple[str, str, Counter[str]]]:
    """Yield the title, the format and the figures of every document as Word, or also as PDF."""
    with tempfile.TemporaryDirectory() as name:
        built = []
        for index, (title, build_at, expected) in enumerate(documents()):
            path = Path(name) / f"{index}.docx"
            build_at(path)
            built.append((title, path, expected))
        pdfs = print_all([path for _, path, _ in built]) if as_pdf else ()
        for (title, word, expected), pdf in zip_longest(built, pdfs):
            yield title, "Word", measure(word, expected)
            if pdf is not None:
                yield title, "PDF", measure(pdf, expected)


def figures_table() -> str:
    """Return the figures of every document in Markdown, and their sum."""
    measured = list(measure_documents(as_pdf=True))
    total = sum((figures for _, _, figures in measured), Counter())
    rows = [row(*each) for each in measured]
    return table([("document", "format", *FIGURES), *rows, row("**All**", "", total)])


def row(title: str, kind: str, figures: Mapping[str, int]) -> tuple[str, ...]:
    return ("" if kind == "PDF" else title, kind, *(number(figures[name]) for name in FIGURES))


if __name__ == "__main__":
    sections = {COMMAND: figures_table(), measure_papers.COMMAND: measure_papers.papers_table()}
    for command, text in sections.items():
        write_section(PAGE, command, text)
        sys.stdout.write(text)
