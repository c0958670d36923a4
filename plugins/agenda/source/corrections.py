"""Read `hieu_dinh`: corrections that a person made, and doubts about words kept as printed."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from agenda.model import Correction, Problem, ScheduleEntry, Severity, YearMonth
from agenda.source.items import parse_scalar
from agenda.source.privacy import PrivacyCheck
from agenda.source.yaml.problems import ProblemCollector, single_line
from agenda.source.yaml.records import Record, texts_in
from agenda.source.yaml.values import parse_day

_DAY_KINDS = ("unlisted-day", "weekday-label", "holiday-label")
"""Kinds of problems that concern a whole day."""


_OTHERS = ("hieu_dinh", "cap_nhat")
"""Keys whose texts are not those of the agenda as it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionSpan:
    """A range of problem indices, from `start` up to `stop`, and the days they concern."""

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
    """Read the corrections of a month and warn where their quoted text is not published.

    `rows` are the entries of the month, each with the record that it was read from.
    """
    published = [value for key, value in record.values.items() if key not in _OTHERS]

    def texts(day: date | None) -> Iterator[str]:
        if day is None:
            return (text for value in published for text in texts_in(value))
        return (text for entry, row in rows if entry.covers(day) for text in texts_in(row))

    return tuple(
        _correction(declaration, month, texts, collector, privacy)
        for declaration in record.records("hieu_dinh")
    )


def _correction(
    record: Record,
    month: YearMonth,
    texts: Callable[[date | None], Iterator[str]],
    collector: ProblemCollector,
    privacy: PrivacyCheck,
) -> Correction:
    day_written = record.scalar("ngay")
    day = parse_scalar(day_written, lambda text: parse_day(text, month), collector)
    printed, corrected, doubt = (
        record.text(key) for key in ("nguyen_van", "sua_thanh", "giu_nguyen")
    )
    # Other quoted text also occurs in the agenda, where it is checked.
    if (quoted := record.scalar("giu_nguyen" if doubt else "nguyen_van")) is not None:
        privacy.check(quoted)
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


def acknowledge_warnings(
    problems: Sequence[Problem], spans: Iterable[CorrectionSpan], corrections: Iterable[Correction]
) -> list[Problem]:
    """Return the problems, with each warning that a doubt acknowledges turned into a note.

    A doubt acknowledges warnings about its quoted words, on its day if it names one.
    Without quoted words it acknowledges warnings about the whole day.
    """
    doubts = [correction for correction in corrections if correction.doubt is not None]
    days = {index: span for span in spans for index in range(span.start, span.stop)}
    result = list(problems)
    for index, problem in enumerate(problems) if doubts else ():
        if problem.severity is not Severity.WARNING:
            continue
        for doubt in doubts:
            if _acknowledges(doubt, problem, days.get(index)):
                remedy = single_line(f"đã ghi ở hieu_dinh: {doubt.doubt}")
                result[index] = replace(problem, severity=Severity.NOTE, remedy=remedy)
                break
    return result


def _acknowledges(doubt: Correction, problem: Problem, span: CorrectionSpan | None) -> bool:
    if doubt.day is not None and not (span and span.first <= doubt.day <= span.last):
        return False
    if not doubt.printed:
        return problem.kind in _DAY_KINDS
    return doubt.printed == problem.value
