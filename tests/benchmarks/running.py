"""Ways to build a site, run one after the other, with what each cost."""

import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.project import environment

URL = "https://example.invalid/lich/"
MKDOCS = (sys.executable, "-m", "mkdocs", "build", "--quiet")
WATCH = (sys.executable, "-I", "-S", str(Path(__file__).with_name("watch.py")))


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """Of one build: seconds of the processor and of the clock, the peak of memory in bytes.

    The seconds are those of all its processes, the memory what they hold together at one time.
    """

    cpu_seconds: float
    wall_seconds: float
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
    cpu_seconds = wall_seconds = 0.0
    memory = 0
    for command in way.commands:
        watched = subprocess.run(
            [*WATCH, *command],
            cwd=way.folder,
            env=environment(SITE_URL=URL),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )
        if watched.returncode:
            raise SystemExit(f"{' '.join(command)} failed in {way.folder}")
        worked, lasted, held = watched.stdout.splitlines()[-1].split()
        cpu_seconds += float(worked)
        wall_seconds += float(lasted)
        memory = max(memory, int(held))
    return Cost(cpu_seconds=cpu_seconds, wall_seconds=wall_seconds, memory=memory)


def move_away(path: Path) -> None:
    """Have nothing at `path` without removing a file.

    ext4 passes over every file that was just removed whenever it makes one, which would count.
    """
    if path.exists():
        path.rename(Path(tempfile.mkdtemp(dir=path.parents[1]), path.name))


def file_sizes(folder: Path) -> list[int]:
    """Return the size in bytes of every file below a folder."""
    return [path.stat().st_size for path in folder.rglob("*") if path.is_file()]


def measure(ways: Sequence[Way], rounds: int) -> list[tuple[Way, Cost]]:
    """Return the median cost of each build; builds take turns under the same conditions."""
    costs: dict[str, list[Cost]] = {way.name: [] for way in ways}
    for _ in range(rounds):
        for way in ways:
            costs[way.name].append(run(way))
    return [(way, _median(costs[way.name])) for way in ways]


def _median(costs: Sequence[Cost]) -> Cost:
    return Cost(
        cpu_seconds=statistics.median(cost.cpu_seconds for cost in costs),
        wall_seconds=statistics.median(cost.wall_seconds for cost in costs),
        memory=round(statistics.median(cost.memory for cost in costs)),
    )
