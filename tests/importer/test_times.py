"""Test the recognition of times."""

from datetime import time

import pytest

from agenda.importer.lexicon.times import find_times, half_day_of, leading_times
from agenda.model import HalfDay


@pytest.mark.parametrize(
    ("text", "start", "end", "then"),
    [
        ("8h00: Giao ban", time(8), None, "Giao ban"),
        ("8h Giao ban", time(8), None, "Giao ban"),
        ("8g30 - Giao ban", time(8, 30), None, "Giao ban"),
        ("07g30 - 9h: Họp", time(7, 30), time(9), "Họp"),
        ("13h30' Họp", time(13, 30), None, "Họp"),
        ("14 giờ 30: Họp", time(14, 30), None, "Họp"),
        ("7 giờ 30 phút, họp", time(7, 30), None, "họp"),
        ("7 giờ 30’, họp", time(7, 30), None, "họp"),
        ("07 giờ 00’ đến 08 giờ 00’: họp", time(7), time(8), "họp"),
        ("(8h30) Hội nghị", time(8, 30), None, "Hội nghị"),
        ("Lúc 8:05 họp", time(8, 5), None, "họp"),
        ("từ 8h đến 9h30: họp", time(8), time(9, 30), "họp"),
    ],
)
def test_a_time_at_the_beginning_is_split_from_its_item(
    text: str, start: time, end: time | None, then: str
) -> None:
    times = leading_times(text)
    assert times is not None
    assert (times.start, times.end, text[times.stop :]) == (start, end, then)


@pytest.mark.parametrize(
    "text",
    ["8 giống lúa", "25h Họp", "8-9", "04/5/2021", "Thứ 2: 03/5", "10 hộ nghèo", "9h-8h", "Họp 8h"],
)
def test_other_numbers_are_no_time(text: str) -> None:
    assert leading_times(text) is None


def test_a_time_is_found_within_a_text() -> None:
    times = find_times("họp lúc 14h30 tại HT")
    assert times is not None
    assert times.start == time(14, 30)


@pytest.mark.parametrize(
    ("hour", "half_day"),
    [
        (7, HalfDay.MORNING),
        (11, HalfDay.MORNING),
        (12, HalfDay.AFTERNOON),
        (17, HalfDay.AFTERNOON),
        (19, HalfDay.EVENING),
    ],
)
def test_a_time_belongs_to_a_half_day(hour: int, half_day: HalfDay) -> None:
    assert half_day_of(time(hour)) is half_day
