"""A real `git pull` under an open form loses neither what was pulled nor what was typed."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.editor.conftest import Office, words
from tests.editor.test_items import ITEM, MONTH, form_values, month_file
from tests.generators.deployment import environment
from tests.project import REPOSITORY

FILE = "agendas/2021-05.yml"


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=Hai", "-c", "user.email=hai@example.invalid")
    subprocess.run(
        ["git", *identity, *arguments],
        cwd=folder,
        env=environment(),
        check=True,
        stdout=subprocess.DEVNULL,
    )


@pytest.fixture
def colleague(office: Office, tmp_path: Path) -> Path:
    """Return the clone of a colleague. That of the office is its fellow, with the same remote."""
    folder, remote, other = office.project.folder, tmp_path / "remote.git", tmp_path / "other"
    shutil.copy(REPOSITORY / ".gitignore", folder)
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch=main", str(remote))
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "remote", "add", "origin", str(remote))
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "Trang")
    git(folder, "push", "--quiet", "--set-upstream", "origin", "main")
    git(tmp_path, "clone", "--quiet", str(remote), str(other))
    return other


def push_change(colleague: Path, old: str, new: str) -> None:
    """Let the colleague change something in the month and push it."""
    path = colleague / FILE
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    git(colleague, "commit", "--quiet", "--all", "--message", "Sửa")
    git(colleague, "push", "--quiet")


def test_a_pull_that_changes_another_item_merges(office: Office, colleague: Path) -> None:
    form = form_values(office.get(ITEM))
    push_change(colleague, "Lễ chào cờ", "Lễ chào cờ đầu tháng")
    git(office.project.folder, "pull", "--quiet", "--ff-only")
    assert office.post(ITEM, {**form, "gio": "14h30"}).status_code == 303
    assert "Lễ chào cờ đầu tháng" in month_file(office)
    assert "gio: 14h30" in month_file(office)
    assert "Lễ chào cờ đầu tháng" in words(office.get(MONTH))


def test_a_pull_that_changes_the_same_item_shows_both_versions(
    office: Office, colleague: Path
) -> None:
    form = form_values(office.get(ITEM))
    push_change(colleague, "ma: dm8r\n", "ma: dm8r\n        dia_diem: Phòng họp số 2\n")
    git(office.project.folder, "pull", "--quiet", "--ff-only")
    pulled = month_file(office)
    asked = office.post(ITEM, {**form, "gio": "14h30"})
    assert asked.status_code == 409
    assert "Phòng họp số 2" in words(asked)
    assert "14h30" in words(asked)
    assert month_file(office) == pulled
    assert office.post(ITEM, form_values(asked)).status_code == 303
    assert "gio: 14h30" in month_file(office)
    assert "dia_diem: Phòng họp số 2" in month_file(office)


def test_a_pull_that_leaves_conflict_marks_is_named_and_nothing_is_written(
    office: Office, colleague: Path
) -> None:
    form = form_values(office.get(ITEM))
    office.project.replace(FILE, "Lễ chào cờ", "Chào cờ")
    git(office.project.folder, "commit", "--quiet", "--all", "--message", "Sửa khác")
    push_change(colleague, "Lễ chào cờ", "Chào cờ đầu tháng")
    with pytest.raises(subprocess.CalledProcessError):
        git(office.project.folder, "pull", "--quiet", "--no-rebase", "--no-edit")
    marked = month_file(office)
    assert "<<<<<<<" in marked
    assert office.post(ITEM, {**form, "gio": "14h30"}).status_code in (404, 409, 422)
    assert month_file(office) == marked
    assert "agendas/2021-05.yml:" in words(office.get(MONTH))
