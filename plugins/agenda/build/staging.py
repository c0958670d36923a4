"""Replace a site atomically: readers see the old site or the new one, never a mixture.

MkDocs writes into a staging folder beside the site. A rename puts that folder in place once
everything is written.
"""

import os
import shutil
from pathlib import Path

from agenda.build.file_lock import FileLock, LockHeld
from agenda.source.writing.files import retry_while_open

READ_BY_ALL = 0o055
"""Permission bits by which others may read a file or list a folder."""


class AnotherBuild(Exception):
    """Another build is writing the same site."""


class Staging:
    """The staging folder of the site `target`; one build at a time.

    Beside `target` lies a lock file. The system frees the lock when the process ends.
    During a build the new site lies there too, and the old site while it is replaced.
    The next build removes or restores what a killed build left behind.
    """

    def __init__(self, target: Path) -> None:
        self._target = target.resolve()
        self._new = self._beside("new")
        self._old = self._beside("old")
        self._lock = FileLock(self._beside("lock"))
        self._umask: int | None = None

    @property
    def folder(self) -> Path:
        """Return the folder to write into."""
        return self._new

    def begin(self) -> None:
        """Take the lock and create the folder. Raise `AnotherBuild` or `OSError`."""
        self._target.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._lock.acquire()
        except LockHeld as error:
            raise AnotherBuild from error
        self._let_all_read()
        if self._old.exists() and not self._target.exists():
            self._old.rename(self._target)  # an earlier build was killed between the two renames
        for left in (self._new, self._old):
            if left.exists():
                shutil.rmtree(left)
        self._new.mkdir()

    def finish(self) -> None:
        """Put the new site in the place of the old one; the lock stays held."""
        if self._target.is_dir():
            self._keep_hidden()
            retry_while_open(lambda: self._target.rename(self._old))
        try:
            retry_while_open(lambda: self._new.rename(self._target))
        except OSError:
            if self._old.exists():
                retry_while_open(lambda: self._old.rename(self._target))
            raise
        shutil.rmtree(self._old, ignore_errors=True)

    def abandon(self) -> None:
        """Keep the old site. Do nothing after `finish`."""
        if self._lock.held:
            shutil.rmtree(self._new, ignore_errors=True)
        self.release()

    def release(self) -> None:
        """Release the lock for the next build."""
        if self._umask is not None:
            os.umask(self._umask)
            self._umask = None
        self._lock.release()

    def clear(self) -> None:
        """Remove everything beside a site that is not needed any more."""
        self.abandon()
        self._lock.remove()

    def _let_all_read(self) -> None:
        """Make new files readable by all: a web server runs as another user."""
        if os.name == "posix":
            self._umask = os.umask(0o022)
            os.umask(self._umask & ~READ_BY_ALL)

    def _keep_hidden(self) -> None:
        """Copy the hidden files that MkDocs keeps in a site: `.git`, `.well-known`."""
        for entry in os.scandir(self._target):
            kept = self._new / entry.name
            if not entry.name.startswith(".") or kept.exists():
                continue
            if entry.is_dir(follow_symlinks=False):
                shutil.copytree(entry.path, kept, symlinks=True)
            else:
                shutil.copy2(entry.path, kept, follow_symlinks=False)

    def _beside(self, what: str) -> Path:
        return self._target.with_name(f".{self._target.name}.{what}")
