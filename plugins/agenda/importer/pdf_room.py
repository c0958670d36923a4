"""How much room the lines of a cell or of a page have, and what would still have fitted."""

from dataclasses import dataclass

from agenda.importer.pdf_lines import VisualLine, Word
from agenda.importer.pdf_names import Holds


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """Between which heights of x the lines of a part of a page may stand, in points.

    `held` is what the column of an agenda holds, None where they are of no such table.
    """

    left: float
    right: float
    held: Holds | None = None

    def is_centred(self, line: VisualLine) -> bool:
        before, behind = line.x0 - self.left, self.right - line.x1
        return before > 4 and abs(before - behind) < 4

    def takes(self, line: VisualLine, word: Word) -> bool:
        """Whether the line had room for one more word, or for it as far as its first hyphen."""
        width = fitting_part(word) + 0.25 * line.size
        if self.is_centred(line):
            return line.x1 - line.x0 + width <= self.right - self.left - 1
        return line.x1 + width <= self.right - 1


def fitting_part(word: Word) -> float:
    """The width up to where the word itself may be broken: behind a hyphen inside it."""
    for glyph in word.glyphs[:-1]:
        if glyph.text in "-–" and glyph is not word.glyphs[0]:
            return glyph.x1 - word.x0
    return word.x1 - word.x0
