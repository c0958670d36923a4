"""Make a document from plain text: lines, and rows of a table with their cells.

" | " separates cells, "⏎" the paragraphs of a cell; a cell of "^" goes on from the one above.
Every other line is a paragraph.
"""

from collections.abc import Sequence
from itertools import groupby

from agenda.importer.datamodel.document import (
    BlockLocation,
    Cell,
    Document,
    Line,
    Paragraph,
    Row,
    Run,
    Table,
)

CELLS = " | "
NO_PLACE = BlockLocation()


def plain_document(text: str) -> Document:
    """Return the document that a text describes."""
    blocks: list[Paragraph | Table] = []
    tables = 0
    lines = [line.strip() for line in text.splitlines()]
    for is_table, group in groupby(filter(None, lines), key=lambda line: CELLS in f" {line} "):
        if is_table:
            tables += 1
            blocks.append(_table(list(group), tables))
        else:
            blocks += map(_paragraph, group)
    return Document(blocks=tuple(blocks))


def _paragraph(text: str, place: BlockLocation = NO_PLACE) -> Paragraph:
    return Paragraph(lines=(Line(runs=(Run(text=text),)),), place=place)


def _table(lines: Sequence[str], number: int) -> Table:
    rows: list[Row] = []
    for line in lines:
        place = BlockLocation(table=number, row=len(rows) + 1)
        cells = tuple(
            rows[-1].cells[column] if text == "^" else _cell(text, place)
            for column, text in enumerate(map(str.strip, f" {line} ".split(CELLS)))
        )
        rows.append(Row(cells=cells, place=place))
    return Table(rows=tuple(rows), place=BlockLocation(table=number))


def _cell(text: str, place: BlockLocation) -> Cell:
    lines = map(str.strip, text.split("⏎"))
    return Cell(paragraphs=tuple(_paragraph(line, place) for line in lines), place=place)
