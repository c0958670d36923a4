"""Run builds in turn and measure their cost."""

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
MEASURE = (sys.executable, "-I", "-S", str(Path(__file__).with_name("resource_usage.py")))


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """The cost of one build: CPU and wall seconds, and the peak of memory in bytes.

    The seconds are those of all its processes; the memory is what they hold together.
    """

    cpu_seconds: float
    wall_seconds: float
    memory: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """A build of a site: commands that run in `folder` after `before` has prepared it."""

    name: str
    folder: Path
    commands: Sequence[Sequence[str]]
    output: Path
    before: Callable[[], None]


def run(build: Build) -> Cost:
    """Run a build and return its cost. Raise `SystemExit` if a command fails."""
    build.before()
    cpu_seconds = wall_seconds = 0.0
    memory = 0
    for command in build.commands:
        watched = subprocess.run(
            [*MEASURE, *command],
            cwd=build.folder,
            env=environment(SITE_URL=URL),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )
        if watched.returncode:
            raise SystemExit(f"{' '.join(command)} failed in {build.folder}")
        worked, lasted, held = watched.stdout.splitlines()[-1].split()
        cpu_seconds += float(worked)
        wall_seconds += float(lasted)
        memory = max(memory, int(held))
    return Cost(cpu_seconds=cpu_seconds, wall_seconds=wall_seconds, memory=memory)


def move_away(path: Path) -> None:
    """Move `path` away instead of removing it.

    ext4 is slow to create files where many were just removed, which would count.
    """
    if path.exists():
        path.rename(Path(tempfile.mkdtemp(dir=path.parents[1]), path.name))


def file_sizes(folder: Path) -> list[int]:
    """Return the size in bytes of every file below a folder."""
    return [path.stat().st_size for path in folder.rglob("*") if path.is_file()]


def measure(builds: Sequence[Build], rounds: int) -> list[tuple[Build, Cost]]:
    """Return the median cost of each build; builds take turns under the same conditions."""
    costs: dict[str, list[Cost]] = {build.name: [] for build in builds}
    for _ in range(rounds):
        for build in builds:
            costs[build.name].append(run(build))
    return [(build, _median(costs[build.name])) for build in builds]


def _median(costs: Sequence[Cost]) -> Cost:
    return Cost(
        cpu_seconds=statistics.median(cost.cpu_seconds for cost in costs),
        wall_seconds=statistics.median(cost.wall_seconds for cost in costs),
        memory=round(statistics.median(cost.memory for cost in costs)),
    )
