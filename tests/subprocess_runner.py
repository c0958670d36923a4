"""Functions of tests in a process without the threads that other tests have left."""

import os
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

two_processors = pytest.mark.skipif(
    sys.platform != "linux" or len(os.sched_getaffinity(0)) < 2,
    reason="there is a second process only on Linux, with a second processor",
)


def run_in_subprocess(check: Callable[[Path], None], folder: Path) -> None:
    """Call `check`, which a module has to define, in a new process; raises what it raises.

    A skip cannot leave that process: look for programs before.
    """
    with ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn")) as pool:
        pool.submit(check, folder).result()
