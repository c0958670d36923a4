"""A month's file to a `Revision`."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from agenda.model import Directory, Document, Entry, HalfDay, Revision, YearMonth
from agenda.source.checks import check_label, check_listed, check_text
from agenda.source.corrections import Span, acknowledge, read_corrections
from agenda.source.fields import MONTH_FILE
from agenda.source.findings import Findings, Spot
from agenda.source.forms import FormReader, Record, Scalar
from agenda.source.items import ItemReader, checked, parsed
from agenda.source.nodes import compose
from agenda.source.values import parse_date, parse_days
from agenda.vietnam.daysoff import WorkCalendar
from agenda.vietnam.names import Register

PUBLISHABLE = (".doc", ".docx", ".jpg", ".odt", ".pdf", ".png")
"""Kinds of signed originals a site may hand out: none of them runs in the site's own pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What a month is read against: the folder it lies in, the directory, the calendar."""

    folder: Path
    directory: Directory
    register: Register
    calendar: WorkCalendar


def read_revision(
    text: str, findings: Findings, *, month: YearMonth, number: int, around: Surroundings
) -> Revision | None:
    """Read the file of a month; `month` and `number` are those of its name.

    Returns None where nothing can be made of it, else what could be read, with every problem in
    `findings`.
    """
    node = compose(text, findings)
    if node is None:
        if not findings.failed:
            findings.error(
                "empty", Spot(), "tệp trống", f"tạo tệp mẫu bằng lệnh agenda new {month}"
            )
        return None
    record = FormReader(findings).read(node, MONTH_FILE)
    return _MonthReader(month, number, findings, around).read(record) if record else None


class _MonthReader:
    def __init__(
        self, month: YearMonth, number: int, findings: Findings, around: Surroundings
    ) -> None:
        self._month = month
        self._number = number
        self._findings = findings
        self._around = around
        self._items = ItemReader(month, findings, around.directory, around.register)
        self._spans: list[Span] = []

    def read(self, record: Record) -> Revision:
        self._check_month(record)
        document = self._document(record)
        for scalar in (*record.scalars("trong_tam"), *record.scalars("noi_nhan")):
            check_text(scalar, self._findings)
        caveat = checked(record, "luu_y", self._findings)
        entries = self._entries(record)
        focus, recipients = record.texts("trong_tam"), record.texts("noi_nhan")
        corrections = read_corrections(
            record.records("hieu_dinh"),
            self._month,
            entries,
            (*focus, *recipients, caveat, document.number, document.signer, document.signer_title),
            self._findings,
        )
        self._findings.problems = acknowledge(self._findings.problems, self._spans, corrections)
        return Revision(
            month=self._month,
            number=self._number,
            document=document,
            entries=entries,
            focus=focus,
            caveat=caveat,
            recipients=recipients,
            corrections=corrections,
            source=self._findings.file,
        )

    def _check_month(self, record: Record) -> None:
        scalar = record.scalar("thang")
        if scalar is not None and scalar.text != str(self._month):
            self._findings.error(
                "wrong-month",
                scalar.spot,
                f'tháng "{scalar.text}" không khớp với tên tệp',
                f"viết thang: {self._month}, hoặc đổi tên tệp",
                scalar.text,
            )

    def _document(self, record: Record) -> Document:
        paper = record.record("van_ban")
        if paper is None:  # reported already as missing
            return Document(issued=self._month.first)
        issued = parsed(paper.scalar("ngay_ban_hanh"), parse_date, self._findings)
        return Document(
            issued=issued or self._month.first,
            number=paper.text("so"),
            place=paper.text("noi_ban_hanh"),
            signer=paper.text("nguoi_ky"),
            signer_title=paper.text("chuc_vu"),
            file=self._original(paper.scalar("tep")),
            origin=checked(paper, "nguon", self._findings),
        )

    def _original(self, scalar: Scalar | None) -> str | None:
        if scalar is None:
            return None
        folder = self._around.folder.resolve()
        path = (folder / scalar.text).resolve()
        if "\\" in scalar.text or not path.is_relative_to(folder):
            kind, what = "file-outside", "nằm ngoài thư mục agendas"
            remedy = "chép tệp vào agendas/tep/ rồi viết tep: tep/…"
        elif path.suffix.lower() not in PUBLISHABLE:
            kind, what = "file-kind", "không thuộc loại được đăng"
            remedy = f"dùng một trong các loại: {', '.join(PUBLISHABLE)}"
        elif not path.is_file():
            kind, what = "file-missing", "không có trong thư mục agendas"
            remedy = "chép tệp vào đó, hoặc bỏ dòng tep"
        else:
            return path.relative_to(folder).as_posix()
        self._findings.error(kind, scalar.spot, f'tệp "{scalar.text}" {what}', remedy, scalar.text)
        return None

    def _entries(self, record: Record) -> tuple[Entry, ...]:
        rows = record.records("lich")
        self._items.take_codes(
            item for row in rows for half_day in HalfDay for item in row.records(half_day.value)
        )
        entries: list[Entry] = []
        taken: dict[date, Entry] = {}
        for row in rows:
            start = len(self._findings.problems)
            if (entry := self._entry(row, taken)) is not None:
                entries.append(entry)
                self._span(start, entry.first, entry.last)
        self._items.report_uncoded()
        self._check_listed(entries, Spot.at(record.node.start_mark))
        return tuple(entries)

    def _span(self, start: int, first: date, last: date) -> None:
        stop = len(self._findings.problems)
        self._spans.append(Span(start=start, stop=stop, first=first, last=last))

    def _check_listed(self, entries: list[Entry], spot: Spot) -> None:
        for day in check_listed(self._month, entries, self._around.calendar, spot, self._findings):
            self._span(len(self._findings.problems) - 1, day, day)

    def _entry(self, row: Record, taken: dict[date, Entry]) -> Entry | None:
        scalar = row.scalar("ngay")
        days = parsed(scalar, lambda text: parse_days(text, self._month), self._findings)
        if scalar is None or days is None:
            return None
        first, last = days
        label = row.scalar("nghi")
        if label is not None:
            check_text(label, self._findings)
            check_label(label, first, last, self._around.calendar, self._findings)
        items = tuple(
            item
            for half_day in _half_days(row)
            for record in row.records(half_day.value)
            if (item := self._items.read(record, first, last, half_day)) is not None
        )
        entry = Entry(first=first, last=last, label=label.text if label else None, items=items)
        self._check_twice(scalar, entry, taken)
        return entry

    def _check_twice(self, scalar: Scalar, entry: Entry, taken: dict[date, Entry]) -> None:
        """Two rows share a day only where one of them is an appointment of several days."""
        for day in (day for day in self._month.dates() if entry.covers(day)):
            other = taken.setdefault(day, entry)
            if other is not entry and _spans_days(other) == _spans_days(entry):
                self._findings.error(
                    "day-twice",
                    scalar.spot,
                    f"ngày {day.day} đã có ở một dòng khác",
                    "gộp hai dòng làm một, hoặc sửa lại ngày",
                    scalar.text,
                )
                return


def _half_days(row: Record) -> Iterator[HalfDay]:
    """The half-days of a row in the order in which the file has them."""
    return (HalfDay(key) for key in row.values if key not in ("ngay", "nghi"))


def _spans_days(entry: Entry) -> bool:
    return entry.first < entry.last and bool(entry.items)
