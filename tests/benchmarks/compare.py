"""`make bench`: our builds beside what a department could use instead, with the same agendas.

Writes the table and the plot of `docs/huong-dan/toc-do.md`. Beside ours are the stock theme of
MkDocs with a page of Markdown a month, and, where they are installed, Hugo with a page a month from
the same YAML, and Pagefind over that. Seconds are the processor's, of all processes of a build,
since those of the clock count what else the machine does; of several rounds, taken in turn, the
median counts.
"""

import argparse
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from agenda.source.folder import load_agenda
from tests.adapter.serving import served
from tests.benchmarks.build import FIRST_YEAR
from tests.benchmarks.hugo import write_hugo
from tests.benchmarks.plot import bars
from tests.benchmarks.stock import write_stock
from tests.project import REPOSITORY, Project, contents, environment
from tests.synthetic import write_years

PAGE = REPOSITORY / "docs" / "huong-dan" / "toc-do.md"
PLOT = REPOSITORY / "docs" / "huong-dan" / "anh" / "toc-do.svg"
BEGIN, END = "<!-- make bench: bắt đầu -->", "<!-- make bench: hết -->"
MKDOCS = (sys.executable, "-m", "mkdocs", "build", "--quiet")
UNIT = 1 if sys.platform == "darwin" else 1024  # getrusage(2): bytes there, else kilobytes

COLUMNS = ("Cách dựng", "Bộ xử lý (giây)", "Đồng hồ (giây)", "Bộ nhớ (MB)", "Tệp", "Trang (MB)")
GROWTH = ("Số năm", "Số việc", "Bộ xử lý (giây)", "So với 20 năm", "Bộ nhớ (MB)", "Trang (MB)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """Of one build: seconds of the processor and of the clock, the peak of memory in bytes."""

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
    way.before()
    computing = lasting = 0.0
    memory = 0
    for command in way.commands:
        start = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=way.folder,
            env=environment(SITE_URL="https://example.invalid/lich/"),
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


def project_of(folder: Path, years: int) -> Project:
    project = Project.copy_to(folder)
    agendas = project.folder / "agendas"
    for path in agendas.iterdir():
        path.unlink()
    write_years(agendas, FIRST_YEAR, years)
    return project


def newest_unamended(project: Project) -> Path:
    """The newest file whose words its month's page shows."""
    paths = [*project.folder.glob("agendas/20*.yml")]
    amended = {path.name.partition(".")[0] for path in paths if ".dc" in path.name}
    return max(path for path in paths if path.name.partition(".")[0] not in amended)


def forget(project: Project) -> None:
    for made in (project.site, project.folder / ".cache"):
        shutil.rmtree(made, ignore_errors=True)


def ours(project: Project) -> list[Way]:
    def way(name: str, before: Callable[[], None]) -> Way:
        return Way(
            name=name,
            folder=project.folder,
            commands=[MKDOCS],
            output=project.site,
            before=before,
        )

    def word_anew() -> None:
        path = newest_unamended(project)
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("noi_dung: ", "noi_dung: Lại ", 1), encoding="utf-8")

    return [
        way("Trang này, dựng lần đầu", lambda: forget(project)),
        way("Trang này, dựng lại", lambda: None),
        way("Trang này, sau khi sửa một tháng", word_anew),
    ]


def others(project: Project, folder: Path, pagefind: str | None) -> list[Way]:
    agendas = project.folder / "agendas"
    write_stock(load_agenda(agendas).agenda, folder / "stock", "https://example.invalid/")
    stock = folder / "stock" / "site"
    ways = [
        Way(
            name="mkdocs-material, mỗi tháng một trang Markdown",
            folder=folder / "stock",
            commands=[MKDOCS],
            output=stock,
            before=lambda: shutil.rmtree(stock, ignore_errors=True),
        )
    ]
    if hugo := shutil.which("hugo"):
        write_hugo(agendas, folder / "hugo")
        public = folder / "hugo" / "public"
        commands: list[list[str]] = [[hugo, "--quiet"]]
        if pagefind:
            commands.append([pagefind, "--site", str(public)])
        ways.append(
            Way(
                name=HUGO if pagefind else "Hugo, chỉ có trang tháng, không tìm kiếm",
                folder=folder / "hugo",
                commands=commands,
                output=public,
                before=lambda: shutil.rmtree(public, ignore_errors=True),
            )
        )
    return ways


HUGO = "Hugo và Pagefind, chỉ có trang tháng"


def compare(years: int, rounds: int, pagefind: str | None) -> tuple[str, str]:
    """The table of a record of so many years, and its plot."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        project = project_of(folder / "lich", years)
        costs = measure([*ours(project), *others(project, folder, pagefind)], rounds)
        rows = [COLUMNS]
        for way, cost in costs:
            made = contents(way.output)
            rows.append(
                (
                    way.name,
                    number(cost.computing, 1),
                    number(cost.lasting, 1),
                    number(cost.memory / 1e6),
                    number(len(made)),
                    number(sum(map(len, made.values())) / 1e6),
                )
            )
        plot = bars(
            f"Giây của bộ xử lý để dựng {years} năm",
            [(way.name, cost.computing) for way, cost in costs],
        )
        saved, computed = previewed(project, folder / "log")
    sentence = (
        f"Khi xem trước (`mkdocs serve`) {years} năm, từ lúc lưu một tháng đến lúc trang mới hiện "
        f"ra: {number(saved, 1)} giây, trong đó bộ xử lý làm việc {number(computed, 1)} giây."
    )
    return f"{table(rows)}\n{sentence}\n", plot


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
            found[count] = items, cost, sum(map(len, contents(project.site).values()))
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
                    number(cost.memory / 1e6),
                    number(size / 1e6),
                )
                for count, (items, cost, size) in found.items()
            ),
        ]
    )


def table(rows: Sequence[Sequence[str]]) -> str:
    """Markdown; all columns but the first hold numbers."""
    head, *body = rows
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *body]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def number(value: float, places: int = 0) -> str:
    """As Vietnamese writes it: "10.653", "2,5"."""
    return f"{value:,.{places}f}".translate(str.maketrans(",.", ".,"))


def machine() -> str:
    """What the figures are of."""
    model = platform.processor() or platform.machine()
    information = Path("/proc/cpuinfo")
    if information.exists():
        names = (line for line in information.read_text().splitlines() if "model name" in line)
        model = next(names, f": {model}").partition(":")[2].strip()
    return (
        f"Máy đo: {model}, {os.cpu_count()} nhân, {platform.system()}, Python "
        f"{platform.python_version()}."
    )


def renewed(page: str, text: str) -> str:
    """The page with another text between its marks."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{text.strip()}\n\n{END}{after}"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.compare", description=__doc__)
    parser.add_argument("--years", type=int, default=20)
    parser.add_argument("--growth", type=int, nargs="+", default=[5, 10, 20, 40])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--pagefind", default=shutil.which("pagefind"), help="its program")
    options = parser.parse_args()
    compared, plot = compare(options.years, options.rounds, options.pagefind)
    text = f"{compared}\n{growth(options.growth, options.rounds)}\n{machine()}\n"
    PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8"), text), encoding="utf-8")
    PLOT.write_text(plot, encoding="utf-8")
    sys.stdout.write(text)


if __name__ == "__main__":
    main()
