"""Days, times and other values as papers write them."""

import re
from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda.model import HalfDay, Slot, YearMonth
from agenda.schema.fields import CODE, DATE, DATE_OR_MONTH, DAY, DAYS, SLOT
from agenda.source.yaml.values import (
    ValueProblem,
    is_device_name,
    parse_bound,
    parse_code,
    parse_date,
    parse_day,
    parse_days,
    parse_slot,
    parse_times,
)

MAY = YearMonth(2021, 5)
DECEMBER, JANUARY = YearMonth(2020, 12), YearMonth(2021, 1)
MONTHS = st.builds(YearMonth, st.integers(1900, 2099), st.integers(1, 12))


def kind_of(problem: pytest.ExceptionInfo[ValueProblem]) -> str:
    return problem.value.kind


@pytest.mark.parametrize(
    ("text", "month", "first", "last"),
    [
        ("4", MAY, (2021, 5, 4), (2021, 5, 4)),
        ("04", MAY, (2021, 5, 4), (2021, 5, 4)),
        ("4/5", MAY, (2021, 5, 4), (2021, 5, 4)),
        ("04 / 05", MAY, (2021, 5, 4), (2021, 5, 4)),
        ("2021-05-04", MAY, (2021, 5, 4), (2021, 5, 4)),
        ("4/5/2021", MAY, (2021, 5, 4), (2021, 5, 4)),
        ("04 / 05 / 2021", MAY, (2021, 5, 4), (2021, 5, 4)),
        ("1-3", MAY, (2021, 5, 1), (2021, 5, 3)),
        ("1 - 3", MAY, (2021, 5, 1), (2021, 5, 3)),
        ("1–3", MAY, (2021, 5, 1), (2021, 5, 3)),
        ("1 — 3", MAY, (2021, 5, 1), (2021, 5, 3)),
        ("18-18", MAY, (2021, 5, 18), (2021, 5, 18)),
        ("30/4-3/5", MAY, (2021, 4, 30), (2021, 5, 3)),
        ("30/4-03/5", MAY, (2021, 4, 30), (2021, 5, 3)),
        ("30/4-3", MAY, (2021, 4, 30), (2021, 5, 3)),
        ("31-2/6", MAY, (2021, 5, 31), (2021, 6, 2)),
        ("1-3/5", MAY, (2021, 5, 1), (2021, 5, 3)),
        ("30/4-3/5", MAY.previous, (2021, 4, 30), (2021, 5, 3)),
        ("28-3/5", MAY.previous, (2021, 4, 28), (2021, 5, 3)),
        ("28/12-03/1", DECEMBER, (2020, 12, 28), (2021, 1, 3)),
        ("28-03/1", DECEMBER, (2020, 12, 28), (2021, 1, 3)),
        ("28/12-03/1", JANUARY, (2020, 12, 28), (2021, 1, 3)),
        ("28/12-3", JANUARY, (2020, 12, 28), (2021, 1, 3)),
        ("29/2-1/3", YearMonth(2024, 3), (2024, 2, 29), (2024, 3, 1)),
        ("29/2", YearMonth(2024, 2), (2024, 2, 29), (2024, 2, 29)),
        ("1/4-2/6", MAY, (2021, 4, 1), (2021, 6, 2)),
    ],
)
def test_days_are_read_as_written(
    text: str, month: YearMonth, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    assert parse_days(text, month) == (date(*first), date(*last))


@pytest.mark.parametrize(
    ("text", "month", "kind"),
    [
        ("", MAY, "bad-day"),
        ("-", MAY, "bad-day"),
        ("4-", MAY, "bad-day"),
        ("-4", MAY, "bad-day"),
        ("4,5", MAY, "bad-day"),
        ("4.5", MAY, "bad-day"),
        ("1-2-3", MAY, "bad-day"),
        ("4/5/21", MAY, "bad-day"),
        ("4/6/2021", MAY, "day-outside"),
        ("31/6/2021", MAY, "bad-date"),
        ("004", MAY, "bad-day"),
        ("٤", MAY, "bad-day"),
        ("Thứ Ba", MAY, "bad-day"),
        ("2021-05-04 - 2021-05-06", MAY, "bad-day"),
        ("2021-05-32", MAY, "bad-date"),
        ("0", MAY, "day-outside"),
        ("32", MAY, "day-outside"),
        ("31", YearMonth(2021, 4), "day-outside"),
        ("29", YearMonth(2021, 2), "day-outside"),
        ("29/2-1/3", YearMonth(2021, 3), "day-outside"),
        ("4/13", MAY, "day-outside"),
        ("4/6", MAY, "day-outside"),
        ("2021-06-04", MAY, "day-outside"),
        ("2020-05-04", MAY, "day-outside"),
        ("1-3/5", MAY.previous, "day-outside"),
        ("28/12-03/1", MAY, "day-outside"),
        ("3-1", MAY, "range-backwards"),
        ("3/5-30/4", MAY, "range-backwards"),
        ("3/1-28/12", JANUARY, "range-backwards"),
        ("1/4-3/6", MAY, "range-too-long"),
    ],
)
def test_what_are_no_days_is_refused(text: str, month: YearMonth, kind: str) -> None:
    with pytest.raises(ValueProblem) as problem:
        parse_days(text, month)
    assert kind_of(problem) == kind


@given(MONTHS, st.data())
def test_any_day_and_range_of_a_month_is_read(month: YearMonth, data: st.DataObject) -> None:
    days = st.integers(1, month.last.day)
    first, last = sorted((data.draw(days), data.draw(days)))
    assert parse_days(f"{first}-{last}", month) == (
        date(month.year, month.month, first),
        date(month.year, month.month, last),
    )


@given(MONTHS, st.integers(1, 28), st.integers(1, 28))
def test_a_range_over_the_end_of_a_month_is_the_same_from_both_sides(
    month: YearMonth, head: int, tail: int
) -> None:
    text = f"{head}/{month.month}-{tail}/{month.next.month}"
    across = (
        date(month.year, month.month, head),
        date(month.next.year, month.next.month, tail),
    )
    assert parse_days(text, month) == parse_days(text, month.next) == across


@given(st.text("0123456789/-– 2", max_size=12), MONTHS)
def test_every_day_that_is_read_satisfies_the_pattern_for_editors(
    text: str, month: YearMonth
) -> None:
    try:
        parse_days(text, month)
    except ValueProblem:
        return
    assert re.search(DAYS, text)


def test_one_day_is_no_range() -> None:
    assert parse_day("4", MAY) == parse_day("04/5", MAY) == date(2021, 5, 4)
    with pytest.raises(ValueProblem) as problem:
        parse_day("4-5", MAY)
    assert kind_of(problem) == "bad-day"
    assert all(re.search(DAY, text) for text in ("4", "04/5", "2021-05-04"))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        # the format
        ("08:00", (8, 0), None),
        ("8:00", (8, 0), None),
        ("14:05", (14, 5), None),
        ("08:00-09:30", (8, 0), (9, 30)),
        ("8h", (8, 0), None),
        ("8h30", (8, 30), None),
        ("08g30", (8, 30), None),
        ("14 giờ 30", (14, 30), None),
        ("7 giờ 30'", (7, 30), None),
        # the shapes real agendas come in
        ("8h00", (8, 0), None),
        ("07g30 - 9h", (7, 30), (9, 0)),
        ("13h30'", (13, 30), None),
        # and their like
        ("8H30", (8, 30), None),
        ("8 h 30", (8, 30), None),
        ("8h30’", (8, 30), None),
        ("8h30′", (8, 30), None),
        ("8h5'", (8, 5), None),
        ("7 GIỜ", (7, 0), None),
        ("7 giờ 30 phút", (7, 30), None),
        ("7 giờ 5 phút", (7, 5), None),
        ("8h00 đến 9h30", (8, 0), (9, 30)),
        ("08:00–09:30", (8, 0), (9, 30)),
        ("00:00-23:59", (0, 0), (23, 59)),
        # over midnight
        ("22:00-01:00", (22, 0), (1, 0)),
        ("18h đến 6h", (18, 0), (6, 0)),
        ("23h-0h", (23, 0), (0, 0)),
        (" 08:00 ", (8, 0), None),
    ],
)
def test_times_are_read_as_written(
    text: str, start: tuple[int, int], end: tuple[int, int] | None
) -> None:
    assert parse_times(text) == (time(*start), time(*end) if end else None)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "8",
        "845",
        "8h3",
        "8h3x",
        "8h60",
        "8:",
        "8:3",
        "8.30",
        "24:00",
        "25h",
        "-8h",
        "8h-",
        "8h--9h",
        "8h-9h-10h",
        "08:00:00",
        "8h sáng",
        "sáng",
        "đến 9h",
        "8hđến9h",
        "٨h30",
    ],
)
def test_what_are_no_times_is_refused(text: str) -> None:
    with pytest.raises(ValueProblem) as problem:
        parse_times(text)
    assert kind_of(problem) == "bad-time"


