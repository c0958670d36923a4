"""Parse days, dates, times and codes. Each function raises `ValueProblem` for invalid text."""

import re
from datetime import date, time, timedelta

from agenda.model import HalfDay, Slot, YearMonth
from agenda.vietnam.text import slugify

YEARS = range(1900, 2100)
"""Valid years. Any other is a typing error.

The site writes dates into gzip headers, whose 32 bits of seconds end in 2106.
"""

MAX_LENGTH = 40
"""The longest text, in characters, that can be days or times."""

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DAY = re.compile(r"([0-9]{1,2})(?:\s*/\s*([0-9]{1,2}))?")
_DASH = re.compile(r"\s*[-–—]\s*")
_TIME = re.compile(
    r"""
    ([0-9]{1,2}) \s*
    (?: : \s* ([0-9]{2})                                   # 08:30
      | (?:h|g|giờ) \s*                                    # 8h, 8g, 8 giờ
        (?: ([0-9]{2}) \s* (?:['’′]|phút)?                 # 8h30, 7 giờ 30', 8 giờ 30 phút
          | ([0-9]) \s* (?:['’′]|phút) )?                  # 8h5'
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_RANGE_SIGN = re.compile(r"\s*(?:[-–—]|\bđến\b)\s*")


class ValueProblem(ValueError):
    """An invalid text, with a message and a remedy in Vietnamese."""

    def __init__(self, kind: str, message: str, remedy: str) -> None:
        super().__init__(message)
        self.kind = kind
        self.message = message
        self.remedy = remedy


def parse_count(text: str) -> int:
    """Parse a number of places, of at most four digits."""
    if not (text.isascii() and text.isdecimal() and len(text) < 5):
        raise ValueProblem("bad-count", f'"{text}" không phải là số chỗ', "viết một số như 2")
    return int(text)


def parse_code(text: str) -> str:
    """Return a code unchanged if it can be part of a URL: `[a-z0-9]` and single hyphens."""
    if re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", text) and len(text) <= 80:
        return text
    proposed = slugify(text)[:80].strip("-")
    raise ValueProblem(
        "bad-code",
        f'mã "{text}" không hợp lệ',
        f"hãy viết {proposed}" if proposed else "chỉ dùng chữ thường không dấu, số và gạch nối",
    )


def parse_date(text: str) -> date:
    """Parse `2021-05-04`."""
    if not _DATE.fullmatch(text):
        raise ValueProblem(
            "bad-date", f'"{text}" không phải là ngày', "viết năm-tháng-ngày, như 2021-05-04"
        )
    if int(text[:4]) not in YEARS:
        raise ValueProblem("bad-date", f'năm trong "{text}" không hợp lý', "sửa lại năm")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueProblem(
            "bad-date", f'không có ngày "{text}" trong lịch', "sửa lại ngày"
        ) from None


def parse_bound(text: str, *, last: bool) -> date:
    """Parse a date, or a month, which gives its first or its `last` day."""
    try:
        month = YearMonth.parse(text)
    except ValueError:
        if not _DATE.fullmatch(text):
            raise ValueProblem(
                "bad-date",
                f'"{text}" không phải là tháng hay ngày',
                "viết năm-tháng hoặc năm-tháng-ngày, như 2021-05 hoặc 2021-05-04",
            ) from None
        return parse_date(text)
    return parse_date(str(month.last if last else month.first))


def parse_slot(text: str) -> Slot:
    """Parse `2021-05-20 chieu` or `2021-05-20`."""
    day, _, half_day = text.partition(" ")
    try:
        return Slot(parse_date(day), HalfDay(half_day.strip()) if half_day else None)
    except ValueProblem:
        raise
    except ValueError:
        raise ValueProblem(
            "bad-slot",
            f'"{half_day.strip()}" không phải là buổi',
            "viết ngày rồi đến buổi (sang, chieu, toi hoặc ca_ngay), như 2021-05-20 chieu",
        ) from None


def parse_times(text: str) -> tuple[time, time | None]:
    """Parse a time or a range, as in documents: `8h30`, `07g30 - 9h`, `14 giờ 30`.

    Return the start and, for a range, the end.
    """
    parts = _RANGE_SIGN.split(text) if len(text) <= MAX_LENGTH else []
    times = [_parse_time(part) for part in parts] if 1 <= len(parts) <= 2 else [None]
    if any(value is None for value in times):
        raise ValueProblem(
            "bad-time",
            f'giờ "{text}" không phải là giờ',
            "viết như 08:30, hoặc 08:00-09:30 khi có giờ kết thúc",
        )
    start, *rest = (value for value in times if value is not None)
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
    hour, minute = int(match[1]), int(match[2] or match[3] or match[4] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def parse_day(text: str, month: YearMonth) -> date:
    """Parse a single day of an agenda, in the forms that `parse_days` accepts."""
    first, last = parse_days(text, month)
    if first != last:
        raise ValueProblem("bad-day", f'"{text}" là nhiều ngày', f"ghi một ngày, như {first.day}")
    return first


def parse_days(text: str, month: YearMonth) -> tuple[date, date]:
    """Parse the days of an entry: `4`, `1-3`, `4/5`, `30/4-3/5`, `2021-05-04`.

    A day of another month is allowed only in a range that overlaps `month`. Its year is the
    one nearest to `month`. In `1-3/5` both days are in May; in `30-3/5` the first is in April.
    """
    first, last = _parse_bounds(text, month)
    if last < first:
        raise ValueProblem(
            "range-backwards",
            f'khoảng ngày "{text}" chạy ngược',
            f"viết ngày đầu trước, ngày cuối sau, như {last.day}-{first.day}"
            if first in month and last in month
            else "viết ngày đầu trước, ngày cuối sau; sang tháng khác thì ghi cả tháng, "
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


def _parse_bounds(text: str, month: YearMonth) -> tuple[date, date]:
    if _DATE.fullmatch(text):
        day = parse_date(text)
        return day, day
    parts = _DASH.split(text) if len(text) <= MAX_LENGTH else []
    match [_DAY.fullmatch(part) for part in parts]:
        case [re.Match() as only]:
            day = _nearest_date(only[1], only[2], month, text)
            return day, day
        case [re.Match() as head, re.Match() as tail]:
            last = _nearest_date(tail[1], tail[2], month, text)
            if head[2] is None and int(head[1]) <= int(tail[1]):
                return _nearest_date(head[1], tail[2], month, text), last
            return _nearest_date(head[1], head[2], month, text), last
    raise ValueProblem(
        "bad-day", f'"{text}" không phải là ngày', "viết như 4, 1-3, 30/4-3/5 hoặc 2021-05-04"
    )


def _nearest_date(day: str, number: str | None, month: YearMonth, text: str) -> date:
    """Return the date of a `day` in month `number`, or in `month`, in the year nearest to it."""
    month_number = int(number or month.month)
    distance = month_number - month.month
    year = month.year - (distance > 6) + (distance < -6)
    try:
        return date(year, month_number, int(day))
    except ValueError:
        raise ValueProblem(
            "day-outside",
            f'ngày "{text}" không có trong lịch'
            if number
            else f'ngày "{text}" không có trong tháng {month_number} năm {year}',
            f"tháng {month.month} năm {month.year} có các ngày từ 1 đến {month.last.day}",
        ) from None
