"""Test the days of a week in titles and headings."""

from datetime import date

import pytest

from agenda.importer.lexicon.weeks import is_week_heading, read_week


@pytest.mark.parametrize(
    ("text", "about", "week"),
    [
        ("(từ 17/5 đến 21/5/2021)", None, (date(2021, 5, 17), date(2021, 5, 21))),
        ("Tuần 20 (17 - 21/5)", date(2021, 5, 1), (date(2021, 5, 17), date(2021, 5, 21))),
        (
            "từ ngày 20 đến ngày 24 tháng 6 năm 2022",
            None,
            (date(2022, 6, 20), date(2022, 6, 24)),
        ),
        ("từ 27/12 đến 02/01", date(2021, 12, 24), (date(2021, 12, 27), date(2022, 1, 2))),
        ("từ 27/12 đến 02/01", date(2022, 1, 1), (date(2021, 12, 27), date(2022, 1, 2))),
        ("từ 17/5 đến 21/5", None, None),
        ("từ 17/5 đến 21/8/2021", None, None),
        ("từ 31/6 đến 04/7/2021", None, None),
    ],
)
def test_a_span_is_of_its_own_year_or_of_the_nearest(
    text: str, about: date | None, week: tuple[date, date] | None
) -> None:
    assert read_week(text, about) == week


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("Tuần 19 (từ 10/5 đến 14/5)", True),
        ("2. TUẦN THỨ HAI: từ ngày 06/12 đến ngày 12/12", True),
        ("Tuần 19", False),
        ("Tập huấn tuần 19 (từ 10/5 đến 14/5)", False),
    ],
)
def test_a_heading_of_a_week_says_which_days_it_has(text: str, heads: bool) -> None:
    assert is_week_heading(text) is heads
