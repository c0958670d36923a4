"""How much room the lines of a cell or of a page have, and what would still have fitted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from agenda.importer.backends.pdf.lines import PdfWord, VisualLine
from agenda.importer.datamodel.line_cues import ColumnContent

FEWEST = 3
"""Stretched lines that show that text is justified."""
SHARE = 0.15
"""The least part of the lines that they are."""
EDGE = 1.2
"""Points within which justified lines end; programs round the places of letters."""
STRETCH = 0.02
"""How much wider blanks are in stretched lines, at least, in parts of the size of the type."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Justified:
    """Where justified lines end, in points, and how wide a blank is that is not stretched.

    The width is in parts of the size of the type.
    """

    edge: float
    blank: float

    def stretches(self, line: VisualLine) -> bool:
        """Whether a line was stretched up to the edge, as all but the last of a paragraph are.

        A line that its author broke by hand may be so as well, but then its blanks are far wider.
        """
        gap = gap_of(line)
        return (
            gap is not None
            and abs(line.x1 - self.edge) < EDGE
            and STRETCH < gap - self.blank < 2 * self.blank
        )

    def ends(self, group: Sequence[VisualLine]) -> bool:
        """Whether the last of these lines falls short of the edge and the one before does not."""
        return len(group) > 1 and group[-1].x1 < self.edge - 2 * EDGE and self.stretches(group[-2])


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """Between which heights of x the lines of a part of a page may stand, in points.

    `held` is what the column of an agenda holds, None where they are of no such table; `justified`
    is None where their text is not.
    """

    left: float
    right: float
    held: ColumnContent | None = None
    justified: Justified | None = None

    def is_centred(self, line: VisualLine) -> bool:
        return line.x0 - self.left > 4 and self._is_in_the_middle(line)

    def _is_in_the_middle(self, line: VisualLine) -> bool:
        return abs((line.x0 - self.left) - (self.right - line.x1)) < 4

    def takes(self, line: VisualLine, following: VisualLine) -> bool:
        """Whether the line had room for the next one's first word, or for a part up to a hyphen."""
        width = fitting_part(following.words[0]) + 0.25 * line.size
        # What is merely indented may be in the middle by chance.
        if self.is_centred(line) and self._is_in_the_middle(following):
            return line.x1 - line.x0 + width <= self.right - self.left - 1
        return line.x1 + width <= self.right - 1


def fitting_part(word: PdfWord) -> float:
    """The width up to where the word itself may be broken: behind a hyphen inside it.

    Behind figures ("05-NQ/TU") not all programs break.
    """
    for before, char in pairwise(word.chars[:-1]):
        if char.text in "-–" and not before.text.isdigit():
            return char.x1 - word.x0
    return word.x1 - word.x0


def gap_of(line: VisualLine) -> float | None:
    """The width of the blanks in parts of the size of the type; None where they differ."""
    gaps = [after.x0 - before.x1 for before, after in pairwise(line.words)]
    if not gaps or max(gaps) - min(gaps) > 0.08 * line.size:
        return None
    return sum(gaps) / len(gaps) / line.size


def justified(lines: Iterable[VisualLine]) -> Justified | None:
    """How the text of a column is justified; None where it is not."""
    gaps = [(line, gap) for line in lines if (gap := gap_of(line)) is not None]
    if not gaps:
        return None
    edge = median(sorted((line.x1 for line, _ in gaps), reverse=True)[:FEWEST])
    inside = [gap for line, gap in gaps if line.x1 < edge - 2 * EDGE]
    if not inside:
        return None
    found = Justified(edge=edge, blank=median(inside))
    stretched = sum(found.stretches(line) for line, _ in gaps)
    return found if stretched >= max(FEWEST, SHARE * len(gaps)) else None
