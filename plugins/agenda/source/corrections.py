"""What a person declares under `hieu_dinh`: corrections made, and doubts kept as printed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from agenda.model import Correction, Entry, Problem, Severity, YearMonth
from agenda.source.findings import Findings
from agenda.source.forms import Record
from agenda.source.items import parsed
from agenda.source.values import parse_days


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The problems from index `start` up to `stop` that were found in the days of an entry."""

    start: int
    stop: int
    first: date
    last: date


def read_corrections(
    records: Sequence[Record],
    month: YearMonth,
    entries: Iterable[Entry],
    elsewhere: Iterable[str | None],
    findings: Findings,
) -> tuple[Correction, ...]:
    """Read the declarations; what they quote must stand in the agenda as it is published."""
    entries = tuple(entries)
    corrections = []
    for record in records:
        days = parsed(record.scalar("ngay"), lambda text: parse_days(text, month), findings)
        correction = Correction(
            printed=record.text("nguyen_van") or "",
            day=days[0] if days else None,
            corrected=record.text("sua_thanh"),
            doubt=record.text("giu_nguyen"),
        )
        corrections.append(correction)
        if (correction.corrected is None) == (correction.doubt is None):
            findings.error(
                "correction-unclear",
                record.spot,
                "mỗi chỗ hiệu đính phải có đúng một trong hai khóa sua_thanh và giu_nguyen",
                "thêm sua_thanh: … nếu đã sửa, hoặc giu_nguyen: … nếu còn ngờ mà vẫn giữ",
            )
            continue
        published = correction.corrected or correction.printed
        texts = (
            _texts_of(entry for entry in entries if entry.covers(correction.day))
            if correction.day is not None
            else (*_texts_of(entries), *(text for text in elsewhere if text))
        )
        if not any(published in text for text in texts):
            findings.warning(
                "correction-not-found",
                record.spot,
                f'không thấy "{published}" '
                + (f"trong ngày {correction.day.day}" if correction.day else "trong chương trình"),
                "sửa lại cho đúng từng chữ đang đăng, hoặc xóa chỗ hiệu đính này",
                published,
            )
    return tuple(corrections)


def acknowledge(
    problems: Sequence[Problem], spans: Iterable[Span], corrections: Iterable[Correction]
) -> list[Problem]:
    """Turn each warning whose value a doubt quotes, on its day, into a note.

    A doubt without quoted words speaks of the day as a whole: of its label, or of its absence.
    """
    doubts = [correction for correction in corrections if correction.doubt is not None]
    answered = list(problems)
    for span in spans if doubts else ():
        for index in range(span.start, span.stop):
            problem = problems[index]
            if problem.severity is Severity.WARNING and any(
                _answers(doubt, problem, span) for doubt in doubts
            ):
                answered[index] = replace(problem, severity=Severity.NOTE)
    return answered


def _answers(doubt: Correction, problem: Problem, span: Span) -> bool:
    if doubt.day is not None and not span.first <= doubt.day <= span.last:
        return False
    if not doubt.printed:
        return doubt.day is not None and problem.kind in ("unlisted-day", "weekday-label")
    return doubt.printed == problem.value


def _texts_of(entries: Iterable[Entry]) -> tuple[str, ...]:
    return tuple(
        text
        for entry in entries
        for text in (
            entry.label,
            *(
                text
                for item in entry.items
                for text in (
                    item.text,
                    item.venue,
                    item.participants,
                    item.note,
                    item.reason,
                    "".join(mention.joiner + mention.text for mention in item.preparers),
                    "".join(mention.joiner + mention.text for mention in item.leaders),
                )
            ),
        )
        if text
    )
