"""Run `mkdocs serve` in a process and wait for its responses."""

import os
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from tests.project import GENERATOR, Project, contents, environment

PATIENCE = 120  # seconds until a test gives up, many times what a slow machine needs
UNNOTICED = 10  # seconds after which an edit may have come before the server began to watch
RELOADED = "Reloading browsers"


class Server:
    """The running server; its output goes into `log`."""

    def __init__(self, project: Project, process: subprocess.Popen[bytes], log: Path, home: str):
        self.project = project
        self.home = home
        self._process = process
        self._log = log

    @property
    def said(self) -> str:
        return self._log.read_text(encoding="utf-8", errors="backslashreplace")

    @property
    def is_running(self) -> bool:
        return self._process.poll() is None

    @property
    def computed(self) -> float:
        """Return the processor seconds of the server; 0 if the system does not report them."""
        try:
            fields = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            return 0.0
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def page(self, path: str) -> str | None:
        """Return the current response; None if there is none, as during a failed rebuild."""
        try:
            with urlopen(self.home + path, timeout=2) as response:
                return str(response.read(), "utf-8")
        except (OSError, HTTPException):
            return None

    def problems(self, path: str) -> str | None:
        """Return the page of problems; None if the server responds with the requested page."""
        try:
            with urlopen(self.home + path, timeout=2):
                return None
        except HTTPError as error:
            return str(error.read(), "utf-8")
        except (OSError, HTTPException):
            return None

    def wait_for_problems(self, path: str, text: str, *, edited: str | None = None) -> None:
        wanted = f"the problem {text!r} on /{path}"
        self._wait(lambda: text in (self.problems(path) or ""), wanted, edited)

    def wait_for_page(self, path: str, text: str, *, edited: str | None = None) -> None:
        """Wait until a page holds a text; `edited` is the file whose change should bring it."""
        self._wait(lambda: text in (self.page(path) or ""), f"{text!r} on /{path}", edited)

    @property
    def site(self) -> dict[str, bytes]:
        """Return every file that the server serves now."""
        (folder,) = self._log.parent.glob(f"{GENERATOR[-1]}_*")
        return contents(folder)

    def wait_for_rebuild(self, file: str, old: str, new: str) -> str:
        """Replace `old` by `new` in a file and wait; return the output in the meantime."""
        before = self.said
        self.project.replace(file, old, new)
        self._wait(lambda: RELOADED in self.said[len(before) :], RELOADED, file)
        return self.said[len(before) :]

    def wait_until_said(self, text: str, *, edited: str | None = None) -> None:
        self._wait(lambda: text in self.said, f"{text!r} in the log", edited)

    def _wait(self, done: Callable[[], bool], wanted: str, edited: str | None) -> None:
        deadline = time.monotonic() + PATIENCE
        touched = time.monotonic()
        while not done():
            if not self.is_running or time.monotonic() > deadline:
                pytest.fail(f"waited in vain for {wanted}:\n{self.said}", pytrace=False)
            if edited is not None and time.monotonic() > touched + UNNOTICED:
                touched = time.monotonic()
                os.utime(self.project.folder / edited)
            time.sleep(0.2)


@contextmanager
def served(project: Project, log: Path) -> Iterator[Server]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"127.0.0.1:{free.getsockname()[1]}"
    command = [*GENERATOR, "serve", "--dev-addr", url]
    with log.open("wb") as output:
        process = subprocess.Popen(
            command,
            cwd=project.folder,
            env=environment(PYTHONUNBUFFERED="1", TMPDIR=str(log.parent)),
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        yield Server(project, process, log, f"http://{url}/")
    finally:
        process.terminate()
        process.wait()
