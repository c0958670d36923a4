"""What a person declares under `hieu_dinh`: corrections made, and doubts kept as printed."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from agenda.model import Correction, Problem, ScheduleEntry, Severity, YearMonth
from agenda.source.items import parsed
from agenda.source.privacy import PrivacyCheck
from agenda.source.yaml.diagnostics import ProblemCollector, in_one_line
from agenda.source.yaml.records import Record, texts_in
from agenda.source.yaml.values import parse_day

_OF_A_DAY = ("unlisted-day", "weekday-label", "holiday-label")
"""Kinds of problems that concern a day as a whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionSpan:
    """The problems from index `start` up to `stop` that were found in the days of an entry."""

    start: int
    stop: int
    first: date
    last: date


def read_corrections(
    record: Record,
    rows: Collection[tuple[ScheduleEntry, Record]],
    month: YearMonth,
    collector: ProblemCollector,
    privacy: PrivacyCheck,
) -> tuple[Correction, ...]:
    """Read the declarations of a month; what they quote must stand in it as it is published.

    `rows` are the entries of the month, each with what it was read from.
    """
    published = [value for key, value in record.values.items() if key != "hieu_dinh"]

    def texts(day: date | None) -> Iterator[str]:
        if day is None:
            return (text for value in published for text in texts_in(value))
        return (text for entry, row in rows if entry.covers(day) for text in texts_in(row))

    return tuple(
        _correction(declared, month, texts, collector, privacy)
        for declared in record.records("hieu_dinh")
    )


def _correction(
    record: Record,
    month: YearMonth,
    texts: Callable[[date | None], Iterator[str]],
    collector: ProblemCollector,
    privacy: PrivacyCheck,
) -> Correction:
    day_written = record.scalar("ngay")
    day = parsed(day_written, lambda text: parse_day(text, month), collector)
    printed, corrected, doubt = (
        record.text(key) for key in ("nguyen_van", "sua_thanh", "giu_nguyen")
    )
    # What else is quoted stands in the agenda too, and is checked there.
    if (shown := record.scalar("giu_nguyen" if doubt else "nguyen_van")) is not None:
        privacy.check(shown)
    if (corrected is None) == (doubt is None):
        collector.error(
            "correction-unclear",
            record.position,
            "mỗi chỗ hiệu đính phải có đúng một trong hai khóa sua_thanh và giu_nguyen",
            "thêm sua_thanh: … nếu đã sửa, hoặc giu_nguyen: … nếu còn ngờ mà vẫn giữ",
        )
    elif printed is None and (corrected is not None or day_written is None):
        collector.error(
            "correction-unclear",
            record.position,
            "chỗ hiệu đính này không ghi nguyên văn",
            "thêm nguyen_van: … (chữ trong văn bản)",
        )
    elif (
        (published := corrected or printed)
        and (day is not None or day_written is None)
        and not any(published in text for text in texts(day))
    ):
        where = f"trong ngày {day.day}" if day is not None else "trong chương trình"
        collector.warning(
            "correction-not-found",
            record.position,
            f'không thấy "{published}" {where}',
            "sửa lại cho đúng từng chữ đang đăng, hoặc xóa chỗ hiệu đính này",
            published,
        )
    return Correction(printed=printed or "", day=day, corrected=corrected, doubt=doubt)


def acknowledge(
    problems: Sequence[Problem], spans: Iterable[CorrectionSpan], corrections: Iterable[Correction]
) -> list[Problem]:
    """Turn each warning about words that a doubt quotes, on its day if it has one, into a note.

    A doubt without quoted words speaks of its day as a whole: of its label, or of its absence.
    """
    doubts = [correction for correction in corrections if correction.doubt is not None]
    days = {index: span for span in spans for index in range(span.start, span.stop)}
    answered = list(problems)
    for index, problem in enumerate(problems) if doubts else ():
        for doubt in doubts:
            if problem.severity is Severity.WARNING and _answers(doubt, problem, days.get(index)):
                remedy = in_one_line(f"đã ghi ở hieu_dinh: {doubt.doubt}")
                answered[index] = replace(problem, severity=Severity.NOTE, remedy=remedy)
                break
    return answered


def _answers(doubt: Correction, problem: Problem, span: CorrectionSpan | None) -> bool:
    if doubt.day is not None and not (span and span.first <= doubt.day <= span.last):
        return False
    if not doubt.printed:
        return problem.kind in _OF_A_DAY
    return doubt.printed == problem.value
