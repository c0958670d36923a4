"""Build the site in the background, and keep the last good build."""

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Lock, Thread

from agenda.build.settings.mkdocs_file import Settings
from agenda.build.settings.yaml_tree import FILE
from agenda.editor.sources import sources_digest
from agenda.site.urls import LEDGER

_FOLDERS = ("a", "b")
"""One holds the build that is shown, the other one is built into.

Windows does not replace a folder while a file in it is open.
"""

_SHOWN = 4_000
"""The number of characters of a failed build's output that are kept, from its end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewState:
    """The state of the preview: `number` counts good builds since the start of the editor.

    `failure` is the output of the last build if it failed, else empty.
    """

    number: int
    building: bool
    failure: str


class PreviewBuild:
    """The last good build of the site, and the process that makes the next one."""

    def __init__(self, settings: Settings, state: Path) -> None:
        self._settings = settings
        self._state = state
        self._lock = Lock()
        self._thread: Thread | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._closed = False
        self._attempted = ""
        self._number = 0
        self._failure = ""
        self._folder = _newest(state / name for name in _FOLDERS)

    @property
    def folder(self) -> Path | None:
        """Return the folder of the last good build, or None without one."""
        return self._folder

    @property
    def state(self) -> PreviewState:
        with self._lock:
            return PreviewState(
                number=self._number, building=self._thread is not None, failure=self._failure
            )

    def refresh(self) -> None:
        """Start a build if a source changed since the last one, and none is running."""
        with self._lock:
            if self._closed or self._thread or sources_digest(self._settings) == self._attempted:
                return
            self._thread = Thread(target=self._run, name="preview", daemon=True)
            self._thread.start()

    def wait(self) -> None:
        """Wait until no build is running."""
        if (thread := self._thread) is not None:
            thread.join()

    def close(self) -> None:
        """End a running build; its folder is not used."""
        with self._lock:
            self._closed = True
            if self._process is not None:
                with contextlib.suppress(OSError):
                    self._process.terminate()
        self.wait()

    def _run(self) -> None:
        while True:
            with self._lock:
                wanted = sources_digest(self._settings)
                if self._closed or wanted == self._attempted:
                    self._thread = None
                    return
                self._attempted = wanted
            target = self._state / _FOLDERS[self._folder == self._state / _FOLDERS[0]]
            code, output = self._build(target)
            with self._lock:
                if code == 0:
                    self._folder = target
                    self._number += 1
                self._failure = "" if code == 0 else output[-_SHOWN:].strip()

    def _build(self, target: Path) -> tuple[int, str]:
        """Build into a folder. Return the exit status and the output."""
        target.parent.mkdir(parents=True, exist_ok=True)
        command = (sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", FILE)
        try:
            process = subprocess.Popen(
                (*command, "--site-dir", str(target)),
                cwd=self._settings.folder,
                env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
            )
        except OSError as error:
            return 1, str(error)
        with self._lock:
            self._process = process
            if self._closed:
                process.terminate()
        output, _ = process.communicate()
        with self._lock:
            self._process = None
        return process.returncode, output.decode(errors="backslashreplace")


def _newest(folders: Iterator[Path]) -> Path | None:
    """Return the folder that was built last, or None if neither was finished."""
    built = {
        file.stat().st_mtime: folder for folder in folders if (file := folder / LEDGER).exists()
    }
    return built[max(built)] if built else None
