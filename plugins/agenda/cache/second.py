"""A second process, for work that a build can do without the results of for a while."""

import contextlib
import os
import signal
import sys
import threading
from collections.abc import Callable


def begin(work: Callable[[], None]) -> int | None:
    """Start `work` in a copy of this process, which ends with it; None where there cannot be one.

    A copy costs next to nothing on Linux alone. It has one thread: what another one had locked
    would stay locked in it for ever. On a single processor it would be no gain.
    """
    if sys.platform != "linux" or threading.active_count() > 1 or len(os.sched_getaffinity(0)) < 2:
        return None
    try:
        process = os.fork()
    except OSError:  # no more processes, or no memory for one
        return None
    if process == 0:
        failed = True
        try:
            signal.signal(signal.SIGINT, signal.SIG_DFL)  # who stops the build stops this too
            work()
            failed = False
        finally:
            os._exit(failed)  # what this process began is the other's to end
    return process


def ended_well(process: int) -> bool:
    """Wait for the end of the work; whether all of it is known to be done."""
    try:
        _, status = os.waitpid(process, 0)
    except ChildProcessError:  # who began this process lets the system take note of ends
        return False
    return status == 0


def stop(process: int) -> None:
    """End the work, whose results nobody needs any more."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)
    ended_well(process)
