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
from agenda.importer.backends.pdf.room import Justified, Room, justified
from agenda.importer.backends.pdf.tables import (
    NEAR,
    CellFragment,
    TableFragment,
    blank,
    nearest,
    together,
)
from agenda.importer.backends.pdf.wrapping import author_lines
from agenda.importer.backends.text.pieces import Typesetter
from agenda.importer.datamodel.document import BlockLocation, Cell, Guess, Paragraph, Row, Table
from agenda.importer.datamodel.line_cues import ColumnContent, LineCues

FEWEST = 3
"""A column needs more filled cells than this, heading included, to count as always filled."""


def join(
    parts: Sequence[TableFragment], number: int, typesetter: Typesetter, cues: LineCues
) -> Table:
    """Return the table of these fragments, on the grid of all their columns."""
    parts = list(separate_heads(parts))
    alike = len({len(part.columns) for part in parts}) == 1
    columns = together(x for part in parts for x in part.columns)
    heads = repeated_heads(parts)
    held = columns_held(parts, columns, cues)
    joiner = _Joiner(
        number=number,
        typesetter=typesetter,
        cues=cues,
        columns=columns,
        held=held,
        filled=columns_filled(parts, columns, held),
        justified=columns_justified(parts, columns),
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

    The keys of `held` and `justified`, and the members of `filled`, are columns: left and right
    index on the grid. `above` are the lines of the last row of the page before, by its left index.
    """

    number: int
    typesetter: Typesetter
    cues: LineCues
    columns: Sequence[float]
    held: Mapping[tuple[int, int], ColumnContent]
    filled: set[tuple[int, int]]
    justified: Mapping[tuple[int, int], Justified | None]
    rows: list[Row] = field(default_factory=list)
    above: dict[int, list[VisualLine]] = field(default_factory=dict)

    def add(self, part: TableFragment, grid: Sequence[float], heads: int, *, cut: bool) -> None:
        known = dict[int, Cell]()
        first = heads if self.rows else 0
        last_row = self.rows[-1] if self.rows else None
        for at, patches in enumerate(part.rows):
            place = BlockLocation(page=part.page, table=self.number, row=len(self.rows) + 1)
            cells = list[Cell]()
            above = self.rows[-1] if at else None
            for column, patch in enumerate(on_grid(patches, part.columns, grid)):
                if id(patch) not in known:
                    held = None
                    if last_row is not None and at == first:
                        held = self.held_from(last_row.cells[column], patch, place)
                    elif above is not None and self.is_left_out(patch):
                        held = guessed(above.cells[column], place)
                    known[id(patch)] = held or self.cell(patch, place, cut=at == first)
                cells.append(known[id(patch)])
            self.rows.append(
                Row(
                    cells=tuple(cells),
                    place=place,
                    heading=at < heads,
                    continued=cut and at == first,
                )
            )
        self.look_back(part, first)

    def held_from(self, above: Cell, patch: CellFragment, place: BlockLocation) -> Cell | None:
        """Return the merged cell above that an empty fragment continues, or None.

        That is a guess for a fragment of one row in a column that has no other empty cells.
        """
        if patch.lines or not self.above.get(self.column_of(patch)):
            return None
        if len(patch.rows) > 1:
            return above
        if self.ends_of(patch) not in self.filled:
            return None
        return guessed(above, place)

    def is_left_out(self, patch: CellFragment) -> bool:
        """Tell whether a fragment without rules may continue a merged cell of names or places."""
        held = self.held.get(self.ends_of(patch))
        return not patch.enclosed and held in (ColumnContent.NAMES, ColumnContent.PLACES)

    def cell(self, patch: CellFragment, place: BlockLocation, *, cut: bool) -> Cell:
        ends = self.ends_of(patch)
        room = Room(
            left=patch.left,
            right=patch.right,
            held=self.held.get(ends),
            justified=self.justified.get(ends),
        )
        above = self.above.get(self.column_of(patch), []) if cut else []
        found = author_lines(patch.lines, room, self.typesetter, self.cues, above)
        if not found:
            return blank(place)
        return Cell(
            paragraphs=tuple(Paragraph(lines=(line,), place=place) for line, _ in found),
            place=place,
        )

    def look_back(self, part: TableFragment, first: int) -> None:
        """Remember the lines of the last row of a page, with those that it continues."""
        last = len(part.rows) - 1
        shown = dict[int, list[VisualLine]]()
        for patch in part.rows[-1]:
            column = self.column_of(patch)
            more = self.above.get(column, []) if patch.rows[0] <= first == last else []
            shown[column] = [*more, *patch.lines]
        self.above = shown

    def column_of(self, patch: CellFragment) -> int:
        return nearest(self.columns, patch.left)

    def ends_of(self, patch: CellFragment) -> tuple[int, int]:
        return ends_of(patch, self.columns)


def guessed(above: Cell, place: BlockLocation) -> Cell:
    """Return a copy of the cell above, marked as a guess."""
    lines = tuple(replace(line, guess=Guess.MERGED, joiner=None) for line in above.lines)
    return Cell(paragraphs=(Paragraph(lines=lines, place=place),), place=place)


def on_grid(
    patches: Sequence[CellFragment], own: Sequence[float], columns: Sequence[float]
) -> Iterator[CellFragment]:
    """Yield the fragment of a row at each column of a finer grid."""
    for x in columns[:-1]:
        at = max(index for index, each in enumerate(own[:-1]) if each <= x + NEAR or index == 0)
        yield patches[at]


def ends_of(patch: CellFragment, columns: Sequence[float]) -> tuple[int, int]:
    return nearest(columns, patch.left), nearest(columns, patch.right)


def columns_held(
    parts: Sequence[TableFragment], columns: Sequence[float], cues: LineCues
) -> dict[tuple[int, int], ColumnContent]:
    """Return what each column holds, keyed by its edges on the grid."""
    texts: dict[tuple[int, int], list[str]] = {}
    for part in parts:
        for patch in patches_of(part.rows):
            texts.setdefault(ends_of(patch, columns), []).append(patch.text)
    return {ends: cues.column_content(found) for ends, found in texts.items()}


def columns_justified(
    parts: Sequence[TableFragment], columns: Sequence[float]
) -> dict[tuple[int, int], Justified | None]:
    """Return how each column's text is justified, keyed by the column's edges on the grid."""
    lines: dict[tuple[int, int], list[VisualLine]] = {}
    for part in parts:
        for patch in patches_of(part.rows):
            lines.setdefault(ends_of(patch, columns), []).extend(patch.lines)
    return {ends: justified(found) for ends, found in lines.items()}


def columns_filled(
    parts: Sequence[TableFragment],
    columns: Sequence[float],
    held: Mapping[tuple[int, int], ColumnContent],
) -> set[tuple[int, int]]:
    """Return the columns of names and places without empty cells below the first rows of pages."""
    filled, empty = Counter[tuple[int, int]](), set[tuple[int, int]]()
    for part in parts:
        for patch in patches_of(part.rows):
            ends = ends_of(patch, columns)
            filled[ends] += bool(patch.lines)
            # The first two rows of a page may be a heading and the rest of a row.
            if not patch.lines and patch.rows[0] > 1:
                empty.add(ends)
    return {
        ends
        for ends, times in filled.items()
        if times > FEWEST
        and ends not in empty
        and held[ends] in (ColumnContent.NAMES, ColumnContent.PLACES)
    }


def patches_of(rows: Iterable[Sequence[CellFragment]]) -> Iterable[CellFragment]:
    return {id(patch): patch for row in rows for patch in row}.values()
