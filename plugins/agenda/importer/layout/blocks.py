"""A document's blocks apart: what stands before its agenda, the agenda, and what stands after."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from agenda.importer.datamodel.document import BlockLocation, Document, Paragraph, Row, Table
from agenda.importer.layout.day_lists import ANY_MONTH, begins_day, find_list
from agenda.importer.lexicon.dates import DateContext
from agenda.importer.lexicon.weeks import is_week_heading
from agenda.importer.tables.checkmarks import resolve_checkmarks
from agenda.importer.tables.columns import Columns, find_column_heads, resolve_chair
from agenda.importer.tables.guesses import guess_columns
from agenda.importer.tables.transpose import find_day_headings, full_width_rows, transpose


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleTable:
    """The rows of one table that are an agenda, under the columns that it or one before has.

    `day` and `week` are the headings of a day and of a week that stand above the table, where
    they do. The days of a table that is `turned` follow upon each other in each of its parts.
    """

    rows: tuple[Row, ...]
    columns: Columns
    day: str = ""
    week: str = ""
    turned: bool = False


@dataclass(slots=True, kw_only=True)
class LayoutBlocks:
    """A document's blocks before the agenda, its tables or its list, and the blocks after."""

    before: list[Paragraph | Table] = field(default_factory=list)
    sheets: list[ScheduleTable] = field(default_factory=list)
    listed: list[Paragraph | Table] = field(default_factory=list)
    after: list[Paragraph | Table] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)
    guessed: BlockLocation | None = None

    def add_transposed(self, table: Table, head: int, week: str) -> None:
        """Take up a table whose columns are days."""
        rows, foot = _without_foot(table.rows)
        above = self.after if self.sheets else self.before
        if head:
            above.append(replace(table, rows=table.rows[:head]))
        self.heads += (cell.text for cell in dict.fromkeys(rows[head].cells))
        for part in transpose(rows, head):
            self.heads += part.columns.heads
            self.sheets.append(
                ScheduleTable(rows=part.rows, columns=part.columns, week=week, turned=True)
            )
        if rest := (*full_width_rows(rows, head), *foot):
            self.after.append(replace(table, rows=rest))


def split_blocks(document: Document, frame: DateContext) -> LayoutBlocks:
    parts = LayoutBlocks()
    width: int | None = None
    for block in document.blocks:
        if not isinstance(block, Table):
            (parts.after if parts.sheets else parts.before).append(block)
            continue
        above = parts.after if parts.sheets else parts.before
        if (across := find_day_headings(block.rows)) is not None:
            parts.add_transposed(block, across, _week_above(above, parts))
            continue
        head = find_column_heads(block.rows)
        if head is not None:
            start, end, columns = head
            if start and _reaches_down(block.rows, start):
                start = 0
            if start:
                above.append(replace(block, rows=block.rows[:start]))
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
            above.append(block)
            continue
        rows, foot = _without_foot(rows)
        # What stood between two tables of one agenda belongs to neither.
        columns = resolve_checkmarks(resolve_chair(columns, rows), rows) if rows else columns
        day, week = _take_day(above), _week_above(above, parts)
        parts.sheets.append(ScheduleTable(rows=tuple(rows), columns=columns, day=day, week=week))
        width = len(columns.roles)
        if foot:
            parts.after.append(replace(block, rows=tuple(foot)))
    return parts if parts.sheets else _without_head(document, frame)


def _reaches_down(rows: Sequence[Row], head: int) -> bool:
    """Whether a cell of the first row is one of the head's, which it is then a part of."""
    return any(cell is other for cell in rows[0].cells for other in rows[head].cells)


def _week_above(blocks: list[Paragraph | Table], parts: LayoutBlocks) -> str:
    """The heading of a week that ends the blocks, taken away unless it may be of the title."""
    while parts.sheets and blocks and isinstance(blocks[-1], Paragraph):
        if blocks[-1].text.strip():
            break
        blocks.pop()
    printed = [block for block in blocks if isinstance(block, Table) or block.text.strip()]
    last = printed[-1] if printed else None
    if not isinstance(last, Paragraph) or not is_week_heading(last.text.strip()):
        return ""
    if parts.sheets:
        blocks.remove(last)
    return last.text.strip()


def _take_day(blocks: list[Paragraph | Table]) -> str:
    """Take away the heading of a day that ends the blocks; empty where none does."""
    while blocks and isinstance(blocks[-1], Paragraph) and not blocks[-1].text.strip():
        blocks.pop()
    last = blocks[-1] if blocks else None
    if isinstance(last, Paragraph) and begins_day(last.text.strip(), ANY_MONTH):
        blocks.pop()
        return last.text.strip()
    return ""


def _without_head(document: Document, frame: DateContext) -> LayoutBlocks:
    """A list of days, or else the table that holds days without saying so in a head."""
    blocks = document.blocks
    span = find_list(blocks, frame)
    if span is not None:
        start, end = span
        return LayoutBlocks(
            before=list(blocks[:start]), listed=list(blocks[start:end]), after=list(blocks[end:])
        )
    for number, block in enumerate(blocks):
        columns = guess_columns(block.rows, frame) if isinstance(block, Table) else None
        if columns is not None and isinstance(block, Table):
            rows, foot = _without_foot(block.rows)
            rest = [replace(block, rows=tuple(foot))] if foot else []
            return LayoutBlocks(
                before=list(blocks[:number]),
                sheets=[ScheduleTable(rows=tuple(rows), columns=columns)],
                after=[*rest, *blocks[number + 1 :]],
                guessed=block.place,
            )
    return LayoutBlocks(before=list(blocks))


def _without_foot(rows: Sequence[Row]) -> tuple[Sequence[Row], Sequence[Row]]:
    """The rows, and those from where the recipients begin in the same table."""
    for number, row in enumerate(rows):
        if any(cell.text.strip().lower().startswith("nơi nhận") for cell in row.cells):
            return rows[:number], rows[number:]
    return rows, ()


def _is_foot(table: Table) -> bool:
    return bool(_without_foot(table.rows)[1])
