"""Deploy a commit from a clean checkout, so that edits made meanwhile do not matter."""

import shutil
import time
from pathlib import Path

from agenda.build.file_lock import FileLock, LockHeld
from agenda.editing.publishing.generator import run_mkdocs
from agenda.editing.publishing.progress import PublishingStopped
from agenda.editing.publishing.remote import deployed_tip
from agenda.editing.publishing.working_copy import WorkingCopy, ask_git

_CHECKOUT, _SITE = "publish", "publish-site"
_PATIENCE = 180
"""The time in seconds for the deploy of a publication that was killed."""


def deploy_commit(working: WorkingCopy, commit: str, state: Path) -> str:
    """Run `mkdocs gh-deploy` for a commit; return the tip of the live branch.

    `state` is a private folder of the clone. Raise `PublishingStopped` where the site is not live
    afterwards.
    """
    checkout = state / _CHECKOUT
    add = ("worktree", "add", "--quiet", "--detach", "--force", "--force")
    ask_git(working.repository, *add, str(checkout), commit)
    failure = None
    try:
        folder = checkout / working.site
        site = ("--site-dir", str(state / _SITE))
        run_mkdocs(folder, working.python_path(checkout), "gh-deploy", "--strict", *site)
    except PublishingStopped as error:
        failure = error
    finally:
        _remove(working, checkout, state)
    tip = deployed_tip(working, commit)
    if tip is None:
        raise failure or PublishingStopped.because(
            "Lệnh đăng đã chạy xong mà nhánh đang đăng chưa có bản mới. Hãy đăng lại."
        )
    return tip


def finish_earlier_deploy(working: WorkingCopy, state: Path) -> None:
    """Wait for the deploy of a killed publication, which may still run; remove its files."""
    lock = FileLock(state / f".{_SITE}.lock")
    end = time.monotonic() + _PATIENCE
    while True:
        try:
            lock.acquire()
        except LockHeld:
            if time.monotonic() > end:
                raise PublishingStopped.because(
                    "Lệnh đăng của lần trước, đã bị ngắt, vẫn đang chạy. Đợi vài phút rồi đăng lại."
                ) from None
            time.sleep(0.5)
        else:
            lock.release()
            break
    _remove(working, state / _CHECKOUT, state)


def _remove(working: WorkingCopy, checkout: Path, state: Path) -> None:
    """Remove the checkout, also one that a killed publication left."""
    shutil.rmtree(state / _SITE, ignore_errors=True)
    if checkout.exists():
        working.repository.run("worktree", "remove", "--force", "--force", str(checkout))
        shutil.rmtree(checkout, ignore_errors=True)
    working.repository.run("worktree", "prune")
