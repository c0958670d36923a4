"""`make bench`: our builds beside what a department could use instead, with the same agendas.

Writes the tables and the plot of `docs/huong-dan/toc-do.md`, which says what each way contains.
Beside ours are the stock theme of MkDocs with Markdown as written by hand and, where Hugo is
installed, Hugo from the same YAML with Pagefind over a page a day. Seconds are the processor's and
the clock's, which counts what else the machine does too; of several rounds, taken in turn, the
median counts.
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
from tests.benchmarks.guides import GUIDES, machine, number, renewed, table
from tests.benchmarks.hugo import find_hugo, find_pagefind, write_hugo
from tests.benchmarks.plot import bars
from tests.benchmarks.running import MKDOCS, URL, Cost, Way, file_sizes, measure, put_away
from tests.benchmarks.stock import write_stock
from tests.generators.serving import served
from tests.project import Project
from tests.synthetic import write_years

COMMAND = "make bench"
PAGE = GUIDES / "toc-do.md"
PLOT = GUIDES / "anh" / "toc-do.svg"

COLUMNS = ("Cách dựng", "Bộ xử lý (giây)", "Đồng hồ (giây)", "Bộ nhớ (MB)", "Tệp", "Trang (MB)")
RATIOS = ("Trang này", "So với", "Bộ xử lý (lần)", "Đồng hồ (lần)", "Bộ nhớ (lần)")
GROWTH = (
    *("Số năm", "Số việc", "Bộ xử lý (giây)", "So với 20 năm", "Đồng hồ (giây)"),
    *("Bộ nhớ (MB)", "Trang (MB)"),
)


def project_of(folder: Path, years: int, seed: int = 0) -> Project:
    project = empty_project(folder)
    write_years(project.folder / "agendas", FIRST_YEAR, years, seed=seed)
    return project


def empty_project(folder: Path) -> Project:
    """The project with no agenda at all."""
    return Project.copy_to(folder, agendas=None)


def newest_unamended(project: Project) -> Path:
    """The newest file whose words its month's page shows."""
    paths = [*project.folder.glob("agendas/20*.yml")]
    amended = {path.name.partition(".")[0] for path in paths if ".dc" in path.name}
    return max(path for path in paths if path.name.partition(".")[0] not in amended)


def forget(project: Project) -> None:
    for made in (project.site, project.folder / ".cache"):
        put_away(made)


def word_anew(project: Project) -> None:
    """Edit one item of the newest month."""
    path = newest_unamended(project)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("noi_dung: ", "noi_dung: Lại ", 1), encoding="utf-8")


def ours(project: Project) -> list[Way]:
    def way(name: str, before: Callable[[], None]) -> Way:
        return Way(
            name=name,
            folder=project.folder,
            commands=[MKDOCS],
            output=project.site,
            before=before,
        )

    return [
        way("Trang này, dựng lần đầu", lambda: forget(project)),
        way("Trang này, dựng lại", lambda: None),
        way("Trang này, sau khi sửa một tháng", lambda: word_anew(project)),
    ]


def others(project: Project, folder: Path) -> list[Way]:
    agenda = load_agenda(project.folder / "agendas").agenda
    ways = [
        _stock(agenda, folder / "thang", "mkdocs-material, trang tháng", entries=False),
        _stock(
            agenda,
            folder / "day-du",
            "mkdocs-material, trang tháng, lãnh đạo, cơ quan",
            entries=True,
        ),
    ]
    if hugo := find_hugo():
        ways.append(_hugo(agenda, project, folder / "hugo", hugo))
    return ways


def _stock(agenda: Agenda, folder: Path, name: str, *, entries: bool) -> Way:
    write_stock(agenda, folder, URL, entries=entries)
    site = folder / "site"
    return _anew(name, folder, [MKDOCS], site)


def _hugo(agenda: Agenda, project: Project, folder: Path, hugo: str) -> Way:
    write_hugo(agenda, project.folder, folder)
    public = folder / "public"
    commands = [[hugo, "--quiet"], [find_pagefind(), "--site", str(public)]]
    return _anew("Hugo và Pagefind, trang tháng", folder, commands, public)


def _anew(name: str, folder: Path, commands: Sequence[Sequence[str]], output: Path) -> Way:
    return Way(
        name=name,
        folder=folder,
        commands=commands,
        output=output,
        before=lambda: put_away(output),
    )


def compare(years: int, rounds: int) -> tuple[str, str]:
    """The tables of a record of so many years, and its plot."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        project = project_of(folder / "lich", years)
        own = ours(project)
        measured = measure([*own, *others(project, folder)], rounds)
        rows = [COLUMNS, *(_row(way, cost) for way, cost in measured)]
        saved, computed = previewed(project, folder / "log")
    costs = [(way.name, cost) for way, cost in measured]
    plot = bars(
        f"Giây của bộ xử lý để dựng {years} năm",
        [(name, cost.computing) for name, cost in costs],
    )
    sentence = (
        f"Khi xem thử (`mkdocs serve`) {years} năm, từ lúc lưu một tháng đến lúc trang mới hiện "
        f"ra: {number(saved, 1)} giây, trong đó bộ xử lý làm việc {number(computed, 1)} giây."
    )
    ratios = table([RATIOS, *compared(costs[: len(own)], costs[len(own) :])])
    return f"{table(rows)}\n{ratios}\n{sentence}\n", plot


def _row(way: Way, cost: Cost) -> tuple[str, ...]:
    sizes = file_sizes(way.output)
    return (
        way.name,
        number(cost.computing, 1),
        number(cost.lasting, 1),
        number(cost.memory / 1e6),
        number(len(sizes)),
        number(sum(sizes) / 1e6),
    )


def compared(
    mine: Sequence[tuple[str, Cost]], theirs: Sequence[tuple[str, Cost]]
) -> list[tuple[str, ...]]:
    """Every way of ours as so many times every other: below 1 ours takes less."""
    return [
        (
            name,
            other,
            number(cost.computing / base.computing, 2),
            number(cost.lasting / base.lasting, 2),
            number(cost.memory / base.memory, 2),
        )
        for name, cost in mine
        for other, base in theirs
    ]


def previewed(project: Project, log: Path, edits: int = 5) -> tuple[float, float]:
    """Seconds from saving a month to its new page, and of the server's processor, in the middle."""
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
            mark = f"Lưu lần {edit_number}"
            file.write_text(text.replace("noi_dung: ", f"noi_dung: {mark} ", 1), encoding="utf-8")
            while mark not in (server.page(f"{month}/") or ""):
                time.sleep(0.02)
            waits.append(time.perf_counter() - start)
            works.append(server.computed - before)
    return statistics.median(waits), statistics.median(works)


def growth(years: Sequence[int], rounds: int) -> str:
    """How the first build grows with the record."""
    found: dict[int, tuple[int, Cost, int]] = {}
    with tempfile.TemporaryDirectory() as temporary:
        for count in years:
            project = project_of(Path(temporary) / str(count), count)
            items = sum(1 for _ in load_agenda(project.folder / "agendas").agenda.items)
            ((_, cost),) = measure(ours(project)[:1], rounds)
            found[count] = items, cost, sum(file_sizes(project.site))
    base = found[20][1].computing if 20 in found else None
    return table(
        [
            GROWTH,
            *(
                (
                    number(count),
                    number(items),
                    number(cost.computing, 1),
                    number(cost.computing / base, 2) if base else "",
                    number(cost.lasting, 1),
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
    PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8"), COMMAND, text), encoding="utf-8")
    PLOT.write_text(plot, encoding="utf-8")
    sys.stdout.write(text)


if __name__ == "__main__":
    main()
