"""Fixtures of an empty folder `agendas/` and of the command that runs beside it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from agenda.cli import main


@dataclass(frozen=True, kw_only=True)
class Run:
    """The exit status and the output of a command."""

    status: int
    out: str
    err: str


Agenda = Callable[..., Run]


@pytest.fixture
def agendas(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make an empty folder `agendas/` in the working directory."""
    folder = tmp_path / "agendas"
    folder.mkdir()
    monkeypatch.chdir(tmp_path)
    return folder


@pytest.fixture
def agenda(capfd: pytest.CaptureFixture[str]) -> Agenda:
    def run(*arguments: str) -> Run:
        capfd.readouterr()
        status = main(list(arguments))
        printed = capfd.readouterr()
        return Run(status=status, out=printed.out, err=printed.err)

    return run
