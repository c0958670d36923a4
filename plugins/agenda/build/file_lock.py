"""A lock on a file, for one process at a time. The system frees it when the process ends."""

import contextlib
import sys
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class LockHeld(Exception):
    """Another process, or another user of this one, holds the lock."""


class FileLock:
    """A lock on the file at `path`, whose folder has to exist; the file stays."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._held: IO[bytes] | None = None

    @property
    def held(self) -> bool:
        return self._held is not None

    def acquire(self) -> None:
        """Take the lock. Raise `LockHeld` or `OSError`."""
        file = self._path.open("ab")
        try:
            _lock(file)
        except OSError as error:
            file.close()
            raise LockHeld from error
        self._held = file

    def release(self) -> None:
        """Free the lock. Do nothing without it."""
        if self._held is not None:
            with contextlib.suppress(OSError):
                self._held.close()
            self._held = None

    def remove(self) -> None:
        """Free the lock and remove its file."""
        self.release()
        with contextlib.suppress(OSError):
            self._path.unlink()
