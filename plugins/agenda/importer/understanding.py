"""A document to drafts of the months that it touches."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from agenda.importer.breaks import join_broken
from agenda.importer.carrying import doubt_days_carried
from agenda.importer.columns import Columns, find_head, settle_chair
from agenda.importer.days import DayReader
from agenda.importer.document import Document, Paragraph, Place, Row, Table
from agenda.importer.draft import Draft, DraftEntry, Paper, Understanding
from agenda.importer.guesses import guess_columns
from agenda.importer.header import Header, likely_month, read_header
from agenda.importer.passages import Passage, read_passages
from agenda.importer.prose import ANY_MONTH, begins_day, find_list, read_list
from agenda.importer.refusal import Refused
from agenda.importer.remarks import Remarks
from agenda.importer.seams import settle_lines
from agenda.importer.sections import Surrounding, read_after, read_before
from agenda.importer.strip import Strip
from agenda.importer.strips import StripReader
from agenda.importer.when import Frame
from agenda.model import YearMonth
from agenda.vietnam.dates import month_name


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    """The rows of one table that are an agenda, under the columns that it or one before has.

    `day` is the heading of a day that stands above the table, if one does.
    """

    rows: tuple[Row, ...]
    columns: Columns
    day: str = ""


@dataclass(slots=True, kw_only=True)
class _Parts:
    """A document's blocks before the agenda, its tables or its list, and the blocks after."""

    before: list[Paragraph | Table] = field(default_factory=list)
    sheets: list[_Sheet] = field(default_factory=list)
    listed: list[Paragraph | Table] = field(default_factory=list)
    after: list[Paragraph | Table] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)
    guessed: Place | None = None


def understand(document: Document, month: YearMonth | None = None) -> Understanding:
    """Make drafts of a document; `month` is what it is about where it does not say so itself.

    Raises `Refused` where it has no agenda, or none whose month is known.
    """
    remarks = Remarks()
    parts = _take_apart(document, Frame(month=month))
    header, foot = _header(parts, remarks, month)
    if not parts.sheets and not parts.listed:
        parts = _take_apart(document, header.frame)
        remarks = Remarks()
        header, foot = _header(parts, remarks, month)
    if not parts.sheets and not parts.listed:
        raise Refused(
            "không thấy lịch công tác trong văn bản",
            "cần một bảng có cột ngày và cột nội dung, hoặc một danh sách theo từng ngày",
        )
    frame = header.frame
    if frame.month is None:
        raise Refused(
            "không rõ văn bản thuộc tháng nào",
            "ghi tháng bằng tên tệp cần tạo, như -o agendas/2021-05.yml",
        )
    found = Surrounding()
    read_before(header.left, found, remarks)
    strips, heads = _strips(parts, frame, remarks)
    entries = DayReader(frame, remarks).read(strips)
    if not entries:
        raise Refused(
            "không đọc được ngày nào trong lịch công tác",
            "xem lại cột ngày của bảng, hoặc nhập bằng tệp mẫu: agenda new " + str(frame.month),
        )
    read_after(foot, found, remarks)
    for aside in document.asides:
        if aside.text.strip():
            remarks.leave_out("aside", aside.place, f"{aside.kind}, không thuộc lịch", aside.text)
    return Understanding(
        drafts=_drafts(header, found, entries),
        remarks=tuple(dict.fromkeys(remarks.all)),
        furniture=tuple(
            text
            for text in (
                *header.furniture,
                *found.furniture,
                *parts.heads,
                *heads,
                *remarks.understood,
            )
            if text.strip()
        ),
    )


def _take_apart(document: Document, frame: Frame) -> _Parts:
    parts = _Parts()
    width: int | None = None
    for block in document.blocks:
        if not isinstance(block, Table):
            (parts.after if parts.sheets else parts.before).append(block)
            continue
        head = find_head(block.rows)
        if head is not None:
            start, end, columns = head
            if start:
                (parts.after if parts.sheets else parts.before).append(
                    replace(block, rows=block.rows[:start])
                )
            parts.heads += (cell.text for row in block.rows[start:end] for cell in row.cells)
            rows: Sequence[Row] = block.rows[end:]
        elif (
            parts.sheets
            and block.rows
            and len(block.rows[0].cells) == width
            and not _is_foot(block)
        ):
            columns, rows = parts.sheets[-1].columns, block.rows
        else:
            (parts.after if parts.sheets else parts.before).append(block)
            continue
        rows, foot = _without_foot(rows)
        # What stood between two tables of one agenda belongs to neither.
        columns = settle_chair(columns, rows) if rows else columns
        day = _take_day(parts.after if parts.sheets else parts.before)
        parts.sheets.append(_Sheet(rows=tuple(rows), columns=columns, day=day))
        width = len(columns.roles)
        if foot:
            parts.after.append(replace(block, rows=tuple(foot)))
    return parts if parts.sheets else _without_head(document, frame)


