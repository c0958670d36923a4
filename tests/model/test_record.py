"""Values of the model and their properties."""

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest

from agenda.model import (
    Agenda,
    Day,
    Directory,
    Group,
    Item,
    Location,
    Mention,
    Person,
    Problem,
    Revision,
    ScheduleEntry,
    Severity,
    SignedDocument,
    Title,
    Unit,
)
from agenda.model.composition import build_months
from tests.may import FOURTH, ITEM, MAY

VAN = Person(code="do-khoa-van", name="Đỗ Khoa Văn")
OFFICE = Unit(code="van-phong", name="Văn phòng")
STAFF = Group(code="cbccvc-so", name="CBCCVC Sở")


def item(code: str, *mentions: Mention) -> Item:
    return replace(ITEM, code=code, preparers=mentions[:1], leaders=mentions[1:])


def revision(number: int, *entries: ScheduleEntry) -> Revision:
    return Revision(
        month=MAY,
        number=number,
        document=SignedDocument(issued=FOURTH),
        entries=entries,
        source=f"agendas/2021-05.dc{number}.yml",
    )


def test_the_entries_of_an_item_are_named_once_each() -> None:
    mentions = [
        Mention(text=text, entry=entry)
        for text, entry in (
            ("VP", OFFICE),
            ("Văn", VAN),
            ("ai đó", None),
            ("GĐ", VAN),
            ("Sở", STAFF),
        )
    ]
    assert list(item("a", *mentions).entries()) == [OFFICE, VAN, STAFF]


def test_an_entry_covers_its_days() -> None:
    entry = ScheduleEntry(first=date(2021, 4, 30), last=date(2021, 5, 3))
    days = [date(2021, 4, 29), date(2021, 4, 30), date(2021, 5, 3), date(2021, 5, 4)]
    assert [entry.covers(day) for day in days] == [False, True, True, False]


def test_a_day_shows_each_label_once_and_the_items_of_all_its_entries() -> None:
    first, second = item("a"), item("b")
    entries = (
        ScheduleEntry(first=FOURTH, last=FOURTH, label="Nghỉ", items=(first,)),
        ScheduleEntry(first=FOURTH, last=FOURTH, label="Nghỉ", items=(second,)),
        ScheduleEntry(first=FOURTH, last=FOURTH),
    )
    day = Day(date=FOURTH, entries=entries)
    assert (day.listed, day.labels, day.items) == (True, ("Nghỉ",), (first, second))
    assert (Day(date=FOURTH).listed, Day(date=FOURTH).labels) == (False, ())


def test_a_month_is_as_its_newest_revision_has_it() -> None:
    kept, dropped = item("a"), item("b")
    first = revision(0, ScheduleEntry(first=FOURTH, last=FOURTH, items=(kept, dropped)))
    newest = revision(1, ScheduleEntry(first=FOURTH, last=FOURTH, items=(kept,)))
    (month,) = build_months((first, newest))
    assert (month.current, month.items) == (newest, (kept,))
    assert list(Agenda(months=(month, month), directory=Directory()).items) == [kept, kept]


def test_a_given_name_is_the_last_word() -> None:
    assert [Person(code="x", name=name).given_name for name in ("Đỗ Khoa Văn", "Hoàn")] == [
        "Văn",
        "Hoàn",
    ]


def test_an_entry_is_found_by_its_code() -> None:
    directory = Directory(people=(VAN,), units=(OFFICE,), groups=(STAFF,))
    codes = ["do-khoa-van", "van-phong", "cbccvc-so", "binh"]
    assert [directory.find(code) for code in codes] == [VAN, OFFICE, STAFF, None]


@pytest.mark.parametrize(
    ("since", "until", "held"),
    [
        (None, None, [True, True, True]),
        (FOURTH, None, [False, True, True]),
        (None, FOURTH, [True, True, False]),
        (FOURTH, FOURTH, [False, True, False]),
    ],
)
def test_an_office_and_a_unit_last_from_the_first_day_to_the_last(
    since: date | None, until: date | None, held: list[bool]
) -> None:
    days = [date(2021, 5, 3), FOURTH, date(2021, 5, 5)]
    title = Title(name="Giám đốc", since=since, until=until)
    unit = Unit(code="x", name="X", since=since, until=until)
    assert [title.held_on(day) for day in days] == held
    assert [unit.exists_on(day) for day in days] == held


def problem(file: str, line: int, column: int, severity: Severity) -> Problem:
    return Problem(
        location=Location(file=file, line=line, column=column),
        severity=severity,
        kind="bad-time",
        field="Ngày 4 › Giờ",
        value="8h3x",
        message='giờ "8h3x" không phải là giờ',
        remedy="viết như 08:30",
    )


def test_a_problem_is_one_line() -> None:
    assert str(problem("agendas/2021-05.yml", 14, 9, Severity.ERROR)) == (
        'agendas/2021-05.yml:14:9: lỗi: Ngày 4 › Giờ: giờ "8h3x" không phải là giờ; viết như 08:30'
    )


def test_severities_have_names_and_go_from_worst_to_least() -> None:
    assert [severity.label for severity in sorted(Severity)] == [
        "lỗi",
        "cảnh báo",
        "còn ngờ, đã ghi nhận",
    ]


def test_places_sort_by_file_line_and_column_as_numbers() -> None:
    places = [
        Location(file="a", line=2, column=10),
        Location(file="a", line=10, column=1),
        Location(file="a", line=10, column=9),
        Location(file="a", line=10, column=10),
        Location(file="b", line=1, column=1),
    ]
    assert all(sorted(order) == places for order in permutations(places))
