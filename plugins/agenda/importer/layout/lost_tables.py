"""Recognise the text of a table whose cells have become paragraphs, as pasted text has them."""

import re
from collections.abc import Iterator, Sequence

from agenda.importer.datamodel.document import Paragraph, Table
from agenda.importer.lexicon.columns.roles import CONTENTS, TIMES, role_of

MIN_HEADS = 3
"""The fewest heads of columns in a row, one paragraph each."""

MIN_NUMBERS = 3
"""The fewest paragraphs that are nothing but the number of a day."""

_DAY_NUMBER = re.compile(r"\d{1,2}(?:\s*[-–]\s*\d{1,2})?")


def has_lost_table(blocks: Sequence[Paragraph | Table]) -> bool:
    """Return whether paragraphs are the heads of columns or the numbers of days of a table."""
    texts = [block.text.strip() for block in blocks if isinstance(block, Paragraph)]
    numbers = sum(_DAY_NUMBER.fullmatch(text) is not None for text in texts)
    return numbers >= MIN_NUMBERS or any(_are_heads(run) for run in _runs(texts))


def _runs(texts: Sequence[str]) -> Iterator[list[str]]:
    """Yield the cells of each line with tabs, and each run of lines that `MIN_HEADS` cells fill."""
    filled = [text for text in texts if text]
    yield from (text.split("\t") for text in filled if "\t" in text)
    for start in range(len(filled) - MIN_HEADS + 1):
        yield filled[start : start + MIN_HEADS]


def _are_heads(cells: Sequence[str]) -> bool:
    """Return whether all cells name columns, among them those of days and of items."""
    roles = {role_of(" ".join(cell.split())) for cell in cells if cell.strip()}
    return None not in roles and not (roles.isdisjoint(TIMES) or roles.isdisjoint(CONTENTS))
