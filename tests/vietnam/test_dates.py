"""The wording of dates, and weekdays read from labels."""

from datetime import date

import pytest

from agenda.model import HalfDay, YearMonth
from agenda.vietnam.dates import (
    date_range,
    day_heading,
    find_weekdays,
    full_date,
    half_day_name,
    long_date,
    month_name,
    month_title,
    short_date,
    weekday_name,
)


def test_weekdays_have_their_names() -> None:
    assert [weekday_name(date(2021, 5, day)) for day in range(3, 10)] == [
        "Thứ Hai",
        "Thứ Ba",
        "Thứ Tư",
        "Thứ Năm",
        "Thứ Sáu",
        "Thứ Bảy",
        "Chủ nhật",
    ]


@pytest.mark.parametrize(
    ("day", "wordings"),
    [
        (
            date(2021, 5, 4),
            ("04/5", "Thứ Ba, 04/5", "04/5/2021", "ngày 04 tháng 5 năm 2021"),
        ),
        (
            date(2021, 2, 10),
            ("10/02", "Thứ Tư, 10/02", "10/02/2021", "ngày 10 tháng 02 năm 2021"),
        ),
        (
            date(2022, 12, 25),
            ("25/12", "Chủ nhật, 25/12", "25/12/2022", "ngày 25 tháng 12 năm 2022"),
        ),
    ],
)
def test_days_below_ten_and_the_first_two_months_take_a_zero(
    day: date, wordings: tuple[str, ...]
) -> None:
    assert (short_date(day), day_heading(day), full_date(day), long_date(day)) == wordings


@pytest.mark.parametrize(
    ("month", "name", "title"),
    [
        (YearMonth(2021, 5), "tháng 5 năm 2021", "Tháng 5 năm 2021"),
        (YearMonth(2022, 1), "tháng 01 năm 2022", "Tháng 01 năm 2022"),
    ],
)
def test_months_have_a_name_and_a_title(month: YearMonth, name: str, title: str) -> None:
    assert (month_name(month), month_title(month)) == (name, title)


def test_half_days_have_their_names() -> None:
    assert {half_day: half_day_name(half_day) for half_day in HalfDay} == {
        HalfDay.ALL_DAY: "Cả ngày",
        HalfDay.MORNING: "Sáng",
        HalfDay.AFTERNOON: "Chiều",
        HalfDay.EVENING: "Tối",
    }


@pytest.mark.parametrize(
    ("first", "last", "wording"),
    [
        (date(2021, 5, 4), date(2021, 5, 4), "04/5/2021"),
        (date(2021, 5, 18), date(2021, 5, 20), "18–20/5/2021"),
        (date(2021, 5, 1), date(2021, 5, 3), "01–03/5/2021"),
        (date(2021, 4, 30), date(2021, 5, 3), "30/4–03/5/2021"),
        (date(2021, 12, 30), date(2022, 1, 2), "30/12/2021–02/01/2022"),
        (date(2021, 5, 18), date(2022, 5, 18), "18/5/2021–18/5/2022"),
    ],
)
def test_a_range_repeats_only_what_differs(first: date, last: date, wording: str) -> None:
    assert date_range(first, last) == wording


@pytest.mark.parametrize(
    ("label", "weekdays"),
    [
        ("Thứ Bảy, Chủ nhật", (5, 6)),
        ("Thứ Bảy, Chủ Nhật", (5, 6)),
        ("Chủ Nhật (Bầu cử đại biểu Quốc hội khóa XV)", (6,)),
        ("thứ tư", (2,)),
        ("THỨ BẢY", (5,)),
        ("Thứ Bẩy", (5,)),
        ("Thứ 7", (5,)),
        ("thứ 2; thứ 3; thứ 4; thứ 5; thứ 6", (0, 1, 2, 3, 4)),
        ("T7, CN", (5, 6)),
        ("T7-CN", (5, 6)),
        ("T.7 và CN", (5, 6)),
        ("Thứ Hai - Thứ Sáu", (0, 4)),
        ("Chúa nhật", (6,)),
        ("Thư\u0301 Hai", (0,)),
        ("Giao ban thứ Hai hàng tuần", (0,)),
    ],
)
def test_weekdays_are_read_in_the_order_named(label: str, weekdays: tuple[int, ...]) -> None:
    assert find_weekdays(label) == weekdays


@pytest.mark.parametrize(
    "label",
    [
        "Nghỉ lễ 30/4, 01/5.",
        "Làm việc với Thứ trưởng Bộ KH&CN",
        "lần thứ hai mươi",
        "kỷ niệm thứ hai mươi",
        "Đại hội lần thứ tư",
        "Đại hội Đảng bộ tỉnh lần thứ XIX",
        "Kỳ họp thứ 7 HĐND tỉnh",
        "phiên họp thứ hai",
        "Nhiệm kỳ thứ ba",
        "Ngày KH&CN Việt Nam 18/5",
        "Sở KH và CN",
        "Phòng QLCN&CN",
        "Bản tin T5/2021",
        "thứ nhất, thứ 8, thứ 20",
        "Thứbảy",
    ],
)
def test_what_is_no_weekday_is_not_read_as_one(label: str) -> None:
    assert find_weekdays(label) == ()
