"""A clone is told truly why it lacks the sources of the live site, with a remedy that works."""

import shlex
from pathlib import Path

import pytest

from tests.generators.conftest import MAY, amend
from tests.generators.deployment import Deployment, run
from tests.generators.test_ledger_check import clone, stopped


def deploy_well(deployment: Deployment) -> str:
    done = deployment.mkdocs("gh-deploy", "--strict")
    assert done.code == 0, done.said
    return done.said


def rewrite(deployment: Deployment) -> None:
    """Replace the newest commit of the sources at the remote."""
    deployment.git("commit", "--quiet", "--amend", "--allow-empty", "--message", "Ghi lại")
    deployment.git("push", "--quiet", "--force", "origin", "main")


def test_a_source_commit_that_no_branch_has_any_more_locks_nobody_out(
    published: Deployment, tmp_path: Path
) -> None:
    amend(published)
    assert published.deploy().code == 0
    rewrite(published)
    fresh = clone(published, tmp_path / "fresh")
    assert "không còn trên nhánh nào của kho origin" in deploy_well(fresh)
    assert "không còn trên nhánh nào" not in deploy_well(published)


def test_the_ledger_still_guards_a_site_whose_source_commit_is_gone(
    published: Deployment, tmp_path: Path
) -> None:
    amend(published)
    assert published.deploy().code == 0
    published.git("rm", "--quiet", "agendas/2021-05.dc1.yml")
    rewrite(published)
    assert "/2021/05/ban-goc/" in stopped(clone(published, tmp_path / "fresh"))


def test_the_branch_that_has_the_sources_is_the_one_to_pull(
    published: Deployment, tmp_path: Path
) -> None:
    stale = clone(published, tmp_path / "stale")
    published.git("switch", "--quiet", "--create", "dieu-chinh")
    amend(published)
    assert published.deploy().code == 0
    stale.commit("Việc riêng")
    said = stopped(stale)
    for line in said.splitlines():
        if line.startswith("  git "):
            assert line.endswith(" origin dieu-chinh")
            stale.git(*shlex.split(line)[1:])
    done = stale.deploy("--strict")
    assert done.code == 0, done.said


@pytest.mark.parametrize("pulls", [False, True])
def test_a_clone_of_the_former_history_is_to_be_cloned_again(
    pulls: bool, published: Deployment, tmp_path: Path
) -> None:
    old = clone(published, tmp_path / "old")
    published.write("2021-05.yml", MAY.replace("Họp giao ban", '"Họp [không công bố]"'))
    published.git("add", "--all")
    rewrite(published)
    deploy_well(published)
    if pulls:
        merge = ("pull", "--quiet", "--no-rebase", "--no-edit", "-X", "theirs", "origin", "main")
        assert run(["git", *merge, "--allow-unrelated-histories"], old.folder).code == 0
    done = old.mkdocs("gh-deploy")
    assert done.code != 0
    assert "git pull --" not in done.said
    (command,) = [line for line in done.said.splitlines() if line.startswith("  git ")]
    target = tmp_path / "again"
    assert run([*shlex.split(command), str(target)], tmp_path).code == 0
    deploy_well(Deployment(folder=target, remote=published.remote))


def test_a_shallow_clone_gets_the_missing_history(published: Deployment, tmp_path: Path) -> None:
    published.commit("Ghi chú")
    published.git("push", "--quiet", "origin", "main")
    shallow = clone(published, tmp_path / "shallow", "--depth=1")
    said = stopped(shallow)
    (command,) = [line for line in said.splitlines() if line.startswith("  git ")]
    shallow.git(*shlex.split(command)[1:])
    deploy_well(shallow)
