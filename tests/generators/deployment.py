"""Run the real `mkdocs` in a repository with a bare remote."""

import functools
import http.server
import io
import json
import os
import shutil
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

from tests.project import GENERATOR, REPOSITORY, Project

BRANCH = "gh-pages"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """The exit code and output of a command."""

    code: int
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Deployment:
    """A clone in `folder` whose `origin` is the bare repository `remote`."""

    folder: Path
    remote: Path

    @classmethod
    def make(cls, root: Path) -> "Deployment":
        """Make a clone with the repository's own pages and templates, without an agenda."""
        made = cls(folder=root / "clone", remote=root / "remote.git")
        Project.copy_to(made.folder, agendas=None)
        run(["git", "init", "--quiet", "--bare", "--initial-branch=main", str(made.remote)], root)
        shutil.copy(REPOSITORY / ".gitignore", made.folder)
        made.git("init", "--quiet", "--initial-branch=main")
        made.git("config", "user.name", "Người thử")
        made.git("config", "user.email", "thu@example.invalid")
        made.git("remote", "add", "origin", str(made.remote))
        return made

    def copy_to(self, root: Path) -> "Deployment":
        """Copy the clone and its remote to another folder."""
        copied = Deployment(folder=root / "clone", remote=root / "remote.git")
        shutil.copytree(self.folder, copied.folder, symlinks=True)
        shutil.copytree(self.remote, copied.remote)
        copied.git("remote", "set-url", "origin", str(copied.remote))
        return copied

    def write(self, name: str, text: str) -> None:
        """Write a file of `agendas/`."""
        path = self.folder / "agendas" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def read(self, name: str) -> str:
        return (self.folder / "agendas" / name).read_text(encoding="utf-8")

    def edit(self, name: str, old: str, new: str) -> None:
        text = self.read(name)
        assert old in text
        self.write(name, text.replace(old, new))

    def git(self, *arguments: str) -> str:
        done = run(["git", *arguments], self.folder)
        assert done.code == 0, done.said
        return done.said.strip()

    def commit(self, message: str) -> None:
        """Commit everything; what is deployed names the commit that it is made from."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", message)

    def mkdocs(self, *arguments: str) -> Run:
        return run([*GENERATOR, *arguments], self.folder)

    def write_codes(self) -> None:
        """Write the missing codes as the guide says."""
        done = run([str(Path(sys.executable).with_name("agenda")), "check", "--fix"], self.folder)
        assert done.code == 0, done.said

    def deploy(self, *options: str) -> Run:
        """Commit and push everything as the guide says, then deploy.

        A clone behind the remote cannot push. The deploy has to refuse it too.
        """
        self.commit("Đăng")
        run(["git", "push", "--quiet", "origin", "HEAD"], self.folder)
        return self.mkdocs("gh-deploy", *options)

    def live(self) -> str | None:
        """Return the published commit; None before the first deploy."""
        done = run(["git", "rev-parse", "--verify", "--quiet", BRANCH], self.remote)
        return done.said.strip() if done.code == 0 else None

    def published(self, file: str) -> bytes:
        return subprocess.run(
            ["git", "show", f"{BRANCH}:{file}"], cwd=self.remote, check=True, capture_output=True
        ).stdout

    def files(self) -> set[str]:
        """Return the paths of all published files."""
        listed = run_bytes(["git", "ls-tree", "-r", "-z", "--name-only", BRANCH], self.remote)
        return set(listed.decode().rstrip("\0").split("\0"))

    def ledger(self) -> dict[str, dict[str, object]]:
        """Return the published entries by URL, each with a slash before it."""
        entries: dict[str, dict[str, object]] = json.loads(self.published("ho-so.json"))["dia_chi"]
        return entries

    @contextmanager
    def served(self) -> "Iterator[Server]":
        """Serve the published site over HTTP."""
        site = self.remote.parent / "served"
        shutil.rmtree(site, ignore_errors=True)
        site.mkdir()
        archive = run_bytes(["git", "archive", "--format=zip", BRANCH], self.remote)
        zipfile.ZipFile(io.BytesIO(archive)).extractall(site)
        handler = functools.partial(_Quiet, directory=str(site))
        with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            try:
                yield Server(root=f"http://127.0.0.1:{server.server_port}/")
            finally:
                server.shutdown()


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    root: str

    def get(self, url: str) -> tuple[int, str]:
        """Return the status and text of the response at a URL of the site."""
        try:
            with urlopen(self.root + url) as answer:
                return answer.status, answer.read().decode(errors="replace")
        except HTTPError as error:
            with error:
                return error.code, ""

    def page(self, url: str) -> str:
        status, text = self.get(url)
        assert status == HTTPStatus.OK, f"/{url} answers {status}"
        return text


def clone_of(deployment: Deployment, root: Path) -> Deployment:
    """Return a second clerk's clone of the same remote."""
    root.mkdir()
    subprocess.run(
        ["git", "clone", "--quiet", str(deployment.remote), str(root / "clone")],
        env=environment(),
        check=True,
    )
    clone = Deployment(folder=root / "clone", remote=deployment.remote)
    clone.git("config", "user.name", "Người thứ hai")
    clone.git("config", "user.email", "hai@example.invalid")
    return clone


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Suppress the log."""


def run(command: list[str], folder: Path) -> Run:
    done = subprocess.run(
        command,
        cwd=folder,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return Run(code=done.returncode, said=done.stdout)


def run_bytes(command: list[str], folder: Path) -> bytes:
    return subprocess.run(
        command, cwd=folder, env=environment(), check=True, stdout=subprocess.PIPE
    ).stdout


def environment() -> dict[str, str]:
    """Return an environment with only the test's settings, and a site below a path."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return kept | {
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        "NO_MKDOCS_2_WARNING": "1",
        "REPO_URL": "",
        "SITE_URL": "https://example.invalid/lich/",
    }
