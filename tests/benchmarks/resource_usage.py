"""Run a command and print its CPU seconds, wall seconds and peak memory.

This is a separate program with few imports: Linux counts the memory of the process that starts
another as memory of that other.
"""

import os
import sys
import threading
import time

UNIT = 1 if sys.platform == "darwin" else 1024  # getrusage(2): bytes there, else kilobytes
PAUSE = 0.1
"""Seconds between two measurements of memory, which stop the processes."""


def held_by(process: int) -> int:
    """Return the memory of a process and its descendants in bytes; see proc(5).

    A page that several processes share counts once. Of mapped files, those of the process that maps
    most count.
    """
    processes = family(process)
    own = sum(told(f"/proc/{each}/smaps_rollup", "Pss_Anon") for each in processes)
    return own + max(told(f"/proc/{each}/status", "RssFile") for each in processes)


def family(process: int) -> list[int]:
    """Return the ids of a process and its descendants."""
    (children,) = lines_of(f"/proc/{process}/task/{process}/children") or [""]
    return [process, *(each for child in children.split() for each in family(int(child)))]


def told(path: str, name: str) -> int:
    """Return the bytes that a line of a file gives under a name."""
    found = (line.split()[1] for line in lines_of(path) if line.startswith(f"{name}:"))
    return int(next(found, "0")) * 1024


def lines_of(path: str) -> list[str]:
    """Return the lines of a file; none if its process has just ended."""
    try:
        with open(path) as lines:  # noqa: PTH123 - pathlib would be another import
            return lines.readlines()
    except OSError:
        return []


class Watcher(threading.Thread):
    """A thread that measures the memory of a process and its descendants repeatedly."""

    def __init__(self, process: int) -> None:
        super().__init__(daemon=True)
        self.process = process
        self.most = 0

    def run(self) -> None:
        while True:
            time.sleep(PAUSE)
            if len(family(self.process)) > 1:  # of a single one the system itself knows the peak
                self.most = max(self.most, held_by(self.process))


def main() -> int:
    start = time.perf_counter()
    process = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ)
    watcher = Watcher(process)
    watcher.start()
    _, status, usage = os.wait4(process, 0)
    wall_seconds = time.perf_counter() - start
    held = max(watcher.most, usage.ru_maxrss * UNIT)
    print(usage.ru_utime + usage.ru_stime, wall_seconds, held)  # noqa: T201
    return os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    sys.exit(main())
