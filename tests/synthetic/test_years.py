"""Synthetic years have no problems, are reproducible, and cover every shape of a month."""

import subprocess
import sys
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from agenda.model import HalfDay, Status
from agenda.source.folder import LoadedAgenda, load_agenda
from tests.project import REPOSITORY, contents
from tests.synthetic import write_years


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("synthetic") / "agendas"
    write_years(folder, 2019, 4)
    return folder


@pytest.fixture(scope="module")
def reading(folder: Path) -> LoadedAgenda:
    return load_agenda(folder)


def test_they_read_without_errors_or_warnings(reading: LoadedAgenda) -> None:
    assert [str(problem) for problem in reading.problems] == []


def test_they_have_twelve_months_a_year(reading: LoadedAgenda) -> None:
    assert [str(month.month) for month in reading.agenda.months] == [
        f"{year}-{month:02}" for year in range(2019, 2023) for month in range(1, 13)
    ]


def test_a_month_has_some_44_items(reading: LoadedAgenda) -> None:
    items = sum(1 for _ in reading.agenda.items)
    assert items / len(reading.agenda.months) == pytest.approx(44, abs=3)


def test_the_same_arguments_give_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    write_years(tmp_path, 2019, 4)
    assert contents(tmp_path) == contents(folder)


def test_the_command_writes_the_same_years(folder: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.synthetic", str(tmp_path)]
    subprocess.run([*command, "--first-year", "2019", "--years", "4"], cwd=REPOSITORY, check=True)
    assert contents(tmp_path) == contents(folder)


def test_another_seed_gives_other_months(folder: Path, tmp_path: Path) -> None:
    write_years(tmp_path, 2019, 1, seed=1)
    both = contents(tmp_path).keys() & contents(folder).keys()
    assert [name for name in both if contents(tmp_path)[name] == contents(folder)[name]] == []


def test_a_month_is_the_same_whatever_years_stand_with_it(folder: Path, tmp_path: Path) -> None:
    write_years(tmp_path, 2021, 1)
    assert only("2021", contents(tmp_path)) == only("2021", contents(folder))


def test_every_letter_of_vietnamese_stands_under_every_tone(folder: Path) -> None:
    text = "".join(content.decode() for content in contents(folder).values()).lower()
    tones = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
    letters = {
        unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in tones
    }
    assert sorted((letters | {"đ"}) - set(text)) == []


def test_every_half_day_and_status_occurs(reading: LoadedAgenda) -> None:
    items = list(reading.agenda.items)
    assert {item.half_day for item in items} == set(HalfDay)
    assert {item.status for item in items} == set(Status)


def test_items_take_hours_or_days_or_cross_into_the_next_month(reading: LoadedAgenda) -> None:
    items = list(reading.agenda.items)
    shapes = Counter(
        {
            "with a start": sum(item.start is not None for item in items),
            "with an end": sum(item.end is not None for item in items),
            "of several days": sum(item.first < item.last for item in items),
            "crossing": sum(item.first.month != item.last.month for item in items),
            "naming nobody": sum(not item.leaders for item in items),
            "naming several": sum(len(item.leaders) > 1 for item in items),
            "in several texts": sum(any(m.joiner == "\n" for m in item.leaders) for item in items),
            "moved without a half-day": sum(
                item.moved_to is not None and item.moved_to.half_day is None for item in items
            ),
        }
    )
    assert [shape for shape, count in shapes.items() if not count] == []


def test_days_are_off_or_blank_or_not_listed_at_all(reading: LoadedAgenda) -> None:
    days = [day for month in reading.agenda.months for day in month.days]
    entries = [entry for day in days for entry in day.entries]
    assert any(not day.listed for day in days)
    assert any(day.listed and not day.items and not day.labels for day in days)
    assert any(entry.label and entry.first.month != entry.last.month for entry in entries)
    assert any(entry.label and entry.items for entry in entries)


def test_some_months_are_amended_once_and_some_twice(reading: LoadedAgenda) -> None:
    assert {len(month.revisions) for month in reading.agenda.months} == {1, 2, 3}


def only(year: str, files: dict[str, bytes]) -> dict[str, bytes]:
    return {name: content for name, content in files.items() if name.startswith(year)}
