"""Fixtures of the document of May 2021, as Word and as printed by LibreOffice."""

from pathlib import Path

import pytest

from agenda.source.folder import load_agenda
from tests.importer.documents.libreoffice import convert
from tests.importer.documents.official import write_official
from tests.project import MAY_2021


@pytest.fixture(scope="session")
def official_word(tmp_path_factory: pytest.TempPathFactory) -> Path:
    (month,) = load_agenda(MAY_2021).agenda.months
    path = tmp_path_factory.mktemp("official") / "2021-05.docx"
    write_official(month.current, path)
    return path


@pytest.fixture(scope="session")
def official_pdf(official_word: Path) -> Path:
    return convert(official_word, "pdf")
