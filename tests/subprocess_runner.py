"""Functions of tests in a process without the threads that other tests have left."""

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path


def run_in_subprocess(check: Callable[[Path], None], folder: Path) -> None:
    """Call `check`, which a module has to define, in a new process; raises what it raises.

    A skip cannot leave that process: look for programs before.
    """
    with ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn")) as pool:
        pool.submit(check, folder).result()
