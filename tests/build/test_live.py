"""A live site with a missing or damaged ledger is reported with a remedy."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from agenda.build.live.deployment import Deployment
from agenda.build.live.site import LedgerUnavailable, Live
from agenda.history.ledger import MAX_BYTES, Kind, LedgerEntry, write_ledger

ORIGIN = "+refs/heads/gh-pages:refs/remotes/origin/gh-pages"
ENTRY = LedgerEntry(kind=Kind.PAGE, digest="a" * 64)
LEDGER = write_ledger({"2021/": ENTRY}, "lich")


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


def publish(root: Path, files: dict[str, bytes]) -> None:
    """Commit the files as the only files of the branch, and push it."""
    git(root, "rm", "--quiet", "-r", "--ignore-unmatch", ".")
    for name, content in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(content)
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--allow-empty", "--message", "Đăng")
    git(root, "push", "--quiet", "--force", "origin", "gh-pages")


@pytest.fixture
def published(tmp_path: Path) -> Deployment:
    """Publish a page and its ledger to the deployed branch, from a project in a subfolder."""
    root = tmp_path / "kho"
    root.mkdir()
    git(tmp_path, "init", "--quiet", "--bare", "remote.git")
    git(root, "init", "--quiet", "--initial-branch=gh-pages")
    git(root, "remote", "add", "origin", str(tmp_path / "remote.git"))
    publish(root, {"ho-so.json": LEDGER, "2021/index.html": b"2021", "trang/x": b""})
    git(root, "fetch", "--quiet", "origin", ORIGIN)
    return Deployment(folder=root / "trang", remote="origin", branch="gh-pages", file=None)


def lose(deployment: Deployment, what: str) -> None:
    """Delete an object of the repository by its name."""
    name = git(deployment.folder, "rev-parse", what)
    objects = deployment.folder.parent / ".git" / "objects"
    kept = objects / name[:2] / name[2:]
    kept.chmod(0o600)  # Windows lets nobody remove what may only be read
    kept.unlink()


def refusal(read: Callable[[], Live]) -> str:
    with pytest.raises(LedgerUnavailable) as refused:
        read()
    return str(refused.value)


def test_the_live_site_is_known_by_its_commit(published: Deployment) -> None:
    live = published.read_clone()
    assert live.message == "Đã đối chiếu với hồ sơ địa chỉ ở nhánh origin/gh-pages."
    assert (live.read("2021/index.html"), live.read("2022/index.html")) == (b"2021", None)
    assert live.files() == {"ho-so.json", "2021/index.html", "trang/x"}
    assert published.read_remote() == live


@pytest.mark.parametrize("lost", ["origin/gh-pages:ho-so.json", "origin/gh-pages^{tree}"])
def test_a_ledger_that_is_there_but_cannot_be_read_is_no_sign_that_nothing_was_published(
    lost: str, published: Deployment
) -> None:
    known = published.read_clone()
    lose(published, lost)
    message = refusal(published.read_clone)
    assert "Git không đọc được nhánh origin/gh-pages" in message
    remedy = f"git fetch --refetch origin {ORIGIN}"
    assert remedy in message
    git(published.folder, *remedy.split()[1:])
    assert published.read_clone() == known


@pytest.mark.parametrize(
    ("files", "why"),
    [
        ({"2021/index.html": b""}, "có trang nhưng không có hồ sơ địa chỉ ho-so.json"),
        (
            {"2021/index.html": b"", "HO-SO.json": LEDGER},
            "có trang nhưng không có hồ sơ địa chỉ ho-so.json",
        ),
        ({"2021/index.html": b"", "ho-so.json": b"{"}, "ho-so.json bị hỏng"),
        (
            {
                "2021/index.html": b"",
                "ho-so.json": LEDGER.replace(b'"lich"', b'"lich", "gio_lam_viec": {"sang": "7h"}'),
            },
            "ho-so.json bị hỏng",
        ),
        ({"2021/index.html": b"", "ho-so.json": b"[" * 200_000}, "ho-so.json bị hỏng"),
        ({"2021/index.html": b"", "ho-so.json": b" " * MAX_BYTES + LEDGER}, "ho-so.json bị hỏng"),
        (
            {"2021/index.html": b"", "ho-so.json": write_ledger({}, "lich")},
            "thiếu trang đang đăng (/2021/)",
        ),
    ],
)
def test_a_branch_whose_ledger_cannot_be_trusted_refuses_until_a_file_stands_in(
    files: dict[str, bytes], why: str, published: Deployment
) -> None:
    publish(published.folder.parent, files)
    published.folder.mkdir(exist_ok=True)
    assert why in refusal(published.read_clone)
    file = published.folder / "ho-so-cu.json"
    file.write_bytes(LEDGER)
    live = replace(published, file=file).read_clone()
    assert live.message.endswith(
        f"{why}: đã đối chiếu với tệp ho-so-cu.json. Đăng xong thì bỏ dòng ledger trong mkdocs.yml."
    )
    assert (live.ledger or {}).keys() == {"2021/"}


def test_a_branch_without_the_pages_of_its_ledger_is_restored_and_not_replaced(
    published: Deployment,
) -> None:
    root = published.folder.parent
    good = git(root, "rev-parse", "HEAD")
    publish(root, {"ho-so.json": LEDGER})
    known = replace(published, folder=root)
    assert "kể cả nơi không còn tệp (/2021/)" in refusal(known.read_remote)
    file = root / "ho-so-cu.json"
    file.write_bytes(LEDGER)
    message = refusal(replace(known, file=file).read_remote)
    assert "mkdocs.yml kể cả nơi không còn tệp (/2021/)" in message
    restore, _, forget = message.partition("rồi git push")[2].partition(", rồi git ")
    git(root, "push", *restore.replace("<mã>", good).split())
    git(root, *forget.rstrip(".").split())
    assert known.read_remote().ledger is not None


@pytest.mark.parametrize(
    ("ledger", "why"),
    [
        (write_ledger({}, "lich"), "thiếu trang đang đăng (/2021/)"),
        (
            write_ledger({"2021/": ENTRY, "2022/": ENTRY}, "lich"),
            "kể cả nơi không còn tệp (/2022/)",
        ),
        (LEDGER.replace(b' "ten_du_lieu": "lich",', b""), "thiếu ten_du_lieu"),
        (b"{", "bị hỏng"),
    ],
)
def test_a_replacement_is_checked_like_the_ledger_that_it_replaces(
    ledger: bytes, why: str, published: Deployment
) -> None:
    root = published.folder.parent
    publish(root, {"2021/index.html": b"", "ho-so.json": b"{"})
    file = root / "ho-so-cu.json"
    file.write_bytes(ledger)
    message = refusal(replace(published, folder=root, file=file).read_remote)
    assert f"còn tệp ho-so-cu.json ghi ở ledger trong mkdocs.yml {why}" in message


def test_a_replacement_that_is_no_longer_needed_is_told_so(published: Deployment) -> None:
    file = published.folder.parent / "ho-so-cu.json"
    assert (
        replace(published, file=file)
        .read_remote()
        .message.endswith(" Bỏ dòng ledger trong mkdocs.yml: nhánh đã có hồ sơ tốt.")
    )


def test_a_ledger_edited_by_hand_after_the_last_deploy_is_not_trusted(
    published: Deployment,
) -> None:
    root = published.folder.parent
    git(root, "commit", "--quiet", "--amend", "--message", "Deployed 1234567 with MkDocs")
    deployed = git(root, "rev-parse", "HEAD")
    git(root, "push", "--quiet", "--force", "origin", "gh-pages")
    git(root, "fetch", "--quiet", "origin", ORIGIN)
    (root / "CNAME").write_bytes(b"lich.example.invalid")
    commit_all(root)
    assert published.read_clone().ledger is not None
    forged = LEDGER.replace(b"a" * 64, b"b" * 64)
    (root / "ho-so.json").write_bytes(forged)
    commit_all(root)
    why = f"khác hồ sơ của lần đăng gần nhất ({deployed[:12]})"
    assert f"có hồ sơ địa chỉ ho-so.json {why}" in refusal(published.read_clone)
    file = root / "ho-so-cu.json"
    file.write_bytes(forged)
    replaced = replace(published, file=file)
    assert f"ghi ở ledger trong mkdocs.yml {why}" in refusal(replaced.read_clone)
    file.write_bytes(LEDGER)
    assert replaced.read_clone().record == "lich"


def commit_all(root: Path) -> None:
    git(root, "add", "CNAME", "ho-so.json")
    git(root, "commit", "--quiet", "--message", "Sửa trên nhánh")
    git(root, "push", "--quiet", "origin", "gh-pages")


def test_a_branch_with_files_but_no_page_has_published_nothing_yet(published: Deployment) -> None:
    publish(published.folder.parent, {"CNAME": b"lich.example.invalid", "trang/x": b""})
    live = published.read_clone()
    assert live.ledger is None
    assert live.message == "Nhánh origin/gh-pages chưa có trang nào: đây là lần đăng đầu tiên."
    assert live.files() == {"CNAME", "trang/x"}


def test_a_clone_without_the_branch_says_that_it_compared_nothing(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    deployment = Deployment(folder=tmp_path, remote="Kho", branch="Trang-Web", file=None)
    assert deployment.read_clone() == Live(
        ledger=None,
        message="Bản sao này không có nhánh Kho/Trang-Web: không đối chiếu địa chỉ nào với trang "
        "đang đăng.",
    )


def test_a_folder_outside_git_builds_and_does_not_deploy(tmp_path: Path) -> None:
    deployment = Deployment(folder=tmp_path, remote="origin", branch="gh-pages", file=None)
    assert "không thuộc kho git" in deployment.read_clone().message
    assert "không thuộc kho git" in refusal(deployment.read_remote)


def test_a_machine_without_git_is_told_so(
    published: Deployment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    assert "máy chưa cài git" in published.read_clone().message
    assert "máy chưa cài git" in refusal(published.read_remote)


def test_a_rewound_branch_is_not_taken_for_the_published_one(published: Deployment) -> None:
    root = published.folder.parent
    first = git(root, "rev-parse", "gh-pages")
    publish(root, {"ho-so.json": LEDGER, "2021/index.html": b"2", "trang/x": b""})
    second = git(root, "rev-parse", "gh-pages")
    git(root, "push", "--quiet", "--force", "origin", f"{first}:gh-pages")
    git(root, "fetch", "--quiet", "origin", ORIGIN)
    message = refusal(published.read_remote)
    assert f"lần đăng {second[:12]} không còn" in message
    remedy = next(line.strip() for line in message.splitlines() if "git push" in line)
    git(root, *remedy.split()[1:])
    assert published.read_remote().read("2021/index.html") == b"2"


def test_a_deleted_branch_is_not_taken_for_a_first_deploy(published: Deployment) -> None:
    root = published.folder.parent
    git(root, "push", "--quiet", "origin", ":gh-pages")
    git(root, "update-ref", "-d", "refs/remotes/origin/gh-pages")
    message = refusal(published.read_remote)
    assert "không còn nhánh gh-pages" in message
    remedy = next(line.strip() for line in message.splitlines() if "git push" in line)
    git(root, *remedy.split()[1:])
    assert published.read_remote().ledger is not None


def test_another_name_of_the_branch_is_not_taken_for_a_first_deploy(published: Deployment) -> None:
    renamed = replace(published, branch="trang")
    message = refusal(renamed.read_remote)
    assert "trang đang đăng ở nhánh gh-pages" in message
    for line in message.splitlines():
        if line.startswith("  git "):
            git(published.folder, *line.split()[1:])
    live = renamed.read_remote()
    assert (live.ledger or {}).keys() == {"2021/"}


@pytest.mark.skipif(sys.platform == "win32", reason="needs pipes and devices as files")
@pytest.mark.parametrize("kind", ["pipe", "device"])
def test_a_ledger_that_is_no_file_is_not_waited_for(kind: str, tmp_path: Path) -> None:
    file = tmp_path / "ho-so.json"
    if kind == "pipe":
        os.mkfifo(file)
    else:
        file.symlink_to("/dev/zero")
    deployment = Deployment(folder=tmp_path, remote="origin", branch="x", file=file)
    assert "đó là đường ống hoặc thiết bị" in refusal(deployment.read_clone)


def test_a_clone_without_the_published_sources_is_refused_though_the_newest_commit_is_by_hand(
    published: Deployment,
) -> None:
    root = published.folder.parent
    git(root, "switch", "--quiet", "--create", "nguon")
    git(root, "commit", "--quiet", "--allow-empty", "--message", "Nguồn")
    source = git(root, "rev-parse", "--short", "HEAD")
    git(root, "push", "--quiet", "origin", "nguon")
    git(root, "switch", "--quiet", "gh-pages")
    deployed = f"Deployed {source} with MkDocs"
    git(root, "commit", "--quiet", "--allow-empty", "--message", deployed)
    git(root, "commit", "--quiet", "--allow-empty", "--message", "Create CNAME")
    git(root, "push", "--quiet", "origin", "gh-pages")
    said = refusal(published.read_remote)
    assert f"dựng từ bản nguồn {source}, mà bản sao này không có" in said
    assert said.endswith("  git pull --no-rebase --no-edit origin nguon")
