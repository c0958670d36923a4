"""Measure what importing gets right of the papers; `make measure` shows it."""

import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from agenda.importer.datamodel.document import Document
from agenda.importer.datamodel.refusal import ImportRefused
from agenda.importer.extraction.pipeline import interpret_document
from agenda.importer.loading.reader import read_document
from tests.benchmarks.generated_sections import number, table
from tests.importer.documents.batch import print_all
from tests.importer.paper_score import FIELDS, PaperScore, score_paper
from tests.importer.papers import BODIES, Paper, load_papers

COMMAND = "make measure: papers"
FIGURES = (
    *("papers", "refused", "items", "found", "extra", "items right"),
    *("fields", "fields right", "announced", "silent", "doubts"),
)


def score(paper: Paper, document: Document) -> PaperScore:
    """Import a document of a paper and compare it; a refused paper has no items."""
    try:
        result = interpret_document(document)
    except ImportRefused as refusal:
        fields = len(paper.items) * len(FIELDS)
        figures = Counter(papers=1, refused=1, items=len(paper.items), fields=fields)
        errors = () if paper.refused else (f"refused: {refusal}",)
        return PaperScore(figures=figures, errors=errors)
    scored = score_paper(paper.items, result)
    return PaperScore(figures=scored.figures + Counter(papers=1), errors=scored.errors)


def papers_table() -> str:
    """Return the figures of the papers of each body in Markdown, and their sum."""
    papers = load_papers()
    with tempfile.TemporaryDirectory() as name:
        words = [paper.build(Path(name) / f"{index}.docx") for index, paper in enumerate(papers)]
        files = {"Word": words, "PDF": print_all(words)}
        rows = {
            kind: dict(_figures(papers, map(read_document, paths))) for kind, paths in files.items()
        }
    body_rows = [
        row(title if kind == "Word" else "", kind, rows[kind][body])
        for body, title in BODIES.items()
        for kind in rows
    ]
    totals = [
        row("**All**" if kind == "Word" else "", kind, sum(figures.values(), Counter[str]()))
        for kind, figures in rows.items()
    ]
    return table([("bodies", "format", *FIGURES), *body_rows, *totals])


def _figures(
    papers: Sequence[Paper], documents: Iterable[Document]
) -> Iterator[tuple[str, Counter[str]]]:
    by_body = {body: Counter[str]() for body in BODIES}
    for paper, document in zip(papers, documents, strict=True):
        by_body[paper.body] += score(paper, document).figures
    yield from by_body.items()


def row(title: str, kind: str, figures: Mapping[str, int]) -> tuple[str, ...]:
    return (title, kind, *(number(figures[name]) for name in FIGURES))