@pytest.mark.parametrize(
    "text",
    ["09:30-08:00", "8h-8h", "14:00-13:00", "17:59-01:00", "22:00-06:01", "22h-22h", "22h-21h"],
)
def test_an_appointment_that_does_not_end_after_it_starts_is_refused(text: str) -> None:
    with pytest.raises(ValueProblem) as problem:
        parse_times(text)
    assert kind_of(problem) == "end-before-start"


@given(
    st.times(), st.sampled_from(["{h:02}:{m:02}", "{h}h{m:02}", "{h} giờ {m:02}'", "{h}g{m:02}"])
)
def test_any_time_is_read_in_every_spelling(moment: time, spelling: str) -> None:
    written = spelling.format(h=moment.hour, m=moment.minute)
    assert parse_times(written) == (time(moment.hour, moment.minute), None)


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("2021-05-20", Slot(date(2021, 5, 20))),
        ("2021-05-20 sang", Slot(date(2021, 5, 20), HalfDay.MORNING)),
        ("2021-05-20 chieu", Slot(date(2021, 5, 20), HalfDay.AFTERNOON)),
        ("2021-05-20 toi", Slot(date(2021, 5, 20), HalfDay.EVENING)),
        ("2021-05-20  ca_ngay", Slot(date(2021, 5, 20), HalfDay.ALL_DAY)),
        ("20/5/2021 Chiều", Slot(date(2021, 5, 20), HalfDay.AFTERNOON)),
        ("2021-05-20 cả ngày", Slot(date(2021, 5, 20), HalfDay.ALL_DAY)),
        ("2021-05-20 09:00", Slot(date(2021, 5, 20), start=time(9))),
        ("2021-05-20 9h đến 11h", Slot(date(2021, 5, 20), start=time(9), end=time(11))),
        (
            "2021-05-20 chiều 14 giờ 30",
            Slot(date(2021, 5, 20), HalfDay.AFTERNOON, start=time(14, 30)),
        ),
        ("2021-05-20 22:00-01:00", Slot(date(2021, 5, 20), start=time(22), end=time(1))),
        ("2021-05-20 - 2021-05-22", Slot(date(2021, 5, 20), last=date(2021, 5, 22))),
        ("20/5/2021–22/5/2021", Slot(date(2021, 5, 20), last=date(2021, 5, 22))),
        ("2021-05-20-2021-05-20", Slot(date(2021, 5, 20))),
        (
            "2021-05-31 - 2021-06-02 sang 08:00-09:30",
            Slot(date(2021, 5, 31), HalfDay.MORNING, date(2021, 6, 2), time(8), time(9, 30)),
        ),
    ],
)
def test_slots_are_read_as_written(text: str, slot: Slot) -> None:
    assert parse_slot(text) == slot
    assert re.search(SLOT, text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2021-05-20 trưa", "bad-slot"),
        ("2021-05-20 sang chieu", "bad-slot"),
        ("2021-05-20, chieu", "bad-date"),
        ("2021-05-20 chieu; sang", "bad-slot"),
        ("2021-05-20 845", "bad-time"),
        ("2021-05-20 14:00-13:00", "end-before-start"),
        ("2021-05-20 - 2021-05-19", "range-backwards"),
        ("2021-05-20 - 2021-08-20", "range-too-long"),
        ("2021-05-20 - 22", "bad-slot"),
        ("20/5 chieu", "bad-date"),
        ("chieu", "bad-date"),
        ("", "bad-date"),
        ("2021-05-32 chieu", "bad-date"),
    ],
)
def test_what_are_no_slots_is_refused(text: str, kind: str) -> None:
    with pytest.raises(ValueProblem) as problem:
        parse_slot(text)
    assert kind_of(problem) == kind


