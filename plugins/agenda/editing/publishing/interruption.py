"""Let one publication run at a time, and clear what a killed one left in the repository."""

import contextlib
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from agenda.build.file_lock import FileLock, LockHeld
from agenda.build.live.git import GitUnavailable, Repository
from agenda.editing.publishing.progress import PublishingStopped

_PATIENCE = 5.0
"""The time in seconds for git processes that outlived the killed publication."""


@contextmanager
def exclusive_publication(folder: Path, state: Path) -> Iterator[None]:
    """Hold the lock of publications of the site in `folder`; `state` is its private folder.

    Raise `PublishingStopped` where another publication runs.
    """
    state.mkdir(parents=True, exist_ok=True)
    lock, marker = FileLock(state / "publish.lock"), state / "publish.running"
    try:
        lock.acquire()
    except LockHeld as error:
        raise PublishingStopped.because(
            "Một lệnh đăng khác đang chạy trên máy này. Đợi lệnh đó xong rồi đăng lại nếu cần."
        ) from error
    try:
        if marker.exists():
            _remove_locks(folder, marker.stat().st_mtime)
        marker.touch()
        yield
    finally:  # only a killed publication leaves the marker
        with contextlib.suppress(OSError):
            marker.unlink()
        lock.release()


def _remove_locks(folder: Path, since: float) -> None:
    """Remove the locks that killed git processes left since a time."""
    end = time.monotonic() + _PATIENCE
    while locks := [path for path in _locks(folder) if _changed(path) >= since]:
        if time.monotonic() > end:
            for path in locks:
                path.unlink(missing_ok=True)
            return
        time.sleep(0.2)


def _locks(folder: Path) -> Iterator[Path]:
    try:
        repository = Repository.open(folder)
    except GitUnavailable:
        return
    yield from repository.git_dir.glob("*.lock")
    yield from (repository.git_dir / "refs").rglob("*.lock")


def _changed(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:  # git has just removed it
        return 0.0