def _take_day(blocks: list[Paragraph | Table]) -> str:
    """Take away the heading of a day that ends the blocks; empty where none does."""
    while blocks and isinstance(blocks[-1], Paragraph) and not blocks[-1].text.strip():
        blocks.pop()
    last = blocks[-1] if blocks else None
    if isinstance(last, Paragraph) and begins_day(last.text.strip(), ANY_MONTH):
        blocks.pop()
        return last.text.strip()
    return ""


def _without_head(document: Document, frame: Frame) -> _Parts:
    """A list of days, or else the table that holds days without saying so in a head."""
    blocks = document.blocks
    span = find_list(blocks, frame)
    if span is not None:
        start, end = span
        return _Parts(
            before=list(blocks[:start]), listed=list(blocks[start:end]), after=list(blocks[end:])
        )
    for number, block in enumerate(blocks):
        columns = guess_columns(block.rows, frame) if isinstance(block, Table) else None
        if columns is not None and isinstance(block, Table):
            rows, foot = _without_foot(block.rows)
            rest = [replace(block, rows=tuple(foot))] if foot else []
            return _Parts(
                before=list(blocks[:number]),
                sheets=[_Sheet(rows=tuple(rows), columns=columns)],
                after=[*rest, *blocks[number + 1 :]],
                guessed=block.place,
            )
    return _Parts(before=list(blocks))


def _without_foot(rows: Sequence[Row]) -> tuple[Sequence[Row], Sequence[Row]]:
    """The rows, and those from where the recipients begin in the same table."""
    for number, row in enumerate(rows):
        if any(cell.text.strip().lower().startswith("nơi nhận") for cell in row.cells):
            return rows[:number], rows[number:]
    return rows, ()


def _is_foot(table: Table) -> bool:
    return bool(_without_foot(table.rows)[1])


def _header(
    parts: _Parts, remarks: Remarks, month: YearMonth | None
) -> tuple[Header, list[Passage]]:
    header, foot = read_header(read_passages(parts.before), read_passages(parts.after), remarks)
    if header.month is None and month is not None:
        header.month = month
    elif header.month is None and (likely := likely_month(_day_texts(parts))) is not None:
        header.month = likely
        remarks.infer("month", Place(), "lấy tháng theo các ngày ghi đủ năm trong lịch")
    elif header.month is None and header.issued is not None:
        header.month = YearMonth.of(header.issued)
        remarks.doubt(
            "month",
            Place(),
            f"tiêu đề không ghi tháng; lấy {month_name(header.month)} theo ngày ký",
        )
    return header, foot


def _day_texts(parts: _Parts) -> list[str]:
    """What may say the day of each row of the agenda."""
    texts = [sheet.day for sheet in parts.sheets]
    texts += (row.cells[0].text for sheet in parts.sheets for row in sheet.rows)
    texts += (block.text for block in parts.listed if isinstance(block, Paragraph))
    return texts


def _strips(parts: _Parts, frame: Frame, remarks: Remarks) -> tuple[list[Strip], list[str]]:
    if parts.listed:
        listed = read_list(parts.listed, frame, remarks)
        return [settle_lines(strip, remarks) for strip in listed], []
    reader = StripReader(frame, remarks)
    strips: list[Strip] = []
    for sheet in parts.sheets:
        if sheet.day:
            reader.begin_day(sheet.day)
        strips += reader.read(sheet.rows, sheet.columns)
    if parts.guessed is not None:
        named = ", ".join(role.value for role in parts.sheets[0].columns.roles)
        remarks.doubt(
            "columns",
            parts.guessed,
            f"bảng không có hàng đầu cột nhận ra được; đoán các cột lần lượt là: {named}",
        )
    strips = doubt_days_carried(join_broken(strips, frame, remarks), remarks)
    strips = [settle_lines(strip, remarks) for strip in strips]
    return strips, reader.furniture


def _drafts(header: Header, found: Surrounding, entries: Sequence[DraftEntry]) -> tuple[Draft, ...]:
    """A draft for each month that has days; a document of a week may reach into two."""
    assert header.month is not None, "the caller has made sure of it"
    paper = Paper(
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
    return tuple(
        Draft(
            month=month,
            number=header.revision,
            partial=header.weekly,
            paper=paper,
            focus=tuple(found.focus),
            caveat=found.caveat,
            entries=tuple(by_month[month]),
            recipients=tuple(found.recipients),
        )
        for month in sorted(by_month)
    )
