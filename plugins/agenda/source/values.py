"""Texts of a file to days, dates and times; whatever cannot be read raises `ValueProblem`."""

import re
from datetime import date, time, timedelta

from agenda.model import HalfDay, Slot, YearMonth
from agenda.vietnam.text import slugify

_DAY = re.compile(r"(\d{1,2})(?:\s*/\s*(\d{1,2}))?")
_TIME = re.compile(r"(\d{1,2})\s*(?::|h|g|giờ)\s*(\d{2}|\d(?=\s*(?:'|’|phút)))?\s*(?:'|’|phút)?", re.I)
_RANGE = re.compile(r"\s*(?:-|–|—|đến)\s*")


class ValueProblem(ValueError):
    """What is wrong with a text, and what to write instead."""

    def __init__(self, kind: str, message: str, remedy: str) -> None:
        super().__init__(message)
        self.kind = kind
        self.message = message
        self.remedy = remedy


def parse_code(text: str) -> str:
    """Check a code that becomes part of an address: lower-case ASCII, digits, single hyphens."""
    if re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", text) and len(text) <= 80:
        return text
    proposed = slugify(text)
    raise ValueProblem(
        "bad-code",
        f'mã "{text}" không hợp lệ',
        f"hãy viết {proposed}" if proposed else "chỉ dùng chữ thường không dấu, số và gạch nối",
    )


def parse_date(text: str) -> date:
    """Read `2021-05-04`."""
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise ValueProblem(
                "bad-date", f'không có ngày "{text}" trong lịch', "sửa lại ngày"
            ) from None
    raise ValueProblem(
        "bad-date", f'"{text}" không phải là ngày', "viết năm-tháng-ngày, như 2021-05-04"
    )


def parse_bound(text: str, *, last: bool) -> date:
    """Read a date, or a month as its first or `last` day."""
    try:
        month = YearMonth.parse(text)
    except ValueError:
        return parse_date(text)
    return month.last if last else month.first


def parse_slot(text: str) -> Slot:
    """Read `2021-05-20 chieu` or `2021-05-20`."""
    day, _, half_day = text.partition(" ")
    try:
        return Slot(parse_date(day), HalfDay(half_day.strip()) if half_day else None)
    except ValueProblem:
        raise
    except ValueError:
        raise ValueProblem(
            "bad-slot",
            f'"{half_day}" không phải là buổi',
            "viết ngày rồi buổi (sang, chieu, toi hoặc ca_ngay), như 2021-05-20 chieu",
        ) from None


def parse_times(text: str) -> tuple[time, time | None]:
    """Read a time or a range of times, as papers write them: `8h30`, `07g30 - 9h`, `14 giờ 30`."""
    parts = _RANGE.split(text)
    times = [_parse_time(part) for part in parts] if len(parts) <= 2 else [None]
    if any(moment is None for moment in times):
        raise ValueProblem(
            "bad-time",
            f'giờ "{text}" không phải là giờ',
            "viết như 08:30, hoặc 08:00-09:30 khi có giờ kết thúc",
        )
    start, *rest = (moment for moment in times if moment is not None)
    end = rest[0] if rest else None
    if end is not None and end <= start:
        raise ValueProblem(
            "end-before-start",
            f'giờ kết thúc không sau giờ bắt đầu: "{text}"',
            "viết giờ bắt đầu trước, giờ kết thúc sau, như 08:00-09:30",
        )
    return start, end


def _parse_time(text: str) -> time | None:
    match = _TIME.fullmatch(text.strip())
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def parse_days(text: str, month: YearMonth) -> tuple[date, date]:
    """Read the days of an entry: `4`, `1-3`, `4/5`, `30/4-3/5`, `2021-05-04`.

    A day of another month is allowed only in a range that touches `month`; its year is the one
    that brings it nearest to `month`.
    """
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        first = last = parse_date(text)
    else:
        parts = [_DAY.fullmatch(part.strip()) for part in re.split("[-–—]", text)]
        if not 1 <= len(parts) <= 2 or any(part is None for part in parts):
            raise ValueProblem(
                "bad-day",
                f'"{text}" không phải là ngày',
                "viết như 4, 1-3, 30/4-3/5 hoặc 2021-05-04",
            )
        days = [_near(part, month, text) for part in parts if part is not None]
        first, last = days[0], days[-1]
    if last < first:
        raise ValueProblem(
            "range-backwards",
            f'khoảng ngày "{text}" chạy ngược',
            f"viết ngày đầu trước, ngày cuối sau, như {last.day}-{first.day}"
            if first in month and last in month
            else "viết ngày đầu trước, ngày cuối sau; qua tháng khác thì ghi cả tháng, "
            "như 30/4-3/5",
        )
    if last < month.first or month.last < first:
        raise ValueProblem(
            "day-outside",
            f'ngày "{text}" không thuộc tháng {month.month} năm {month.year}',
            f"viết ngày từ 1 đến {month.last.day}, hoặc chuyển sang tệp của tháng kia",
        )
    if last - first > timedelta(days=62):
        raise ValueProblem(
            "range-too-long",
            f'khoảng ngày "{text}" dài quá hai tháng',
            "kiểm tra lại tháng của ngày đầu và ngày cuối",
        )
    return first, last


def _near(part: re.Match[str], month: YearMonth, text: str) -> date:
    day, number = int(part[1]), int(part[2] or month.month)
    year = month.year
    if number - month.month > 6:
        year -= 1
    elif month.month - number > 6:
        year += 1
    try:
        return date(year, number, day)
    except ValueError:
        raise ValueProblem(
            "day-outside",
            f'ngày "{text}" không có trong tháng {number} năm {year}',
            f"tháng {month.month} năm {month.year} có các ngày từ 1 đến {month.last.day}",
        ) from None
