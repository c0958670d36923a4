"""Find text in columns without rules in a PDF: letterheads, signatures and unruled tables."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from agenda.importer.backends.pdf.line_state import BULLET, DASH, NUMBER
from agenda.importer.backends.pdf.lines import VisualLine, segments_of
from agenda.importer.backends.pdf.tables import blank_cell
from agenda.importer.backends.pdf.text_area import TextArea
from agenda.importer.backends.pdf.wrapping import author_lines
from agenda.importer.backends.text.pieces import LineBuilder
from agenda.importer.datamodel.document import BlockLocation, Cell, Paragraph, Row, Table
from agenda.importer.datamodel.line_cues import LineCues

MIN_GUTTER = 5.0
"""Points of white that still separate two columns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBlock:
    """Lines in columns.

    `gutters` are the left and right edges of the white stripes between the columns.
    `is_continuation` marks a block that was found by the gutters of the page before.
    """

    lines: tuple[VisualLine, ...]
    gutters: tuple[tuple[float, float], ...]
    is_continuation: bool = False

    def is_table(self, cues: LineCues) -> bool:
        """Tell whether every column of the first line is the heading of a table's column."""
        names = self.columns(self.lines[0])
        return len(names) > 2 and all(each and cues.names_column(each.text) for each in names)

    def columns(self, line: VisualLine) -> list[VisualLine | None]:
        """Return the part of a line in each column; None for an empty column."""
        middles = [(start + end) / 2 for start, end in self.gutters]
        bounds = [float("-inf"), *middles, float("inf")]
        found = list[VisualLine | None]()
        for index in range(len(bounds) - 1):
            words = tuple(
                word for word in line.words if bounds[index] <= word.x0 < bounds[index + 1]
            )
            found.append(VisualLine(words=words, page=line.page) if words else None)
        return found


def text_blocks_of(
    lines: Sequence[VisualLine], before: TextBlock | None, cues: LineCues
) -> list[VisualLine | TextBlock]:
    """Group the lines of a page that stand in columns; return blocks and other lines in order.

    `before` is the unruled table at the end of the page before; it may continue with the first
    line.
    """
    found = list[VisualLine | TextBlock]()
    at = 0
    while at < len(lines):
        block = None
        if before is not None and at == 0:
            block = find_text_block(before.gutters, lines, cues, is_start=False)
        block = block or text_block_at(lines[at:], cues)
        if block is None:
            found.append(lines[at])
            at += 1
        else:
            found.append(block)
            at += len(block.lines)
    return found


def text_block_at(lines: Sequence[VisualLine], cues: LineCues) -> TextBlock | None:
    """Return the block that begins with the first of these lines, or None."""
    first = lines[0]
    for gap in (0.7, 1.6):
        block = find_text_block(gaps_of(first, gap * first.size), lines, cues, is_start=True)
        # The names of columns may stand closer than other things side by side.
        if block is not None and (gap > 1 or block.is_table(cues)):
            return block
    return None


def find_text_block(
    gutters: Sequence[tuple[float, float]],
    lines: Sequence[VisualLine],
    cues: LineCues,
    *,
    is_start: bool,
) -> TextBlock | None:
    """Return the block with these gutters, as far as lines leave them white, or None."""
    block_lines = list[VisualLine]()
    has_column_names = not is_start or TextBlock(
        lines=tuple(lines[:1]), gutters=tuple(gutters)
    ).is_table(cues)
    for line in lines if gutters else ():
        narrowed = [
            (widest_free_part if has_column_names else narrow_gutter)(gutter, line)
            for gutter in gutters
        ]
        if min(end - start for start, end in narrowed) < MIN_GUTTER:
            break
        only_first_column = line.x1 <= narrowed[0][0]
        if block_lines and only_first_column and line.top - block_lines[-1].top > 2.2 * line.size:
            break
        gutters = narrowed
        block_lines.append(line)
    if not block_lines:
        return None
    widest = max(end - start for start, end in gutters)
    if is_start and len(block_lines) == 1 and widest < 3 * block_lines[0].size:
        return None
    return TextBlock(lines=tuple(block_lines), gutters=tuple(gutters), is_continuation=not is_start)


