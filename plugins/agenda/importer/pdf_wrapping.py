"""Tells the ends of line that an author made from those where the text merely wrapped.

A PDF has only lines as they are seen. A line is taken as ended by its author when, in this order:

1. the next one stands lower than the lines of the paragraph do, or is of another size;
2. the next one begins as only a new line does: "Sáng:", "Địa điểm:", "8h00:", a list's sign; but
   behind a full line a dash is one of the sentence where no line before began with a dash, or
   where it stands between figures; in a column of names also "Đ/c", "Phòng" and what else they
   begin with, unless the line before asks for more ("Lãnh đạo", "với", a comma);
3. the next one is indented, or goes back out from an indent that is not a first line's;
4. the first word of the next one would have fitted behind it.

All else is one line that wrapped.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from agenda.importer.document import Line
from agenda.importer.pdf_lines import VisualLine, Word, pieces_of
from agenda.importer.pdf_names import names_another
from agenda.importer.pieces import Piece, Typesetter

HALF_DAY = re.compile(r"(?:buổi )?(?:sáng|trưa|chiều|tối|đêm|cả ngày)\b[^:.]{0,20}:", re.I)
LABEL = re.compile(r"[A-ZĐÀ-Ỹ][^\W\d_]*(?: [^\W\d_]+){0,2}\s*:(?:\s|$)")
HOUR = re.compile(r"(?:từ |lúc |hồi )?\d{1,2}\s*(?:h|g|giờ|:)\s*(?:\d\d)?\W{0,3}\s*[:\-–]", re.I)
BULLET = re.compile(r"[•▪●○■◆❖➢➔→✓❑⬧\*\+](?:\s|$)")
DASH = re.compile(r"[-–—](?:\s|$)")
NUMBER = re.compile(r"(?:\d{1,2}|[a-zđ]|[IVX]{1,5})[.)](?:\s|$)")
UNBROKEN = re.compile(r"(?<=\S)[-–/]$")
DIGITS = re.compile(r"[\d/.\-–]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """Between which heights of x the lines of a part of a page may stand, in points.

    `names` says that it is a column of names.
    """

    left: float
    right: float
    names: bool = False

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


def author_lines(
    lines: Sequence[VisualLine], room: Room, typesetter: Typesetter
) -> list[tuple[Line, VisualLine]]:
    """The lines as their author ended them, each with the first line of it that is seen."""
    pitch = pitch_of(lines)
    signs = any(DASH.match(line.text) for line in lines[:1])
    groups = list[list[VisualLine]]()
    for line in lines:
        if not groups or is_ended(groups[-1], line, room, pitch, signs):
            groups.append([line])
            signs = signs or DASH.match(line.text) is not None
        else:
            groups[-1].append(line)
    return [
        (typesetter.line(joined(group), top=round(group[0].top, 1)), group[0]) for group in groups
    ]


def is_ended(
    group: Sequence[VisualLine], following: VisualLine, room: Room, pitch: float, signs: bool
) -> bool:
    """Whether the author ended the last line of `group` before `following`.

    `signs` says that lines beginning with a dash have been seen among those before.
    """
    line = group[-1]
    same_page = line.page == following.page
    if same_page and following.top - line.top > 1.28 * pitch:
        return True
    if abs(following.size - line.size) > 0.8 or differ(line, following):
        return True
    full = not room.takes(line, following.words[0])
    if begins_anew(line, following, full, signs) or (
        room.names and names_another(line.text, following.text)
    ):
        return True
    if not room.is_centred(line) and is_moved(group, following, room):
        return True
    return not full


def begins_anew(line: VisualLine, following: VisualLine, full: bool, signs: bool) -> bool:
    text = following.text
    if HALF_DAY.match(text) or HOUR.match(text) or BULLET.match(text):
        return True
    if LABEL.match(text) and not line.text.endswith((",", " và", ":")):
        return True
    if DASH.match(text):
        rest = text[1:].lstrip()
        figures = line.text[-1:].isdigit() and rest[:1].isdigit()
        if signs and not rest[:1].islower():
            return not (full and figures)
        return not full or line.text.endswith((":", ".", ";")) or (signs and not figures)
    if NUMBER.match(text):
        return not full or line.text.endswith((".", ";", ":"))
    first = following.words[0].glyphs[0]
    return first.underlined and first.text.isupper() and not line.glyphs[-1].underlined


def is_moved(group: Sequence[VisualLine], following: VisualLine, room: Room) -> bool:
    """Whether `following` is indented, or outdented from what is no first line of a paragraph."""
    line = group[-1]
    step = following.x0 - line.x0
    if step > 0.6 * line.size:
        hangs = len(group) == 1 and any(abs(word.x0 - following.x0) < 3 for word in line.words[1:2])
        return not hangs and not room.is_centred(following)
    return step < -0.6 * line.size and len(group) > 1


def differ(line: VisualLine, following: VisualLine) -> bool:
    """Whether each is of one appearance throughout, and they are not of the same."""
    looks = [{(glyph.bold, glyph.italic) for glyph in each.glyphs} for each in (line, following)]
    return all(len(look) == 1 for look in looks) and looks[0] != looks[1]


def pitch_of(lines: Sequence[VisualLine]) -> float:
    """The smallest distance between lines one below the other, in points."""
    steps = (below.top - above.top for above, below in pairwise(lines) if above.page == below.page)
    sizes = [line.size for line in lines]
    usual = 1.7 * max(sizes, default=13.0)
    return min([usual, *(step for step in steps if step > 0.8 * min(sizes))])


def joined(group: Sequence[VisualLine]) -> list[Piece]:
    """The words of lines that wrapped; behind a hyphen or within figures nothing comes between."""
    pieces = list[Piece]()
    for number, line in enumerate(group):
        if number:
            before, after = group[number - 1].words[-1].text, line.words[0].text
            tight = UNBROKEN.search(before) and len(before) > 1
            figures = len(group[number - 1].words) == 1 and DIGITS.fullmatch(before + after)
            cut = figures and (before[-1] in "/.-–" or after[0] in "/.-–")
            if not tight and not cut:
                pieces.append(Piece(text=" ", font=pieces[-1].font))
        pieces.extend(pieces_of(line.words))
    return pieces
