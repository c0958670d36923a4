"""`make bench`: compare our builds with alternatives, on the same agendas.

Writes the tables and the plot of `docs/phat-trien/speed.md`, which says what each build contains.
The alternatives are the stock theme of MkDocs and, where Hugo is installed, Hugo with Pagefind.
Builds take turns for several rounds, and the median counts.
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from agenda.model import Agenda
from agenda.source.folder import load_agenda
from tests.benchmarks.build import FIRST_YEAR
from tests.benchmarks.generated_sections import PAGES, machine, number, table, write_section
from tests.benchmarks.hugo import find_hugo, find_pagefind, write_hugo
from tests.benchmarks.plot import bars
from tests.benchmarks.runner import MKDOCS, URL, Build, Cost, file_sizes, measure, move_away
from tests.benchmarks.stock import write_stock
from tests.generators.serving import served
from tests.project import Project
from tests.synthetic import write_years

COMMAND = "make bench"
PAGE = PAGES / "speed.md"
PLOT = PAGES / "speed.svg"

COLUMNS = ("Build", "CPU time (s)", "Wall time (s)", "Memory (MB)", "Files", "Site (MB)")
RATIOS = ("Build", "Compared with", "CPU time (×)", "Wall time (×)", "Memory (×)")
GROWTH = (
    *("Years", "Items", "CPU time (s)", "Relative to 20 years", "Wall time (s)"),
    *("Memory (MB)", "Site (MB)"),
)


def project_of(folder: Path, years: int, seed: int = 0) -> Project:
    project = empty_project(folder)
    write_years(project.folder / "agendas", FIRST_YEAR, years, seed=seed)
    return project


def empty_project(folder: Path) -> Project:
    """Copy the project without its agendas."""
    return Project.copy_to(folder, agendas=None)


def newest_unamended(project: Project) -> Path:
    """Return the newest file of a month that has no later revision."""
    paths = [*project.folder.glob("agendas/20*.yml")]
    amended = {path.name.partition(".")[0] for path in paths if ".dc" in path.name}
    return max(path for path in paths if path.name.partition(".")[0] not in amended)


def clear_build(project: Project) -> None:
    for made in (project.site, project.folder / ".cache"):
        move_away(made)


def edit_item(project: Project) -> None:
    """Edit one item of the newest month."""
    path = newest_unamended(project)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("noi_dung: ", "noi_dung: Sửa ", 1), encoding="utf-8")


def ours(project: Project) -> list[Build]:
    def build(name: str, before: Callable[[], None]) -> Build:
        return Build(
            name=name,
            folder=project.folder,
            commands=[MKDOCS],
            output=project.site,
            before=before,
        )

    return [
        build("This project, first build", lambda: clear_build(project)),
        build("This project, nothing changed", lambda: None),
        build("This project, after an edit of one month", lambda: edit_item(project)),
    ]


def others(project: Project, folder: Path) -> list[Build]:
    agenda = load_agenda(project.folder / "agendas").agenda
    builds = [
        _stock(agenda, folder / "months", "mkdocs-material, months", entries=False),
        _stock(
            agenda,
            folder / "complete",
            "mkdocs-material, months, leaders, units",
            entries=True,
        ),
    ]
    if hugo := find_hugo():
        builds.append(_hugo(agenda, project, folder / "hugo", hugo))
    return builds


def _stock(agenda: Agenda, folder: Path, name: str, *, entries: bool) -> Build:
    write_stock(agenda, folder, URL, entries=entries)
    site = folder / "site"
    return _from_scratch(name, folder, [MKDOCS], site)


def _hugo(agenda: Agenda, project: Project, folder: Path, hugo: str) -> Build:
    write_hugo(agenda, project.folder, folder)
    public = folder / "public"
    commands = [[hugo, "--quiet"], [find_pagefind(), "--site", str(public)]]
    return _from_scratch("Hugo and Pagefind, months", folder, commands, public)


def _from_scratch(
    name: str, folder: Path, commands: Sequence[Sequence[str]], output: Path
) -> Build:
    return Build(
        name=name,
        folder=folder,
        commands=commands,
        output=output,
        before=lambda: move_away(output),
    )


def compare(years: int, rounds: int) -> tuple[str, str]:
    """Return the tables and the plot for an archive of so many years."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        project = project_of(folder / "lich", years)
        own = ours(project)
        measured = measure([*own, *others(project, folder)], rounds)
        rows = [COLUMNS, *(_row(build, cost) for build, cost in measured)]
        saved, computed = previewed(project, folder / "log")
    costs = [(build.name, cost) for build, cost in measured]
    plot = bars(
        f"CPU seconds to build {years} years",
        [(name, cost.cpu_seconds) for name, cost in costs],
    )
    sentence = (
        f"In a preview (`mkdocs serve`) of {years} years, a saved edit shows after "
        f"{number(saved, 1)} s, {number(computed, 1)} s of it CPU time."
    )
    ratios = table([RATIOS, *compared(costs[: len(own)], costs[len(own) :])])
    return f"{table(rows)}\n{ratios}\n{sentence}\n", plot


