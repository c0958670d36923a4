"""Tables and estimates of larger scales."""

import pytest

from tests.benchmarks.generated_sections import tables_in
from tests.benchmarks.runner import Cost
from tests.benchmarks.scale import COMMAND, PAGE, ambiguous_names, measure_separate_sites
from tests.benchmarks.scale_tables import (
    BUILDING,
    ESTIMATES,
    NAMES,
    PUBLISHING,
    building,
    estimates,
    names,
    publishing,
)
from tests.benchmarks.site_size import Push, SiteMeasurement, SitesInTurn, sum_costs

SITE = SiteMeasurement(
    items=10_000,
    cold=Cost(cpu_seconds=9.0, wall_seconds=10.0, memory=300_000_000),
    edited=Cost(cpu_seconds=3.6, wall_seconds=4.0, memory=200_000_000),
    files=2_500,
    size=80_000_000,
    page=120_000,
    index=20_000,
    found=40_000,
    waiting=0.44,
    first=Push(files=2_500, size=9_000_000),
    later=Push(files=60, size=30_000),
)
SITES = SitesInTurn(
    items=20_000,
    cost=Cost(cpu_seconds=18.0, wall_seconds=20.0, memory=300_000_000),
    files=5_000,
    size=160_000_000,
)


def rows(text: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines()[2:]]


def test_builds_in_turn_take_the_time_of_all_and_the_memory_of_one() -> None:
    costs = [SITE.cold, SITE.edited]
    assert sum_costs(costs) == Cost(cpu_seconds=12.6, wall_seconds=14.0, memory=300_000_000)


def test_an_edit_rebuilds_one_of_several_separate_sites() -> None:
    assert rows(building([("one", SITE)], "two", SITES)) == [
        ["one", "10,000", "9.0", "3.6", "10.0", "300"],
        ["two", "20,000", "18.0", "3.6", "20.0", "300"],
    ]


def test_a_visitor_loads_one_of_several_separate_sites() -> None:
    assert rows(publishing([("one", SITE)], "two", SITES)) == [
        ["one", "2,500", "80", "120", "40", "0.4", "9.0", "30"],
        ["two", "5,000", "160", "120", "40", "0.4", "9.0", "30"],
    ]


def test_estimates_are_multiples_of_one_site() -> None:
    assert [row[1:] for row in rows(estimates(SITE))] == [
        ["14", "140,000", "35,000", "1.1", "0.04", "0.01", "0.3"],
        ["476", "4,760,000", "1,190,000", "38.1", "1.19", "0.48", "9.5"],
        ["3,797", "37,970,000", "9,492,500", "303.8", "9.49", "3.80", "75.9"],
    ]


def test_shares_of_names_are_percentages() -> None:
    assert rows(names({1: 0.0, 14: 0.567})) == [["1", "0"], ["14", "57"]]


@pytest.mark.long
def test_each_department_gets_its_own_site() -> None:
    one, two = measure_separate_sites(1, 1), measure_separate_sites(2, 1)
    assert two.items > 1.8 * one.items
    assert two.files > 1.8 * one.files


def test_more_departments_in_one_directory_make_more_names_ambiguous() -> None:
    shares = [ambiguous_names(count, seeds=1) for count in (1, 8)]
    assert shares[0] == 0 < shares[1] < 1


def test_the_page_has_the_tables_that_the_command_writes() -> None:
    heads = [BUILDING, PUBLISHING, NAMES, ESTIMATES]
    found = tables_in(PAGE.read_text(encoding="utf-8"), COMMAND)
    assert [tuple(row) for row in found if tuple(row) in heads] == heads
    assert {len(row) for row in found} == {len(head) for head in heads}
