"""Files are replaced atomically."""

import errno
import os
import sys
from pathlib import Path

import pytest

from agenda.source.writing.files import (
    error_reason,
    remove_abandoned,
    replace_file,
    retry_while_open,
)

OLD, NEW = b"old\n", "mới\r\n".encode()

needs_modes = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no file modes")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "2021-05.yml"
    path.write_bytes(OLD)
    return path


def test_the_content_is_replaced_and_nothing_is_left_beside_it(file: Path) -> None:
    replace_file(file, NEW)
    assert file.read_bytes() == NEW
    assert list(file.parent.iterdir()) == [file]


@needs_modes
def test_a_new_file_is_readable_by_all(tmp_path: Path) -> None:
    replace_file(tmp_path / "2021-06.yml", NEW)
    assert (tmp_path / "2021-06.yml").read_bytes() == NEW
    assert (tmp_path / "2021-06.yml").stat().st_mode & 0o777 == 0o644


@needs_modes
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o444])
def test_the_mode_is_kept(file: Path, mode: int) -> None:
    file.chmod(mode)
    replace_file(file, NEW)
    assert file.stat().st_mode & 0o777 == mode


def test_a_reader_sees_the_old_file_or_the_new_one(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []
    really_replace = Path.replace

    def replace(aside: Path, target: Path) -> Path:
        seen.append((file.read_bytes(), aside.read_bytes()))
        return really_replace(aside, target)

    monkeypatch.setattr(Path, "replace", replace)
    replace_file(file, NEW)
    assert seen == [(OLD, NEW)]


@pytest.mark.parametrize("step", ["write", "fsync", "chmod", "replace"])
@pytest.mark.parametrize("failure", [OSError(errno.ENOSPC, "No space left"), KeyboardInterrupt()])
def test_whatever_fails_the_old_file_stays(
    file: Path, monkeypatch: pytest.MonkeyPatch, step: str, failure: BaseException
) -> None:
    def fail(*_: object) -> None:
        raise failure

    class Full:
        """A file on a full disk."""

        def __init__(self, handle: int, _: str) -> None:
            self._handle = handle

        def __enter__(self) -> "Full":
            return self

        def __exit__(self, *_: object) -> None:
            os.close(self._handle)

        write = fail

    match step:
        case "write":
            monkeypatch.setattr(os, "fdopen", Full)
        case "fsync":
            monkeypatch.setattr(os, "fsync", fail)
        case _:
            monkeypatch.setattr(Path, step, fail)
    with pytest.raises(type(failure)) as caught:
        replace_file(file, NEW)
    monkeypatch.undo()
    if isinstance(caught.value, OSError):
        assert (caught.value.errno, caught.value.filename) == (errno.ENOSPC, str(file))
    assert file.read_bytes() == OLD
    assert list(file.parent.iterdir()) == [file]


def test_a_folder_that_refuses_is_named_by_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", "/a/name/that/nobody/chose.tmp")

    monkeypatch.setattr("tempfile.mkstemp", refuse)
    with pytest.raises(PermissionError) as caught:
        replace_file(tmp_path / "2021-06.yml", NEW)
    assert caught.value.filename == str(tmp_path / "2021-06.yml")
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_writer_left_is_removed_once_nobody_can_be_writing_it(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def leave(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(Path, "replace", leave)
    monkeypatch.setattr(Path, "unlink", leave)
    for _ in range(2):
        with pytest.raises(OSError, match="Input/output"):
            replace_file(file, NEW)
    monkeypatch.undo()
    fresh, old = (path for path in file.parent.iterdir() if path != file)
    foreign = file.with_name(".ghi-chu.tmp")
    foreign.write_bytes(NEW)
    for path in (old, foreign):
        os.utime(path, (1, 1))
    remove_abandoned(file.parent.parent)
    assert set(file.parent.iterdir()) == {file, fresh, foreign}


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        replace_file(tmp_path / "nowhere" / "2021-06.yml", NEW)


def test_reasons_are_vietnamese_whatever_the_system_says() -> None:
    assert error_reason(OSError(errno.EACCES, "Permission denied")) == (
        "không có quyền, hoặc tệp đang mở trong chương trình khác"
    )
    assert error_reason(OSError(errno.ENOSPC, "No space left on device")) == "ổ đĩa đã đầy"
    assert error_reason(OSError(errno.EXDEV, "Invalid cross-device link")) == (
        f"lỗi hệ thống số {errno.EXDEV}"
    )
    assert error_reason(OSError("no number")) == "lỗi hệ thống"


def test_what_another_program_holds_open_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    pauses: list[float] = []
    monkeypatch.setattr("time.sleep", pauses.append)
    answers = [PermissionError(errno.EACCES, "in use"), PermissionError(errno.EACCES, "in use")]

    def action() -> None:
        if answers:
            raise answers.pop()

    retry_while_open(action)
    assert answers == []
    assert len(pauses) == 2


def test_what_stays_open_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.sleep", lambda _: None)

    def action() -> None:
        raise PermissionError(errno.EACCES, "in use")

    with pytest.raises(PermissionError, match="in use"):
        retry_while_open(action)
