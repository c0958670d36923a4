"""What is reckoned for a province and the country follows from what was measured."""

from tests.benchmarks.guides import tables_in
from tests.benchmarks.running import Cost
from tests.benchmarks.scale import COMMAND, PAGE, apart, lost_names
from tests.benchmarks.scale_tables import (
    BUILDING,
    LARGER,
    NAMES,
    PUBLISHING,
    building,
    larger,
    names,
    publishing,
)
from tests.benchmarks.site_size import Push, SiteMeasurement, SitesInTurn, sum_costs

SITE = SiteMeasurement(
    items=10_000,
    cold=Cost(computing=9.0, lasting=10.0, memory=300_000_000),
    edited=Cost(computing=3.6, lasting=4.0, memory=200_000_000),
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
    cost=Cost(computing=18.0, lasting=20.0, memory=300_000_000),
    files=5_000,
    size=160_000_000,
)


def rows(text: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines()[2:]]


def test_builds_in_turn_take_the_time_of_all_and_the_memory_of_one() -> None:
    costs = [SITE.cold, SITE.edited]
    assert sum_costs(costs) == Cost(computing=12.6, lasting=14.0, memory=300_000_000)


def test_of_many_sites_only_the_edited_one_is_built_again() -> None:
    assert rows(building([("một", SITE)], "hai", SITES)) == [
        ["một", "10.000", "9,0", "3,6", "10,0", "300"],
        ["hai", "20.000", "18,0", "3,6", "20,0", "300"],
    ]


def test_of_many_sites_a_visitor_meets_one() -> None:
    assert rows(publishing([("một", SITE)], "hai", SITES)) == [
        ["một", "2.500", "80", "120", "40", "0,4", "9,0", "30"],
        ["hai", "5.000", "160", "120", "40", "0,4", "9,0", "30"],
    ]


def test_larger_scales_are_so_many_sites() -> None:
    assert [row[1:] for row in rows(larger(SITE))] == [
        ["14", "140.000", "35.000", "1,1", "0,04", "0,01", "0,3"],
        ["476", "4.760.000", "1.190.000", "38,1", "1,19", "0,48", "9,5"],
        ["3.797", "37.970.000", "9.492.500", "303,8", "9,49", "3,80", "75,9"],
    ]


def test_shares_of_names_are_told_in_hundredths() -> None:
    assert rows(names({1: 0.0, 14: 0.567})) == [["1", "0"], ["14", "57"]]


def test_sites_of_departments_are_built_one_by_one() -> None:
    one, two = apart(1, 1), apart(2, 1)
    assert two.items > 1.8 * one.items
    assert two.files > 1.8 * one.files


def test_more_departments_in_one_directory_leave_fewer_names_certain() -> None:
    shares = [lost_names(count, seeds=1) for count in (1, 8)]
    assert shares[0] == 0 < shares[1] < 1


def test_the_guide_has_the_tables_that_the_command_writes_now() -> None:
    heads = [BUILDING, PUBLISHING, NAMES, LARGER]
    found = tables_in(PAGE.read_text(encoding="utf-8"), COMMAND)
    assert [tuple(row) for row in found if tuple(row) in heads] == heads
    assert {len(row) for row in found} == {len(head) for head in heads}
