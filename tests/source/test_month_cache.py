"""A revision comes back from the cache with every field of the model."""

from dataclasses import Field, fields, is_dataclass
from datetime import date, time
from enum import Enum
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from hypothesis import given
from hypothesis import strategies as st

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
from agenda.source.month_cache import MonthCodec

MONTH = YearMonth(2021, 5)
DIRECTORY = Directory(
    people=(Person(code="a", name="An"), Person(code="b", name="Bình")),
    units=(Unit(code="c", name="Chi cục"),),
    groups=(Group(code="d", name="Đoàn"),),
)
COMPOSED = {(Item, "skipped"), (ScheduleEntry, "skipped")}
"""Fields that composing documents sets later. A file, and so the cache, cannot have them."""


def values(hint: Any) -> st.SearchStrategy[Any]:
    """Return a strategy for all values of a type; for optional ones, None is one of them."""
    if hint in get_args(DirectoryEntry):
        return st.sampled_from([each for each in DIRECTORY.entries if isinstance(each, hint)])
    if isinstance(hint, UnionType):
        return st.one_of(
            [st.none() if each is NoneType else values(each) for each in get_args(hint)]
        )
    if get_origin(hint) is tuple:
        inner = get_args(hint)
        if inner[-1] is Ellipsis:
            return st.lists(values(inner[0]), max_size=2).map(tuple)
        return st.tuples(*map(values, inner))
    if hint is YearMonth:
        return st.just(MONTH)  # all items of a revision are of its month
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(hint)
    if isinstance(hint, type) and is_dataclass(hint):
        return st.builds(hint, **{each.name: _field_values(hint, each) for each in fields(hint)})
    return {
        str: st.text(max_size=5),
        int: st.integers(0, 99),
        date: st.dates(),
        time: st.times().map(lambda each: each.replace(microsecond=0)),
    }[hint]


def _field_values(kind: Any, field: Field[Any]) -> st.SearchStrategy[Any]:
    if (kind, field.name) in COMPOSED:
        return st.just(field.default)
    return values(get_type_hints(kind)[field.name])


@given(values(Revision), st.lists(values(Problem), max_size=2))
def test_any_revision_comes_back_with_its_problems(
    revision: Revision, problems: list[Problem]
) -> None:
    codec = MonthCodec(DIRECTORY)
    assert codec.read(codec.write(revision, problems)) == (revision, problems)
