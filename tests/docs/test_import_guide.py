"""The guide on importing shows the real output."""

import re
import shutil
from pathlib import Path

import pytest

from agenda.cli import main
from agenda.source.folder import load_agenda
from tests.importer.documents.official import write_official
from tests.importer.documents.printed import as_printed
from tests.importer.measure import BEGIN, END, GUIDE, table
from tests.machine import require_libreoffice
from tests.project import MAY_2021

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


@pytest.mark.office
def test_the_figures_in_the_guide_are_what_is_measured() -> None:
    require_libreoffice()
    shown = GUIDE.read_text("utf-8").partition(BEGIN)[2].partition(END)[0].strip()
    assert shown == table()
