"""People are listed by the office they hold, then as the directory lists them."""

from datetime import date, timedelta

import pytest

from agenda.model import Person, Title
from agenda.vietnam.names.precedence import in_precedence

TODAY = date(2021, 6, 30)


def _person(name: str, *titles: str, until: date | None = None) -> Person:
    return Person(
        code=name.lower(),
        name=name,
        titles=tuple(Title(name=title, until=until) for title in titles),
    )


def test_the_head_comes_before_the_deputies_and_those_who_left_come_last() -> None:
    people = [
        _person("Ân", "Giám đốc", until=date(2020, 1, 31)),
        _person("Hoàn", "Phó Giám đốc"),
        _person("Chi"),
        _person("Bình", "PGĐ"),
        _person("Văn", "Giám đốc"),
    ]
    assert _names(people) == ["Văn", "Hoàn", "Bình", "Chi", "Ân"]


@pytest.mark.parametrize("head", ["GĐ", "Quyền Giám đốc", "Q. Giám đốc Sở", "Chi cục trưởng"])
def test_a_head_is_known_by_every_spelling(head: str) -> None:
    people = [_person("Bình", f"Phó {head}"), _person("Văn", head)]
    assert _names(people) == ["Văn", "Bình"]


def test_a_deputy_who_became_head_counts_as_head() -> None:
    titles = (Title(name="Phó Giám đốc", until=date(2021, 5, 31)), Title(name="Giám đốc"))
    risen = Person(code="van", name="Văn", titles=titles)
    assert _names([_person("Bình", "Phó Giám đốc"), risen]) == ["Văn", "Bình"]


def test_a_title_counts_from_its_first_day_to_its_last() -> None:
    people = [
        Person(
            code="mai", name="Mai", titles=(Title(name="Giám đốc", since=TODAY + timedelta(1)),)
        ),
        _person("Bình", "Phó Giám đốc", until=TODAY),
        _person("Văn", "Giám đốc", until=date(2025, 12, 31)),
    ]
    assert _names(people) == ["Văn", "Bình", "Mai"]


def _names(people: list[Person]) -> list[str]:
    return [person.name for person in in_precedence(people, TODAY)]
