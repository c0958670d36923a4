"""The workflows keep what publishing depends on, and give no more rights than a job needs."""

import re
from pathlib import Path

import pytest
import yaml

from tests.ci.workflows import WORKFLOWS, commands, jobs, publishing_job


def test_publishing_depends_on_the_agendas_and_on_no_test_of_the_code() -> None:
    publish = publishing_job()
    assert "needs" not in publish
    assert commands(publish) == ["make install", ".venv/bin/agenda check --strict", ".ci/publish"]


def test_one_run_publishes_at_a_time_and_none_is_cut_off() -> None:
    publish = publishing_job()
    assert publish["concurrency"] == {"group": "publish", "cancel-in-progress": False}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_pinned_to_a_commit_and_names_its_version(path: Path) -> None:
    used = re.findall(r"uses: (.*)", path.read_text(encoding="utf-8"))
    assert used
    pinned = re.compile(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
    assert [action for action in used if not pinned.fullmatch(action)] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_only_publishing_may_write_to_the_repository(path: Path) -> None:
    assert yaml.safe_load(path.read_text(encoding="utf-8"))["permissions"] == {}
    for name, job in jobs(path).items():
        wanted = "write" if name == "publish" else "read"
        assert job["permissions"] == {"contents": wanted}, name


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_no_command_has_words_of_an_event_in_it(path: Path) -> None:
    for job in jobs(path).values():
        assert [command for command in commands(job) if "${{" in command] == []
