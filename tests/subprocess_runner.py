"""Run functions of tests in a process without threads left by other tests."""

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path


def run_in_subprocess(check: Callable[[Path], None], folder: Path) -> None:
    """Call `check`, a function of a module, in a new process, and raise what it raises.

    A skip cannot leave that process: look for required programs before.
    """
    with ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn")) as pool:
        pool.submit(check, folder).result()
