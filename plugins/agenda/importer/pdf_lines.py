"""The lines that the eye sees in a part of a page, each a row of words."""

from bisect import bisect
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from agenda.importer.pdf_rules import Glyph
from agenda.importer.pieces import Piece


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """Glyphs without a gap between them."""

    glyphs: tuple[Glyph, ...]

    @property
    def x0(self) -> float:
        return self.glyphs[0].x0

    @property
    def x1(self) -> float:
        return self.glyphs[-1].x1

    @property
    def text(self) -> str:
        return "".join(glyph.text for glyph in self.glyphs)


@dataclass(frozen=True, slots=True, kw_only=True)
class VisualLine:
    """Words on one height of one page."""

    words: tuple[Word, ...]
    page: int

    @property
    def glyphs(self) -> list[Glyph]:
        return [glyph for word in self.words for glyph in word.glyphs]

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @property
    def x1(self) -> float:
        return self.words[-1].x1

    @property
    def top(self) -> float:
        return min(glyph.top for word in self.words for glyph in word.glyphs)

    @property
    def bottom(self) -> float:
        return max(glyph.bottom for word in self.words for glyph in word.glyphs)

    @property
    def size(self) -> float:
        return max(glyph.size for word in self.words for glyph in word.glyphs)

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


def lines_of(glyphs: Iterable[Glyph], page: int) -> list[VisualLine]:
    """The lines from above to below; glyphs of other heights than their line's go with it."""
    rows = list[list[Glyph]]()
    heights = list[float]()
    by_height = sorted(glyphs, key=lambda each: each.middle)
    for glyph in by_height:
        if glyph.text.isspace():
            continue
        if rows and glyph.middle - heights[-1] <= 0.45 * max(glyph.size, rows[-1][0].size):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
            heights.append(glyph.middle)
    # A blank begins no line, but may stand a little higher than the letters of its own.
    for glyph in by_height if rows else ():
        if glyph.text.isspace():
            at = bisect(heights, glyph.middle + 0.45 * glyph.size) - 1
            rows[max(at, 0)].append(glyph)
    found = (words_of(row) for row in rows)
    return [VisualLine(words=words, page=page) for words in found if words]


def words_of(row: list[Glyph]) -> tuple[Word, ...]:
    """The words of a line from the left: apart where a blank is written or a gap is as wide.

    Where the file writes its blanks, a small gap is spacing between letters and parts nothing.
    """
    row.sort(key=lambda glyph: glyph.x0)
    blanks = sum(glyph.text.isspace() for glyph in row)
    gap = 0.4 if blanks else 0.18
    words = list[list[Glyph]]()
    apart = True
    for glyph in row:
        if glyph.text.isspace() or not glyph.text:
            apart = True
            continue
        if words and not apart:
            apart = glyph.x0 - words[-1][-1].x1 > gap * glyph.size
        if apart:
            words.append([])
        words[-1].append(glyph)
        apart = False
    return tuple(Word(glyphs=tuple(word)) for word in words)


def segments_of(line: VisualLine, gap: float) -> list[VisualLine]:
    """The line cut wherever `gap` points or more lie between two words."""
    cut = list[list[Word]]()
    for word in line.words:
        if not cut or word.x0 - cut[-1][-1].x1 >= gap:
            cut.append([])
        cut[-1].append(word)
    return [VisualLine(words=tuple(words), page=line.page) for words in cut]


def pieces_of(words: Sequence[Word]) -> list[Piece]:
    """The words as text, a blank between them; it is underlined between underlined words."""
    pieces = list[Piece]()
    for word in words:
        if pieces:
            last, first = pieces[-1], word.glyphs[0]
            pieces.append(
                Piece(
                    text=" ",
                    bold=last.bold and first.bold,
                    italic=last.italic and first.italic,
                    underlined=last.underlined and first.underlined,
                    font=last.font,
                )
            )
        pieces.extend(piece_of(glyph) for glyph in word.glyphs)
    return pieces


def piece_of(glyph: Glyph) -> Piece:
    return Piece(
        text=glyph.text,
        bold=glyph.bold,
        italic=glyph.italic,
        underlined=glyph.underlined,
        font=glyph.font,
    )