def _row(build: Build, cost: Cost) -> tuple[str, ...]:
    sizes = file_sizes(build.output)
    return (
        build.name,
        number(cost.cpu_seconds, 1),
        number(cost.wall_seconds, 1),
        number(cost.memory / 1e6),
        number(len(sizes)),
        number(sum(sizes) / 1e6),
    )


def compared(
    mine: Sequence[tuple[str, Cost]], theirs: Sequence[tuple[str, Cost]]
) -> list[tuple[str, ...]]:
    """Return the ratios of each of our builds to each alternative; below 1, ours takes less."""
    return [
        (
            name,
            other,
            number(cost.cpu_seconds / base.cpu_seconds, 2),
            number(cost.wall_seconds / base.wall_seconds, 2),
            number(cost.memory / base.memory, 2),
        )
        for name, cost in mine
        for other, base in theirs
    ]


def previewed(project: Project, log: Path, edits: int = 5) -> tuple[float, float]:
    """Return the median wall and CPU seconds from saving a month to its new page."""
    file = newest_unamended(project)
    month = file.stem.replace("-", "/")
    text = file.read_text(encoding="utf-8")
    waits, works = [], []
    with served(project, log) as server:
        server.wait_for_page(f"{month}/", "<h1")
        for edit_number in range(edits):
            time.sleep(1)
            before = server.computed
            start = time.perf_counter()
            mark = f"Sửa lần {edit_number}"
            file.write_text(text.replace("noi_dung: ", f"noi_dung: {mark} ", 1), encoding="utf-8")
            while mark not in (server.page(f"{month}/") or ""):
                time.sleep(0.02)
            waits.append(time.perf_counter() - start)
            works.append(server.computed - before)
    return statistics.median(waits), statistics.median(works)


def growth(years: Sequence[int], rounds: int) -> str:
    """Return the table of first builds of archives of different length."""
    found: dict[int, tuple[int, Cost, int]] = {}
    with tempfile.TemporaryDirectory() as temporary:
        for count in years:
            project = project_of(Path(temporary) / str(count), count)
            items = sum(1 for _ in load_agenda(project.folder / "agendas").agenda.items)
            ((_, cost),) = measure(ours(project)[:1], rounds)
            found[count] = items, cost, sum(file_sizes(project.site))
    base = found[20][1].cpu_seconds if 20 in found else None
    return table(
        [
            GROWTH,
            *(
                (
                    number(count),
                    number(items),
                    number(cost.cpu_seconds, 1),
                    number(cost.cpu_seconds / base, 2) if base else "",
                    number(cost.wall_seconds, 1),
                    number(cost.memory / 1e6),
                    number(size / 1e6),
                )
                for count, (items, cost, size) in found.items()
            ),
        ]
    )


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.compare", description=__doc__)
    parser.add_argument("--years", type=int, default=20)
    parser.add_argument("--growth", type=int, nargs="+", default=[5, 10, 20, 40])
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    tables, plot = compare(options.years, options.rounds)
    text = f"{tables}\n{growth(options.growth, options.rounds)}\n{machine()}\n"
    write_section(PAGE, COMMAND, text)
    PLOT.write_text(plot, encoding="utf-8", newline="\n")
    sys.stdout.write(text)


if __name__ == "__main__":
    main()
