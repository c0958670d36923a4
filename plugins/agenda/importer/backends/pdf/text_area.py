"""Measure the space that lines have in a cell or on a page, and how their text is justified."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from agenda.importer.backends.pdf.lines import PdfWord, VisualLine
from agenda.importer.datamodel.line_cues import ColumnContent

MIN_STRETCHED_LINES = 3
"""The number of stretched lines that proves justified text."""
MIN_STRETCHED_SHARE = 0.15
"""The least fraction of stretched lines."""
EDGE_TOLERANCE = 1.2
"""Points of tolerance at the edge, as programs round the positions of letters."""
MIN_STRETCH = 0.02
"""The least excess width of spaces in stretched lines, as a fraction of the type size."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Justification:
    """The right edge of justified lines, in points, and the width of an unstretched space.

    The width is a fraction of the type size.
    """

    edge: float
    space_width: float

    def is_stretched(self, line: VisualLine) -> bool:
        """Tell whether a line was stretched to the edge, as all but the last of a paragraph are.

        Spaces far wider than that mean that the author broke the line by hand.
        """
        gap = word_gap_of(line)
        return (
            gap is not None
            and abs(line.x1 - self.edge) < EDGE_TOLERANCE
            and MIN_STRETCH < gap - self.space_width < 2 * self.space_width
        )

    def ends_paragraph(self, group: Sequence[VisualLine]) -> bool:
        """Tell whether the last line falls short of the edge and the line before does not."""
        return (
            len(group) > 1
            and group[-1].x1 < self.edge - 2 * EDGE_TOLERANCE
            and self.is_stretched(group[-2])
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class TextArea:
    """The horizontal extent of the lines of a cell or of a page, in points.

    `content` is the kind of text in a table's column, None outside tables. `justification` is None
    for ragged text.
    """

    left: float
    right: float
    content: ColumnContent | None = None
    justification: Justification | None = None

    def is_centred(self, line: VisualLine) -> bool:
        return line.x0 - self.left > 4 and self._is_in_the_middle(line)

    def _is_in_the_middle(self, line: VisualLine) -> bool:
        return abs((line.x0 - self.left) - (self.right - line.x1)) < 4

    def has_space_for(self, line: VisualLine, following: VisualLine) -> bool:
        """Tell whether the next line's first word, or its part to a hyphen, would fit."""
        width = width_to_hyphen(following.words[0]) + 0.25 * line.size
        # An indented line may be centred by chance.
        if self.is_centred(line) and self._is_in_the_middle(following):
            return line.x1 - line.x0 + width <= self.right - self.left - 1
        return line.x1 + width <= self.right - 1


def width_to_hyphen(word: PdfWord) -> float:
    """Return the width of a word up to its first hyphen, where programs may break the word.

    Not all programs break a word behind digits ("05-NQ/TU").
    """
    for before, char in pairwise(word.chars[:-1]):
        if char.text in "-–" and not before.text.isdigit():
            return char.x1 - word.x0
    return word.x1 - word.x0


def word_gap_of(line: VisualLine) -> float | None:
    """Return the width of a line's spaces as a fraction of the type size; None if they differ."""
    gaps = [after.x0 - before.x1 for before, after in pairwise(line.words)]
    if not gaps or max(gaps) - min(gaps) > 0.08 * line.size:
        return None
    return sum(gaps) / len(gaps) / line.size


def find_justification(lines: Iterable[VisualLine]) -> Justification | None:
    """Return how the text of a column is justified, or None for ragged text."""
    gaps = [(line, gap) for line in lines if (gap := word_gap_of(line)) is not None]
    if not gaps:
        return None
    edge = median(sorted((line.x1 for line, _ in gaps), reverse=True)[:MIN_STRETCHED_LINES])
    ragged_gaps = [gap for line, gap in gaps if line.x1 < edge - 2 * EDGE_TOLERANCE]
    if not ragged_gaps:
        return None
    justification = Justification(edge=edge, space_width=median(ragged_gaps))
    stretched = sum(justification.is_stretched(line) for line, _ in gaps)
    return (
        justification
        if stretched >= max(MIN_STRETCHED_LINES, MIN_STRETCHED_SHARE * len(gaps))
        else None
    )
