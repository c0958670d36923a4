"""Convert the characters of a PDF page, each with its combining marks."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from agenda.importer.backends.text.characters import SOFT_HYPHEN

BOLD = re.compile(r"bold|black|heavy|demi|-bd\b", re.I)
ITALIC = re.compile(r"italic|oblique|-it\b", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Char:
    """A printed character with its marks; spaces are characters too. Lengths are in points.

    `top` and `bottom` follow from baseline and size, as fonts on one line report different heights.
    """

    text: str
    x0: float
    x1: float
    size: float
    baseline: float
    font: str = ""
    bold: bool = False
    italic: bool = False
    underlined: bool = False

    @property
    def is_blank(self) -> bool:
        return self.text.isspace()

    @property
    def top(self) -> float:
        return self.baseline - 0.8 * self.size

    @property
    def bottom(self) -> float:
        return self.baseline + 0.2 * self.size

    @property
    def middle(self) -> float:
        return self.baseline - 0.3 * self.size


def printed_once(chars: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield the characters without copies printed beside them to look bold."""
    seen = set[tuple[str, int, int]]()
    for char in chars:
        x, y = char["x0"], char["top"]
        # Characters within half a point share at least one of these keys.
        keys = {(char["text"], i, j) for i in (int(x), -round(x)) for j in (int(y), -round(y))}
        if not keys & seen or char["text"].isspace():
            seen |= keys
            yield char


def char_of(char: dict[str, Any]) -> Char:
    font, bold, italic = style_of_font(char["fontname"])
    return Char(
        text=char["text"],
        x0=float(char["x0"]),
        x1=float(char["x1"]),
        size=float(char["size"]),
        baseline=float(char["bottom"] + char["y0"] - char["matrix"][5]),
        font=font,
        bold=bold,
        italic=italic,
    )


@lru_cache(maxsize=64)
def style_of_font(name: object) -> tuple[str, bool, bool]:
    """Return the name of a font without the tag of a subset, and whether it is bold or italic."""
    font = str(name).rpartition("+")[2]
    return font, BOLD.search(font) is not None, ITALIC.search(font) is not None


def attach_marks(chars: Iterable[Char]) -> list[Char]:
    """Return the letters and blanks with combining marks and unseen signs as part of them.

    Most programs write these behind their letter; some write marks of another font later.
    """
    letters, later_marks = list[Char](), list[Char]()
    for char in chars:
        if is_base_character(char):
            letters.append(char)
        elif letters and is_mark_of(char, letters[-1]):
            letters[-1] = attach_mark(letters[-1], char)
        elif any(map(unicodedata.combining, char.text)):
            later_marks.append(char)
    for mark in later_marks:
        candidates = [at for at, letter in enumerate(letters) if is_mark_of(mark, letter)]
        if candidates:
            at = min(candidates, key=lambda each: distance(mark, letters[each]))
            letters[at] = attach_mark(letters[at], mark)
        else:
            letters.append(mark)
    return letters


def attach_mark(letter: Char, mark: Char) -> Char:
    return replace(letter, text=letter.text + mark.text, x1=max(letter.x1, mark.x1))


def is_base_character(char: Char) -> bool:
    """Tell whether a character is more than marks and invisible signs such as joiners."""
    if char.text == SOFT_HYPHEN:
        # Old fonts draw a letter for it, and some programs draw hyphens with it.
        return char.x1 > char.x0
    return any(
        unicodedata.category(sign) != "Cf" and not unicodedata.combining(sign) for sign in char.text
    )


def is_mark_of(mark: Char, letter: Char) -> bool:
    """Tell whether a mark stands over a letter or right behind it."""
    near = 0.5 * letter.size
    level = abs(mark.baseline - letter.baseline) < near
    return level and letter.x0 - near < mark.x0 < letter.x1 + near and not letter.is_blank


def distance(mark: Char, letter: Char) -> float:
    """Return the distance of a mark from a letter; marks without width stand at its end."""
    x = (mark.x0 + mark.x1) / 2 - 0.05 * letter.size
    return max(letter.x0 - x, x - letter.x1, 0.0)
