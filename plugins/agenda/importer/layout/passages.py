"""The text around the agenda, line by line: what stands before it and after it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from agenda.importer.datamodel.document import BlockLocation, Paragraph, Table
from agenda.importer.lexicon.lines import split_sign, tidy
from agenda.vietnam.text import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One line; lines of one paragraph share its number, paragraphs of one cell their group."""

    text: str
    sign: str
    paragraph: int
    group: int
    place: BlockLocation
    italic: bool = False

    @property
    def whole(self) -> str:
        return f"{self.sign} {self.text}".strip()

    @property
    def folded(self) -> str:
        """Without diacritics and signs: "so: 12 ctr skhcn" words apart by one space."""
        return " ".join(re.sub(r"[^a-z0-9]+", " ", fold(self.text)).split())

    @property
    def capitals(self) -> bool:
        letters = [letter for letter in self.text if letter.isalpha()]
        return len(letters) > 2 and sum(map(str.isupper, letters)) >= 0.9 * len(letters)


def read_passages(blocks: Iterable[Paragraph | Table]) -> tuple[Passage, ...]:
    """All lines with text; a table is read cell by cell, row by row."""
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
    if isinstance(block, Paragraph):
        yield (block,)
        return
    seen: set[int] = set()
    for row in block.rows:
        for cell in row.cells:
            if id(cell) not in seen:
                seen.add(id(cell))
                yield cell.paragraphs
