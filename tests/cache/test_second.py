"""A second process does what the first has no need of yet, or else there is none."""

import os
import threading
from pathlib import Path

import pytest

from agenda.cache import second
from tests.subprocess_runner import run_in_subprocess, two_processors

pytestmark = two_processors


def another_process(folder: Path) -> None:
    file = folder / "who"

    def work() -> None:
        file.write_text(str(os.getpid()))

    process = second.begin(work)
    assert process is not None
    assert second.ended_well(process)
    assert file.read_text() == str(process) != str(os.getpid())


def test_the_work_is_done_in_another_process(tmp_path: Path) -> None:
    run_in_subprocess(another_process, tmp_path)


def failing(folder: Path) -> None:
    def fail() -> None:
        raise ValueError(f"hỏng {folder}")

    process = second.begin(fail)
    assert process is not None
    assert not second.ended_well(process)


def test_work_that_fails_did_not_end_well(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    run_in_subprocess(failing, tmp_path)
    assert capfd.readouterr() == ("", "")


def endless(folder: Path) -> None:
    def wait() -> None:
        threading.Event().wait()
        folder.rmdir()

    process = second.begin(wait)
    assert process is not None
    second.stop(process)
    with pytest.raises(ChildProcessError):
        os.waitpid(process, 0)


def test_work_that_nobody_needs_is_stopped(tmp_path: Path) -> None:
    run_in_subprocess(endless, tmp_path)


def beside_another_thread(folder: Path) -> None:
    ended = threading.Event()
    thread = threading.Thread(target=ended.wait)
    thread.start()
    try:
        assert second.begin(folder.rmdir) is None
    finally:
        ended.set()
        thread.join()


def test_there_is_none_beside_another_thread(tmp_path: Path) -> None:
    run_in_subprocess(beside_another_thread, tmp_path)


def on_a_single_processor(folder: Path) -> None:
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    assert second.begin(folder.rmdir) is None


def test_there_is_none_on_a_single_processor(tmp_path: Path) -> None:
    run_in_subprocess(on_a_single_processor, tmp_path)
