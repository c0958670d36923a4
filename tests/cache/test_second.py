"""A second process does what the first has no need of yet, or else there is none."""

import os
import sys
import threading
from pathlib import Path

import pytest

from agenda.cache import second

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or len(os.sched_getaffinity(0)) < 2,
    reason="there is a second process only on Linux, with a second processor",
)


def test_the_work_is_done_in_another_process(tmp_path: Path) -> None:
    file = tmp_path / "who"

    def work() -> None:
        file.write_text(str(os.getpid()))

    process = second.begin(work)
    assert process is not None
    assert second.ended_well(process)
    assert file.read_text() == str(process) != str(os.getpid())


def test_work_that_fails_did_not_end_well(capfd: pytest.CaptureFixture[str]) -> None:
    def fail() -> None:
        raise ValueError("hỏng")

    process = second.begin(fail)
    assert process is not None
    assert not second.ended_well(process)
    assert capfd.readouterr() == ("", "")


def test_work_that_nobody_needs_is_stopped() -> None:
    def wait() -> None:
        threading.Event().wait()

    process = second.begin(wait)
    assert process is not None
    second.stop(process)
    with pytest.raises(ChildProcessError):
        os.waitpid(process, 0)


def test_there_is_none_beside_another_thread() -> None:
    ended = threading.Event()
    thread = threading.Thread(target=ended.wait)
    thread.start()
    try:
        assert second.begin(lambda: None) is None
    finally:
        ended.set()
        thread.join()


def test_there_is_none_on_a_single_processor() -> None:
    everywhere = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(everywhere)})
    try:
        assert second.begin(lambda: None) is None
    finally:
        os.sched_setaffinity(0, everywhere)
