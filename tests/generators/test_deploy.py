"""`mkdocs gh-deploy` for real, against a bare repository on disk."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from tests.browser.server import served
from tests.project import Project, contents
from tests.published.links import broken_mentions, broken_references, foreign_loads
from tests.published.site import BuiltSite

MAY = "agendas/2021-05.yml"
SUBPATH = "https://example.invalid/lich/"
ROOT = "https://example.invalid/"


class Checkout:
    """A clone of the project in which a clerk works and deploys."""

    def __init__(self, project: Project, home: Path) -> None:
        self.project = project
        # Nothing of the person who runs the tests: no identity, no hooks, no signing.
        self._identity = {
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": "TT-TK",
            "GIT_AUTHOR_EMAIL": "tttk@example.invalid",
            "GIT_COMMITTER_NAME": "TT-TK",
            "GIT_COMMITTER_EMAIL": "tttk@example.invalid",
            "HOME": str(home),
        }

    def git(self, *arguments: str) -> str:
        return subprocess.run(
            ["git", *arguments],
            cwd=self.project.folder,
            env=os.environ | self._identity,
            check=True,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        ).stdout.strip()

    def commit(self, message: str) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)
        self.git("push", "--quiet", "origin", "main")

    def deploy(self, url: str) -> None:
        run = self.project.mkdocs("gh-deploy", "--strict", SITE_URL=url, **self._identity)
        assert run.code == 0, run.output


@pytest.fixture
def checkout(project: Project, tmp_path: Path) -> Checkout:
    """Commit the project and push it to `origin`."""
    checkout = Checkout(project, tmp_path)
    project.write(".gitignore", "/site/\n")
    checkout.git("init", "--quiet", "--bare", "--initial-branch", "main", str(tmp_path / "origin"))
    checkout.git("init", "--quiet", "--initial-branch", "main")
    checkout.git("remote", "add", "origin", str(tmp_path / "origin"))
    checkout.commit("Tháng 5")
    return checkout


@pytest.fixture
def deployed(checkout: Checkout, tmp_path: Path) -> Callable[[str], BuiltSite]:
    """Check out the published branch into a folder."""

    def check_out(url: str) -> BuiltSite:
        folder = tmp_path / "deployed"
        checkout.git(
            "clone", "--quiet", "--branch", "gh-pages", str(tmp_path / "origin"), str(folder)
        )
        shutil.rmtree(folder / ".git")
        return BuiltSite(folder=folder, url=url)

    return check_out


@pytest.mark.parametrize("url", [SUBPATH, ROOT])
def test_a_deployed_site_holds_together_below_a_path_and_at_the_root(
    checkout: Checkout, deployed: Callable[[str], BuiltSite], url: str
) -> None:
    checkout.deploy(url)
    site = deployed(url)
    assert contents(site.folder) == contents(checkout.project.site) | {".nojekyll": b""}
    assert [*broken_references(site), *broken_mentions(site), *foreign_loads(site)] == []
    with served(site) as home:
        assert 'id="ngay-04"' in get(f"{home}2021/05/")
        with pytest.raises(HTTPError, match="404") as missing:
            get(f"{home}2021/06/")
        assert "Không tìm thấy trang này" in str(missing.value.read(), "utf-8")
        missing.value.close()


def test_deploying_again_adds_to_the_history(
    checkout: Checkout, deployed: Callable[[str], BuiltSite]
) -> None:
    checkout.deploy(SUBPATH)
    first = checkout.git("rev-parse", "gh-pages")
    checkout.project.replace(MAY, "Lễ chào cờ", "Lễ chào cờ đầu tháng")
    correction = "{ngay: 4, nguyen_van: Lễ chào cờ, sua_thanh: Lễ chào cờ đầu tháng}"
    checkout.project.replace(MAY, "hieu_dinh:\n", f"hieu_dinh:\n  - {correction}\n")
    checkout.commit("Sửa một việc")
    checkout.deploy(SUBPATH)
    history = checkout.git("ls-remote", "origin", "gh-pages").split()[0]
    second = checkout.git("rev-parse", "gh-pages")
    assert (history, checkout.git("rev-list", "--parents", second)) == (
        second,
        f"{second} {first}\n{first}",
    )
    assert "Lễ chào cờ đầu tháng" in deployed(SUBPATH).read("2021/05/index.html")
    changed = checkout.git("diff", "--name-only", first, second).splitlines()
    assert [file for file in changed if not file.startswith("tim-kiem/")] == [
        *("2021/05/index.html", "co-quan/van-phong/2021/index.html"),
        *("co-quan/van-phong/index.html", "du-lieu/2021-05.json", "du-lieu/datapackage.json"),
        *("du-lieu/lich-cong-tac.csv", "feed.xml", "ho-so.json", "index.html"),
        *("lich/2021.ics", "lich/co-quan/van-phong.ics"),
        *("lich/nhom/cbccvc-so.ics", "lich/tat-ca.ics"),
        *("nhom/cbccvc-so/2021/index.html", "nhom/cbccvc-so/index.html"),
    ]


def test_a_fresh_clone_deploys_on_top_of_what_is_there(checkout: Checkout, tmp_path: Path) -> None:
    checkout.deploy(SUBPATH)
    first = checkout.git("rev-parse", "gh-pages")
    clone = tmp_path / "clone"
    checkout.git("clone", "--quiet", str(tmp_path / "origin"), str(clone))
    fresh = Checkout(Project(clone), tmp_path)
    fresh.deploy(SUBPATH)
    second = fresh.git("ls-remote", "origin", "gh-pages").split()[0]
    fresh.git("fetch", "--quiet", "origin", "gh-pages")
    assert fresh.git("rev-list", "--parents", second).splitlines() == [f"{second} {first}", first]
    assert fresh.git("diff", "--name-only", first, second) == ""


def test_a_site_with_a_warning_is_not_deployed(checkout: Checkout) -> None:
    checkout.project.replace(MAY, "lanh_dao: Đ/c Hoàn PGĐ", "lanh_dao: Đ/c Nam PGĐ")
    run = checkout.project.mkdocs("gh-deploy", "--strict", SITE_URL=SUBPATH)
    assert run.code == 1
    assert checkout.git("ls-remote", "origin", "gh-pages") == ""


def test_deploying_without_a_public_url_is_warned_of(checkout: Checkout) -> None:
    run = checkout.project.mkdocs("gh-deploy", "--strict")
    assert run.code == 1
    assert [line for line in run.lines if line.startswith("WARNING")] == [
        "WARNING -  agenda: Chưa đặt site_url trong mkdocs.yml: trang đăng lên sẽ thiếu địa chỉ "
        "chính thức và sơ đồ trang. Ghi địa chỉ công khai của trang vào đó."
    ]
    assert checkout.git("ls-remote", "origin", "gh-pages") == ""


def get(url: str) -> str:
    with urlopen(url) as response:
        return str(response.read(), "utf-8")
