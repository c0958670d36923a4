"""Divide the blocks of a document: before the agenda, its tables or its list, after the agenda."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from agenda.importer.datamodel.document import BlockLocation, Document, Paragraph, Row, Table
from agenda.importer.layout.day_headings import ANY_MONTH
from agenda.importer.layout.day_lists import (
    begins_day,
    begins_item,
    find_list,
    find_list_end,
)
from agenda.importer.layout.passages import read_passages
from agenda.importer.lexicon.dates import DateContext
from agenda.importer.lexicon.leader_names import leader_heading
from agenda.importer.lexicon.lines import split_sign
from agenda.importer.lexicon.weeks import is_week_heading
from agenda.importer.tables.checkmarks import resolve_checkmarks
from agenda.importer.tables.columns import Columns, find_column_heads, resolve_chair
from agenda.importer.tables.guesses import guess_columns
from agenda.importer.tables.transpose import find_day_headings, full_width_rows, transpose


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleTable:
    """The rows of one table of the agenda, with its columns or those of the table before it.

    `day`, `week` and `leader` are the headings of a day, a week and a leader above the table, or
    empty. A `transposed` table had a column for each day.
    """

    rows: tuple[Row, ...]
    columns: Columns
    day: str = ""
    week: str = ""
    leader: str = ""
    transposed: bool = False


@dataclass(slots=True, kw_only=True)
class LayoutBlocks:
    """The blocks before the agenda, the tables or the list of the agenda, the blocks after it.

    In a list of a `is_single_day` document, the title alone names the day.
    """

    before: list[Paragraph | Table] = field(default_factory=list)
    tables: list[ScheduleTable] = field(default_factory=list)
    listed: list[Paragraph | Table] = field(default_factory=list)
    after: list[Paragraph | Table] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)
    guessed: BlockLocation | None = None
    is_single_day: bool = False

    def add_transposed(self, table: Table, head: int, week: str) -> None:
        """Add a table whose columns are days."""
        rows, foot = _without_foot(table.rows)
        above = self.after if self.tables else self.before
        if head:
            above.append(replace(table, rows=table.rows[:head]))
        self.heads += (cell.text for cell in dict.fromkeys(rows[head].cells))
        for part in transpose(rows, head):
            self.heads += part.columns.heads
            self.tables.append(
                ScheduleTable(rows=part.rows, columns=part.columns, week=week, transposed=True)
            )
        if rest := (*full_width_rows(rows, head), *foot):
            self.after.append(replace(table, rows=rest))


def split_blocks(document: Document, context: DateContext) -> LayoutBlocks:
    """Divide a document; without an agenda, all blocks stand before it."""
    layout = LayoutBlocks()
    width: int | None = None
    for block in document.blocks:
        if not isinstance(block, Table):
            (layout.after if layout.tables else layout.before).append(block)
            continue
        above = layout.after if layout.tables else layout.before
        head = find_column_heads(block.rows)
        is_roster = head is not None and head[2].is_roster
        if not is_roster and (across := find_day_headings(block.rows)) is not None:
            layout.add_transposed(block, across, _take_week(above, layout))
            continue
        if head is not None and (not head[2].is_roster or _only_rosters(layout.tables)):
            start, end, columns = head
            if start and _extends_into_head(block.rows, start):
                start = 0
            if start:
                above.append(replace(block, rows=block.rows[:start]))
            layout.heads += (cell.text for row in block.rows[start:end] for cell in row.cells)
            rows: Sequence[Row] = block.rows[end:]
        elif (
            layout.tables
            and block.rows
            and len(block.rows[0].cells) == width
            and not _is_foot(block)
        ):
            columns, rows = layout.tables[-1].columns, block.rows
        else:
            above.append(block)
            continue
        rows, foot = _without_foot(rows)
        columns = resolve_checkmarks(resolve_chair(columns, rows), rows) if rows else columns
        leader = _take_leader(above)
        day, week = _take_day(above), _take_week(above, layout)
        layout.tables.append(
            ScheduleTable(rows=tuple(rows), columns=columns, day=day, week=week, leader=leader)
        )
        width = len(columns.roles)
        if foot:
            layout.after.append(replace(block, rows=tuple(foot)))
    return layout if layout.tables else _without_known_head(document, context)


def _only_rosters(tables: Sequence[ScheduleTable]) -> bool:
    """Return whether no table has items: the roster behind an agenda is not part of it."""
    return all(table.columns.is_roster for table in tables)


def split_single_day(document: Document, title: Sequence[str]) -> LayoutBlocks:
    """Divide a document about the one day of its title, with its items as a list below."""
    blocks = document.blocks
    heads = [
        number
        for number, block in enumerate(blocks)
        if isinstance(block, Paragraph)
        and any(passage.whole in title for passage in read_passages([block]))
    ]
    start = heads[-1] + 1 if heads else len(blocks)
    end = find_list_end(blocks, start)
    if not any(isinstance(block, Paragraph) and begins_item(block) for block in blocks[start:end]):
        return LayoutBlocks(before=list(blocks))
    return LayoutBlocks(
        before=list(blocks[:start]),
        listed=list(blocks[start:end]),
        after=list(blocks[end:]),
        is_single_day=True,
    )


def _extends_into_head(rows: Sequence[Row], head: int) -> bool:
    """Return whether a cell of the first row extends into the head, which then includes the row."""
    return any(cell is other for cell in rows[0].cells for other in rows[head].cells)


def _take_week(blocks: list[Paragraph | Table], layout: LayoutBlocks) -> str:
    """Return the heading of a week at the end of the blocks, or "".

    Remove the heading from the blocks, except above the first table, where it may be the title.
    """
    while layout.tables and blocks and isinstance(blocks[-1], Paragraph):
        if blocks[-1].text.strip():
            break
        blocks.pop()
    printed = [block for block in blocks if isinstance(block, Table) or block.text.strip()]
    last = printed[-1] if printed else None
    if not isinstance(last, Paragraph) or not is_week_heading(last.text.strip()):
        return ""
    if layout.tables:
        blocks.remove(last)
    return last.text.strip()


def _take_day(blocks: list[Paragraph | Table]) -> str:
    """Remove and return the heading of a day at the end of the blocks; return "" without one."""
    return _take_heading(blocks, lambda text: begins_day(text, ANY_MONTH))


def _take_leader(blocks: list[Paragraph | Table]) -> str:
    """Remove and return the heading of a leader at the end of the blocks, or return ""."""
    return _take_heading(blocks, lambda text: leader_heading(split_sign(text)[1]) is not None)


def _take_heading(blocks: list[Paragraph | Table], is_heading: Callable[[str], bool]) -> str:
    """Remove and return the last text of the blocks if it is such a heading; else return ""."""
    while blocks and isinstance(blocks[-1], Paragraph) and not blocks[-1].text.strip():
        blocks.pop()
    last = blocks[-1] if blocks else None
    if isinstance(last, Paragraph) and is_heading(last.text.strip()):
        blocks.pop()
        return last.text.strip()
    return ""


def _without_known_head(document: Document, context: DateContext) -> LayoutBlocks:
    """Find a list of days or, without one, a table of days without a known head."""
    blocks = document.blocks
    span = find_list(blocks, context if context.month else ANY_MONTH)
    if span is not None:
        start, end = span
        return LayoutBlocks(
            before=list(blocks[:start]), listed=list(blocks[start:end]), after=list(blocks[end:])
        )
    for number, block in enumerate(blocks):
        columns = guess_columns(block.rows, context) if isinstance(block, Table) else None
        if columns is not None and isinstance(block, Table):
            rows, foot = _without_foot(block.rows)
            rest = [replace(block, rows=tuple(foot))] if foot else []
            return LayoutBlocks(
                before=list(blocks[:number]),
                tables=[ScheduleTable(rows=tuple(rows), columns=columns)],
                after=[*rest, *blocks[number + 1 :]],
                guessed=block.place,
            )
    return LayoutBlocks(before=list(blocks))


def _without_foot(rows: Sequence[Row]) -> tuple[Sequence[Row], Sequence[Row]]:
    """Split the rows at the recipients, if they follow in the same table."""
    for number, row in enumerate(rows):
        if any(cell.text.strip().lower().startswith("nơi nhận") for cell in row.cells):
            return rows[:number], rows[number:]
    return rows, ()


def _is_foot(table: Table) -> bool:
    """Return whether a table contains the recipients."""
    return bool(_without_foot(table.rows)[1])
