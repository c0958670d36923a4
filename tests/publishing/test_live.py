"""What is said of a ledger that is not there, or cannot be read."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from agenda.publishing.live import Deployment, Live, NoAnswer
from agenda.record.ledger import LARGEST, write_ledger

ORIGIN = "+refs/heads/gh-pages:refs/remotes/origin/gh-pages"


def git(folder: Path, *arguments: str) -> str:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    quiet = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    who = ("-c", "user.name=Người thử", "-c", "user.email=thu@example.invalid")
    done = subprocess.run(
        ["git", "-C", str(folder), *who, *arguments],
        env=kept | quiet,
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return done.stdout.strip()


@pytest.fixture
def published(tmp_path: Path) -> Deployment:
    """A ledger on the deployed branch; the project lies in a folder of its repository."""
    folder = tmp_path / "kho" / "trang"
    folder.mkdir(parents=True)
    git(tmp_path, "init", "--quiet", "--bare", "remote.git")
    git(tmp_path / "kho", "init", "--quiet", "--initial-branch=gh-pages")
    git(tmp_path / "kho", "remote", "add", "origin", str(tmp_path / "remote.git"))
    (tmp_path / "kho" / "ho-so.json").write_bytes(write_ledger({}, "lich"))
    git(tmp_path / "kho", "add", "ho-so.json")
    git(tmp_path / "kho", "commit", "--quiet", "--message", "Đăng")
    git(tmp_path / "kho", "push", "--quiet", "origin", "gh-pages")
    git(tmp_path / "kho", "fetch", "--quiet", "origin", ORIGIN)
    return Deployment(folder=folder, remote="origin", branch="gh-pages", file=None)


def lose(deployment: Deployment, what: str) -> None:
    """Take from the repository the object that is so named."""
    name = git(deployment.folder, "rev-parse", what)
    objects = deployment.folder.parent / ".git" / "objects"
    kept = objects / name[:2] / name[2:]
    kept.chmod(0o600)  # Windows lets nobody remove what may only be read
    kept.unlink()


@pytest.mark.parametrize("lost", ["origin/gh-pages:ho-so.json", "origin/gh-pages^{tree}"])
def test_a_ledger_that_is_there_but_cannot_be_read_is_no_sign_that_nothing_was_published(
    lost: str, published: Deployment
) -> None:
    known = published.read_live(deploying=False)
    assert known.ledger == {}
    lose(published, lost)
    with pytest.raises(NoAnswer) as refused:
        published.read_live(deploying=False)
    assert "ho-so.json ở nhánh origin/gh-pages" in str(refused.value)
    remedy = f"git fetch --refetch origin {ORIGIN}"
    assert remedy in str(refused.value)
    git(published.folder, *remedy.split()[1:])
    assert published.read_live(deploying=False) == known


def test_a_file_stands_in_for_a_ledger_that_cannot_be_read(published: Deployment) -> None:
    lose(published, "origin/gh-pages:ho-so.json")
    file = published.folder / "ho-so-cu.json"
    file.write_bytes(write_ledger({}, "lich"))
    live = replace(published, file=file).read_live(deploying=False)
    assert live == Live(
        ledger={},
        record="lich",
        said="Không đọc được hồ sơ địa chỉ ở nhánh origin/gh-pages: đã đối chiếu với tệp "
        "ho-so-cu.json.",
    )


@pytest.mark.parametrize("content", [b"[" * 200_000, b" " * LARGEST + b"{}"], ids=["deep", "huge"])
def test_a_damaged_ledger_is_said_to_be_damaged_wherever_it_is(
    content: bytes, published: Deployment
) -> None:
    file = published.folder.parent / "ho-so.json"
    file.write_bytes(content)
    git(published.folder.parent, "commit", "--quiet", "--message", "Hỏng", "ho-so.json")
    git(published.folder, "update-ref", "refs/remotes/origin/gh-pages", "gh-pages")
    with pytest.raises(NoAnswer, match=r"ho-so\.json ở nhánh origin/gh-pages bị hỏng"):
        published.read_live(deploying=False)
    with pytest.raises(NoAnswer, match=r"Tệp ho-so\.json ghi ở ledger trong mkdocs\.yml bị hỏng"):
        replace(published, file=file).read_live(deploying=False)


@pytest.mark.skipif(sys.platform == "win32", reason="needs pipes and devices as files")
@pytest.mark.parametrize("kind", ["pipe", "device"])
def test_a_ledger_that_is_no_file_is_not_waited_for(kind: str, tmp_path: Path) -> None:
    file = tmp_path / "ho-so.json"
    if kind == "pipe":
        os.mkfifo(file)
    else:
        file.symlink_to("/dev/zero")
    with pytest.raises(NoAnswer, match="đó là đường ống hoặc thiết bị, không phải tệp thường"):
        Deployment(folder=tmp_path, remote="origin", branch="x", file=file).read_live(
            deploying=False
        )


def test_a_branch_without_a_ledger_has_published_nothing_yet(published: Deployment) -> None:
    git(published.folder.parent, "rm", "--quiet", "ho-so.json")
    git(published.folder, "commit", "--quiet", "--message", "Trang khác")
    git(published.folder, "update-ref", "refs/remotes/origin/gh-pages", "gh-pages")
    assert published.read_live(deploying=False) == Live(
        ledger=None,
        said="Nhánh origin/gh-pages chưa có ho-so.json: coi như chưa đăng gì, không đối chiếu "
        "được địa chỉ nào.",
    )


def test_a_branch_that_is_not_there_is_named_as_it_is_written(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    deployment = Deployment(folder=tmp_path, remote="Kho", branch="Trang-Web", file=None)
    assert deployment.read_live(deploying=False) == Live(
        ledger=None,
        said="Không có nhánh Kho/Trang-Web: coi như chưa đăng gì, không đối chiếu được địa chỉ "
        "nào.",
    )
