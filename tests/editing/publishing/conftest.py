"""A published site whose public URL serves the live branch of the remote."""

import http.server
import subprocess
import sys
import threading
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path

import pytest

from tests.generators.conftest import MAY, new_deployment
from tests.generators.deployment import BRANCH, Deployment, environment

JUNE = """thang: 2021-06
van_ban: {ngay_ban_hanh: 2021-06-01, noi_ban_hanh: Hà Tĩnh}
lich:
  - ngay: 1
    sang:
      - noi_dung: Họp giao ban
        lanh_dao: Đ/c An PGĐ
  - ngay: 2-30
    nghi: Nghỉ
noi_nhan: [UBND tỉnh]
"""


class PublicSite(http.server.ThreadingHTTPServer):
    """The public URL: it serves what the live branch of `remote` has now."""

    remote: Path
    answers = True

    @property
    def home(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/lich/"


class _Handler(http.server.BaseHTTPRequestHandler):
    server: PublicSite

    def do_GET(self) -> None:
        file = self.path.partition("?")[0].removeprefix("/lich/")
        found = subprocess.run(
            ["git", "show", f"{BRANCH}:{file}"], cwd=self.server.remote, capture_output=True
        )
        there = self.server.answers and found.returncode == 0
        self.send_response(HTTPStatus.OK if there else HTTPStatus.NOT_FOUND)
        self.end_headers()
        self.wfile.write(found.stdout if there else b"")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Suppress the log."""


@pytest.fixture(scope="session")
def server() -> Iterator[PublicSite]:
    with PublicSite(("127.0.0.1", 0), _Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture(scope="session")
def published_once(server: PublicSite, tmp_path_factory: pytest.TempPathFactory) -> Deployment:
    """May 2021, published once with the command."""
    made = new_deployment(tmp_path_factory.mktemp("published"))
    made.write("2021-05.yml", MAY)
    settings = made.folder / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    assert '!ENV [SITE_URL, ""]' in text
    settings.write_text(text.replace('!ENV [SITE_URL, ""]', server.home), encoding="utf-8")
    made.commit("Trang lịch công tác")
    server.remote = made.remote
    done = publish(made)
    assert done.returncode == 0, done.stdout
    return made


@pytest.fixture
def office(
    published_once: Deployment,
    server: PublicSite,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Deployment:
    """Copy the published clone and its remote, for calls in this process as well."""
    for name in ("SITE_URL", "REPO_URL", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, environment()[name])
    copied = published_once.copy_to(tmp_path)
    server.remote = copied.remote
    server.answers = True
    return copied


def command(deployment: Deployment, *options: str) -> "subprocess.Popen[str]":
    """Start `agenda publish` in its own process group."""
    return subprocess.Popen(
        [str(Path(sys.executable).with_name("agenda")), "publish", *options],
        cwd=deployment.folder,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        start_new_session=True,
    )


def publish(deployment: Deployment, *options: str) -> "subprocess.CompletedProcess[str]":
    """Run `agenda publish` and return its exit code and output."""
    with command(deployment, *options) as process:
        said, _ = process.communicate()
    return subprocess.CompletedProcess(process.args, process.returncode, said)


def live_source(deployment: Deployment) -> str:
    """Return the commit that the live site was built from."""
    message = subprocess.run(
        ["git", "log", "-1", "--format=%s", BRANCH],
        cwd=deployment.remote,
        check=True,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ).stdout
    return deployment.git("rev-parse", message.split()[1])


def remote_main(deployment: Deployment) -> str:
    return deployment.git("ls-remote", "origin", "refs/heads/main").partition("\t")[0]


def assert_published(deployment: Deployment) -> None:
    """Assert that clone, remote and live site are one, and nothing is left over."""
    head = deployment.git("rev-parse", "HEAD")
    assert (remote_main(deployment), live_source(deployment)) == (head, head)
    assert deployment.git("status", "--porcelain") == ""
    assert deployment.git("worktree", "list").count("\n") == 0
    left = {path.name for path in (deployment.folder / ".cache/editing").iterdir()}
    assert left <= {"publish.lock", ".publish-site.lock"}
