"""Read a month's file into a `Revision`."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from agenda.model import (
    Directory,
    HalfDay,
    Revision,
    ScheduleEntry,
    SignedDocument,
    Update,
    YearMonth,
)
from agenda.model.composition import days_within
from agenda.schema.month import MONTH_FILE
from agenda.source.checks import check_issue_date, check_label, unlisted_working_days
from agenda.source.corrections import CorrectionSpan, acknowledge_warnings, read_corrections
from agenda.source.items import ItemReader, parse_scalar, read_public_text, read_public_texts
from agenda.source.originals.folder import read_original
from agenda.source.privacy import MonthPrivacyCheck
from agenda.source.scope import (
    check_days_in_scope,
    read_acknowledged_days,
    read_scope,
    suggest_scope,
)
from agenda.source.updates.reader import UpdateReader
from agenda.source.writing.review_comments import report_review_comments
from agenda.source.yaml.forms import FormReader
from agenda.source.yaml.nodes import compose
from agenda.source.yaml.problems import Position, ProblemCollector
from agenda.source.yaml.records import Record, Scalar
from agenda.source.yaml.values import parse_count, parse_date, parse_days
from agenda.vietnam.dates import day_heading, short_date
from agenda.vietnam.holidays import WorkCalendar
from agenda.vietnam.names.name_index import NameIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadContext:
    """The folder, directory and calendar that reading a month needs."""

    folder: Path
    directory: Directory
    name_index: NameIndex
    calendar: WorkCalendar


def read_revision(
    text: str, collector: ProblemCollector, *, month: YearMonth, number: int, context: ReadContext
) -> Revision | None:
    """Read the text of a month's file, whose name gives `month` and `number`.

    Report every problem to `collector`. Return as much as could be read, or None if the file
    is empty or not valid YAML.
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
    report_review_comments(text, collector)
    record = FormReader(text, collector).read(node, MONTH_FILE)
    return _MonthReader(record, month, number, collector, context).read() if record else None


def half_days(row: Record) -> Iterator[tuple[HalfDay, tuple[Record, ...]]]:
    """Yield the half-days of a row with their items, in the order of the file."""
    for half_day in (HalfDay(key) for key in row.values if key not in ("ngay", "nghi")):
        yield half_day, row.records(half_day.value)


def officials_of(directory: Directory) -> Iterator[str]:
    """Yield the names of officials, which are public in any item."""
    return (person.name for person in directory.people)


