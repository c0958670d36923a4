"""`make scale`: measure many departments, and estimate a province and the country.

Writes the tables of `docs/phat-trien/scale.md`: one department over decades, several departments in
one site, and as many with a site each. Builds run one after the other.
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
from tests.benchmarks.generated_sections import PAGES, machine, write_section
from tests.benchmarks.province import write_province, write_province_directory
from tests.benchmarks.runner import file_sizes, run
from tests.benchmarks.scale_tables import (
    BUILDING_NOTE,
    NAMES_NOTE,
    PROVINCE,
    PUBLISHING_NOTE,
    building,
    estimates,
    estimates_note,
    names,
    publishing,
)
from tests.benchmarks.site_size import SiteMeasurement, SitesInTurn, measure_site, sum_costs
from tests.browser.launch import launch_chromium
from tests.project import Project
from tests.synthetic import write_years

COMMAND = "make scale"
PAGE = PAGES / "scale.md"


def one_department(years: int, browser: Browser) -> SiteMeasurement:
    return _measure(lambda folder: project_of(folder, years), browser)


def one_province(departments: int, years: int, browser: Browser) -> SiteMeasurement:
    """Measure one site of several departments."""

    def project(folder: Path) -> Project:
        project = empty_project(folder)
        write_province(project.folder / "agendas", FIRST_YEAR, years, departments)
        return project

    return _measure(project, browser)


def _measure(make: Callable[[Path], Project], browser: Browser) -> SiteMeasurement:
    with tempfile.TemporaryDirectory() as temporary:
        return measure_site(make(Path(temporary, "lich")), browser, Path(temporary, "day"))


def measure_separate_sites(departments: int, years: int) -> SitesInTurn:
    """Measure a site for each department, and delete each before the next."""
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


def ambiguous_names(departments: int, seeds: int = 10) -> float:
    """Return the share of printed leaders that are ambiguous in a directory of all departments."""
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
    """Return all tables. Estimates use a site as old as the first of `decades`."""
    with launch_chromium() as browser:
        alone = [
            (f"1 department, {count} years", one_department(count, browser))
            for count in (years, *decades)
        ]
        shared = [
            (f"{count} departments, one site, {years} years", one_province(count, years, browser))
            for count in departments
        ]
    shares = {count: ambiguous_names(count) for count in (1, *departments)}
    sites = measure_separate_sites(departments[-1], years)
    name = f"{departments[-1]} departments, a site each, {years} years"
    return "\n".join(
        (
            f"{BUILDING_NOTE}\n\n{building([*alone, *shared], name, sites)}",
            f"{PUBLISHING_NOTE}\n\n{publishing([*alone, *shared], name, sites)}",
            f"{NAMES_NOTE}\n\n{names(shares)}",
            f"{estimates_note(decades[0])}\n\n{estimates(alone[1][1])}",
            f"{machine()}\n",
        )
    )


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.scale", description=__doc__)
    parser.add_argument("--years", type=int, default=5, help="of many departments")
    parser.add_argument("--decades", type=int, nargs="+", default=[20, 40], help="of one")
    parser.add_argument("--departments", type=int, nargs="+", default=[2, 4, 8, PROVINCE])
    options = parser.parse_args()
    text = report(options.years, options.decades, options.departments)
    write_section(PAGE, COMMAND, text)
    sys.stdout.write(text)


if __name__ == "__main__":
    main()
