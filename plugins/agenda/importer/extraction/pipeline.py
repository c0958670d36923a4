"""Turn a document into a draft for each month that it covers."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from agenda.importer.datamodel.diagnostics import Diagnostics
from agenda.importer.datamodel.document import PAGE_HEADER, BlockLocation, Document
from agenda.importer.datamodel.draft import Draft, DraftDocument, DraftEntry, ImportResult
from agenda.importer.datamodel.refusal import ImportRefused
from agenda.importer.extraction.days import DayReader
from agenda.importer.extraction.scope import decide_scope
from agenda.importer.layout.blocks import (
    LayoutBlocks,
    ScheduleTable,
    split_blocks,
    split_single_day,
)
from agenda.importer.layout.day_lists import read_list
from agenda.importer.layout.header import Header, read_header, read_page_headers
from agenda.importer.layout.lost_tables import has_lost_table
from agenda.importer.layout.passages import Passage, read_passages
from agenda.importer.layout.period import complete_period
from agenda.importer.layout.sections import HeaderAndFooter, read_after, read_before
from agenda.importer.lexicon.columns.duties import duty_named
from agenda.importer.lexicon.dates import DateContext
from agenda.importer.segmentation.carried_over import doubt_days_carried
from agenda.importer.segmentation.continuation import join_broken
from agenda.importer.segmentation.possible_breaks import choose_breaks
from agenda.importer.tables.duty_rows import read_duty
from agenda.importer.tables.row_days import doubt_dashed_dates
from agenda.importer.tables.row_reader import RowReader
from agenda.importer.tables.schedule_row import ScheduleRow
from agenda.importer.tables.transpose import split_by_half_day
from agenda.model import YearMonth

UNCERTAIN_DAYS = frozenset(
    {"no-day", "other-month", "other-week", "weekday", "day-order", "day-carried", "row-broken"}
)
"""Kinds of diagnostics about rows that may belong to another day."""


def interpret_document(document: Document, month: YearMonth | None = None) -> ImportResult:
    """Return the drafts of a document; `month` applies if the document names none.

    Raises `ImportRefused` if the document has no agenda, or if its month is unknown.
    """
    diagnostics = Diagnostics()
    parts = split_blocks(document, DateContext(month=month))
    header, foot = _header(document, parts, diagnostics, month)
    if not parts.tables and not parts.listed:
        parts = split_blocks(document, header.context)
        diagnostics = Diagnostics()
        header, foot = _header(document, parts, diagnostics, month)
    if not parts.tables and not parts.listed and header.day is not None:
        parts = split_single_day(document, header.title)
        diagnostics = Diagnostics()
        header, foot = _header(document, parts, diagnostics, month)
    if not parts.tables and not parts.listed:
        raise ImportRefused(
            "không thấy lịch công tác trong văn bản",
            "cần một bảng có cột ngày và cột nội dung, hoặc một danh sách theo từng ngày",
        )
    if not parts.tables and has_lost_table(document.blocks):
        raise ImportRefused(
            "bảng của lịch đã mất: các ô đứng thành từng dòng chữ",
            "hãy dùng tệp gốc còn bảng; nếu là chữ nhận dạng (OCR) thì lưu thành tệp .txt, mỗi "
            "hàng một dòng, tab giữa các ô",
        )
    context = header.context
    if context.month is None:
        raise ImportRefused(
            "không rõ văn bản thuộc tháng nào",
            "ghi tháng bằng tên tệp cần tạo, như -o agendas/2021-05.yml",
        )
    found = HeaderAndFooter()
    read_before(header.remaining, found, diagnostics)
    rows, heads = _schedule_rows(parts, header, diagnostics)
    entries = DayReader(context, diagnostics).read(rows)
    if not entries:
        raise ImportRefused(
            "không đọc được ngày nào trong lịch công tác",
            "xem lại cột ngày của bảng, hoặc nhập bằng tệp mẫu: agenda new " + str(context.month),
        )
    read_after(foot, found, diagnostics)
    for aside in document.asides:
        if aside.text.strip():
            diagnostics.leave_out(
                "aside", aside.place, f"{aside.kind}, không thuộc lịch", aside.text
            )
    drafts = _drafts(header, found, entries, diagnostics)
    return ImportResult(
        document=document,
        drafts=drafts,
        diagnostics=tuple(dict.fromkeys(diagnostics.all)),
        boilerplate=tuple(
            text
            for text in (
                *header.boilerplate,
                *found.boilerplate,
                *parts.heads,
                *heads,
                *diagnostics.consumed,
            )
            if text.strip()
        ),
    )


def _header(
    document: Document, parts: LayoutBlocks, diagnostics: Diagnostics, month: YearMonth | None
) -> tuple[Header, list[Passage]]:
    header, foot = read_header(read_passages(parts.before), read_passages(parts.after), diagnostics)
    if header.month is None:
        tops = (aside.text for aside in document.asides if aside.kind == PAGE_HEADER)
        read_page_headers(tops, header, diagnostics)
    complete_period(header, parts, month, diagnostics)
    return header, foot


def _schedule_rows(
    parts: LayoutBlocks, header: Header, diagnostics: Diagnostics
) -> tuple[list[ScheduleRow], list[str]]:
    context = header.context
    duty = duty_named(" ".join(header.title))
    if parts.listed:
        day = header.day if parts.is_single_day else None
        listed = read_list(parts.listed, context, diagnostics, day)
        rows = [read_duty(row, duty, diagnostics) for row in listed]
        return [choose_breaks(row, diagnostics) for row in rows], []
    reader = RowReader(context, diagnostics, duty, header.day)
    rows = []
    for transposed, sheets in groupby(_upright(parts.tables), key=lambda sheet: sheet.transposed):
        found: list[ScheduleRow] = []
        for sheet in sheets:
            if sheet.leader:
                reader.begin_leader(sheet.leader)
            if sheet.week:
                reader.begin_week(sheet.week)
            if sheet.day:
                reader.begin_day(sheet.day)
            found += reader.read(sheet.rows, sheet.columns)
        rows += sorted(found, key=ScheduleRow.first_day) if transposed else found
    _doubt_columns(parts.tables, diagnostics)
    if parts.guessed is not None:
        named = ", ".join(role.value for role in parts.tables[0].columns.roles)
        diagnostics.doubt(
            "columns",
            parts.guessed,
            f"bảng không có hàng đầu cột nhận ra được; đoán các cột lần lượt là: {named}",
        )
    rows = doubt_days_carried(join_broken(rows, context, diagnostics), diagnostics)
    rows = doubt_dashed_dates(rows, diagnostics)
    rows = [choose_breaks(row, diagnostics) for row in rows]
    return rows, reader.boilerplate


def _doubt_columns(sheets: Sequence[ScheduleTable], diagnostics: Diagnostics) -> None:
    """Add a doubt for each column whose head or content leaves its role uncertain."""
    reported = set[str]()
    for sheet in sheets:
        place = sheet.rows[0].place if sheet.rows else BlockLocation()
        for head, role in zip(sheet.columns.heads, sheet.columns.roles, strict=True):
            if head in sheet.columns.doubted - reported:
                reported.add(head)
                diagnostics.doubt("columns", place, f"cột này được coi là cột {role.value}", head)


def _upright(sheets: Sequence[ScheduleTable]) -> Iterator[ScheduleTable]:
    """Yield the tables; split those with columns for half-days into one for each half-day."""
    for sheet in sheets:
        if not sheet.columns.halves:
            yield sheet
            continue
        for part in split_by_half_day(sheet.rows, sheet.columns):
            yield replace(sheet, rows=part.rows, columns=part.columns, transposed=True)


def _drafts(
    header: Header,
    found: HeaderAndFooter,
    entries: Sequence[DraftEntry],
    diagnostics: Diagnostics,
) -> tuple[Draft, ...]:
    """Return a draft for each month with days; a weekly document may cover two."""
    assert header.month is not None, "the caller checks it"
    paper = DraftDocument(
        number=header.number,
        place=header.place,
        issued=header.issued,
        signer=found.signer,
        signer_title=found.signer_title,
    )
    by_month: dict[YearMonth, list[DraftEntry]] = {}
    for entry in entries:
        touches = entry.first <= header.month.last and header.month.first <= entry.last
        month = header.month if touches else YearMonth.of(entry.first)
        by_month.setdefault(month, []).append(entry)
    days_certain = not any(each.kind in UNCERTAIN_DAYS for each in diagnostics.all)
    scopes = {
        month: decide_scope(header, month, by_month[month], diagnostics)
        for month in sorted(by_month)
    }
    return tuple(
        Draft(
            month=month,
            number=header.kind.number,
            weekly=header.weekly,
            scope=scope.days,
            days_certain=days_certain,
            paper=paper,
            focus=tuple(found.focus),
            caveat=found.caveat,
            entries=tuple(by_month[month]),
            recipients=tuple(found.recipients),
            diagnostics=scope.diagnostics,
        )
        for month, scope in scopes.items()
    )
