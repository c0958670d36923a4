"""Ways to build a site, run one after the other, with what each cost."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.project import environment

URL = "https://example.invalid/lich/"
MKDOCS = (sys.executable, "-m", "mkdocs", "build", "--quiet")
UNIT = 1 if sys.platform == "darwin" else 1024  # getrusage(2): bytes there, else kilobytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """Of one build: seconds of the processor and of the clock, the peak of memory in bytes.

    The seconds are those of all its processes, the memory that of the largest.
    """

    computing: float
    lasting: float
    memory: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A way to build a site: its commands, run in `folder`, after `before` has set the scene."""

    name: str
    folder: Path
    commands: Sequence[Sequence[str]]
    output: Path
    before: Callable[[], None]


def run(way: Way) -> Cost:
    """Raise `SystemExit` where a command fails."""
    way.before()
    computing = lasting = 0.0
    memory = 0
    for command in way.commands:
        start = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=way.folder,
            env=environment(SITE_URL=URL),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"{' '.join(command)} failed in {way.folder}")
        lasting += time.perf_counter() - start
        computing += usage.ru_utime + usage.ru_stime
        memory = max(memory, usage.ru_maxrss * UNIT)
    return Cost(computing=computing, lasting=lasting, memory=memory)


def measure(ways: Sequence[Way], rounds: int) -> list[tuple[Way, Cost]]:
    """The median cost of each way; the ways take turns, so that all meet the same machine."""
    costs: dict[str, list[Cost]] = {way.name: [] for way in ways}
    for _ in range(rounds):
        for way in ways:
            costs[way.name].append(run(way))
    return [(way, _median(costs[way.name])) for way in ways]


def _median(costs: Sequence[Cost]) -> Cost:
    return Cost(
        computing=statistics.median(cost.computing for cost in costs),
        lasting=statistics.median(cost.lasting for cost in costs),
        memory=round(statistics.median(cost.memory for cost in costs)),
    )
