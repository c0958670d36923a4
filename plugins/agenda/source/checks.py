"""Warn of doubtful texts, labels and dates of issue."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from unicodedata import normalize

from agenda.model import ScheduleEntry, YearMonth
from agenda.model.calendar import dates_between
from agenda.source.yaml.lookalikes import INVISIBLE_CHARACTERS
from agenda.source.yaml.problems import ProblemCollector
from agenda.source.yaml.records import Scalar
from agenda.vietnam.dates import WEEKDAYS, day_heading, find_weekdays
from agenda.vietnam.holidays import WorkCalendar
from agenda.vietnam.spelling.leftovers import find_typing_leftovers
from agenda.vietnam.text import fold

MAX_ISSUE_DISTANCE = timedelta(days=366)
"""The longest time between a document and its month that is not an error."""

USUAL_ISSUE_DISTANCE = timedelta(days=183)
"""The longest time without a warning. In January many people still write the previous year."""

_INVISIBLE = re.compile(f"[{INVISIBLE_CHARACTERS}]")
_FULL_WIDTH = re.compile("[\u3000-\u3002\ufe50-\ufe6b\uff01-\uff5e]")
_AS_PRINTED = "bản in ghi như vậy thì khai ở hieu_dinh với giu_nguyen"
_HOLIDAY_WORDS = re.compile(r"\b(le|tet|quoc khanh|gio to)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Doubt:
    """A doubt about a text, independent of its position."""

    kind: str
    value: str
    message: str
    remedy: str


def check_text(scalar: Scalar, collector: ProblemCollector) -> None:
    """Warn of characters and words that were probably not intended."""
    for doubt in _doubts(scalar.text):
        collector.warning(doubt.kind, scalar.position, doubt.message, doubt.remedy, doubt.value)


@lru_cache(maxsize=1 << 15)
def _doubts(text: str) -> tuple[_Doubt, ...]:
    # Cached because documents repeat the names of the same units and people.
    return (*_leftovers(text), *_invisible(text), *_full_width(text))


def _leftovers(text: str) -> Iterator[_Doubt]:
    for leftover in find_typing_leftovers(text):
        suggestion = leftover.suggestion
        yield _Doubt(
            kind="typing-leftover",
            value=leftover.word,
            message=f'"{leftover.word}" giống chữ gõ sót dấu',
            remedy=(f'nếu là "{suggestion}" thì' if suggestion else "kiểm tra bản in rồi")
            + f" sửa lại; {_AS_PRINTED}",
        )


def _invisible(text: str) -> Iterator[_Doubt]:
    if (match := _INVISIBLE.search(text)) is not None:
        yield _Doubt(
            kind="invisible-character",
            value=match[0],
            message=f"có ký tự ẩn U+{ord(match[0]):04X}, đứng thứ {match.start() + 1} "
            "trong đoạn chữ",
            remedy="xóa ký tự đó rồi gõ lại chữ",
        )


def _full_width(text: str) -> Iterator[_Doubt]:
    if (match := _FULL_WIDTH.search(text)) is not None:
        suggestion = normalize("NFKC", match[0])
        yield _Doubt(
            kind="full-width",
            value=match[0],
            message=f'"{match[0]}" là chữ rộng của bộ gõ tiếng Trung, tiếng Nhật',
            remedy=f'thay bằng "{suggestion}" của bàn phím'
            if suggestion != match[0]
            else "thay bằng dấu câu của bàn phím",
        )


def check_issue_date(
    scalar: Scalar, issued: date, month: YearMonth, collector: ProblemCollector
) -> None:
    """Report a document issued long before or after its month, as its year is probably wrong."""
    distance = max(month.first - issued, issued - month.last)
    if distance > MAX_ISSUE_DISTANCE:
        collector.error(
            "issued-far",
            scalar.position,
            f'ngày ban hành "{scalar.text}" cách tháng {month.month} năm {month.year} hơn một năm',
            "sửa lại năm; nếu sai ở tháng thì sửa dòng thang và tên tệp",
            scalar.text,
        )
    elif distance > USUAL_ISSUE_DISTANCE:
        collector.warning(
            "issued-far",
            scalar.position,
            f'ngày ban hành "{scalar.text}" cách tháng {month.month} năm {month.year} hơn nửa năm',
            f"sửa lại năm; {_AS_PRINTED}",
            scalar.text,
        )


def check_label(
    label: Scalar, first: date, last: date, calendar: WorkCalendar, collector: ProblemCollector
) -> None:
    """Warn of a label that names a weekday or a holiday which the calendar contradicts."""
    days = tuple(dates_between(first, last))
    named = set(find_weekdays(label.text))
    actual = {day.weekday() for day in days}
    if not named <= actual:
        wrong = ", ".join(WEEKDAYS[number] for number in sorted(named - actual))
        collector.warning(
            "weekday-label",
            label.position,
            f'nhãn "{label.text}" ghi {wrong}, nhưng theo lịch là '
            + "; ".join(day_heading(day) for day in days),
            f"sửa lại ngày hoặc nhãn; {_AS_PRINTED}",
            label.text,
        )
    if _HOLIDAY_WORDS.search(fold(label.text)):
        working = [day_heading(day) for day in days if calendar.is_working_day(day)]
        if working:
            collector.warning(
                "holiday-label",
                label.position,
                f'nhãn "{label.text}" ghi ngày lễ, nhưng theo lịch phải làm việc: '
                + "; ".join(working),
                "sửa lại ngày; nếu có văn bản cho nghỉ, ghi vào agendas/ngay-nghi.yml; "
                + _AS_PRINTED,
                label.text,
            )


def unlisted_working_days(
    month: YearMonth, entries: Iterable[ScheduleEntry], calendar: WorkCalendar
) -> Iterator[date]:
    """Yield the working days of a month that no entry covers."""
    listed = {day for entry in entries for day in dates_between(entry.first, entry.last)}
    return (day for day in month.dates() if day not in listed and calendar.is_working_day(day))
