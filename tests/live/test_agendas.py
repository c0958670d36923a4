"""The department's own agendas are valid, and what is made of them is complete.

Only this module reads the folder `agendas/`. All other tests have data of their own.
"""

import pytest

from agenda.cli import main
from agenda.history.identity import identify
from agenda.source.folder import load_agenda
from tests.conftest import SUBPATH, build_site
from tests.exports.agreement import Agreement
from tests.exports.facts import Published
from tests.project import REPOSITORY, Project
from tests.published.invariants import SiteInvariants
from tests.published.site import BuiltSite

AGENDAS = REPOSITORY / "agendas"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Copy the agendas: a test must not touch this clone's ledger and cache."""
    return Project.copy_to(tmp_path_factory.mktemp("live") / "lich", AGENDAS)


def test_the_strict_check_finds_no_fault(
    project: Project, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(project.folder)
    status = main(["check", "--strict"])
    assert status == 0, capfd.readouterr().out


@pytest.fixture(scope="module")
def site(project: Project) -> BuiltSite:
    return build_site(project, SUBPATH)


@pytest.fixture(scope="module")
def published() -> Published:
    reading = load_agenda(AGENDAS)
    assert not reading.failed, "\n".join(map(str, reading.problems))
    return Published(identify(reading.agenda).agenda, AGENDAS)


class TestSite(SiteInvariants):
    """The site, built strictly."""


class TestAgreement(Agreement):
    """Agreement of all formats on every item."""
