"""Read the ruled tables of one page as cells on a grid."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from agenda.importer.backends.pdf.chars import Char
from agenda.importer.backends.pdf.lines import VisualLine, lines_of
from agenda.importer.backends.pdf.pages import Box, RuledTable
from agenda.importer.backends.text.pieces import LineBuilder
from agenda.importer.datamodel.document import BlockLocation, Cell, Paragraph

NEAR = 4.0
"""Rules within this many points count as one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CellFragment:
    """The part of a cell on one page: its lines, its edges in points and its rows in the fragment.

    `enclosed` is False where programs omit the rules around a part of a merged cell.
    """

    lines: tuple[VisualLine, ...]
    left: float
    right: float
    rows: range
    enclosed: bool = True

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableFragment:
    """The part of a table on one page: the cells of its rows, and the x of its column borders.

    A cell that covers several positions is the same object at each of them.
    """

    page: int
    rows: tuple[tuple[CellFragment, ...], ...]
    columns: tuple[float, ...]
    open_below: bool


def read_table_fragment(ruled_table: RuledTable, chars: Sequence[Char], page: int) -> TableFragment:
    """Return the fragment of a table on `page`."""
    columns = merge_close(x for cell in ruled_table.cells for x in (cell.x0, cell.x1))
    row_borders = merge_close(y for cell in ruled_table.cells for y in (cell.top, cell.bottom))
    lines_by_box = {box: lines_of(found, page) for box, found in chars_in(ruled_table.cells, chars)}
    padding = padding_of(lines_by_box)
    grid: list[list[CellFragment | None]] = [[None] * (len(columns) - 1) for _ in row_borders[1:]]
    for box in sorted(ruled_table.cells, key=lambda each: (each.top, each.x0)):
        rows = range(nearest(row_borders, box.top), nearest(row_borders, box.bottom))
        covered = range(nearest(columns, box.x0), nearest(columns, box.x1))
        fragment = CellFragment(
            lines=tuple(lines_by_box[box]), left=box.x0 + padding, right=box.x1 - padding, rows=rows
        )
        for row in rows:
            for column in covered:
                grid[row][column] = fragment
    return TableFragment(
        page=page,
        rows=tuple(
            tuple(
                fragment
                or CellFragment(
                    lines=(),
                    left=left,
                    right=right,
                    rows=range(number, number + 1),
                    enclosed=False,
                )
                for fragment, left, right in zip(fragments, columns, columns[1:], strict=False)
            )
            for number, fragments in enumerate(grid)
        ),
        columns=tuple(columns),
        open_below=ruled_table.open_below,
    )


def blank_cell(place: BlockLocation) -> Cell:
    return Cell(paragraphs=(Paragraph(lines=(LineBuilder().line(()),), place=place),), place=place)


def chars_in(boxes: Iterable[Box], chars: Iterable[Char]) -> Iterator[tuple[Box, list[Char]]]:
    """Yield each box with the characters whose middle lies in it."""
    centres = [((char.x0 + char.x1) / 2, char.middle, char) for char in chars]
    for box in boxes:
        chars_in_box = [
            char for x, y, char in centres if box.top <= y <= box.bottom and box.x0 <= x <= box.x1
        ]
        yield box, chars_in_box


def padding_of(lines_by_box: Mapping[Box, Sequence[VisualLine]]) -> float:
    """Return the least distance between text and rules at the left, in points; at most 8."""
    gaps = (line.x0 - box.x0 for box, lines in lines_by_box.items() for line in lines)
    return max(0.0, min(8.0, min(gaps, default=0.0)))


def may_continue(part: TableFragment, before: TableFragment) -> bool:
    """Tell whether `part`, first on its page, may continue the last table of the page before."""
    return (
        abs(part.columns[0] - before.columns[0]) < 2 * NEAR
        and abs(part.columns[-1] - before.columns[-1]) < 2 * NEAR
        and (len(part.columns) == len(before.columns) or share_columns(part, before))
    )


def share_columns(part: TableFragment, before: TableFragment) -> bool:
    """Tell whether the fragment with fewer columns has only column borders of the other."""
    fewer, more = sorted((part.columns, before.columns), key=len)
    return all(min(abs(x - each) for each in more) < NEAR for x in fewer)


def merge_close(values: Iterable[float]) -> list[float]:
    """Return the values in ascending order, values nearer than `NEAR` merged into the least."""
    found = list[float]()
    for value in sorted(values):
        if not found or value - found[-1] > NEAR:
            found.append(value)
    return found


def nearest(values: Sequence[float], value: float) -> int:
    return min(range(len(values)), key=lambda index: abs(values[index] - value))