SLOTS = st.builds(
    Slot,
    st.dates(date(1900, 1, 1), date(2099, 10, 31)),
    st.none() | st.sampled_from(HalfDay),
    st.none(),
    st.none() | st.builds(time, st.integers(0, 23), st.integers(0, 59)),
)


@given(SLOTS, st.none() | st.integers(1, 62))
def test_any_slot_is_read_as_it_is_written(slot: Slot, further: int | None) -> None:
    slot = replace(slot, last=slot.day + timedelta(days=further) if further else None)
    assert parse_slot(str(slot)) == slot
    assert re.search(SLOT, str(slot))


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_any_date_is_read(day: date) -> None:
    for written in (str(day), f"{day.day}/{day.month}/{day.year}", f"{day:%d/%m/%Y}"):
        assert parse_date(written) == day
        assert re.search(DATE, written)


@pytest.mark.parametrize(
    "text",
    ["", "2021-5-4", "20210504", "2021-W18-2", "04/05/21", "2021-02-29", "29/2/2021", "1899-12-31"],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueProblem) as problem:
        parse_date(text)
    assert kind_of(problem) == "bad-date"


def test_a_bound_is_a_date_or_the_edge_of_a_month() -> None:
    assert parse_bound("2024-02", last=False) == date(2024, 2, 1)
    assert parse_bound("2024-02", last=True) == date(2024, 2, 29)
    assert parse_bound("2024-02-10", last=True) == date(2024, 2, 10)
    assert parse_bound("10/2/2024", last=True) == date(2024, 2, 10)
    assert all(re.search(DATE_OR_MONTH, text) for text in ("2024-02", "2024-02-10"))


