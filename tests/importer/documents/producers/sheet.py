"""The content and layout of a Word test document, for other programs to print."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Length
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

FAMILIES = {"Times New Roman": "Liberation Serif", "Arial": "Liberation Sans"}
"""Free fonts with the metrics of common ones."""
ALIGNMENTS = {WD_ALIGN_PARAGRAPH.CENTER: "center", WD_ALIGN_PARAGRAPH.JUSTIFY: "justify"}
SPACING = 10.0
"""Points below a paragraph where a document of python-docx says nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text in one style, or a line break."""

    text: str
    bold: bool
    italic: bool
    underlined: bool
    size: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph; lengths are in points."""

    texts: tuple[Text, ...]
    alignment: str
    indent: float
    after: float
    size: float
    """The font size of an empty paragraph."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A cell, which covers one or more rows and columns of the grid."""

    row: int
    column: int
    rows: int
    columns: int
    blocks: tuple[Block, ...]
    centred: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table; the first `heads` rows are repeated on each page, `heights` are minimums."""

    widths: tuple[float, ...]
    heights: tuple[float, ...]
    areas: tuple[Area, ...]
    heads: int
    ruled: bool

    def rows(self) -> list[list[Area]]:
        """Return the cells that begin in each row."""
        return [
            [area for area in self.areas if area.row == at] for at, _ in enumerate(self.heights)
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A document; `margins` are in CSS's order, `numbered` is "top", "bottom" or empty."""

    width: float
    height: float
    margins: tuple[float, float, float, float]
    family: str
    size: float
    numbered: str
    blocks: tuple[Block | Grid, ...]


def read_sheet(word: Path) -> Sheet:
    """Return the layout of a document that the tests wrote with python-docx."""
    document = docx.Document(str(word))
    section = document.sections[0]
    font = document.styles["Normal"].font
    family = font.name or "Liberation Serif"
    size = points(font.size) or 11.0
    return Sheet(
        width=points(section.page_width),
        height=points(section.page_height),
        margins=(
            points(section.top_margin),
            points(section.right_margin),
            points(section.bottom_margin),
            points(section.left_margin),
        ),
        family=FAMILIES.get(family, family),
        size=size,
        numbered=numbered(section),
        blocks=tuple(blocks_of(document, size)),
    )


def points(length: Length | int | None) -> float:
    return round(float(Length(length or 0).pt), 2)


def numbered(section: Any) -> str:
    for place, part in (("top", section.header), ("bottom", section.footer)):
        if any(True for each in part.paragraphs for _ in each._p.iter(qn("w:fldSimple"))):
            return place
    return ""


def blocks_of(document: Document, size: float) -> Iterator[Block | Grid]:
    for each in document.iter_inner_content():
        if isinstance(each, Paragraph):
            yield block_of(each, size, SPACING)
        else:
            yield grid_of(each, size)


def block_of(paragraph: Paragraph, size: float, after: float) -> Block:
    layout = paragraph.paragraph_format
    return Block(
        texts=tuple(texts_of(paragraph, size)),
        alignment=ALIGNMENTS.get(paragraph.alignment, "left") if paragraph.alignment else "left",
        indent=points(layout.first_line_indent),
        after=after if layout.space_after is None else points(layout.space_after),
        size=size,
    )


def texts_of(paragraph: Paragraph, size: float) -> Iterator[Text]:
    for run in paragraph.runs:
        for number, line in enumerate(run.text.split("\n")):
            for text in ("\n",) * (number > 0) + (line,) * bool(line):
                yield Text(
                    text=text,
                    bold=bool(run.bold),
                    italic=bool(run.italic),
                    underlined=bool(run.underline),
                    size=points(run.font.size) or size,
                )


def grid_of(table: Table, size: float) -> Grid:
    cells = [
        [table.cell(row, column) for column in range(len(table.columns))]
        for row in range(len(table.rows))
    ]
    areas = list[Area]()
    seen = set[int]()
    for row, found in enumerate(cells):
        for column, cell in enumerate(found):
            if id(cell._tc) in seen:
                continue
            seen.add(id(cell._tc))
            rows = sum(each[column]._tc is cell._tc for each in cells[row:])
            columns = sum(each._tc is cell._tc for each in found[column:])
            areas.append(area_of(cell, (row, column), (rows, columns), size))
    ruled = table.style is not None and table.style.name == "Table Grid"
    return Grid(
        widths=tuple(points(column.width) for column in table.columns),
        heights=tuple(points(row.height) for row in table.rows),
        areas=tuple(areas),
        heads=sum(row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in table.rows),
        ruled=ruled,
    )


def area_of(cell: _Cell, at: tuple[int, int], covered: tuple[int, int], size: float) -> Area:
    return Area(
        row=at[0],
        column=at[1],
        rows=covered[0],
        columns=covered[1],
        blocks=tuple(block_of(each, size, 0.0) for each in cell.paragraphs),
        centred=cell.vertical_alignment is WD_CELL_VERTICAL_ALIGNMENT.CENTER,
    )
