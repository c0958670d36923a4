"""Synthetic years as a built site, with a month of what is hard to search for."""

import shutil
from pathlib import Path

import pytest

from tests.project import Project
from tests.published.site import BuiltSite
from tests.synthetic import write_years

HARD = Path(__file__).with_name("search") / "2026-01.yml"
LAST_YEAR, YEARS = 2025, 20


def build_years(folder: Path, url: str, years: int = YEARS) -> BuiltSite:
    """Build a project of so many generated years in `folder`."""
    project = Project.copy_to(folder, agendas=None)
    agendas = project.folder / "agendas"
    write_years(agendas, LAST_YEAR - years + 1, years)
    shutil.copy(HARD, agendas)
    run = project.build(SITE_URL=url)
    if run.code:
        pytest.fail(f"mkdocs build of {years} years failed:\n{run.output[-4000:]}", pytrace=False)
    return BuiltSite(folder=project.site, url=url)
