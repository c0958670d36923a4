"""Departments in one agenda keep all items; in one directory their names become ambiguous."""

from pathlib import Path

from agenda.model import Agenda, Severity
from agenda.source.folder import load_agenda
from tests.benchmarks.province import write_province, write_province_directory
from tests.synthetic import write_years

YEAR = 2021


def agendas(folder: Path, departments: int) -> list[Agenda]:
    """Return each department's own agenda."""
    for seed in range(departments):
        write_years(folder / str(seed), YEAR, 1, seed=seed)
    return [load_agenda(folder / str(seed)).agenda for seed in range(departments)]


def test_a_month_together_has_the_items_of_every_department(tmp_path: Path) -> None:
    write_province(tmp_path / "chung", YEAR, 1, 3)
    reading = load_agenda(tmp_path / "chung")
    assert list(reading.problems) == []
    first, *others = agendas(tmp_path, 3)
    found = {item.key: item.text for item in reading.agenda.items}
    for item in first.items:
        assert found.pop(item.key) == item.text
    expected = {
        f"{item.month}-{number}-{item.code}": item.text
        for number, other in enumerate(others, 1)
        for item in other.items
    }
    assert found.items() <= expected.items()
    assert len(found) > 0.95 * len(expected)  # journeys and weekends that the first does not list


def test_the_same_department_alone_is_the_same(tmp_path: Path) -> None:
    write_province(tmp_path / "chung", YEAR, 1, 1)
    write_years(tmp_path / "rieng", YEAR, 1)
    one, other = (
        {path.name: path.read_bytes() for path in (tmp_path / name).iterdir()}
        for name in ("chung", "rieng")
    )
    assert one == other


def test_a_directory_of_many_departments_has_everybody_once(tmp_path: Path) -> None:
    (alone,) = agendas(tmp_path, 1)
    write_province_directory(tmp_path / "0", YEAR, 1, 5, seed=0)
    reading = load_agenda(tmp_path / "0")
    people = reading.agenda.directory.people
    assert len(people) == 5 * len(alone.directory.people)
    assert len({person.name for person in people}) == len(people)
    assert people[: len(alone.directory.people)] == alone.directory.people


def test_a_name_that_people_of_two_departments_bear_stops_the_reading(tmp_path: Path) -> None:
    write_years(tmp_path, YEAR, 1)
    write_province_directory(tmp_path, YEAR, 1, 8, seed=0)
    problems = load_agenda(tmp_path).problems
    assert {problem.severity for problem in problems} == {Severity.ERROR}
    assert any("ứng với nhiều tên trong danh bạ" in problem.message for problem in problems)
