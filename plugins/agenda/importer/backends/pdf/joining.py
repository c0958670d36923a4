"""Join the fragments of a table on several pages, with the rows and cells that page breaks cut."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from agenda.importer.backends.pdf.lines import VisualLine
from agenda.importer.backends.pdf.repeated_heads import (
    repeated_heads,
    separate_heads,
    starts_alike,
)
from agenda.importer.backends.pdf.tables import (
    NEAR,
    CellFragment,
    TableFragment,
    blank_cell,
    merge_close,
    nearest,
)
from agenda.importer.backends.pdf.text_area import Justification, TextArea, find_justification
from agenda.importer.backends.pdf.wrapping import author_lines
from agenda.importer.backends.text.pieces import LineBuilder
from agenda.importer.datamodel.document import BlockLocation, Cell, Guess, Paragraph, Row, Table
from agenda.importer.datamodel.line_cues import ColumnContent, LineCues

MIN_FILLED_CELLS = 3
"""A column needs more filled cells than this, heading included, to count as always filled."""


def join(
    parts: Sequence[TableFragment], number: int, line_builder: LineBuilder, cues: LineCues
) -> Table:
    """Return the table of these fragments, on the grid of all their columns."""
    parts = list(separate_heads(parts))
    alike = len({len(part.columns) for part in parts}) == 1
    columns = merge_close(x for part in parts for x in part.columns)
    heads = repeated_heads(parts)
    contents = find_column_contents(parts, columns, cues)
    joiner = _Joiner(
        number=number,
        line_builder=line_builder,
        cues=cues,
        columns=columns,
        column_contents=contents,
        filled_columns=find_filled_columns(parts, columns, contents),
        justification=find_justifications(parts, columns),
    )
    for index, part in enumerate(parts):
        grid = part.columns if alike else columns
        repeated = heads if starts_alike(part, parts[0], heads) else 0
        # Some programs draw no rule where a page cuts a row.
        cut = index > 0 and parts[index - 1].open_below
        joiner.add(part, grid, repeated, cut=cut)
    return Table(rows=tuple(joiner.rows), place=BlockLocation(page=parts[0].page, table=number))


@dataclass(slots=True, kw_only=True)
class _Joiner:
    """The rows of a table, joined fragment by fragment.

    The keys of `column_contents` and `justification`, and the members of `filled_columns`, are
    columns: left and right index on the grid. `above` are the lines of the last row of the page
    before, by its left index.
    """

    number: int
    line_builder: LineBuilder
    cues: LineCues
    columns: Sequence[float]
    column_contents: Mapping[tuple[int, int], ColumnContent]
    filled_columns: set[tuple[int, int]]
    justification: Mapping[tuple[int, int], Justification | None]
    rows: list[Row] = field(default_factory=list)
    above: dict[int, list[VisualLine]] = field(default_factory=dict)

    def add(self, part: TableFragment, grid: Sequence[float], heads: int, *, cut: bool) -> None:
        cells_by_id = dict[int, Cell]()
        first = heads if self.rows else 0
        last_row = self.rows[-1] if self.rows else None
        for at, fragments in enumerate(part.rows):
            place = BlockLocation(page=part.page, table=self.number, row=len(self.rows) + 1)
            cells = list[Cell]()
            above = self.rows[-1] if at else None
            for column, fragment in enumerate(on_grid(fragments, part.columns, grid)):
                if id(fragment) not in cells_by_id:
                    continued_cell = None
                    if last_row is not None and at == first:
                        continued_cell = self.find_continued_cell(
                            last_row.cells[column], fragment, place
                        )
                    elif above is not None and self.may_continue_merged_cell(fragment):
                        continued_cell = guess_from(above.cells[column], place)
                    cells_by_id[id(fragment)] = continued_cell or self.cell(
                        fragment, place, cut=at == first
                    )
                cells.append(cells_by_id[id(fragment)])
            self.rows.append(
                Row(
                    cells=tuple(cells),
                    place=place,
                    heading=at < heads,
                    continued=cut and at == first,
                )
            )
        self.remember_last_row(part, first)

    def find_continued_cell(
        self, above: Cell, fragment: CellFragment, place: BlockLocation
    ) -> Cell | None:
        """Return the merged cell above that an empty fragment continues, or None.

        That is a guess for a fragment of one row in a column that has no other empty cells.
        """
        if fragment.lines or not self.above.get(self.column_of(fragment)):
            return None
        if len(fragment.rows) > 1:
            return above
        if self.edges_of(fragment) not in self.filled_columns:
            return None
        return guess_from(above, place)

    def may_continue_merged_cell(self, fragment: CellFragment) -> bool:
        """Tell whether a fragment without rules may continue a merged cell of names or places."""
        content = self.column_contents.get(self.edges_of(fragment))
        return not fragment.enclosed and content in (ColumnContent.NAMES, ColumnContent.PLACES)

    def cell(self, fragment: CellFragment, place: BlockLocation, *, cut: bool) -> Cell:
        ends = self.edges_of(fragment)
        text_area = TextArea(
            left=fragment.left,
            right=fragment.right,
            content=self.column_contents.get(ends),
            justification=self.justification.get(ends),
        )
        above = self.above.get(self.column_of(fragment), []) if cut else []
        found = author_lines(fragment.lines, text_area, self.line_builder, self.cues, above)
        if not found:
            return blank_cell(place)
        return Cell(
            paragraphs=tuple(Paragraph(lines=(line,), place=place) for line, _ in found),
            place=place,
        )

    def remember_last_row(self, part: TableFragment, first: int) -> None:
        """Remember the lines of the last row of a page, with those that it continues."""
        last = len(part.rows) - 1
        last_lines = dict[int, list[VisualLine]]()
        for fragment in part.rows[-1]:
            column = self.column_of(fragment)
            earlier_lines = self.above.get(column, []) if fragment.rows[0] <= first == last else []
            last_lines[column] = [*earlier_lines, *fragment.lines]
        self.above = last_lines

    def column_of(self, fragment: CellFragment) -> int:
        return nearest(self.columns, fragment.left)

    def edges_of(self, fragment: CellFragment) -> tuple[int, int]:
        return edges_of(fragment, self.columns)


def guess_from(above: Cell, place: BlockLocation) -> Cell:
    """Return a copy of the cell above, marked as a guess."""
    lines = tuple(replace(line, guess=Guess.MERGED, joiner=None) for line in above.lines)
    return Cell(paragraphs=(Paragraph(lines=lines, place=place),), place=place)


def on_grid(
    fragments: Sequence[CellFragment], part_columns: Sequence[float], columns: Sequence[float]
) -> Iterator[CellFragment]:
    """Yield the fragment of a row at each column of a finer grid."""
    for x in columns[:-1]:
        at = max(
            index for index, each in enumerate(part_columns[:-1]) if each <= x + NEAR or index == 0
        )
        yield fragments[at]


def edges_of(fragment: CellFragment, columns: Sequence[float]) -> tuple[int, int]:
    return nearest(columns, fragment.left), nearest(columns, fragment.right)


def find_column_contents(
    parts: Sequence[TableFragment], columns: Sequence[float], cues: LineCues
) -> dict[tuple[int, int], ColumnContent]:
    """Return what each column holds, keyed by its edges on the grid."""
    texts: dict[tuple[int, int], list[str]] = {}
    for part in parts:
        for fragment in fragments_of(part.rows):
            texts.setdefault(edges_of(fragment, columns), []).append(fragment.text)
    return {ends: cues.column_content(found) for ends, found in texts.items()}


def find_justifications(
    parts: Sequence[TableFragment], columns: Sequence[float]
) -> dict[tuple[int, int], Justification | None]:
    """Return how each column's text is justified, keyed by the column's edges on the grid."""
    lines: dict[tuple[int, int], list[VisualLine]] = {}
    for part in parts:
        for fragment in fragments_of(part.rows):
            lines.setdefault(edges_of(fragment, columns), []).extend(fragment.lines)
    return {ends: find_justification(found) for ends, found in lines.items()}


def find_filled_columns(
    parts: Sequence[TableFragment],
    columns: Sequence[float],
    contents: Mapping[tuple[int, int], ColumnContent],
) -> set[tuple[int, int]]:
    """Return the columns of names and places without empty cells below the first rows of pages."""
    filled_columns, empty = Counter[tuple[int, int]](), set[tuple[int, int]]()
    for part in parts:
        for fragment in fragments_of(part.rows):
            ends = edges_of(fragment, columns)
            filled_columns[ends] += bool(fragment.lines)
            # The first two rows of a page may be a heading and the rest of a row.
            if not fragment.lines and fragment.rows[0] > 1:
                empty.add(ends)
    return {
        ends
        for ends, times in filled_columns.items()
        if times > MIN_FILLED_CELLS
        and ends not in empty
        and contents[ends] in (ColumnContent.NAMES, ColumnContent.PLACES)
    }


def fragments_of(rows: Iterable[Sequence[CellFragment]]) -> Iterable[CellFragment]:
    return {id(fragment): fragment for row in rows for fragment in row}.values()
