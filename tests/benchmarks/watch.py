"""Runs a command and prints what it took: seconds of the processor and of the clock, peak memory.

A program of its own, which imports next to nothing: Linux counts as a process's memory also what
the process held that started it, so whoever measures has to be small.
"""

import os
import sys
import time

UNIT = 1 if sys.platform == "darwin" else 1024  # getrusage(2): bytes there, else kilobytes

if __name__ == "__main__":
    start = time.perf_counter()
    process = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ)
    _, status, usage = os.wait4(process, 0)
    lasting = time.perf_counter() - start
    print(usage.ru_utime + usage.ru_stime, lasting, usage.ru_maxrss * UNIT)  # noqa: T201
    sys.exit(os.waitstatus_to_exitcode(status))
