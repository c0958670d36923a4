"""Days off and working days."""

import subprocess
import sys
from datetime import date

import pytest

from agenda.vietnam.holidays import WorkCalendar, public_holidays, working_weekends


def test_the_holiday_of_may_2021_is_the_one_on_the_paper() -> None:
    around = {day: name for day, name in public_holidays(2021).items() if day.month in (4, 5)}
    assert around == {
        date(2021, 4, 21): "Ngày Giỗ Tổ Hùng Vương",
        date(2021, 4, 30): "Ngày Chiến thắng",
        date(2021, 5, 1): "Ngày Quốc tế Lao động",
        date(2021, 5, 3): "Ngày Quốc tế Lao động (nghỉ bù)",
    }


@pytest.mark.parametrize(
    "first_day_of_the_lunar_year",
    [date(2021, 2, 12), date(2023, 1, 22), date(2024, 2, 10), date(2025, 1, 29)],
)
def test_lunar_new_year_is_off(first_day_of_the_lunar_year: date) -> None:
    assert WorkCalendar().holiday_name(first_day_of_the_lunar_year) == "Tết Nguyên Đán"


@pytest.mark.parametrize(
    ("day", "worked"),
    [
        (date(2021, 5, 1), False),
        (date(2021, 5, 2), False),
        (date(2021, 5, 3), False),
        (date(2021, 5, 4), True),
        (date(2021, 5, 8), False),
        (date(2024, 5, 4), True),
    ],
)
def test_weekdays_without_a_holiday_and_make_up_days_are_worked(day: date, worked: bool) -> None:
    assert WorkCalendar().is_working_day(day) == worked


@pytest.mark.parametrize(
    ("year", "worked"),
    [
        (2021, set()),
        (2024, {date(2024, 5, 4)}),
        (2019, {date(2019, 1, 5), date(2019, 5, 4)}),
    ],
)
def test_weekends_worked_are_those_of_the_year_asked_for(year: int, worked: set[date]) -> None:
    assert working_weekends(year) == worked


def test_documents_win_over_the_library() -> None:
    calendar = WorkCalendar(
        extra_off={date(2026, 1, 2): "Nghỉ hoán đổi"},
        extra_working={date(2026, 1, 10): "Làm bù", date(2021, 5, 3): "Làm việc"},
    )
    days = (date(2026, 1, 2), date(2026, 1, 10), date(2021, 5, 3))
    assert [(calendar.holiday_name(day), calendar.is_working_day(day)) for day in days] == [
        ("Nghỉ hoán đổi", False),
        (None, True),
        (None, True),
    ]


def test_a_weekend_is_a_weekend_even_when_worked() -> None:
    calendar = WorkCalendar()
    assert [calendar.is_weekend(date(2024, 5, day)) for day in (3, 4, 5, 6)] == [
        False,
        True,
        True,
        False,
    ]


def test_the_library_is_imported_only_when_a_day_is_asked_for() -> None:
    program = "import sys, agenda.vietnam.holidays; print('holidays' in sys.modules)"
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True
    )
    assert ran.stdout.strip() == "False"
