"""A document as it is shown beside its draft: texts and the grids of its tables."""

from collections.abc import Iterator
from dataclasses import dataclass

from agenda.importer.datamodel.document import Document, Paragraph, Row, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCell:
    """A cell with the number of columns and rows that it covers."""

    text: str
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRow:
    """A row of a table, without the cells that begin in a row above it."""

    number: int
    cells: tuple[ShownCell, ...]
    page: int | None = None
    heading: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownBlock:
    """A paragraph, or the table with a `number`."""

    text: str = ""
    page: int | None = None
    number: int | None = None
    rows: tuple[ShownRow, ...] = ()


def view_document(document: Document) -> tuple[ShownBlock, ...]:
    """Return the blocks of a document that have words, in their order."""
    return tuple(_blocks(document))


def _blocks(document: Document) -> Iterator[ShownBlock]:
    for count, block in enumerate(document.blocks):
        match block:
            case Paragraph():
                if block.text.strip():
                    yield ShownBlock(text=block.text, page=block.place.page)
            case Table():
                number = block.place.table or count + 1
                rows = tuple(_rows(block.rows))
                yield ShownBlock(number=number, page=block.place.page, rows=rows)


def _rows(rows: tuple[Row, ...]) -> Iterator[ShownRow]:
    shown: set[int] = set()
    for index, row in enumerate(rows):
        cells = []
        for column, cell in enumerate(row.cells):
            if id(cell) in shown:
                continue
            shown.add(id(cell))
            below = (other for other in rows[index:])
            height = 0
            for other in below:
                if other.cells[column] is not cell:
                    break
                height += 1
            width = sum(each is cell for each in row.cells)
            cells.append(ShownCell(text=cell.text, columns=width, rows=height))
        yield ShownRow(
            number=row.place.row or index + 1,
            page=row.place.page,
            cells=tuple(cells),
            heading=row.heading,
        )
