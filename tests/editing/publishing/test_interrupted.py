"""A publication that is killed leaves the old site or the new one; the next one finishes."""

import os
import signal
import subprocess
import sys
import time

import pytest

from agenda.editing.publishing.progress import Step
from tests.editing.publishing.conftest import JUNE, assert_published, command, publish
from tests.generators.deployment import Deployment

pytestmark = [
    pytest.mark.long,
    pytest.mark.build,
    pytest.mark.skipif(sys.platform == "win32", reason="kills process groups"),
]

MOMENTS = [
    *((step, 0.0, True) for step in Step),
    (Step.COMMIT, 0.02, True),
    (Step.DEPLOY, 2.0, True),
    (Step.DEPLOY, 1.0, False),
]
"""A step, the seconds after its begin, and whether the children are killed as well."""


def kill_at(process: "subprocess.Popen[str]", step: Step, seconds: float, *, whole: bool) -> str:
    """Kill the command some time after a step began, or it with its children."""
    assert process.stdout is not None
    shown = ""
    for line in process.stdout:
        shown += line
        if step.value in line:
            break
    time.sleep(seconds)
    if whole:
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.stdout.close()
    process.wait()
    return shown


@pytest.mark.parametrize(("step", "seconds", "whole"), MOMENTS, ids=str)
def test_a_publication_killed_at_any_step_is_finished_by_the_next(
    office: Deployment, step: Step, seconds: float, *, whole: bool
) -> None:
    office.write("2021-06.yml", JUNE)
    old = office.files()
    shown = kill_at(command(office), step, seconds, whole=whole)
    assert step.value in shown
    between = office.files()
    assert between == old or "2021/06/index.html" in between
    assert "noi_dung: Họp giao ban" in office.read("2021-06.yml")
    again = publish(office)
    assert again.returncode == 0, again.stdout
    assert_published(office)
    assert "2021/06/index.html" in office.files()
    assert office.files() >= old


def test_locks_of_killed_git_commands_are_removed_after_a_kill(office: Deployment) -> None:
    office.write("2021-06.yml", JUNE)
    kill_at(command(office), Step.FETCH, 0, whole=True)
    for name in ("index", "HEAD", "refs/heads/main", "refs/remotes/origin/main"):
        (office.folder / f".git/{name}.lock").touch()
    again = publish(office)
    assert again.returncode == 0, again.stdout
    assert_published(office)
