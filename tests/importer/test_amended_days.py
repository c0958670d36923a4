"""The days that the title or the introduction of an amendment names."""

from datetime import date

import pytest

from agenda.importer.lexicon.amended_days import find_named_days, month_of
from agenda.importer.lexicon.dates import DateContext
from agenda.model import YearMonth
from agenda.source.scope import format_days

JUNE = YearMonth(2021, 6)


def named(text: str) -> list[str]:
    return [format_days(each.days) for each in find_named_days(text, DateContext(month=JUNE))]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("(Điều chỉnh từ ngày 14/6 đến ngày 30/6/2021)", "14-30"),
        ("ĐIỀU CHỈNH LẦN 2, TỪ NGÀY 14 ĐẾN NGÀY 30/6", "14-30"),
        ("điều chỉnh các ngày 7, 14 và 15 tháng 6", "[7, 14-15]"),
        ("điều chỉnh từ 14 – 30/6", "14-30"),
        ("điều chỉnh 14-30/6", "14-30"),
        ("từ ngày 14.6 đến 30.6", "14-30"),
        ("từ ngày 14 đến ngày 30 tháng 6 năm 2021", "14-30"),
        ("tuần 3 tháng 6 (từ ngày 14/6 đến 18/6) điều chỉnh lần 1", "14-18"),
        ("từ thứ Hai (14/6) đến thứ Sáu (18/6)", "14-18"),
        ("từ 07/6 đến 09/6 và từ ngày 14/6 đến ngày 18/6", "[7-9, 14-18]"),
        ("ngày 14, ngày 15 và ngày 21 tháng 6 năm 2021", "[14-15, 21]"),
        ("từ ngày 14 đến hết tháng 6", "14-30"),
        ("theo số 25/KH ngày 31/5, điều chỉnh các ngày 14, 15/6", "14-15"),
    ],
)
def test_a_range_or_a_list_of_days_is_read(text: str, days: str) -> None:
    assert named(text) == [days]


@pytest.mark.parametrize(
    "text",
    [
        "CHƯƠNG TRÌNH CÔNG TÁC THÁNG 6 NĂM 2021 (ĐIỀU CHỈNH LẦN 2)",
        "điều chỉnh tháng 6/2021",
        "Lịch công tác tuần 24, quý II năm 2021",
        "thay Chương trình số 25/CTr-SKHCN của Sở ngày 31/5/2021",
        "thay thế Chương trình ban hành ngày 01/6/2021",
        "điều chỉnh từ 14h00",
    ],
)
def test_other_numbers_are_no_days(text: str) -> None:
    assert named(text) == []


def test_a_first_day_alone_opens_a_range_to_the_end_of_the_month() -> None:
    (opened,) = find_named_days("áp dụng từ ngày 14/6/2021", DateContext(month=JUNE))
    assert (format_days(opened.days), opened.open_ended, opened.explicit) == ("14-30", True, False)


def test_a_move_from_one_day_to_another_opens_no_range() -> None:
    assert named("chuyển từ ngày 14/6 sang ngày 16/6") == ["16"]


def test_words_for_half_days_are_marked() -> None:
    (halves,) = find_named_days("từ chiều ngày 14/6 đến 18/6", DateContext(month=JUNE))
    assert (format_days(halves.days), halves.with_half_day) == ("14-18", True)


def test_the_words_may_give_the_month() -> None:
    (whole,) = find_named_days("từ ngày 14/6 đến 18/6", DateContext(month=YearMonth(2021, 5)))
    (short,) = find_named_days("từ ngày 14 đến ngày 18", DateContext(month=YearMonth(2021, 5)))
    assert (whole.days[0], month_of(whole)) == (date(2021, 6, 14), JUNE)
    assert month_of(short) is None
