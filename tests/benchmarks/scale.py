"""`make scale`: what changes for all departments of a province, or of the country.

Writes the tables of `docs/huong-dan/quy-mo.md`: one department over decades, several departments in
one agenda and as many with a site each, all of them built; then what is worked out from these for a
province and for the country. Every build is one process, run after the other.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from playwright.sync_api import Browser

from agenda.source.folder import load_agenda
from tests.benchmarks.build import FIRST_YEAR
from tests.benchmarks.compare import empty_project, ours, project_of
from tests.benchmarks.guides import GUIDES, machine, renewed
from tests.benchmarks.province import write_province, write_province_directory
from tests.benchmarks.running import file_sizes, run
from tests.benchmarks.scale_tables import (
    ON_BUILDING,
    ON_NAMES,
    ON_PUBLISHING,
    PROVINCE,
    building,
    larger,
    names,
    on_larger,
    publishing,
)
from tests.benchmarks.site_size import SiteMeasurement, SitesInTurn, measure_site, sum_costs
from tests.browser.launch import launch_chromium
from tests.project import Project
from tests.synthetic import write_years

COMMAND = "make scale"
PAGE = GUIDES / "quy-mo.md"


def one_department(years: int, browser: Browser) -> SiteMeasurement:
    return _measure(lambda folder: project_of(folder, years), browser)


def measure_province(departments: int, years: int, browser: Browser) -> SiteMeasurement:
    """All departments in one agenda and one build."""

    def project(folder: Path) -> Project:
        project = empty_project(folder)
        write_province(project.folder / "agendas", FIRST_YEAR, years, departments)
        return project

    return _measure(project, browser)


def _measure(make: Callable[[Path], Project], browser: Browser) -> SiteMeasurement:
    with tempfile.TemporaryDirectory() as temporary:
        return measure_site(make(Path(temporary, "lich")), browser, Path(temporary, "day"))


def apart(departments: int, years: int) -> SitesInTurn:
    """Each department with an agenda and a site of its own; none is kept once it is measured."""
    items = files = size = 0
    costs = []
    for department in range(departments):
        with tempfile.TemporaryDirectory() as temporary:
            project = project_of(Path(temporary), years, seed=department)
            items += sum(1 for _ in load_agenda(project.folder / "agendas").agenda.items)
            costs.append(run(ours(project)[0]))
            sizes = file_sizes(project.site)
            files += len(sizes)
            size += sum(sizes)
    return SitesInTurn(items=items, cost=sum_costs(costs), files=files, size=size)


def lost_names(departments: int, seeds: int = 10) -> float:
    """The share of the leaders printed who are no longer certain in a directory of all."""
    printed = lost = 0
    for seed in range(seeds):
        with tempfile.TemporaryDirectory() as temporary:
            folder = Path(temporary)
            write_years(folder, FIRST_YEAR, 1, seed=seed)
            sure = _leaders_known(folder)
            write_province_directory(folder, FIRST_YEAR, 1, departments, seed=seed)
            printed += sure
            lost += sure - _leaders_known(folder)
    return lost / printed


def _leaders_known(folder: Path) -> int:
    return sum(
        mention.entry is not None
        for item in load_agenda(folder).agenda.items
        for mention in item.leaders
    )


def report(years: int, decades: Sequence[int], departments: Sequence[int]) -> str:
    """All tables; the larger scales are of sites as old as the first of `decades`."""
    with launch_chromium() as browser:
        alone = [
            (f"1 sở, {count} năm", one_department(count, browser)) for count in (years, *decades)
        ]
        shared = [
            (f"{count} sở chung một trang, {years} năm", measure_province(count, years, browser))
            for count in departments
        ]
    sites = apart(departments[-1], years)
    name = f"{departments[-1]} sở, mỗi sở một trang, {years} năm"
    return "\n".join(
        (
            f"{ON_BUILDING}\n\n{building([*alone, *shared], name, sites)}",
            f"{ON_PUBLISHING}\n\n{publishing([*alone, *shared], name, sites)}",
            f"{ON_NAMES}\n\n{names({count: lost_names(count) for count in (1, *departments)})}",
            f"{on_larger(decades[0])}\n\n{larger(alone[1][1])}",
            f"{machine()}\n",
        )
    )


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.scale", description=__doc__)
    parser.add_argument("--years", type=int, default=5, help="of the agendas of many departments")
    parser.add_argument("--decades", type=int, nargs="+", default=[20, 40], help="of one alone")
    parser.add_argument("--departments", type=int, nargs="+", default=[2, 4, 8, PROVINCE])
    options = parser.parse_args()
    text = report(options.years, options.decades, options.departments)
    PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8"), COMMAND, text), encoding="utf-8")
    sys.stdout.write(text)


if __name__ == "__main__":
    main()
