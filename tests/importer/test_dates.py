"""Test days, weekdays, half-days and times in cells and headings."""

from datetime import date, time

import pytest

from agenda.importer.lexicon.dates import DateContext, DateMention, read_dates, wrong_weekdays
from agenda.model import HalfDay, YearMonth

MAY = DateContext(month=YearMonth(2021, 5))
WEEK = DateContext(month=YearMonth(2021, 5), week=(date(2021, 5, 31), date(2021, 6, 4)))


def span(first: int, last: int | None = None, month: int = 5) -> tuple[date, date]:
    return date(2021, month, first), date(2021, month, last or first)


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("4", [span(4)]),
        ("04", [span(4)]),
        ("1-3", [span(1, 3)]),
        ("1 – 3", [span(1, 3)]),
        ("8,9", [span(8, 9)]),
        ("8 và 9", [span(8, 9)]),
        ("5, 7", [span(5), span(7)]),
        ("4/5", [span(4)]),
        ("04.5", [span(4)]),
        ("04/5/2021", [span(4)]),
        ("04-05-2021", [span(4)]),
        ("2021-05-04", [span(4)]),
        ("04/5/21", [span(4)]),
        ("ngày 04 tháng 5", [span(4)]),
        ("ngày 4 tháng 5 năm 2021", [span(4)]),
        ("30/4-03/5", [(date(2021, 4, 30), date(2021, 5, 3))]),
        ("30-03/5", [(date(2021, 4, 30), date(2021, 5, 3))]),
        ("10-12/5", [span(10, 12)]),
        ("Từ 10 đến 14/5", [span(10, 14)]),
        ("từ ngày 10/5 đến hết ngày 14/5", [span(10, 14)]),
        ("Thứ Ba 04/5", [span(4)]),
        ("Thứ Hai\n(03/5)", [span(3)]),
        ("T3, 4/5", [span(4)]),
        ("Thứ 7, CN\n08-09/5", [span(8, 9)]),
        ("31/12", [(date(2020, 12, 31), date(2020, 12, 31))]),
        ("32", []),
        ("30/2", []),
        ("9-4", []),
        ("lạ", []),
        ("", []),
    ],
)
def test_days_are_read_however_they_are_written(text: str, spans: list[tuple[date, date]]) -> None:
    assert list(read_dates(text, MAY).spans) == spans


@pytest.mark.parametrize(
    ("text", "day"),
    [("Thứ Hai", date(2021, 5, 31)), ("Thứ Ba", date(2021, 6, 1)), ("4", date(2021, 6, 4))],
)
def test_a_week_tells_the_day_of_its_weekdays_and_numbers(text: str, day: date) -> None:
    assert read_dates(text, WEEK).spans == ((day, day),)


def test_everything_in_one_cell_is_taken_apart() -> None:
    assert read_dates("Chiều Thứ Ba, 04/5 (14h00 - 15h30), trực", MAY) == DateMention(
        spans=(span(4),),
        weekdays=(1,),
        half_day=HalfDay.AFTERNOON,
        start=time(14),
        end=time(15, 30),
        rest="trực",
    )


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Thứ Ba 04/5", False),
        ("Thứ Tư 04/5", True),
        ("Thứ Bảy, Chủ nhật 8-9", False),
        ("04/5", False),
    ],
)
def test_a_weekday_is_held_against_its_date(text: str, wrong: bool) -> None:
    assert wrong_weekdays(read_dates(text, MAY)) is wrong
