"""The guide on importing and the page of import figures show real output."""

import re
import shutil
from pathlib import Path

import pytest

from agenda.cli import main
from agenda.source.folder import load_agenda
from tests.benchmarks.generated_sections import tables_in
from tests.importer.documents.official import write_official
from tests.importer.documents.printed import as_printed
from tests.importer.measure import COMMAND, FIGURES, PAGE, measure_documents, row
from tests.project import MAY_2021, REPOSITORY

GUIDE = REPOSITORY / "docs/huong-dan/nhap-van-ban.md"
NAME = "chuong-trinh-thang-5.docx"


def printed_paper(path: Path) -> Path:
    """Write the real document of May 2021, with the words that were corrected later."""
    (month,) = load_agenda(MAY_2021).agenda.months
    write_official(as_printed(month.current), path)
    return path


def test_the_guide_shows_a_real_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "agendas").mkdir()
    shutil.copy(MAY_2021 / "danh-ba.yml", tmp_path / "agendas")
    monkeypatch.chdir(tmp_path)
    printed_paper(tmp_path / NAME)
    assert main(["import", NAME]) == 0
    (shown,) = re.findall(
        r"^```text\n(.*?)^```", GUIDE.read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    assert shown == capfd.readouterr().out


def test_the_printed_paper_differs_from_the_site_only_by_declared_corrections(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    path = printed_paper(tmp_path / NAME)
    shutil.copytree(MAY_2021, tmp_path / "agendas")
    monkeypatch.chdir(tmp_path)
    assert main(["compare", str(path), "2021-05"]) == 0
    (*corrected, outcome) = capfd.readouterr().out.splitlines()
    assert len(corrected) == 10
    assert "như nhau; 10 chỗ đã hiệu đính, 0 chỗ" in outcome


def test_the_page_has_the_figures_that_are_measured_of_word_files() -> None:
    """Other tests compare the PDF of each document, which takes a minute to print and to read."""
    rows = [
        tuple(each) for each in tables_in(PAGE.read_text("utf-8"), COMMAND) if each[1] == "Word"
    ]
    assert rows == [row(*each) for each in measure_documents(as_pdf=False)], "run: make measure"


def test_the_guide_tells_the_total_of_the_figures() -> None:
    head, *rows, total = tables_in(PAGE.read_text("utf-8"), COMMAND)
    assert tuple(head[2:]) == FIGURES
    documents = sum(row[1] == "Word" for row in rows)
    figures = dict(zip(head, total, strict=True))
    items, right = (figures[name].replace(",", ".") for name in ("items", "all parts"))
    sentence = (
        f"Thử với {documents} văn bản, mỗi văn bản dưới dạng Word và dạng PDF, cộng {items} việc: "
        f"{right} việc được đọc đúng"
    )
    assert sentence in GUIDE.read_text("utf-8")
