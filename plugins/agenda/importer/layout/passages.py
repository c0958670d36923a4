"""Split the text before and after the agenda into lines."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from agenda.importer.datamodel.document import BlockLocation, Paragraph, Table
from agenda.importer.lexicon.lines import split_sign, tidy
from agenda.vietnam.text import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One line, with the numbers of its paragraph and its group.

    A group is a cell or the text between two tables.
    """

    text: str
    sign: str
    paragraph: int
    group: int
    place: BlockLocation
    italic: bool = False

    @property
    def whole(self) -> str:
        """Return the sign and the text."""
        return f"{self.sign} {self.text}".strip()

    @property
    def folded(self) -> str:
        """Return the words of the text without diacritics and punctuation, in lower case."""
        return " ".join(re.sub(r"[^a-z0-9]+", " ", fold(self.text)).split())

    @property
    def capitals(self) -> bool:
        """Return whether nearly all letters are capitals."""
        letters = [letter for letter in self.text if letter.isalpha()]
        return len(letters) > 2 and sum(map(str.isupper, letters)) >= 0.9 * len(letters)


def read_passages(blocks: Iterable[Paragraph | Table]) -> tuple[Passage, ...]:
    """Return all lines with a text; those of a table row by row, cell by cell."""
    return tuple(_passages(blocks))


def _passages(blocks: Iterable[Paragraph | Table]) -> Iterator[Passage]:
    paragraph = group = 0
    for block in blocks:
        for number, cell in enumerate(_cells(block)):
            group += 1 if number or isinstance(block, Table) else 0
            for part in cell:
                paragraph += 1
                for line in part.lines:
                    text = tidy(line.text)
                    sign = line.marker
                    if not sign:
                        sign, text = split_sign(text)
                    if text or sign:
                        yield Passage(
                            text=text,
                            sign=sign,
                            paragraph=paragraph,
                            group=group,
                            place=part.place,
                            italic=all(run.italic for run in line.runs if run.text.strip()),
                        )
        group += isinstance(block, Table)


def _cells(block: Paragraph | Table) -> Iterator[tuple[Paragraph, ...]]:
    """Yield the paragraphs of each cell of a table, or the paragraph itself."""
    if isinstance(block, Paragraph):
        yield (block,)
        return
    seen: set[int] = set()
    for row in block.rows:
        for cell in row.cells:
            if id(cell) not in seen:
                seen.add(id(cell))
                yield cell.paragraphs
