"""Warnings about what a text says: labels against the calendar, typing leftovers, privacy."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from agenda.model import Entry, YearMonth
from agenda.model.calendar import dates_between
from agenda.source.findings import Findings
from agenda.source.forms import Scalar
from agenda.vietnam.dates import WEEKDAYS, day_heading, weekdays_named
from agenda.vietnam.daysoff import WorkCalendar
from agenda.vietnam.privacy import private_details
from agenda.vietnam.spelling import typing_leftovers
from agenda.vietnam.text import fold

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_HOLIDAY_WORDS = re.compile(r"\b(le|tet|quoc khanh|gio to)\b")
_PRIVATE = {
    "phone": "số điện thoại",
    "plate": "biển số xe",
    "identity": "số giấy tờ tùy thân",
}


def check_text(scalar: Scalar, findings: Findings) -> None:
    """Warn of what should not stand in a public text, or was hardly meant."""
    for leftover in typing_leftovers(scalar.text):
        findings.warning(
            "typing-leftover",
            scalar.spot,
            f'"{leftover.word}" giống chữ gõ sót dấu',
            f'có phải là "{leftover.suggestion}"?'
            if leftover.suggestion
            else "kiểm tra lại chữ này",
            leftover.word,
        )
    check_private(scalar, findings)
    if (match := _INVISIBLE.search(scalar.text)) is not None:
        findings.warning(
            "invisible-character",
            scalar.spot,
            f"có ký tự ẩn U+{ord(match[0]):04X}, đứng thứ {match.start() + 1} trong đoạn chữ",
            "xóa ký tự đó rồi gõ lại chữ",
            match[0],
        )


def check_private(scalar: Scalar, findings: Findings) -> None:
    """Warn of what concerns a private person."""
    for detail in private_details(scalar.text):
        findings.warning(
            "private-detail",
            scalar.spot,
            f'"{detail.text}" giống {_PRIVATE[detail.kind]}',
            "bỏ khỏi nội dung đăng công khai nếu là thông tin riêng",
            detail.text,
        )


def check_label(
    label: Scalar, first: date, last: date, calendar: WorkCalendar, findings: Findings
) -> None:
    """Warn where a label names weekdays or a holiday that the calendar does not have there."""
    days = tuple(dates_between(first, last))
    named = set(weekdays_named(label.text))
    actual = {day.weekday() for day in days}
    if not named <= actual:
        wrong = ", ".join(WEEKDAYS[number] for number in sorted(named - actual))
        findings.warning(
            "weekday-label",
            label.spot,
            f'nhãn "{label.text}" ghi {wrong}, nhưng theo lịch là '
            + "; ".join(day_heading(day) for day in days),
            "kiểm tra lại ngày hoặc nhãn",
            label.text,
        )
    if _HOLIDAY_WORDS.search(fold(label.text)):
        working = [day_heading(day) for day in days if calendar.is_working_day(day)]
        if working:
            findings.warning(
                "holiday-label",
                label.spot,
                f'nhãn "{label.text}" ghi ngày lễ, nhưng theo lịch phải làm việc: '
                + "; ".join(working),
                "kiểm tra lại ngày; nếu có văn bản cho nghỉ, ghi vào agendas/ngay-nghi.yml",
                label.text,
            )


def working_days_unlisted(
    month: YearMonth, entries: Iterable[Entry], calendar: WorkCalendar
) -> Iterator[date]:
    """The working days of a month that no entry covers."""
    listed = {day for entry in entries for day in dates_between(entry.first, entry.last)}
    return (day for day in month.dates() if day not in listed and calendar.is_working_day(day))
