"""Find the heading rows that a table repeats at the top of each page."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from agenda.importer.backends.pdf.lines import VisualLine
from agenda.importer.backends.pdf.tables import CellFragment, TableFragment

MAX_HEADS = 3
"""The most rows of a heading."""


def repeated_heads(parts: Sequence[TableFragment]) -> int:
    """Count the first rows that are repeated at the top of a later page."""
    max_count = min((len(part.rows) for part in parts), default=0)
    for count in range(min(MAX_HEADS, max_count), 0, -1):
        if any(starts_alike(part, parts[0], count) for part in parts[1:]):
            return count
    return 0


def starts_alike(part: TableFragment, first: TableFragment, count: int) -> bool:
    def texts(of: TableFragment) -> list[list[str]]:
        return [[cell.text for cell in row] for row in of.rows[:count]]

    return texts(part) == texts(first) and any(any(row) for row in texts(first))


def separate_heads(parts: Sequence[TableFragment]) -> Iterator[TableFragment]:
    """Yield the fragments; separate repeated heads from the rest of a row that a page cuts.

    ReportLab omits the rule between the two, as it omits the rule where the page cuts the row.
    """
    yield from parts[:1]
    for before, part in pairwise(parts):
        yield _separated(part, parts[0]) if before.open_below else part


def _separated(part: TableFragment, first: TableFragment) -> TableFragment:
    for count in range(min(MAX_HEADS, len(part.rows), len(first.rows)), 0, -1):
        above_alike = count == 1 or starts_alike(part, first, count - 1)
        if above_alike and _begins_with(part.rows[count - 1], first.rows[count - 1]):
            return _split_row(part, first.rows[count - 1], count)
    return part


def _begins_with(row: Sequence[CellFragment], head: Sequence[CellFragment]) -> bool:
    """Tell whether each cell begins with the lines of a heading, and more lines stand below."""
    if len(row) != len(head) or not any(cell.lines for cell in head):
        return False
    heading, rest = list[VisualLine](), list[VisualLine]()
    for cell, above in zip(row, head, strict=True):
        size = len(above.lines)
        if _texts(cell.lines[:size]) != _texts(above.lines):
            return False
        heading += cell.lines[:size]
        rest += cell.lines[size:]
    lowest = max(line.baseline for line in heading)
    return bool(rest) and min(line.baseline for line in rest) > lowest


def _split_row(part: TableFragment, head: Sequence[CellFragment], count: int) -> TableFragment:
    """Return the fragment with row `count`, which begins with a heading, split into two."""
    upper, lowercase_after_dash = dict[int, CellFragment](), dict[int, CellFragment]()
    for cell, above in zip(part.rows[count - 1], head, strict=True):
        size = len(above.lines)
        rows = cell.rows
        upper[id(cell)] = replace(cell, lines=cell.lines[:size], rows=range(rows.start, count))
        lowercase_after_dash[id(cell)] = replace(
            cell, lines=cell.lines[size:], rows=range(count, rows.stop + 1)
        )
    for row in part.rows[count:]:
        for cell in row:
            shifted = range(cell.rows.start + 1, cell.rows.stop + 1)
            lowercase_after_dash.setdefault(id(cell), replace(cell, rows=shifted))
    return replace(
        part,
        rows=(
            *(tuple(upper.get(id(cell), cell) for cell in row) for row in part.rows[:count]),
            *(
                tuple(lowercase_after_dash[id(cell)] for cell in row)
                for row in part.rows[count - 1 :]
            ),
        ),
    )


def _texts(lines: Sequence[VisualLine]) -> list[str]:
    return [line.text for line in lines]
