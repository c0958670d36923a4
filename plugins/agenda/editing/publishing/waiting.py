"""Wait for a workflow to deploy, and for the public URL to serve the new ledger."""

import time
import urllib.request
from collections.abc import Callable, Iterator
from http.client import HTTPException
from typing import TypeVar

from agenda.editing.publishing.progress import PublishingStopped
from agenda.editing.publishing.remote import deployed_tip
from agenda.editing.publishing.working_copy import WorkingCopy
from agenda.history.ledger import MAX_BYTES
from agenda.site.urls import LEDGER

T = TypeVar("T")

_TIMEOUT = 20
"""The time in seconds for one answer of the public site."""
_FIRST_PAUSE, _LONGEST_PAUSE = 0.5, 10.0


def wait_for_workflow(working: WorkingCopy, commit: str, workflow: str, patience: float) -> str:
    """Wait for a workflow to deploy a commit; return the tip of the live branch."""
    tip = _poll(lambda: deployed_tip(working, commit), patience)
    if tip is None:
        raise PublishingStopped.because(
            f"Bản nguồn đã lên kho, nhưng sau {_minutes(patience)} {workflow} chưa đăng xong. "
            "Trang vẫn là bản cũ. Mở mục Actions của kho trên GitHub xem dừng ở đâu; đăng lại thì "
            "công cụ chờ tiếp."
        )
    return tip


def wait_for_public(home: str, ledger: bytes, tip: str, patience: float) -> None:
    """Wait until the site at `home` serves a ledger. Raise `PublishingStopped` after a while."""
    # Another URL for each deploy, so that no cache on the way answers with the former ledger.
    url = f"{home}{LEDGER}?{tip[:12]}"
    if _poll(lambda: _fetch(url) == ledger or None, patience) is None:
        raise PublishingStopped.because(
            f"Nhánh đang đăng đã có bản mới, nhưng sau {_minutes(patience)} {home} vẫn chưa hiện "
            "bản ấy. Thường chỉ cần chờ thêm. Nếu vẫn vậy, xem đó có đúng là địa chỉ công khai của "
            "trang không (dòng site_url trong mkdocs.yml), và nơi đặt trang có lấy từ nhánh đang "
            "đăng không."
        )


def _poll(attempt: Callable[[], T | None], patience: float) -> T | None:
    end = time.monotonic() + patience
    for pause in _pauses():
        if (result := attempt()) is not None:
            return result
        if time.monotonic() + pause > end:
            return None
        time.sleep(pause)
    raise AssertionError  # the pauses never end


def _pauses() -> Iterator[float]:
    pause = _FIRST_PAUSE
    while True:
        yield pause
        pause = min(pause * 1.5, _LONGEST_PAUSE)


def _fetch(url: str) -> bytes | None:
    request = urllib.request.Request(url, headers={"Cache-Control": "no-cache"})
    try:
        with urllib.request.urlopen(request, timeout=_TIMEOUT) as answer:
            content: bytes = answer.read(MAX_BYTES + 1)
            return content
    except (OSError, HTTPException, ValueError):
        return None


def _minutes(seconds: float) -> str:
    return f"{max(1, round(seconds / 60))} phút"
