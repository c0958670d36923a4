"""Whole documents of different layouts are imported correctly from Word and PDF.

`cases/documents` describes them; `cases/expected` has the expected file of each.
"""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from agenda.importer.import_document import import_document
from agenda.importer.output.yaml_text import write_draft
from agenda.source.folder import load_agenda
from tests.importer.documents.batch import print_all
from tests.importer.documents.docx_builder import build_docx
from tests.importer.documents.libreoffice import convert
from tests.importer.documents.official import write_official
from tests.importer.draft_lines import draft_lines
from tests.machine import require_libreoffice
from tests.project import MAY_2021

CASES = Path(__file__).parent / "cases"
NAMES = sorted(path.stem for path in (CASES / "documents").glob("*.yml"))


def document(name: str, folder: Path) -> Path:
    description = yaml.safe_load((CASES / f"documents/{name}.yml").read_text(encoding="utf-8"))
    return build_docx(description, folder / f"{name}.docx")


def test_every_document_has_its_month() -> None:
    assert sorted(path.stem for path in (CASES / "expected").glob("*.yml")) == NAMES
    assert len(NAMES) >= 6


@pytest.mark.parametrize("name", NAMES)
def test_a_word_document_gives_the_file_of_its_month(name: str, tmp_path: Path) -> None:
    (draft,) = import_document(document(name, tmp_path)).drafts
    assert write_draft(draft) == (CASES / f"expected/{name}.yml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return every document as PDF, by name."""
    require_libreoffice()
    folder = tmp_path_factory.mktemp("printed")
    words = [document(name, folder) for name in NAMES]
    return dict(zip(NAMES, print_all(words), strict=True))


@pytest.mark.office
@pytest.mark.parametrize("name", NAMES)
def test_the_pdf_of_a_document_gives_the_same_items(name: str, printed: dict[str, Path]) -> None:
    (expected,) = import_document(printed[name].with_suffix(".docx")).drafts
    (draft,) = import_document(printed[name]).drafts
    assert draft_lines(draft) == draft_lines(expected)


@pytest.mark.parametrize("kind", ["docx", "pdf"])
@pytest.mark.office
def test_the_real_month_is_read_from_its_document(kind: str, tmp_path: Path) -> None:
    (month,) = load_agenda(MAY_2021).agenda.months
    word = tmp_path / "2021-05.docx"
    write_official(month.current, word)
    path = word if kind == "docx" else convert(word, kind)
    (draft,) = import_document(path).drafts
    folder = tmp_path / "agendas"
    folder.mkdir()
    shutil.copy(MAY_2021 / "danh-ba.yml", folder)
    (folder / "2021-05.yml").write_text(write_draft(draft), encoding="utf-8")
    (read,) = load_agenda(folder).agenda.months
    uncoded = [replace(item, code="") for item in month.items]
    assert list(read.items) == uncoded
    assert read.current.focus == month.current.focus
    assert read.current.caveat == month.current.caveat
    assert read.current.recipients == month.current.recipients
    assert [(e.first, e.last, e.label) for e in read.current.entries] == [
        (e.first, e.last, e.label) for e in month.current.entries
    ]
