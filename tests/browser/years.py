"""Twenty synthetic years as a built site, with a month of what is hard to search for."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from agenda.model import Agenda
from agenda.source.folder import load_agenda
from tests.published.site import BuiltSite
from tests.synthetic import write_years

REPOSITORY = Path(__file__).parents[2]
HARD = Path(__file__).with_name("search") / "2026-01.yml"
FIRST_YEAR, YEARS = 2006, 20

CONFIGURATION = """\
INHERIT: {repository}/mkdocs.yml
site_url: {url}
docs_dir: {repository}/docs
theme:
  custom_dir: {repository}/overrides
plugins:
  - agenda:
      agency: Sở Khoa học và Công nghệ Hà Tĩnh
      agendas: {agendas}
"""


def build_years(folder: Path, url: str, years: int = YEARS) -> tuple[BuiltSite, Agenda]:
    """The site of so many years up to 2025, and what it was made from."""
    agendas = folder / "agendas"
    write_years(agendas, FIRST_YEAR + YEARS - years, years)
    shutil.copy(HARD, agendas)
    configuration = folder / "mkdocs.yml"
    configuration.write_text(
        CONFIGURATION.format(repository=REPOSITORY.as_posix(), url=url, agendas=agendas.as_posix()),
        encoding="utf-8",
    )
    site = folder / "site"
    command = [sys.executable, "-m", "mkdocs", "build", "-f", str(configuration), "-d", str(site)]
    run = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
    )
    if run.returncode:
        pytest.fail(f"mkdocs build of {years} years failed:\n{run.stdout[-4000:]}", pytrace=False)
    return BuiltSite(folder=site, url=url), load_agenda(agendas).agenda