def gaps_of(line: VisualLine, gap: float) -> list[tuple[float, float]]:
    """Return the gaps of `gap` points or more between words, except the one behind a list sign."""
    segments = segments_of(line, gap)
    if any(pattern.fullmatch(segments[0].text) for pattern in (BULLET, DASH, NUMBER)):
        segments = segments[1:]
    return [(left.x1, right.x0) for left, right in pairwise(segments)]


def widest_free_part(gutter: tuple[float, float], line: VisualLine) -> tuple[float, float]:
    """Return the widest stripe of a gutter that the words of a line leave white.

    Column headings may be far narrower than their columns, so words may stand within the gutter.
    """
    start, end = gutter
    bounds = [start]
    for word in line.words:
        if word.x0 < end and word.x1 > start:
            bounds += [word.x0, word.x1]
    stripes = zip(bounds[::2], [*bounds[1::2], end], strict=True)
    return max(stripes, key=lambda stripe: stripe[1] - stripe[0])


def narrow_gutter(gutter: tuple[float, float], line: VisualLine) -> tuple[float, float]:
    """Narrow a gutter by the words of a line, each word belonging to the side that it stands on.

    Return an empty stripe if a word crosses the middle, as in a title below a letterhead.
    """
    start, end = gutter
    middle = (start + end) / 2
    for word in line.words:
        if start < word.x1 <= middle:
            start = word.x1
        elif middle <= word.x0 < end:
            end = word.x0
        elif word.x0 < middle < word.x1:
            return middle, middle
    return start, end


def merge_text_blocks(block: TextBlock, more: TextBlock) -> TextBlock:
    """Merge a table with its continuation; each gutter is as narrow as the narrower of both."""
    gutters = tuple(
        (max(one[0], other[0]), min(one[1], other[1]))
        for one, other in zip(block.gutters, more.gutters, strict=True)
    )
    return TextBlock(lines=(*block.lines, *more.lines), gutters=gutters)


def table_of(block: TextBlock, number: int, line_builder: LineBuilder, cues: LineCues) -> Table:
    """Convert a block to a table: of one row, or of a row per line with a filled first column."""
    rows = rows_of(block, cues)
    text_areas = [text_area_of(block, column, cues) for column in range(len(block.gutters) + 1)]
    return Table(
        rows=tuple(
            Row(
                cells=tuple(
                    cell_of(block, row, column, text_area, place, line_builder, cues)
                    for column, text_area in enumerate(text_areas)
                ),
                place=place,
            )
            for at, row in enumerate(rows, start=1)
            for place in [BlockLocation(page=row[0].page, table=number, row=at)]
        ),
        place=BlockLocation(page=block.lines[0].page, table=number),
    )


def rows_of(block: TextBlock, cues: LineCues) -> list[list[VisualLine]]:
    """Split a block into rows; days on two lines ("26-" above "27") stay in one row."""
    rows = list[list[VisualLine]]()
    before = ""
    is_table = block.is_table(cues)
    for line in block.lines:
        day = block.columns(line)[0]
        begins_row = is_table and day is not None and not before.endswith(("-", "–", ","))
        if begins_row or not rows:
            rows.append([])
        rows[-1].append(line)
        before = day.text if day else ""
    return rows


def text_area_of(block: TextBlock, column: int, cues: LineCues) -> TextArea:
    found = [part for line in block.lines if (part := block.columns(line)[column])]
    return TextArea(
        left=min((each.x0 for each in found), default=0.0),
        right=max((each.x1 for each in found), default=0.0) + 1.5,
        content=cues.column_content(each.text for each in found) if block.is_table(cues) else None,
    )


def cell_of(
    block: TextBlock,
    row: Sequence[VisualLine],
    column: int,
    text_area: TextArea,
    place: BlockLocation,
    line_builder: LineBuilder,
    cues: LineCues,
) -> Cell:
    parts = (part for line in row if (part := block.columns(line)[column]))
    found = author_lines(list(parts), text_area, line_builder, cues)
    if not found:
        return blank_cell(place)
    return Cell(
        paragraphs=tuple(Paragraph(lines=(line,), place=place) for line, _ in found), place=place
    )
