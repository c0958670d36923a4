"""An interrupted build leaves the old site or the new one; the next build is complete."""

import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from agenda.build.staging import Staging
from tests.generators.conftest import new_deployment
from tests.generators.deployment import Deployment, environment
from tests.project import GENERATOR

pytestmark = pytest.mark.long

LIMITED = """
import os, resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000))
os.execv(sys.argv[1], sys.argv[1:])
"""
"""A command with a limit on the size of files."""

MONTH = """thang: 2021-{number:02}
van_ban: {{ngay_ban_hanh: 2021-{number:02}-01}}
lich:
  - ngay: 4
    sang: [{{ma: b1, noi_dung: "{words}", lanh_dao: Đ/c An PGĐ}}]
  - ngay: 5-28
"""

Manifest = dict[str, str]


@pytest.fixture
def deployment(tmp_path: Path) -> Deployment:
    """Write a year of months."""
    made = new_deployment(tmp_path)
    write_year(made, "Họp giao ban")
    return made


def write_year(deployment: Deployment, words: str) -> None:
    for number in range(1, 13):
        deployment.write(f"2021-{number:02}.yml", MONTH.format(number=number, words=words))


def manifest(site: Path) -> Manifest:
    """Return the digest of every file of a site."""
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def start(deployment: Deployment) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*GENERATOR, "build"],
        cwd=deployment.folder,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )


def build(deployment: Deployment) -> Manifest:
    done = deployment.mkdocs("build")
    assert done.code == 0, done.said
    return manifest(deployment.folder / "site")


def leftovers(deployment: Deployment) -> list[str]:
    return sorted(path.name for path in deployment.folder.glob(".site.*"))


def wait_for(condition: Callable[[], bool], process: subprocess.Popen[str]) -> bool:
    """Return True if the condition came true before the process ended."""
    while process.poll() is None:
        if condition():
            return True
        time.sleep(0.001)
    return False


def test_a_build_killed_at_any_moment_leaves_the_old_site_or_the_new_one(
    deployment: Deployment,
) -> None:
    old = build(deployment)
    write_year(deployment, "Họp kín")
    kept = deployment.copy_to(deployment.folder.parent / "other")
    new = build(kept)
    assert old.keys() == new.keys()
    assert old != new
    site, aside = deployment.folder / "site", deployment.folder / ".site.new"
    killed = 0
    whole = len(new)
    for share in (0, 1, whole // 4, whole // 2, whole - whole // 4, whole - 3, whole):
        process = start(deployment)
        if wait_for(
            lambda share=share: (  # type: ignore[misc]
                aside.is_dir() and sum(len(names) for *_, names in os.walk(aside)) >= share
            ),
            process,
        ):
            process.kill()
            killed += 1
        process.communicate()
        assert manifest(site) in (old, new)
        assert manifest(site) == old or share >= len(new) - 3
    assert killed >= 5
    assert build(deployment) == new
    assert leftovers(deployment) == [".site.lock"]


def test_a_build_killed_between_its_two_renames_is_mended_by_the_next(
    deployment: Deployment,
) -> None:
    old = build(deployment)
    (deployment.folder / "site").rename(deployment.folder / ".site.old")
    deployment.write("2021-01.yml", "thang: [")
    assert deployment.mkdocs("build").code != 0
    assert manifest(deployment.folder / "site") == old


def test_an_error_in_the_data_leaves_the_old_site(deployment: Deployment) -> None:
    old = build(deployment)
    deployment.write("2021-01.yml", "thang: [")
    assert deployment.mkdocs("build").code != 0
    assert manifest(deployment.folder / "site") == old
    assert leftovers(deployment) == [".site.lock"]


def test_a_strict_build_that_warns_leaves_the_old_site(deployment: Deployment) -> None:
    old = build(deployment)
    deployment.edit("2021-05.yml", "Họp giao ban", "Xe: 0123")
    assert deployment.mkdocs("build", "--strict").code != 0
    assert manifest(deployment.folder / "site") == old


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit that Windows does not have")
def test_a_disk_that_takes_no_more_leaves_the_old_site_and_says_so(deployment: Deployment) -> None:
    old = build(deployment)
    write_year(deployment, "Họp kín")
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, *GENERATOR, "build"],
        cwd=deployment.folder,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode != 0
    assert "Không dựng được trang" in done.stdout
    assert "Trang dựng lần trước còn nguyên" in done.stdout
    assert "Traceback" not in done.stdout
    assert manifest(deployment.folder / "site") == old
    assert leftovers(deployment) == [".site.lock"]


FULL_DISK = """
set -e
mount -t tmpfs -o size=16m tmpfs disk
"$0" -m mkdocs build --quiet --site-dir disk/site
cp -R disk/site before
printf 'thang: 2020-12\nvan_ban: {ngay_ban_hanh: 2020-12-01}\nlich: [{ngay: 1-31}]\n' \\
    > agendas/2020-12.yml
dd if=/dev/zero of=disk/filler 2>/dev/null || true
code=0
"$0" -m mkdocs build --site-dir disk/site || code=$?
cp -R disk/site after
ls -A disk > left
exit $code
"""


def test_a_full_disk_leaves_the_old_site_and_is_said_to_be_full(deployment: Deployment) -> None:
    # A disk of its own, which only a namespace of its own may mount.
    alone = ["unshare", "--user", "--map-root-user", "--mount"]
    if shutil.which("unshare") is None or subprocess.run([*alone, "true"], check=False).returncode:
        pytest.skip("needs unshare, and the right to a namespace")
    (deployment.folder / "disk").mkdir()
    done = subprocess.run(
        [*alone, "sh", "-c", FULL_DISK, sys.executable],
        cwd=deployment.folder,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode != 0
    assert "Không dựng được trang: ổ đĩa đã đầy" in done.stdout
    assert "Trang dựng lần trước còn nguyên" in done.stdout
    assert "Traceback" not in done.stdout
    before, after = (manifest(deployment.folder / name) for name in ("before", "after"))
    assert after == before
    assert len(after) > 50
    assert sorted((deployment.folder / "left").read_text().split()) == [
        *(".site.lock", "filler", "site"),
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="needs a folder that even root cannot write")
def test_a_folder_that_may_not_be_written_is_said_to_be_so(deployment: Deployment) -> None:
    done = deployment.mkdocs("build", "--site-dir", "/sys/lich/site")
    assert done.code != 0
    assert "Không dựng được trang" in done.said
    assert any(why in done.said for why in ("không có quyền", "ổ đĩa chỉ cho đọc"))
    assert "Traceback" not in done.said


def test_of_two_builds_at_once_the_second_is_refused(deployment: Deployment) -> None:
    first = Staging(deployment.folder / "site")
    first.begin()
    second = deployment.mkdocs("build")
    assert second.code != 0
    assert "Một lệnh khác đang dựng trang" in second.said
    assert leftovers(deployment) == [".site.lock", ".site.new"]
    first.abandon()
    assert build(deployment)
    assert leftovers(deployment) == [".site.lock"]


def test_what_is_hidden_in_the_folder_of_the_site_stays(deployment: Deployment) -> None:
    build(deployment)
    hidden = deployment.folder / "site" / ".well-known"
    hidden.mkdir()
    (hidden / "security.txt").write_text("Contact: mailto:thu@example.invalid\n")
    build(deployment)
    assert (hidden / "security.txt").read_text().startswith("Contact:")
