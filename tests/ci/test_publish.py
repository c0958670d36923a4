"""`.ci/publish` against a bare repository: which commit it publishes, and for which URL."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.project import REPOSITORY

pytestmark = pytest.mark.skipif(
    not all(map(shutil.which, ("bash", "git", "make"))), reason="needs bash, git and make"
)

# Stands in for the real one: publishes the commit itself, and says what it was told.
MAKEFILE = """deploy:
\t@echo "SITE_URL=$$SITE_URL"
\t@git rev-parse --verify --quiet origin/gh-pages || true
\t@git push --quiet origin HEAD:refs/heads/gh-pages
"""


@dataclass(frozen=True, slots=True)
class Clone:
    """A clone of a bare repository in which a run of the workflow works."""

    folder: Path

    def git(self, *arguments: str) -> str:
        return self.run("git", *arguments)

    def commit(self) -> str:
        """Push an empty commit to main and return its name."""
        self.git("commit", "--quiet", "--allow-empty", "--message", "Sửa lịch")
        self.git("push", "--quiet", "origin", "main")
        return self.git("rev-parse", "HEAD")

    def publish(self, repository: str = "so-khcn/lich", site_url: str = "") -> str:
        return self.run(".ci/publish", GITHUB_REPOSITORY=repository, SITE_URL=site_url)

    def published(self) -> str | None:
        """Return the commit that the remote's gh-pages has."""
        return self.git("ls-remote", "origin", "gh-pages").partition("\t")[0] or None

    def run(self, *command: str, **variables: str) -> str:
        inherited = {k: v for k, v in os.environ.items() if not k.startswith(("GIT_", "MAKE"))}
        identity = {
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_AUTHOR_NAME": "Người thử",
            "GIT_AUTHOR_EMAIL": "thu@example.invalid",
            "GIT_COMMITTER_NAME": "Người thử",
            "GIT_COMMITTER_EMAIL": "thu@example.invalid",
        }
        return subprocess.run(
            command,
            cwd=self.folder,
            env=inherited | identity | variables,
            check=True,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        ).stdout.strip()


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    """Return a clone with one commit, the tip of main."""
    made = Clone(tmp_path / "clone")
    (made.folder / ".ci").mkdir(parents=True)
    shutil.copy(REPOSITORY / ".ci/publish", made.folder / ".ci")
    (made.folder / "Makefile").write_text(MAKEFILE, encoding="utf-8")
    made.git("init", "--quiet", "--bare", "--initial-branch=main", "../remote")
    made.git("init", "--quiet", "--initial-branch=main")
    made.git("remote", "add", "origin", "../remote")
    made.git("add", "--all")
    made.commit()
    return made


@pytest.fixture
def newer(clone: Clone) -> Clone:
    """Another clone of the same repository, one commit ahead."""
    made = Clone(clone.folder.with_name("newer"))
    clone.git("clone", "--quiet", "../remote", "../newer")
    made.commit()
    return made


def test_the_tip_of_main_is_published(clone: Clone) -> None:
    clone.publish()
    assert clone.published() == clone.git("rev-parse", "HEAD")


def test_an_older_commit_that_comes_after_a_newer_one_overwrites_nothing(
    clone: Clone, newer: Clone
) -> None:
    newer.publish()
    said = clone.publish()
    assert said == (
        "::notice title=Không đăng lần này::Nhánh main đã có bản mới hơn; "
        "lượt chạy của bản đó sẽ đăng."
    )
    assert clone.published() == newer.git("rev-parse", "HEAD")


def test_an_older_commit_that_comes_before_a_newer_one_leaves_publishing_to_it(
    clone: Clone, newer: Clone
) -> None:
    clone.publish()
    assert clone.published() is None
    newer.publish()
    assert clone.published() == newer.git("rev-parse", "HEAD")


def test_a_commit_that_was_taken_back_from_main_is_not_published(
    clone: Clone, newer: Clone
) -> None:
    clone.git("push", "--quiet", "--force", "origin", "HEAD:main")
    newer.publish()
    assert clone.published() is None


def test_what_somebody_else_has_published_meanwhile_is_known_before_deploying(
    clone: Clone, newer: Clone
) -> None:
    newer.git("push", "--quiet", "origin", "HEAD:main", "HEAD:gh-pages")
    clone.git("pull", "--quiet", "--ff-only", "origin", "main")
    clone.git("update-ref", "-d", "refs/remotes/origin/gh-pages")
    assert newer.git("rev-parse", "HEAD") in clone.publish().splitlines()


@pytest.mark.parametrize(
    ("repository", "url"),
    [
        ("so-khcn/lich", "https://so-khcn.github.io/lich/"),
        ("So-KHCN/Lich", "https://so-khcn.github.io/Lich/"),
        ("so-khcn/so-khcn.github.io", "https://so-khcn.github.io/"),
        ("So-KHCN/so-khcn.GitHub.io", "https://so-khcn.github.io/"),
        ("so-khcn/khac.github.io", "https://so-khcn.github.io/khac.github.io/"),
    ],
)
def test_the_url_is_that_of_the_repository_on_github_pages(
    clone: Clone, repository: str, url: str
) -> None:
    assert clone.publish(repository) == f"SITE_URL={url}"


def test_the_variable_of_the_repository_wins_over_the_url_of_github_pages(clone: Clone) -> None:
    url = "https://lich.example.invalid/"
    assert clone.publish("so-khcn/so-khcn.github.io", site_url=url) == f"SITE_URL={url}"
