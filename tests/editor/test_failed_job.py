"""An unexpected error while publishing ends in a message, not in an endless page."""

import time

import pytest

from tests.editor.conftest import Office, words


@pytest.mark.parametrize("error", [RuntimeError("x"), PermissionError(13, "held", "ho-so.json")])
def test_an_unexpected_error_is_told(
    office: Office, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fail(_: object) -> None:
        raise error

    monkeypatch.setattr("agenda.editor.publishing_job.preview_publication", fail)
    office.post("/dang/xem-lai/")
    end = time.monotonic() + 60
    while "data-running" in office.get("/dang/").text:
        assert time.monotonic() < end
        time.sleep(0.05)
    page = office.get("/dang/")
    assert "Có lỗi bất ngờ" in words(page)
    assert "So lại với trang đang đăng" in words(page)
