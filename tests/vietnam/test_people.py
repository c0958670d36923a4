"""People's names in print, with honorifics and offices around them."""

import pytest

from agenda.model import Person, Title
from agenda.vietnam.names.people import NameReading, PersonIndex, without_honorific
from agenda.vietnam.names.titles import office_key

VAN = Person(
    code="do-khoa-van",
    name="Đỗ Khoa Văn",
    titles=(Title(name="Giám đốc", abbreviation="GĐ"),),
)
KHOA = Person(code="khoa", name="Khoa")
PEOPLE = PersonIndex([VAN, KHOA])


@pytest.mark.parametrize(
    ("text", "person", "offices"),
    [
        ("Văn", VAN, []),
        ("Khoa Văn", VAN, []),
        ("Khoa", KHOA, []),
        ("Đ/c Khoa, GD", KHOA, ["GD"]),
        ("Đ/c Văn - Tỉnh ủy viên, Giám đốc", VAN, ["Tỉnh ủy viên", "GĐ"]),
        ("Giám đốc Đỗ Khoa Văn", VAN, ["GĐ"]),
    ],
)
def test_a_name_is_read_with_the_offices_beside_it(
    text: str, person: Person, offices: list[str]
) -> None:
    assert PEOPLE.read(text, allow_given_name=True) == NameReading(
        people=(person,), offices=frozenset(map(office_key, offices))
    )


@pytest.mark.parametrize(
    "text",
    ["Văn phòng", "Văn Hoàng", "Khoa, Văn", "Đ/c Khoa Đ/c Văn", "GD Văn", "Phòng của Văn", ""],
)
def test_other_words_beside_a_name_make_it_another_name(text: str) -> None:
    assert PEOPLE.read(text, allow_given_name=True) is None


@pytest.mark.parametrize(
    ("text", "read"),
    [("Văn", False), ("Văn GD", False), ("Đ/c Văn", True), ("Văn GĐ", True), ("Khoa Văn", True)],
)
def test_a_given_name_needs_something_beside_it_unless_bare_will_do(text: str, read: bool) -> None:
    assert (PEOPLE.read(text, allow_given_name=False) is not None) == read


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Đ/c Văn", "Văn"),
        ("Đ/cVăn", "Văn"),
        ("Các đồng chí: Văn", "Văn"),
        ("bà Hòa", "Hòa"),
        ("Bàn việc", "Bàn việc"),
    ],
)
def test_an_honorific_is_taken_off(text: str, name: str) -> None:
    assert without_honorific(text) == name
