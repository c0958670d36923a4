"""Sources that no other clone has are found, and the remedy mends it."""

import shlex
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from agenda.build.live.git import Repository
from agenda.build.live.uncommitted import describe_unsaved
from tests.build.test_live import git


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a clone in which everything is pushed, and enter it."""
    folder = tmp_path / "kho"
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch=main", "remote.git")
    git(tmp_path, "init", "--quiet", "--initial-branch=main", str(folder))
    git(folder, "remote", "add", "origin", str(tmp_path / "remote.git"))
    for name in ("agendas/2021-05.yml", "docs/index.md", "docs/a.md", "mkdocs.yml", "README.md"):
        write(folder, name)
    write(folder, ".gitignore", "*.tmp\n*~\nbi-mat.*\n")
    save(folder)
    monkeypatch.chdir(folder)
    return folder


def write(folder: Path, name: str, text: str = "x\n") -> None:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def save(folder: Path) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "Đăng")
    git(folder, "push", "--quiet", "origin", "HEAD")


def unsaved(clone: Path) -> str:
    sources = [clone / name for name in ("agendas", "docs", "mkdocs.yml")]
    sources.append(clone.parent / "ngoài")
    return describe_unsaved(Repository(clone), sources, clone.parent / "site", "origin")


def test_what_is_pushed_is_saved(clone: Path) -> None:
    assert unsaved(clone) == ""


@pytest.mark.parametrize("name", ["README.md", "mới.txt", "docs/.~lock.a#", "docs/b.tmp", "a.tmp"])
def test_files_that_are_not_published_need_not_be_saved(name: str, clone: Path) -> None:
    write(clone, name, "y\n")
    assert unsaved(clone) == ""


CHANGES: dict[str, tuple[str, Callable[[Path], object]]] = {
    "edited": ("agendas/2021-05.yml", lambda each: write(each, "agendas/2021-05.yml", "y\n")),
    "new": ("agendas/tep/bản ký.pdf", lambda each: write(each, "agendas/tep/bản ký.pdf", "y\n")),
    "deleted": ("docs/index.md", lambda each: (each / "docs/index.md").unlink()),
    "removed": ("docs/a.md", lambda each: git(each, "rm", "--quiet", "docs/a.md")),
}


@pytest.mark.parametrize(("name", "change"), CHANGES.values(), ids=CHANGES)
def test_a_changed_source_is_named_with_commands_that_save_it(
    name: str, change: Callable[[Path], object], clone: Path
) -> None:
    git(clone, "config", "status.showUntrackedFiles", "no")
    (clone / "agendas/tep").mkdir()
    change(clone)
    told = unsaved(clone)
    assert told.startswith(f"1 tệp của trang chưa được lưu vào kho git (commit):\n  {name}\n")
    run_commands(clone, told)
    assert unsaved(clone) == ""


@pytest.mark.parametrize(
    ("name", "published"),
    [
        ("docs/a.md~", "a.md~"),
        ("docs/bi-mat.md", "bi-mat/index.html"),
        ("docs/bi-mat.html", "bi-mat.html"),
        ("agendas/bi-mat.pdf", "bi-mat.pdf"),
        ("agendas/bi-mat.yml", None),
    ],
)
def test_an_ignored_file_that_the_site_has_is_named_until_it_is_gone_or_committed(
    name: str, published: str | None, clone: Path
) -> None:
    write(clone, name)
    if published:
        path = clone.parent / "site" / published
        path.parent.mkdir(parents=True)
        path.write_bytes(b"x")
    told = unsaved(clone)
    assert told.startswith("1 tệp của trang bị git bỏ qua")
    assert f"\n  {name}\n" in told
    run_commands(clone, told)
    assert unsaved(clone) == ""
    git(clone, "rm", "--quiet", "--cached", name)
    git(clone, "commit", "--quiet", "--message", "Bỏ")
    git(clone, "push", "--quiet", "origin", "HEAD")
    assert unsaved(clone)
    (clone / name).unlink()
    assert unsaved(clone) == ""


def run_commands(clone: Path, told: str) -> None:
    for line in told.splitlines():
        if line.startswith("  git "):
            git(clone, *shlex.split(line)[1:])


def test_a_commit_that_is_only_here_is_to_be_pushed(clone: Path) -> None:
    write(clone, "agendas/2021-05.yml", "y\n")
    git(clone, "commit", "--quiet", "--all", "--message", "Sửa")
    told = unsaved(clone)
    assert "chưa được đẩy lên kho origin" in told
    run_commands(clone, told)
    assert unsaved(clone) == ""


@pytest.mark.parametrize("detached", [False, True])
@pytest.mark.parametrize("committed", [False, True])
def test_a_commit_of_another_at_the_remote_is_pulled_before_the_push(
    committed: bool, detached: bool, clone: Path
) -> None:
    other = clone.parent / "other"
    git(clone.parent, "clone", "--quiet", str(clone.parent / "remote.git"), str(other))
    write(other, "docs/b.md")
    save(other)
    git(clone, "config", "user.name", "Người thử")
    git(clone, "config", "user.email", "thu@example.invalid")
    if detached:
        git(clone, "switch", "--quiet", "--detach")
    write(clone, "agendas/2021-05.yml", "y\n")
    if committed:
        git(clone, "commit", "--quiet", "--all", "--message", "Sửa")
    run_commands(clone, unsaved(clone))
    assert unsaved(clone) == ""
    assert git(clone, "show", "origin/main:docs/b.md") == "x"
    assert git(clone, "show", "origin/main:agendas/2021-05.yml") == "y"


def test_a_folder_where_git_fails_is_not_taken_for_saved(clone: Path) -> None:
    (clone / ".git/index").write_bytes(b"x")
    with pytest.raises(subprocess.CalledProcessError):
        git(clone, "status")
    assert "Git không cho biết tệp nào chưa lưu" in unsaved(clone)