class _MonthReader:
    def __init__(
        self,
        record: Record,
        month: YearMonth,
        number: int,
        collector: ProblemCollector,
        context: ReadContext,
    ) -> None:
        self._record = record
        self._privacy = MonthPrivacyCheck(record, officials_of(context.directory), collector)
        self._items = ItemReader(
            month, collector, context.directory, context.name_index, self._privacy
        )
        self._month = month
        self._number = number
        self._collector = collector
        self._context = context
        self._spans: list[CorrectionSpan] = []
        self._scope: tuple[date, ...] | None = None

    def read(self) -> Revision:
        record = self._record
        self._check_month(record)
        document = self._document(record)
        self._scope = read_scope(record, self._month, self._number, self._collector)
        focus = read_public_texts(record, "trong_tam", self._collector, self._privacy)
        caveat = self._public_text(record, "luu_y")
        rows = self._rows(record.records("lich"))
        recipients = read_public_texts(record, "noi_nhan", self._collector, self._privacy)
        corrections = read_corrections(record, rows, self._month, self._collector, self._privacy)
        updates = self._updates(rows, document)
        self._privacy.check_public_words()
        self._collector.problems = acknowledge_warnings(
            self._collector.problems, self._spans, corrections
        )
        return Revision(
            month=self._month,
            number=self._number,
            document=document,
            scope=self._scope,
            entries=tuple(entry for entry, _ in rows),
            focus=focus,
            caveat=caveat,
            recipients=recipients,
            corrections=corrections,
            public_words=self._privacy.public_words,
            updates=updates,
            source=self._collector.file,
        )

    def _public_text(self, record: Record, key: str) -> str | None:
        return read_public_text(record, key, self._collector, self._privacy)

    def _check_month(self, record: Record) -> None:
        scalar = record.scalar("thang")
        if scalar is not None and scalar.text != str(self._month):
            self._collector.error(
                "wrong-month",
                scalar.position,
                f'tháng "{scalar.text}" không khớp với tên tệp',
                f"viết thang: {self._month}, hoặc đổi tên tệp",
                scalar.text,
            )

    def _document(self, record: Record) -> SignedDocument:
        document_record = record.record("van_ban")
        if document_record is None:  # already reported
            return SignedDocument(issued=self._month.first)
        scalar = document_record.scalar("ngay_ban_hanh")
        issued = parse_scalar(scalar, parse_date, self._collector)
        if scalar is not None and issued is not None:
            check_issue_date(scalar, issued, self._month, self._collector)
        original = document_record.scalar("tep")
        if original is not None:
            self._privacy.check_original(original)
        return SignedDocument(
            issued=issued or self._month.first,
            number=self._public_text(document_record, "so"),
            place=self._public_text(document_record, "noi_ban_hanh"),
            signer=self._public_text(document_record, "nguoi_ky"),
            signer_title=self._public_text(document_record, "chuc_vu"),
            file=read_original(original, self._context.folder, self._collector),
            origin=self._public_text(document_record, "nguon"),
            confirmed_redactions=parse_scalar(
                document_record.scalar("tep_da_che"), parse_count, self._collector
            ),
        )

    def _rows(self, records: tuple[Record, ...]) -> list[tuple[ScheduleEntry, Record]]:
        """Return the rows whose days could be read, each with its record."""
        self._items.check_codes(
            item for record in records for _, items in half_days(record) for item in items
        )
        rows: list[tuple[ScheduleEntry, Record]] = []
        first_uses: dict[object, Scalar] = {}
        for record in records:
            start = len(self._collector.problems)
            if (entry := self._entry(record)) is not None:
                rows.append((entry, record))
                self._check_duplicate_day(record, entry, first_uses)
                scalar = record.scalar("ngay")
                if scalar is not None:
                    check_days_in_scope(entry, self._month, scalar, self._scope, self._collector)
                self._add_span(start, entry.first, entry.last)
        self._items.report_uncoded()
        listed = {day for entry, _ in rows for day in days_within(entry, self._month)}
        acknowledged = read_acknowledged_days(self._record, self._month, listed, self._collector)
        if rows and len(rows) == len(records):
            self._report_unlisted_days(rows, acknowledged)
        return rows

    def _updates(
        self, rows: list[tuple[ScheduleEntry, Record]], document: SignedDocument
    ) -> tuple[Update, ...]:
        if not self._record.records("cap_nhat"):
            return ()
        items = (
            (entry, half_day, item)
            for entry, row in rows
            for half_day, records in half_days(row)
            for item in records
        )
        former = ProblemCollector(self._collector.file)
        directory, name_index = self._context.directory, self._context.name_index
        privacy = MonthPrivacyCheck(self._record, officials_of(directory), former)
        reader = UpdateReader(
            month=self._month,
            amended=document.issued if self._number else None,
            collector=self._collector,
            privacy=self._privacy,
            former=former,
            former_items=ItemReader(self._month, former, directory, name_index, privacy),
        )
        return reader.read(self._record, [entry for entry, _ in rows], items)

    def _entry(self, row: Record) -> ScheduleEntry | None:
        """Read a row. Return None if its day is invalid, after checking its other fields."""
        days = parse_scalar(
            row.scalar("ngay"), lambda text: parse_days(text, self._month), self._collector
        )
        first, last = days or (self._month.first, self._month.first)
        label = self._public_text(row, "nghi")
        if (scalar := row.scalar("nghi")) is not None and days is not None:
            check_label(scalar, first, last, self._context.calendar, self._collector)
        items = tuple(
            item
            for half_day, records in half_days(row)
            for record in records
            if (item := self._items.read(record, first, last, half_day)) is not None
        )
        return ScheduleEntry(first=first, last=last, label=label, items=items) if days else None

    def _check_duplicate_day(
        self, row: Record, entry: ScheduleEntry, first_uses: dict[object, Scalar]
    ) -> None:
        """Report a second row for the same day.

        A row with items on several days may overlap others. `first_uses` maps days, and the
        spans of such rows, to the scalar that used them first.
        """
        scalar = row.scalar("ngay")
        assert scalar is not None, "an entry has its day from there"
        is_multi_day = entry.first < entry.last and bool(entry.items)
        claims = [(entry.first, entry.last)] if is_multi_day else days_within(entry, self._month)
        first_users = [first_uses.setdefault(claim, scalar) for claim in claims]
        if (
            earlier := next(
                (first_user for first_user in first_users if first_user is not scalar), None
            )
        ) is not None:
            self._collector.error(
                "day-twice",
                scalar.position,
                f'ngày "{scalar.text}" trùng với ngày đã có ở dòng {earlier.position.line}',
                "gộp hai chỗ làm một, hoặc sửa lại ngày",
                scalar.text,
            )

    def _report_unlisted_days(
        self, rows: list[tuple[ScheduleEntry, Record]], acknowledged: Collection[date]
    ) -> None:
        """Warn of each working day in scope without a row, at the position of the preceding row."""
        entries = [entry for entry, _ in rows]
        working_days = unlisted_working_days(self._month, entries, self._context.calendar)
        unlisted = [day for day in working_days if day not in acknowledged]
        suggestion = ""
        if self._number and self._scope is None:
            suggestion = suggest_scope(self._month, entries, unlisted)
        for day in unlisted:
            if self._scope is not None and day not in self._scope:
                continue
            preceding = [record for entry, record in rows if entry.first < day] or [rows[0][1]]
            start = len(self._collector.problems)
            self._collector.warning(
                "unlisted-day",
                replace(preceding[-1].position, path=("Chương trình công tác",)),
                f"thiếu {day_heading(day)}, là ngày làm việc",
                f"{suggestion}văn bản có ngày này mà để trống thì thêm - ngay: {day.day} vào lich; "
                f"văn bản không nêu thì ghi {day.day} vào khong_neu, như khong_neu: [{day.day}]",
                short_date(day),
            )
            self._add_span(start, day, day)
            suggestion = ""

    def _add_span(self, start: int, first: date, last: date) -> None:
        stop = len(self._collector.problems)
        self._spans.append(CorrectionSpan(start=start, stop=stop, first=first, last=last))
