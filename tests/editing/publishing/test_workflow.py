"""Where a workflow on GitHub deploys each push, the publication waits for it."""

import subprocess
import threading
import time
from pathlib import Path

import pytest

from agenda.editing.publishing.progress import Step, StepState
from agenda.editing.publishing.publish import publish as publish_here
from tests.editing.publishing.conftest import JUNE, live_source, remote_main
from tests.generators.deployment import BRANCH, Deployment, run
from tests.project import GENERATOR, REPOSITORY

URL = "https://github.com/so-khcn/lich.git"

pytestmark = pytest.mark.build


def on_github(office: Deployment) -> None:
    """Let the remote be one on GitHub with the workflow of this project."""
    path = office.folder / ".github/workflows/site.yml"
    path.parent.mkdir(parents=True)
    path.write_bytes((REPOSITORY / ".github/workflows/site.yml").read_bytes())
    office.git("remote", "set-url", "origin", URL)
    office.git("config", f"url.{office.remote}.insteadOf", URL)
    office.commit("Đăng tự động")
    office.git("push", "--quiet", "origin", "main")


def run_workflow(office: Deployment, until: str) -> None:
    """Deploy each commit that is pushed, as the workflow does."""
    runner = office.folder.parent / "runner"
    old = remote_main(office)
    while (new := remote_main(office)) == old:
        time.sleep(0.2)
    subprocess.run(["git", "clone", "--quiet", str(office.remote), str(runner)], check=True)
    for name, value in (("name", "actions"), ("email", "actions@example.invalid")):
        subprocess.run(["git", "-C", str(runner), "config", f"user.{name}", value], check=True)
    assert Path(runner, until).is_file()
    done = run([*GENERATOR, "gh-deploy", "--strict"], runner)
    assert done.code == 0, done.said
    assert new == remote_main(office)


def test_the_publication_waits_for_the_workflow_and_does_not_deploy(office: Deployment) -> None:
    on_github(office)
    office.write("2021-06.yml", JUNE)
    runner = threading.Thread(target=run_workflow, args=(office, "agendas/2021-06.yml"))
    runner.start()
    *reports, last = publish_here(office.folder)
    runner.join()
    assert (last.step, last.state) == (Step.WAIT, StepState.DONE), last
    deployed = next(
        each for each in reports if (each.step, each.state) == (Step.DEPLOY, StepState.DONE)
    )
    assert deployed.message == ".github/workflows/site.yml đã đăng."
    assert live_source(office) == office.git("rev-parse", "HEAD") == remote_main(office)
    assert (
        office.git("--git-dir", str(office.remote), "log", "-1", "--format=%cn", BRANCH)
        == "actions"
    )


def test_a_workflow_that_does_not_deploy_is_told_with_the_place_to_look(
    office: Deployment,
) -> None:
    on_github(office)
    office.write("2021-06.yml", JUNE)
    live = office.live()
    *_, last = publish_here(office.folder, patience=1)
    assert (last.step, last.state) == (Step.DEPLOY, StepState.STOPPED)
    assert "Mở mục Actions" in last.obstacles[0].message
    assert office.live() == live
    assert remote_main(office) == office.git("rev-parse", "HEAD")
