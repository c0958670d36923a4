"""Group the characters of a page into visual lines of words."""

from bisect import bisect, bisect_left
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby, pairwise
from math import inf
from operator import attrgetter
from statistics import median_low

from agenda.importer.backends.pdf.chars import Char
from agenda.importer.backends.text.pieces import Piece

STYLE = attrgetter("font", "bold", "italic", "underlined")

# All as fractions of the type size.
BASELINE_TOLERANCE = 0.1
"""The most that baselines differ which programs mean to be the same."""
MAX_OFFSET = 0.45
"""The most that letters of one size, and blanks, stand off the baseline of their line."""
MAX_RAISE = 0.6
"""The limit for smaller letters, raised or lowered."""
MAX_RAISE_OF_LETTER = 0.9
"""The same limit as a fraction of the size of those letters."""
OVERLAP = 0.1
"""The most that blanks, raised and lowered letters overlap the letters beside them."""
MIN_BLANK_GAP = 0.04
"""The least gap that a blank makes; letters that touch each other stay together."""
MIN_WORD_GAP = 0.18
"""The least excess of a word gap over letter gaps, where no blank is drawn."""
SURE_WORD_GAP = 0.4
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
    lowered letters of the line, unless they stand over or under its letters. Blanks only separate
    the words of the line that they are drawn on.
    """
    letters, blanks = list[Char](), list[Char]()
    for char in chars:
        (blanks if char.is_blank else letters).append(char)
    rows = _Rows()
    # The largest and longest rows set the positions of lines.
    for row in sorted(group_by_baseline(letters), key=lambda row: (-round(row[0].size), -len(row))):
        rows.add(row)
    for blank in blanks:
        rows.add_blank(blank)
    return [
        VisualLine(words=words_of(row, row_blanks), page=page)
        for row, row_blanks in zip(rows.letters, rows.blanks, strict=True)
    ]


def group_by_baseline(letters: Iterable[Char]) -> Iterator[list[Char]]:
    """Yield the letters of each baseline, the largest first."""
    row = list[Char]()
    for letter in sorted(letters, key=lambda each: each.baseline):
        if row and letter.baseline - row[0].baseline > BASELINE_TOLERANCE * row[0].size:
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
        if at is not None and self._belongs_to(at, first) and not overlap(self.letters[at], row):
            self.letters[at] += row
            return
        at = bisect(self.baselines, first.baseline)
        self.baselines.insert(at, first.baseline)
        self.letters.insert(at, row)
        self.blanks.insert(at, [])

    def add_blank(self, blank: Char) -> None:
        at = self._nearest(blank.baseline)
        if at is not None and self._distance(at, blank) <= MAX_OFFSET * self.letters[at][0].size:
            self.blanks[at].append(blank)

    def _nearest(self, baseline: float) -> int | None:
        at = bisect(self.baselines, baseline)
        neighbours = range(max(at - 1, 0), min(at + 1, len(self.baselines)))
        return min(neighbours, key=lambda each: abs(self.baselines[each] - baseline), default=None)

    def _belongs_to(self, at: int, letter: Char) -> bool:
        size = self.letters[at][0].size
        max_offset = MAX_RAISE if letter.size < 0.95 * size else MAX_OFFSET
        return self._distance(at, letter) <= min(
            max_offset * size, MAX_RAISE_OF_LETTER * letter.size
        )

    def _distance(self, at: int, char: Char) -> float:
        return abs(self.baselines[at] - char.baseline)


def overlap(line: Iterable[Char], row: list[Char]) -> bool:
    """Return whether a letter of the row stands over or under one of the line."""
    tolerance = OVERLAP * row[0].size
    ends = {False: -inf, True: -inf}
    spans = [(char.x0, char.x1, False) for char in line]
    spans += [(char.x0, char.x1, True) for char in row]
    for x0, x1, in_row in sorted(spans):
        if x0 + tolerance < ends[not in_row]:
            return True
        ends[in_row] = max(ends[in_row], x1)
    return False


def words_of(letters: list[Char], blanks: Iterable[Char]) -> tuple[PdfWord, ...]:
    """Return the words of a line from the left, separated where the eye sees a gap between letters.

    Where a blank is drawn, a small gap is enough. Elsewhere it has to be wider than the gaps around
    it, as the letters may be spaced. The first of the letters is of the largest.
    """
    size = letters[0].size or 1.0
    letters.sort(key=lambda each: each.x0)
    # As fractions of the type size.
    gaps = [(after.x0 - before.x1) / (after.size or size) for before, after in pairwise(letters)]
    starts = [letter.x0 for letter in letters[1:]]
    after_blanks = {bisect_left(starts, blank.x0 - OVERLAP * size) for blank in blanks}
    after_blanks = {at for at in after_blanks if at < len(gaps) and gaps[at] > MIN_BLANK_GAP}
    words = [letters[:1]]
    for at, (gap, letter) in enumerate(zip(gaps, letters[1:], strict=True)):
        if at in after_blanks or (gap > MIN_WORD_GAP and gap > least_gap(at, gaps, after_blanks)):
            words.append([])
        words[-1].append(letter)
    return tuple(PdfWord(chars=tuple(word)) for word in words)


def least_gap(at: int, gaps: Sequence[float], after_blanks: Set[int]) -> float:
    """Return how wide a gap without a blank is, at least, if it separates words.

    A line without any blank has letters that are not spaced: its words would be lost.
    """
    if not after_blanks:
        return MIN_WORD_GAP
    neighbours = [*range(max(at - 3, 0), at), *range(at + 1, min(at + 4, len(gaps)))]
    between_letters = [gaps[each] for each in neighbours if each not in after_blanks]
    usual_gap = median_low(between_letters) if between_letters else 0.0
    return min(SURE_WORD_GAP, usual_gap + MIN_WORD_GAP)


def segments_of(line: VisualLine, gap: float) -> list[VisualLine]:
    """Split a line wherever the gap between two words is `gap` points or more."""
    groups = list[list[PdfWord]]()
    for word in line.words:
        if not groups or word.x0 - groups[-1][-1].x1 >= gap:
            groups.append([])
        groups[-1].append(word)
    return [VisualLine(words=tuple(words), page=line.page) for words in groups]


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
        for (font, bold, italic, underlined), group in groupby(word.chars, key=STYLE):
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
