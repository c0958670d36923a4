"""Test a month from Word and from the PDF files of every producer."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from agenda.importer.datamodel.document import Table
from agenda.importer.import_document import import_document
from agenda.importer.loading.reader import read_document
from agenda.importer.output.yaml_text import write_draft
from agenda.model import Revision
from agenda.source.folder import load_agenda
from tests.importer.documents.empty_paragraphs import with_empty_paragraphs
from tests.importer.documents.official import write_official
from tests.importer.documents.producers.programs import PRODUCERS
from tests.project import MAY_2021

CELLS = ("as signed", "an empty paragraph behind each", "some empty paragraphs")
"""Ways in which typists use the paragraphs of cells."""
PROGRAMS = pytest.mark.parametrize("print_paper", PRODUCERS.values(), ids=PRODUCERS)


def signed() -> Revision:
    (month,) = load_agenda(MAY_2021).agenda.months
    return month.current


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("papers")
    word = folder / "signed.docx"
    write_official(signed(), word)
    written = (
        word,
        with_empty_paragraphs(word, folder / "each.docx"),
        with_empty_paragraphs(word, folder / "some.docx", seed=1),
    )
    return dict(zip(CELLS, written, strict=True))


@pytest.mark.parametrize("paper", CELLS)
def test_a_word_document_gives_its_month(
    paper: str, papers: dict[str, Path], tmp_path: Path
) -> None:
    assert_signed(imported(papers[paper], tmp_path))


@PROGRAMS
@pytest.mark.parametrize("paper", CELLS)
def test_a_pdf_file_gives_its_month_for_every_producer(
    print_paper: Callable[[Path], Path],
    paper: str,
    papers: dict[str, Path],
    tmp_path: Path,
) -> None:
    assert_signed(imported(print_paper(papers[paper]), tmp_path))


@PROGRAMS
def test_a_blank_on_an_empty_line_of_a_cell_changes_no_word(
    print_paper: Callable[[Path], Path], tmp_path: Path
) -> None:
    document = docx.Document()
    document.add_paragraph("Chương trình công tác tháng 5 năm 2021 của Sở")
    table = document.add_table(1, 2, style="Table Grid")
    table.cell(0, 0).text = "\n".join(("Văn phòng", "", "Ban Soạn thảo", "", "", "Phòng TT-TK", ""))
    table.cell(0, 1).text = "Đ/c Văn GĐ"
    word = tmp_path / "o.docx"
    document.save(str(word))
    (cell, _) = (
        next(block for block in read_document(print_paper(word)).blocks if isinstance(block, Table))
        .rows[0]
        .cells
    )
    assert cell.text == "Văn phòng\nBan Soạn thảo\nPhòng TT-TK"


def assert_signed(read: Revision) -> None:
    """Compare all that a paper says with the month that it was written from."""
    meant = signed()
    assert list(read.items) == [replace(item, code="") for item in meant.items]
    assert [(entry.first, entry.last, entry.label) for entry in read.entries] == [
        (entry.first, entry.last, entry.label) for entry in meant.entries
    ]
    assert (read.month, read.number) == (meant.month, meant.number)
    assert (read.focus, read.caveat) == (meant.focus, meant.caveat)
    assert read.recipients == meant.recipients
    # The paper does not say where it was found.
    assert read.document == replace(meant.document, origin=None)


def imported(path: Path, folder: Path) -> Revision:
    """Return the month of a file as it is read once it has been written."""
    (draft,) = import_document(path).drafts
    shutil.copy(MAY_2021 / "danh-ba.yml", folder)
    (folder / "2021-05.yml").write_text(write_draft(draft), encoding="utf-8")
    (month,) = load_agenda(folder).agenda.months
    return month.current
