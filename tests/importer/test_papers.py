"""Test papers of many bodies and layouts: none has an error that no doubt announces."""

from collections import Counter
from pathlib import Path

import pytest

from agenda.importer.backends.docx.reader import read_word
from agenda.importer.datamodel.document import Document
from agenda.importer.datamodel.refusal import ImportRefused
from agenda.importer.extraction.pipeline import interpret_document
from agenda.importer.import_document import import_document
from tests.benchmarks.generated_sections import tables_in
from tests.importer.documents.batch import print_all
from tests.importer.draft_lines import doubt_kinds, draft_lines_by_month
from tests.importer.measure import PAGE
from tests.importer.measure_papers import COMMAND, FIGURES, row, score
from tests.importer.papers import BODIES, Paper, load_papers
from tests.machine import require_libreoffice

PAPERS = load_papers()
ONE_OF_EACH_BODY = {paper.body: paper for paper in PAPERS}


def in_word(paper: Paper, folder: Path) -> Document:
    return read_word(paper.build(folder / "a.docx").read_bytes())


@pytest.mark.parametrize("paper", PAPERS, ids=[paper.name for paper in PAPERS])
def test_a_paper_is_read_from_word(paper: Paper, tmp_path: Path) -> None:
    document = in_word(paper, tmp_path)
    if paper.refused:
        with pytest.raises(ImportRefused, match=paper.refused):
            interpret_document(document)
        return
    result = interpret_document(document)
    assert (draft_lines_by_month(result), doubt_kinds(result)) == (
        list(paper.items),
        list(paper.doubts),
    )


def test_the_papers_have_many_layouts() -> None:
    assert len({paper.layout for paper in PAPERS}) >= 20


@pytest.mark.office
def test_one_paper_of_each_body_is_read_from_pdf(tmp_path: Path) -> None:
    require_libreoffice()
    papers = list(ONE_OF_EACH_BODY.values())
    words = [paper.build(tmp_path / f"{paper.body}.docx") for paper in papers]
    for paper, printed in zip(papers, print_all(words), strict=True):
        assert draft_lines_by_month(import_document(printed)) == list(paper.items), paper.name


def test_the_page_has_the_figures_of_the_papers_in_word(tmp_path: Path) -> None:
    head, *rows = tables_in(PAGE.read_text("utf-8"), COMMAND)
    assert tuple(head[2:]) == FIGURES
    figures = {body: Counter[str]() for body in BODIES}
    for paper in PAPERS:
        figures[paper.body] += score(paper, in_word(paper, tmp_path)).figures
    expected = [row(title, "Word", figures[body]) for body, title in BODIES.items()]
    assert [tuple(each) for each in rows if each[1] == "Word"][:-1] == expected
