"""Put empty paragraphs into the cells of a Word test document, as typists do to separate items."""

from copy import deepcopy
from pathlib import Path
from random import Random

import docx
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.text.paragraph import Paragraph


def with_empty_paragraphs(word: Path, target: Path, seed: int | None = None) -> Path:
    """Save a document with empty paragraphs in its ruled table, below the first row.

    One stands behind each paragraph, or without order before and behind some of them where a seed
    says which.
    """
    document = docx.Document(str(word))
    random = Random(f"empty paragraphs {seed}")
    for table in document.tables:
        if table.style is None or table.style.name != "Table Grid":
            continue
        cells = {id(cell._tc): cell for row in table.rows[1:] for cell in row.cells}
        for cell in cells.values():
            for paragraph in cell.paragraphs if cell.text.strip() else ():
                if seed is None:
                    paragraph._p.addnext(emptied(paragraph))
                    continue
                for _ in range(random.choice((0, 0, 1, 2))):
                    paragraph._p.addnext(emptied(paragraph))
                if random.random() < 0.1:
                    paragraph._p.addprevious(emptied(paragraph))
    document.save(str(target))
    return target


def emptied(paragraph: Paragraph) -> CT_P:
    copy = deepcopy(paragraph._p)
    for run in copy.findall(qn("w:r")):
        copy.remove(run)
    return copy
