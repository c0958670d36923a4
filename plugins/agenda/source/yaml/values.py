"""Parse days, dates, times and codes. Each function raises `ValueProblem` for invalid text."""

import re
from datetime import date, time, timedelta

from agenda.model import HalfDay, Slot, YearMonth
from agenda.vietnam.text import fold, slugify

YEARS = range(1900, 2100)
"""Valid years. Any other is a typing error.

The site writes dates into gzip headers, whose 32 bits of seconds end in 2106.
"""

MAX_LENGTH = 40
"""The longest text, in characters, that can be days or times."""

_CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_DEVICE = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]")
"""A name that Windows reserves for a device, and refuses as the name of a folder."""

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WRITTEN_DATE = re.compile(r"[0-9]{1,2}\s*/\s*[0-9]{1,2}\s*/\s*[0-9]{4}")
"""A date as in documents: `30/7/2021`."""

_ANY_DATE = rf"(?:{_DATE.pattern}|{_WRITTEN_DATE.pattern})"
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
_SLOT = re.compile(
    rf"({_ANY_DATE})(?:\s*[-–—]\s*({_ANY_DATE}))?"
    r"(?:\s+([^\W\d]\w*(?:\s+[^\W\d]\w*)?))?(?:\s+([0-9].*))?"
)
"""One or two dates, words for the half-day, and times."""

_LONGEST_RANGE = timedelta(days=62)
_EVENING = time(18)
_EARLY = time(6)
"""An appointment may start from the evening on and end the next day up to this time."""


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


def is_device_name(name: str) -> bool:
    """Return whether Windows refuses a file or folder of this name: `con`, `aux.pdf`."""
    return _DEVICE.fullmatch(name.partition(".")[0].strip().lower()) is not None


def is_code(text: str) -> bool:
    """Return whether a text can be a code: part of a URL, and the name of a folder on Windows."""
    return len(text) <= 80 and _CODE.fullmatch(text) is not None and not _DEVICE.fullmatch(text)


def parse_code(text: str) -> str:
    """Return a code unchanged if it is one: `[a-z0-9]` and single hyphens."""
    if is_code(text):
        return text
    proposed = slugify(text)[:80].strip("-")
    if _DEVICE.fullmatch(proposed):
        proposed += "-1"
    raise ValueProblem(
        "bad-code",
        f'mã "{text}" là tên mà Windows giữ riêng'
        if _DEVICE.fullmatch(text)
        else f'mã "{text}" không hợp lệ',
        f"hãy viết {proposed}" if proposed else "chỉ dùng chữ thường không dấu, số và gạch nối",
    )


def parse_date(text: str) -> date:
    """Parse `2021-05-04` or `4/5/2021`."""
    if _WRITTEN_DATE.fullmatch(text):
        day, month, year = text.split("/")
        text = f"{year.strip()}-{int(month):02}-{int(day):02}"
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
        if not (_DATE.fullmatch(text) or _WRITTEN_DATE.fullmatch(text)):
            raise ValueProblem(
                "bad-date",
                f'"{text}" không phải là tháng hay ngày',
                "viết năm-tháng hoặc năm-tháng-ngày, như 2021-05 hoặc 2021-05-04",
            ) from None
        return parse_date(text)
    return parse_date(str(month.last if last else month.first))


def parse_half_day(text: str) -> HalfDay | None:
    """Return the half-day that a key or a word names: `chieu`, `Chiều`, `cả ngày`."""
    try:
        return HalfDay("_".join(fold(text).split()))
    except ValueError:
        return None


def parse_slot(text: str) -> Slot:
    """Parse one or two dates, a half-day and times, where only the first date is required.

    `2021-05-20 chieu`, `2021-05-20 09:00-11:00`, `2021-05-20 - 2021-05-22 sang 8h`.
    """
    match = _SLOT.fullmatch(text) if len(text) <= 2 * MAX_LENGTH else None
    if match is None:
        parse_date(text.partition(" ")[0])
    half_day = parse_half_day(match[3]) if match and match[3] else None
    if match is None or (match[3] and half_day is None):
        wrong = match[3] if match else text.partition(" ")[2]
        raise ValueProblem(
            "bad-slot",
            f'"{wrong}" không phải là buổi hay giờ',
            "viết ngày rồi đến buổi (sang, chieu, toi hoặc ca_ngay) hoặc giờ, như "
            "2021-05-20 chieu hoặc 2021-05-20 09:00-11:00",
        )
    first = parse_date(match[1])
    last = parse_date(match[2]) if match[2] else first
    _check_range(first, last, text, f"như {last} - {first}")
    start, end = parse_times(match[4]) if match[4] else (None, None)
    return Slot(first, half_day, last if last > first else None, start, end)


def parse_times(text: str) -> tuple[time, time | None]:
    """Parse a time or a range, as in documents: `8h30`, `07g30 - 9h`, `14 giờ 30`.

    Return the start and, for a range, the end. An end before the start is on the next day.
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
    if end is not None and end <= start and not (start >= _EVENING and end <= _EARLY):
        raise ValueProblem(
            "end-before-start",
            f'giờ kết thúc không sau giờ bắt đầu: "{text}"',
            "viết giờ bắt đầu trước, giờ kết thúc sau, như 08:00-09:30; kết thúc vào hôm sau thì "
            "bắt đầu từ 18:00 và kết thúc trước hoặc vào 06:00, như 22:00-01:00",
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
    _check_range(
        first,
        last,
        text,
        f"như {last.day}-{first.day}"
        if first in month and last in month
        else "sang tháng khác thì ghi cả tháng, như 30/4-3/5",
    )
    if last < month.first or month.last < first:
        raise ValueProblem(
            "day-outside",
            f'ngày "{text}" không thuộc tháng {month.month} năm {month.year}',
            f"viết ngày từ 1 đến {month.last.day}, hoặc chuyển sang tệp của tháng kia",
        )
    return first, last


def _check_range(first: date, last: date, text: str, example: str) -> None:
    """Raise `ValueProblem` if the days are in the wrong order or too far apart."""
    if last < first:
        raise ValueProblem(
            "range-backwards",
            f'khoảng ngày "{text}" chạy ngược',
            f"viết ngày đầu trước, ngày cuối sau, {example}",
        )
    if last - first > _LONGEST_RANGE:
        raise ValueProblem(
            "range-too-long",
            f'khoảng ngày "{text}" dài quá hai tháng',
            "kiểm tra lại tháng của ngày đầu và ngày cuối",
        )


def _parse_bounds(text: str, month: YearMonth) -> tuple[date, date]:
    if _DATE.fullmatch(text) or _WRITTEN_DATE.fullmatch(text):
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
