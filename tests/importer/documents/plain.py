"""Make a document from plain text: lines, and rows of a table with their cells.

" | " separates cells, "⏎" the paragraphs of a cell; a cell of "^" goes on from the one above,
one of "<" from the one at its left. Every other line is a paragraph; an empty line ends a table.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

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
_CELL_EDGE = re.compile(r"(?<=\s)\|(?=\s)")
NO_PLACE = BlockLocation()


def plain_document(text: str) -> Document:
    """Return the document that a text describes."""
    blocks: list[Paragraph | Table] = []
    tables = 0
    for is_table, lines in _groups(text):
        if is_table:
            tables += 1
            blocks.append(_table(list(lines), tables))
        else:
            blocks += map(_paragraph, lines)
    return Document(blocks=tuple(blocks))


def plain_description(text: str) -> list[dict[str, Any]]:
    """Return what `build_docx` takes for the document that a text describes.

    A table of one row is the head or the foot of a paper, which has no borders.
    """
    blocks: list[dict[str, Any]] = []
    for is_table, lines in _groups(text):
        if not is_table:
            blocks += ({"p": line} for line in lines)
            continue
        rows = [[cell.replace("⏎", "\n\n") for cell in split_cells(line)] for line in lines]
        blocks.append({"sides": rows[0]} if len(rows) == 1 else {"table": rows})
    return blocks


def split_cells(line: str) -> list[str]:
    """Return the texts of the cells of a row."""
    return [cell.strip() for cell in _CELL_EDGE.split(f" {line} ")]


def _groups(text: str) -> Iterator[tuple[bool, Iterator[str]]]:
    """Yield the consecutive lines that are rows of a table, or are not."""
    for part in re.split(r"\n\s*\n", text):
        lines = [line.strip() for line in part.splitlines()]
        yield from groupby(filter(None, lines), key=lambda line: CELLS in f" {line} ")


def _paragraph(text: str, place: BlockLocation = NO_PLACE) -> Paragraph:
    return Paragraph(lines=(Line(runs=(Run(text=text),)),), place=place)


def _table(lines: Sequence[str], number: int) -> Table:
    rows: list[Row] = []
    for line in lines:
        place = BlockLocation(table=number, row=len(rows) + 1)
        cells: list[Cell] = []
        for column, text in enumerate(split_cells(line)):
            if text == "<":
                cells.append(cells[-1])
            else:
                cells.append(rows[-1].cells[column] if text == "^" else _cell(text, place))
        rows.append(Row(cells=tuple(cells), place=place))
    return Table(rows=tuple(rows), place=BlockLocation(table=number))


def _cell(text: str, place: BlockLocation) -> Cell:
    lines = map(str.strip, text.split("⏎"))
    return Cell(paragraphs=tuple(_paragraph(line, place) for line in lines), place=place)
