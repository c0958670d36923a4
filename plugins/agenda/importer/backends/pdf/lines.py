"""Group the characters of a page into visual lines of words."""

from bisect import bisect, bisect_left
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby, pairwise
from operator import attrgetter
from statistics import median_low

from agenda.importer.backends.pdf.chars import Char
from agenda.importer.backends.text.pieces import Piece

LOOK = attrgetter("font", "bold", "italic", "underlined")

# All as fractions of the type size.
LEVEL = 0.1
"""The most that baselines differ which programs mean to be the same."""
NEAR = 0.45
"""The most that letters of one size, and blanks, stand off the baseline of their line."""
RAISED = 0.6
"""The limit for smaller letters, raised or lowered."""
RAISED_OWN = 0.9
"""The same limit as a fraction of the size of those letters."""
OVERLAP = 0.1
"""The most that a blank overlaps the letters beside it."""
SEEN = 0.04
"""The least gap that a blank makes; letters that touch each other stay together."""
APART = 0.18
"""The least excess of a word gap over letter gaps, where no blank is drawn."""
WIDE = 0.4
"""The width from which on a gap always separates words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfWord:
    """Glyphs without a gap between them."""

    chars: tuple[Char, ...]

    @property
    def x0(self) -> float:
        return self.chars[0].x0

    @property
    def x1(self) -> float:
        return self.chars[-1].x1

    @property
    def text(self) -> str:
        return "".join(char.text for char in self.chars)


@dataclass(frozen=True, kw_only=True)
class VisualLine:
    """Words at one height of one page."""

    words: tuple[PdfWord, ...]
    page: int

    @property
    def chars(self) -> list[Char]:
        return [char for word in self.words for char in word.chars]

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @property
    def x1(self) -> float:
        return self.words[-1].x1

    @cached_property
    def largest(self) -> Char:
        """Return the first of the largest characters, which sets the position of the line."""
        return max(self.chars, key=attrgetter("size"))

    @property
    def size(self) -> float:
        return self.largest.size

    @property
    def baseline(self) -> float:
        return self.largest.baseline

    @property
    def top(self) -> float:
        return self.largest.top

    @property
    def bottom(self) -> float:
        return self.largest.bottom

    @cached_property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


def lines_of(chars: Iterable[Char], page: int) -> list[VisualLine]:
    """Return the lines from above to below.

    Letters of one baseline make a line. Smaller ones that stand a little off it are raised or
    lowered letters of the line. Blanks only part the words of the line that they are drawn on.
    """
    letters, blanks = list[Char](), list[Char]()
    for char in chars:
        (blanks if char.is_blank else letters).append(char)
    rows = _Rows()
    # The largest and longest rows set the positions of lines.
    for row in sorted(on_one_baseline(letters), key=lambda row: (-round(row[0].size), -len(row))):
        rows.add(row)
    for blank in blanks:
        rows.add_blank(blank)
    return [
        VisualLine(words=words_of(row, drawn), page=page)
        for row, drawn in zip(rows.letters, rows.blanks, strict=True)
    ]


def on_one_baseline(letters: Iterable[Char]) -> Iterator[list[Char]]:
    """Yield the letters of each baseline, the largest first."""
    row = list[Char]()
    for letter in sorted(letters, key=lambda each: each.baseline):
        if row and letter.baseline - row[0].baseline > LEVEL * row[0].size:
            yield sorted(row, key=lambda each: -each.size)
            row = []
        row.append(letter)
    if row:
        yield sorted(row, key=lambda each: -each.size)


@dataclass(slots=True)
class _Rows:
    """Letters and blanks of lines in order of their baselines."""

    baselines: list[float] = field(default_factory=list)
    letters: list[list[Char]] = field(default_factory=list)
    blanks: list[list[Char]] = field(default_factory=list)

    def add(self, row: list[Char]) -> None:
        """Add letters of one baseline to the line that they are raised or lowered in, if any."""
        first = row[0]
        at = self._nearest(first.baseline)
        if at is not None and self._takes(at, first):
            self.letters[at] += row
            return
        at = bisect(self.baselines, first.baseline)
        self.baselines.insert(at, first.baseline)
        self.letters.insert(at, row)
        self.blanks.insert(at, [])

    def add_blank(self, blank: Char) -> None:
        at = self._nearest(blank.baseline)
        if at is not None and self._off(at, blank) <= NEAR * self.letters[at][0].size:
            self.blanks[at].append(blank)

    def _nearest(self, baseline: float) -> int | None:
        at = bisect(self.baselines, baseline)
        around = range(max(at - 1, 0), min(at + 1, len(self.baselines)))
        return min(around, key=lambda each: abs(self.baselines[each] - baseline), default=None)

    def _takes(self, at: int, letter: Char) -> bool:
        size = self.letters[at][0].size
        most = RAISED if letter.size < 0.95 * size else NEAR
        return self._off(at, letter) <= min(most * size, RAISED_OWN * letter.size)

    def _off(self, at: int, char: Char) -> float:
        return abs(self.baselines[at] - char.baseline)


def words_of(letters: list[Char], blanks: Iterable[Char]) -> tuple[PdfWord, ...]:
    """Return the words of a line from the left: apart where the eye sees a gap between letters.

    Where a blank is drawn, a small gap is enough. Elsewhere it has to be wider than the gaps around
    it, as the letters may be spaced. The first of the letters is of the largest.
    """
    size = letters[0].size or 1.0
    letters.sort(key=lambda each: each.x0)
    # As fractions of the type size.
    gaps = [(after.x0 - before.x1) / (after.size or size) for before, after in pairwise(letters)]
    starts = [letter.x0 for letter in letters[1:]]
    drawn = {bisect_left(starts, blank.x0 - OVERLAP * size) for blank in blanks}
    drawn = {at for at in drawn if at < len(gaps) and gaps[at] > SEEN}
    words = [letters[:1]]
    for at, (gap, letter) in enumerate(zip(gaps, letters[1:], strict=True)):
        if at in drawn or (gap > APART and gap > least_gap(at, gaps, drawn)):
            words.append([])
        words[-1].append(letter)
    return tuple(PdfWord(chars=tuple(word)) for word in words)


def least_gap(at: int, gaps: Sequence[float], drawn: Set[int]) -> float:
    """Return how wide a gap without a blank is, at least, if it parts words.

    A line without any blank has letters that are not spaced: its words would be lost.
    """
    if not drawn:
        return APART
    around = [*range(max(at - 3, 0), at), *range(at + 1, min(at + 4, len(gaps)))]
    between_letters = [gaps[each] for each in around if each not in drawn]
    usual = median_low(between_letters) if between_letters else 0.0
    return min(WIDE, usual + APART)


def segments_of(line: VisualLine, gap: float) -> list[VisualLine]:
    """Split a line wherever the gap between two words is `gap` points or more."""
    cut = list[list[PdfWord]]()
    for word in line.words:
        if not cut or word.x0 - cut[-1][-1].x1 >= gap:
            cut.append([])
        cut[-1].append(word)
    return [VisualLine(words=tuple(words), page=line.page) for words in cut]


def pieces_of(words: Sequence[PdfWord]) -> list[Piece]:
    """Return words as pieces of text; underline the spaces between underlined words."""
    pieces = list[Piece]()
    for word in words:
        if pieces:
            last, first = pieces[-1], word.chars[0]
            pieces.append(
                Piece(
                    text=" ",
                    bold=last.bold and first.bold,
                    italic=last.italic and first.italic,
                    underlined=last.underlined and first.underlined,
                    font=last.font,
                )
            )
        for (font, bold, italic, underlined), group in groupby(word.chars, key=LOOK):
            pieces.append(
                Piece(
                    text="".join(char.text for char in group),
                    bold=bold,
                    italic=italic,
                    underlined=underlined,
                    font=font,
                )
            )
    return pieces
