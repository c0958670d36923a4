"""`python -m tests.benchmarks.build`: measure builds by the number of years.

Every build is a real `mkdocs build` with synthetic agendas. Times are the shortest of several. The
ratio compares the CPU time of a month with the first row that has months.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from agenda.source.folder import load_agenda
from tests.benchmarks.runner import MKDOCS, Build, run
from tests.project import Project, contents
from tests.synthetic import write_years

FIRST_YEAR = 2006

HEADINGS = (
    *("years", "months", "items", "pages", "read s", "build s", "cpu s", "cpu ms/month", "ratio"),
    *("memory MB", "output MB", "kB/month"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """Times in seconds, sizes in bytes; memory is the peak of the process."""

    years: int
    months: int
    items: int
    pages: int
    reading: float
    building: float
    cpu_seconds: float
    memory: int
    output: int


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.build", description=__doc__)
    parser.add_argument("--years", type=int, nargs="+", default=[0, 5, 10, 20])
    parser.add_argument("--repeat", type=int, default=3)
    options = parser.parse_args()
    measurements = [measure(years, options.repeat) for years in options.years]
    sys.stdout.write(table(measurements))


def measure(years: int, repeat: int) -> Measurement:
    with tempfile.TemporaryDirectory() as folder:
        project = Project.copy_to(Path(folder) / "lich", agendas=None)
        agendas = project.folder / "agendas"
        write_years(agendas, FIRST_YEAR, years)
        reading = min(_reading(agendas) for _ in range(repeat))
        agenda = load_agenda(agendas).agenda
        build = Build(
            name="",
            folder=project.folder,
            commands=[MKDOCS],
            output=project.site,
            before=lambda: None,
        )
        builds = [run(build) for _ in range(repeat)]
        site = contents(project.site)
        return Measurement(
            years=years,
            months=len(agenda.months),
            items=sum(1 for _ in agenda.items),
            pages=sum(name.endswith(".html") for name in site),
            reading=reading,
            building=min(cost.wall_seconds for cost in builds),
            cpu_seconds=min(cost.cpu_seconds for cost in builds),
            memory=min(cost.memory for cost in builds),
            output=sum(map(len, site.values())),
        )


def table(measurements: Sequence[Measurement]) -> str:
    """Return a line for each measurement, less the costs that do not depend on months."""
    empty = next((each for each in measurements if not each.months), None)
    base, frame = (empty.cpu_seconds, empty.output) if empty else (0.0, 0)
    rows = [HEADINGS]
    first = None
    for each in measurements:
        monthly = (each.cpu_seconds - base) / each.months if each.months else None
        first = first or monthly
        rows.append(
            (
                str(each.years),
                str(each.months),
                str(each.items),
                str(each.pages),
                f"{each.reading:.2f}",
                f"{each.building:.2f}",
                f"{each.cpu_seconds:.2f}",
                f"{monthly * 1000:.1f}" if monthly else "",
                f"{monthly / first:.2f}" if monthly and first else "",
                f"{each.memory / 1e6:.0f}",
                f"{each.output / 1e6:.1f}",
                f"{(each.output - frame) / each.months / 1e3:.0f}" if each.months else "",
            )
        )
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "".join(
        "  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)) + "\n"
        for row in rows
    )


def _reading(agendas: Path) -> float:
    start = time.perf_counter()
    load_agenda(agendas)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