@pytest.mark.parametrize("text", ["2024", "2024-13", "0999-01", "2/2024", "2024-02-30"])
def test_what_is_no_bound_is_refused(text: str) -> None:
    with pytest.raises(ValueProblem) as problem:
        parse_bound(text, last=True)
    assert kind_of(problem) == "bad-date"


@given(st.from_regex(CODE, fullmatch=True).filter(lambda code: len(code) <= 80))
def test_codes_are_what_editors_let_pass(code: str) -> None:
    assert parse_code(code) == code


@pytest.mark.parametrize("text", ["con", "prn", "aux", "nul", "com1", "lpt9"])
def test_no_code_is_the_name_of_a_device_on_windows(text: str) -> None:
    with pytest.raises(ValueProblem) as problem:
        parse_code(text)
    assert parse_code(problem.value.remedy.removeprefix("hãy viết ")) == f"{text}-1"
    assert not re.search(CODE, text)
    assert is_device_name(f"{text.upper()}.pdf")
    assert not is_device_name(f"{text}-1.pdf")


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("Phòng QLCN&CN", "hãy viết phong-qlcn-cn"),
        ("a_b", "hãy viết a-b"),
        ("a--b", "hãy viết a-b"),
        ("-a", "hãy viết a"),
        ("A", "hãy viết a"),
        ("a" * 81, f"hãy viết {'a' * 80}"),
        ("---", "chỉ dùng chữ thường không dấu, số và gạch nối"),
        ("a\n", "hãy viết a"),
    ],
)
def test_a_code_that_is_none_is_given_a_better_one(text: str, remedy: str) -> None:
    with pytest.raises(ValueProblem) as problem:
        parse_code(text)
    assert (kind_of(problem), problem.value.remedy) == ("bad-code", remedy)
