"""A revision comes back from the cache with every field of the model."""

from dataclasses import MISSING, fields, is_dataclass
from datetime import date, time, timedelta
from enum import Enum
from itertools import count
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

import pytest

from agenda.model import (
    Directory,
    DirectoryEntry,
    Group,
    Item,
    Person,
    Problem,
    Revision,
    ScheduleEntry,
    Unit,
    YearMonth,
)
from agenda.source.codec.revisions import MonthCodec

MONTH = YearMonth(2021, 5)
DIRECTORY = Directory(
    people=(Person(code="a", name="An"),),
    units=(Unit(code="b", name="Ban"),),
    groups=(Group(code="d", name="Đoàn"),),
)
COMPOSED = {(Item, "skipped"), (ScheduleEntry, "skipped")}
"""Fields that composing documents sets later. A file, and so the cache, cannot have them."""


class Filler:
    """A maker of values of any type. With `every_field`, no field is empty or has its default."""

    def __init__(self, *, every_field: bool) -> None:
        self._every_field = every_field
        self._numbers = count(1)

    def make(self, hint: Any) -> Any:
        number = next(self._numbers)
        if hint is YearMonth:
            return MONTH  # all items of a revision are of its month
        if hint in get_args(DirectoryEntry):
            return next(each for each in DIRECTORY.entries if isinstance(each, hint))
        if isinstance(hint, UnionType):
            kinds = [each for each in get_args(hint) if each is not NoneType]
            optional = NoneType in get_args(hint) and not self._every_field
            return None if optional else self.make(kinds[number % len(kinds)])
        if get_origin(hint) is tuple:
            inner = get_args(hint)
            if inner[-1] is Ellipsis:
                inner = (inner[0],) * (6 if self._every_field else 0)
            return tuple(map(self.make, inner))
        if isinstance(hint, type) and issubclass(hint, Enum):
            return list(hint)[-1 if self._every_field else 0]
        if is_dataclass(hint):
            return self._fill(hint)
        return {
            str: f"chữ {number}",
            int: number,
            date: date(2021, 5, 1) + timedelta(number),
            time: time(number % 24, number % 60),
        }[hint]

    def _fill(self, kind: Any) -> Any:
        hints = get_type_hints(kind)
        needed = (
            field
            for field in fields(kind)
            if field.default is MISSING
            or (self._every_field and (kind, field.name) not in COMPOSED)
        )
        return kind(**{field.name: self.make(hints[field.name]) for field in needed})


@pytest.mark.parametrize("every_field", [True, False], ids=["all fields", "only required fields"])
def test_a_revision_comes_back_with_its_problems(*, every_field: bool) -> None:
    filler, codec = Filler(every_field=every_field), MonthCodec(DIRECTORY)
    revision, problem = filler.make(Revision), filler.make(Problem)
    assert codec.read(codec.write(revision, [problem])) == (revision, [problem])


def test_the_values_of_the_test_fill_every_kind_of_entry() -> None:
    items = Filler(every_field=True).make(Revision).items
    assert {type(entry) for item in items for entry in item.entries()} == {Person, Unit, Group}
