"""Months, half-days and dates."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda.model import HalfDay, Slot, YearMonth
from agenda.model.calendar import dates_between

MONTHS = st.builds(YearMonth, st.integers(1, 9998), st.integers(1, 12))


@pytest.mark.parametrize(
    "text",
    ["", "2021", "2021-5", "2021-00", "2021-13", "0000-05", "21-05", "2021-05-04", "٢٠٢١-٠٥"],
)
def test_what_is_no_month_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{text}$"):
        YearMonth.parse(text)


@given(MONTHS)
def test_a_month_is_read_back_as_written(month: YearMonth) -> None:
    assert YearMonth.parse(str(month)) == month


@given(MONTHS)
def test_the_next_month_begins_the_day_after(month: YearMonth) -> None:
    assert month.next.first == month.last + timedelta(1)
    assert month.next.previous == month
    assert month < month.next


@given(MONTHS)
def test_a_month_holds_its_dates_and_no_others(month: YearMonth) -> None:
    dates = list(month.dates())
    assert (dates[0], dates[-1], len(dates)) == (month.first, month.last, month.last.day)
    assert all(day in month for day in dates)
    assert {YearMonth.of(day) for day in dates} == {month}
    assert month.next.first not in month


def test_february_has_29_days_in_leap_years() -> None:
    assert [YearMonth(year, 2).last.day for year in (1900, 2000, 2021, 2024)] == [28, 29, 28, 29]


def test_dates_between_include_both_ends() -> None:
    first, last = date(2021, 4, 30), date(2021, 5, 2)
    assert list(dates_between(first, last)) == [first, date(2021, 5, 1), last]
    assert list(dates_between(first, first)) == [first]
    assert list(dates_between(last, first)) == []


def test_slots_of_one_day_differ_by_half_day() -> None:
    day = date(2021, 5, 4)
    assert len({Slot(day), *(Slot(day, half_day) for half_day in HalfDay)}) == 5
