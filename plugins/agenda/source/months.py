"""A month's file to a `Revision`."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from agenda.model import Directory, HalfDay, Revision, ScheduleEntry, SignedDocument, YearMonth
from agenda.model.calendar import dates_between
from agenda.schema.month import MONTH_FILE
from agenda.source.checks import check_issued, check_label, working_days_unlisted
from agenda.source.corrections import CorrectionSpan, acknowledge, read_corrections
from agenda.source.items import ItemReader, checked, checked_list, parsed
from agenda.source.originals.folder import read_original
from agenda.source.privacy import MonthPrivacyCheck
from agenda.source.yaml.diagnostics import Position, ProblemCollector
from agenda.source.yaml.forms import FormReader
from agenda.source.yaml.nodes import compose
from agenda.source.yaml.records import Record, Scalar
from agenda.source.yaml.values import parse_count, parse_date, parse_days
from agenda.vietnam.dates import day_heading, short_date
from agenda.vietnam.holidays import WorkCalendar
from agenda.vietnam.names.register import Register


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadContext:
    """What a month is read against: the folder it lies in, the directory, the calendar."""

    folder: Path
    directory: Directory
    register: Register
    calendar: WorkCalendar


def read_revision(
    text: str, collector: ProblemCollector, *, month: YearMonth, number: int, around: ReadContext
) -> Revision | None:
    """Read the file of a month; `month` and `number` are those of its name.

    Returns None where nothing can be made of it, else what could be read, with every problem in
    `collector`.
    """
    node = compose(text, collector)
    if node is None:
        if not collector.failed:
            collector.error(
                "empty",
                Position(),
                "tệp trống",
                f"xóa tệp này rồi tạo tệp mẫu bằng lệnh agenda new {month}",
            )
        return None
    record = FormReader(text, collector).read(node, MONTH_FILE)
    return _MonthReader(record, month, number, collector, around).read() if record else None


def half_days(row: Record) -> Iterator[tuple[HalfDay, tuple[Record, ...]]]:
    """The half-days of a row with their items, in the order in which the file has them."""
    for half_day in (HalfDay(key) for key in row.values if key not in ("ngay", "nghi")):
        yield half_day, row.records(half_day.value)


def days_within(entry: ScheduleEntry, month: YearMonth) -> Iterator[date]:
    """The days of an entry that are of a month."""
    return dates_between(max(entry.first, month.first), min(entry.last, month.last))


class _MonthReader:
    def __init__(
        self,
        record: Record,
        month: YearMonth,
        number: int,
        collector: ProblemCollector,
        around: ReadContext,
    ) -> None:
        officials = (person.name for person in around.directory.people)
        self._record = record
        self._privacy = MonthPrivacyCheck(record, officials, collector)
        self._items = ItemReader(month, collector, around.directory, around.register, self._privacy)
        self._month = month
        self._number = number
        self._findings = collector
        self._around = around
        self._spans: list[CorrectionSpan] = []

    def read(self) -> Revision:
        record = self._record
        self._check_month(record)
        document = self._document(record)
        focus = checked_list(record, "trong_tam", self._findings, self._privacy)
        caveat = self._checked(record, "luu_y")
        rows = self._rows(record.records("lich"))
        recipients = checked_list(record, "noi_nhan", self._findings, self._privacy)
        corrections = read_corrections(record, rows, self._month, self._findings, self._privacy)
        self._privacy.check_list()
        self._findings.problems = acknowledge(self._findings.problems, self._spans, corrections)
        return Revision(
            month=self._month,
            number=self._number,
            document=document,
            entries=tuple(entry for entry, _ in rows),
            focus=focus,
            caveat=caveat,
            recipients=recipients,
            corrections=corrections,
            public_words=self._privacy.public_words,
            source=self._findings.file,
        )

    def _checked(self, record: Record, key: str) -> str | None:
        return checked(record, key, self._findings, self._privacy)

    def _check_month(self, record: Record) -> None:
        scalar = record.scalar("thang")
        if scalar is not None and scalar.text != str(self._month):
            self._findings.error(
                "wrong-month",
                scalar.position,
                f'tháng "{scalar.text}" không khớp với tên tệp',
                f"viết thang: {self._month}, hoặc đổi tên tệp",
                scalar.text,
            )

    def _document(self, record: Record) -> SignedDocument:
        paper = record.record("van_ban")
        if paper is None:  # which has been reported
            return SignedDocument(issued=self._month.first)
        written = paper.scalar("ngay_ban_hanh")
        issued = parsed(written, parse_date, self._findings)
        if written is not None and issued is not None:
            check_issued(written, issued, self._month, self._findings)
        return SignedDocument(
            issued=issued or self._month.first,
            number=self._checked(paper, "so"),
            place=self._checked(paper, "noi_ban_hanh"),
            signer=self._checked(paper, "nguoi_ky"),
            signer_title=self._checked(paper, "chuc_vu"),
            file=read_original(paper.scalar("tep"), self._around.folder, self._findings),
            origin=self._checked(paper, "nguon"),
            covered_places=parsed(paper.scalar("tep_da_che"), parse_count, self._findings),
        )

    def _rows(self, records: tuple[Record, ...]) -> list[tuple[ScheduleEntry, Record]]:
        """The rows of the paper as far as their days could be read, each with its record."""
        self._items.check_codes(
            item for record in records for _, items in half_days(record) for item in items
        )
        rows: list[tuple[ScheduleEntry, Record]] = []
        taken: dict[object, Scalar] = {}
        for record in records:
            start = len(self._findings.problems)
            if (entry := self._entry(record)) is not None:
                rows.append((entry, record))
                self._check_twice(record, entry, taken)
                self._span(start, entry.first, entry.last)
        self._items.report_uncoded()
        if rows and len(rows) == len(records):
            self._check_listed(rows)
        return rows

    def _entry(self, row: Record) -> ScheduleEntry | None:
        """A row of the paper; without its day it is only looked over."""
        days = parsed(
            row.scalar("ngay"), lambda text: parse_days(text, self._month), self._findings
        )
        first, last = days or (self._month.first, self._month.first)
        label = self._checked(row, "nghi")
        if (scalar := row.scalar("nghi")) is not None and days is not None:
            check_label(scalar, first, last, self._around.calendar, self._findings)
        items = tuple(
            item
            for half_day, records in half_days(row)
            for record in records
            if (item := self._items.read(record, first, last, half_day)) is not None
        )
        return ScheduleEntry(first=first, last=last, label=label, items=items) if days else None

    def _check_twice(self, row: Record, entry: ScheduleEntry, taken: dict[object, Scalar]) -> None:
        """No two rows are of one day, except that an appointment of several days stands apart.

        `taken` holds the days, and the spans of such appointments, with where each is written.
        """
        scalar = row.scalar("ngay")
        assert scalar is not None, "an entry has its day from there"
        spanning = entry.first < entry.last and bool(entry.items)
        claims = [(entry.first, entry.last)] if spanning else days_within(entry, self._month)
        holders = [taken.setdefault(claim, scalar) for claim in claims]
        if (
            other := next((holder for holder in holders if holder is not scalar), None)
        ) is not None:
            self._findings.error(
                "day-twice",
                scalar.position,
                f'ngày "{scalar.text}" trùng với ngày đã có ở dòng {other.position.line}',
                "gộp hai chỗ làm một, hoặc sửa lại ngày",
                scalar.text,
            )

    def _check_listed(self, rows: list[tuple[ScheduleEntry, Record]]) -> None:
        """Warn of each working day without a row, at the row that its own would follow."""
        entries = [entry for entry, _ in rows]
        for day in working_days_unlisted(self._month, entries, self._around.calendar):
            before = [record for entry, record in rows if entry.first < day] or [rows[0][1]]
            start = len(self._findings.problems)
            self._findings.warning(
                "unlisted-day",
                replace(before[-1].position, path=("Chương trình công tác",)),
                f"thiếu {day_heading(day)}, là ngày làm việc",
                f"thêm - ngay: {day.day} (để trống các buổi nếu văn bản để trống)",
                short_date(day),
            )
            self._span(start, day, day)

    def _span(self, start: int, first: date, last: date) -> None:
        stop = len(self._findings.problems)
        self._spans.append(CorrectionSpan(start=start, stop=stop, first=first, last=last))
