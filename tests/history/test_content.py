"""Test the plain values behind content digests: published digests must stay valid."""

from dataclasses import replace
from datetime import date, time

from agenda.history.content import item_content
from agenda.model import HalfDay, Slot
from tests.may import ITEM


def test_only_a_range_or_a_time_lengthens_the_values_of_a_new_time() -> None:
    """Test that the digest of a new time that was published as day and half-day stays valid."""
    day = date(2021, 5, 20)
    values = {
        slot: item_content(replace(ITEM, moved_to=slot))["moved_to"]
        for slot in (
            None,
            Slot(day),
            Slot(day, HalfDay.MORNING),
            Slot(day, start=time(9)),
            Slot(day, HalfDay.MORNING, date(2021, 5, 22), time(9), time(11)),
        )
    }
    assert list(values.values()) == [
        None,
        ["2021-05-20", None],
        ["2021-05-20", "sang"],
        ["2021-05-20", None, None, "09:00:00", None],
        ["2021-05-20", "sang", "2021-05-22", "09:00:00", "11:00:00"],
    ]
