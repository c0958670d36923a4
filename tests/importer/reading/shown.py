"""Convert documents to plain lists that tests compare."""

from agenda.importer.backends.docx.reader import read_word
from agenda.importer.datamodel.document import Document, Table

Shown = list[str | list[list[str]]]


def shown(document: Document) -> Shown:
    """Return each paragraph as its text, each table as its rows of cells' texts."""
    return [
        [[cell.text for cell in row.cells] for row in block.rows]
        if isinstance(block, Table)
        else block.text
        for block in document.blocks
    ]


def read(content: bytes) -> Shown:
    return shown(read_word(content))


def asides(document: Document) -> list[tuple[str, str]]:
    return [(aside.kind, aside.text) for aside in document.asides]


def table(document: Document, number: int = 1) -> Table:
    """Return a table by its number, from 1."""
    return [block for block in document.blocks if isinstance(block, Table)][number - 1]
