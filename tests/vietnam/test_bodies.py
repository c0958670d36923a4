"""Units and groups in print."""

from datetime import date

import pytest

from agenda.model import Group, Unit
from agenda.vietnam.names.bodies import BodyIndex, existing_on

DAY = date(2021, 5, 4)

OLD = Unit(code="cu", name="Phòng Thông tin", abbreviations=("Phòng TT",), until=date(2020, 12, 31))
NEW = Unit(
    code="moi",
    name="Phòng Thông tin - Thống kê",
    abbreviations=("Phòng TT",),
    since=date(2021, 1, 1),
    predecessors=("cu",),
)
OFFICE = Unit(code="van-phong", name="Văn phòng")
LEADERS = Group(code="lanh-dao-so", name="Lãnh đạo Sở", abbreviations=("LĐ Sở",))
BODIES = BodyIndex([OLD, NEW, OFFICE], [LEADERS])


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("Phòng TT", (OLD, NEW)),
        ("P.TT", (OLD, NEW)),
        ("phòng thông tin-thống kê", (NEW,)),
        ("VP", (OFFICE,)),
        ("lđ sở", (LEADERS,)),
        ("VP Sở", ()),
        ("P. QLKH", ()),
        ("Lãnh đạo VP", ()),
    ],
)
def test_a_body_is_known_by_its_names_and_abbreviations(
    text: str, bodies: tuple[Unit | Group, ...]
) -> None:
    assert BODIES.find(text) == bodies


@pytest.mark.parametrize(
    ("day", "there"),
    [(date(2020, 12, 31), (OLD, LEADERS)), (date(2021, 1, 1), (NEW, LEADERS))],
)
def test_only_units_of_the_day_exist_and_groups_always(
    day: date, there: tuple[Unit | Group, ...]
) -> None:
    assert existing_on((OLD, NEW, LEADERS), day) == there


def test_relatives_are_the_units_of_the_day_that_others_became_or_came_from() -> None:
    first = Unit(code="a", name="Phòng A", until=date(2019, 12, 31))
    second = Unit(
        code="b",
        name="Phòng B",
        since=date(2020, 1, 1),
        until=date(2020, 12, 31),
        predecessors=("a",),
    )
    third = Unit(code="c", name="Phòng C", since=date(2021, 1, 1), predecessors=("b",))
    fourth = Unit(code="d", name="Phòng D", since=date(2021, 1, 1), predecessors=("b",))
    bodies = BodyIndex([first, second, third, fourth, OFFICE], [])
    assert {
        (unit.name, year): bodies.relatives([unit], date(year, 5, 4))
        for unit in (first, fourth, OFFICE)
        for year in (2019, 2020, 2021)
    } == {
        ("Phòng A", 2019): (),
        ("Phòng A", 2020): (second,),
        ("Phòng A", 2021): (third, fourth),
        ("Phòng D", 2019): (first,),
        ("Phòng D", 2020): (second,),
        ("Phòng D", 2021): (),
        ("Văn phòng", 2019): (),
        ("Văn phòng", 2020): (),
        ("Văn phòng", 2021): (),
    }


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("Van phong", "Văn phòng"),
        ("LD Sở", "LĐ Sở"),
        ("Phòng Thông tin Thống kê", "Phòng Thông tin - Thống kê"),
        ("Công an tỉnh", None),
    ],
)
def test_the_nearest_is_in_the_words_of_the_directory(text: str, nearest: str | None) -> None:
    assert BODIES.nearest(text, DAY) == nearest
