"""Build real Word documents from short descriptions in YAML.

A description is a list of blocks: `p` is a paragraph or a list of them, `sides` the cells of a
borderless row (the head, the foot), `table` a list of rows. Text keeps its line breaks; a blank
line begins a new paragraph of a cell; `<u>`, `<b>` and `<i>` dress what they hold. A cell that is
just "^" goes on from the one above, one that is "<" from the one at its left.
"""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.enum.text import WD_BREAK
from docx.table import _Cell
from docx.text.paragraph import Paragraph

_DRESSED = re.compile(r"<([ubi])>(.*?)</\1>", re.DOTALL)


def build_docx(description: Sequence[dict[str, Any]], path: Path) -> Path:
    """Save the described document as a .docx."""
    document = docx.Document()
    for block in description:
        match block:
            case {"p": str(text)}:
                _fill(document.add_paragraph(), text)
            case {"p": list(texts)}:
                for text in texts:
                    _fill(document.add_paragraph(), text)
            case {"sides": cells}:
                _add_table(document, [cells], style=None)
            case {"table": rows}:
                _add_table(document, rows, style="Table Grid")
            case _:
                raise ValueError(block)
    document.save(str(path))
    return path


def _add_table(document: Document, rows: Sequence[Sequence[Any]], *, style: str | None) -> None:
    table = document.add_table(len(rows), len(rows[0]))
    table.style = style
    grid = [row.cells for row in table.rows]  # `table.cell` reads the whole table each time
    for cells, row in zip(grid, rows, strict=True):
        for cell, written in zip(cells, row, strict=True):
            text = str(written) if written is not None else ""
            if text not in ("^", "<"):
                _fill_cell(cell, text)
    for number, row in enumerate(rows):
        for place, text in enumerate(row):
            if text in ("^", "<"):
                continue
            down, right = number, place
            while down + 1 < len(rows) and rows[down + 1][place] == "^":
                down += 1
            while right + 1 < len(row) and row[right + 1] == "<":
                right += 1
            if (down, right) != (number, place):
                table.cell(number, place).merge(table.cell(down, right))


def _fill_cell(cell: _Cell, text: str) -> None:
    for number, part in enumerate(text.split("\n\n")):
        _fill(cell.paragraphs[0] if number == 0 else cell.add_paragraph(), part)


def _fill(paragraph: Paragraph, text: str) -> None:
    start = 0
    for match in _DRESSED.finditer(text):
        _add(paragraph, text[start : match.start()], "")
        _add(paragraph, match[2], match[1])
        start = match.end()
    _add(paragraph, text[start:], "")


def _add(paragraph: Paragraph, text: str, dress: str) -> None:
    for number, line in enumerate(text.split("\n") if text else ()):
        run = paragraph.add_run()
        if number:
            run.add_break(WD_BREAK.LINE)
        run.add_text(line)
        run.bold, run.italic, run.underline = dress == "b", dress == "i", dress == "u"
