"""Warnings about what a text says: labels against the calendar, typing leftovers."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from unicodedata import normalize

from agenda.model import ScheduleEntry, YearMonth
from agenda.model.calendar import dates_between
from agenda.source.yaml.diagnostics import ProblemCollector
from agenda.source.yaml.lookalikes import INVISIBLE
from agenda.source.yaml.records import Scalar
from agenda.vietnam.dates import WEEKDAYS, day_heading, weekdays_named
from agenda.vietnam.holidays import WorkCalendar
from agenda.vietnam.spelling.leftovers import typing_leftovers
from agenda.vietnam.text import fold

ISSUED_WITHIN = timedelta(days=366)
"""The longest time between a document and its month that is no error."""

ISSUED_USUALLY_WITHIN = timedelta(days=183)
"""The longest that is not doubtful; in January many people still write the year before."""

_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_FULL_WIDTH = re.compile("[\u3000-\u3002\ufe50-\ufe6b\uff01-\uff5e]")
_HOLIDAY_WORDS = re.compile(r"\b(le|tet|quoc khanh|gio to)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Doubt:
    """What is doubtful about a text, wherever it stands."""

    kind: str
    value: str
    message: str
    remedy: str


def check_text(scalar: Scalar, collector: ProblemCollector) -> None:
    """Warn of what was hardly meant."""
    for doubt in _doubts(scalar.text):
        collector.warning(doubt.kind, scalar.position, doubt.message, doubt.remedy, doubt.value)


@lru_cache(maxsize=1 << 15)
def _doubts(text: str) -> tuple[_Doubt, ...]:
    """Remembered, since papers name the same units and people again and again."""
    return (*_leftovers(text), *_invisible(text), *_full_width(text))


def _leftovers(text: str) -> Iterator[_Doubt]:
    for leftover in typing_leftovers(text):
        meant = leftover.suggestion
        yield _Doubt(
            kind="typing-leftover",
            value=leftover.word,
            message=f'"{leftover.word}" giống chữ gõ sót dấu',
            remedy=f'có phải là "{meant}"?' if meant else "kiểm tra lại chữ này",
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
        meant = normalize("NFKC", match[0])
        yield _Doubt(
            kind="full-width",
            value=match[0],
            message=f'"{match[0]}" là chữ rộng của bộ gõ tiếng Trung, tiếng Nhật',
            remedy=f'thay bằng "{meant}" của bàn phím'
            if meant != match[0]
            else "thay bằng dấu câu của bàn phím",
        )


def check_issued(
    written: Scalar, issued: date, month: YearMonth, collector: ProblemCollector
) -> None:
    """Report a document that is issued too long before or after its month: a mistyped year."""
    apart = max(month.first - issued, issued - month.last)
    if apart > ISSUED_WITHIN:
        collector.error(
            "issued-far",
            written.position,
            f'ngày ban hành "{written.text}" cách tháng {month.month} năm {month.year} hơn một năm',
            "sửa lại năm; nếu sai ở tháng thì sửa dòng thang và tên tệp",
            written.text,
        )
    elif apart > ISSUED_USUALLY_WITHIN:
        collector.warning(
            "issued-far",
            written.position,
            f'ngày ban hành "{written.text}" cách tháng {month.month} năm {month.year} hơn nửa năm',
            "kiểm tra lại năm; văn bản đúng là ghi như vậy thì khai ở hieu_dinh với giu_nguyen",
            written.text,
        )


def check_label(
    label: Scalar, first: date, last: date, calendar: WorkCalendar, collector: ProblemCollector
) -> None:
    """Warn where a label names weekdays or a holiday that the calendar does not have there."""
    days = tuple(dates_between(first, last))
    named = set(weekdays_named(label.text))
    actual = {day.weekday() for day in days}
    if not named <= actual:
        wrong = ", ".join(WEEKDAYS[number] for number in sorted(named - actual))
        collector.warning(
            "weekday-label",
            label.position,
            f'nhãn "{label.text}" ghi {wrong}, nhưng theo lịch là '
            + "; ".join(day_heading(day) for day in days),
            "kiểm tra lại ngày hoặc nhãn",
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
                "kiểm tra lại ngày; nếu có văn bản cho nghỉ, ghi vào agendas/ngay-nghi.yml",
                label.text,
            )


def working_days_unlisted(
    month: YearMonth, entries: Iterable[ScheduleEntry], calendar: WorkCalendar
) -> Iterator[date]:
    """The working days of a month that no entry covers."""
    listed = {day for entry in entries for day in dates_between(entry.first, entry.last)}
    return (day for day in month.dates() if day not in listed and calendar.is_working_day(day))
