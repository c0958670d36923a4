"""Lines of a PDF that begin as only a new line of its author does: a label, an hour, a list's sign.

Behind a full line a dash or a number may also be one of the sentence. It is a list's where lines
before have begun with dashes, or with the number before it.
"""

import re
from dataclasses import dataclass

from agenda.importer.pdf_lines import VisualLine

HALF_DAY = re.compile(r"(?:buổi )?(?:sáng|trưa|chiều|tối|đêm|cả ngày)\b[^:.]{0,20}:", re.I)
LABEL = re.compile(r"[A-ZĐÀ-Ỹ][^\W\d_]*(?: [^\W\d_]+){0,2}\s*:(?:\s|$)")
HOUR = re.compile(r"(?:từ |lúc |hồi )?\d{1,2}\s*(?:h|g|giờ|:)\s*(?:\d\d)?\W{0,3}\s*[:\-–]", re.I)
BULLET = re.compile(r"[•▪●○■◆❖➢➔→✓❑⬧\*\+](?:\s|$)")
DASH = re.compile(r"[-\u2012-\u2015\u2212](?:\s|$)")
NUMBER = re.compile(r"(?:(?P<figure>\d{1,2})|(?P<letter>[a-zđ])|[IVX]{1,5})[.)](?:\s|$)")
ENDS = (":", ".", ";")
LETTERS = "abcdđeghiklmnopqrstuvxy"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSigns:
    """The signs that the lines of a cell have begun with so far; `numbers` are the last of each
    kind, figures and letters counted from 1.
    """

    dash: bool = False
    bullet: bool = False
    numbers: tuple[tuple[str, int], ...] = ()

    @property
    def any(self) -> bool:
        return self.dash or self.bullet or bool(self.numbers)

    def and_of(self, text: str) -> "ListSigns":
        """With the sign that a line begins with, be it behind the name of a half-day."""
        if (label := HALF_DAY.match(text)) is not None:
            text = text[label.end() :].lstrip()
        numbers = dict(self.numbers)
        if (found := number_of(text)) is not None:
            numbers |= [found]
        return ListSigns(
            dash=self.dash or DASH.match(text) is not None,
            bullet=self.bullet or BULLET.match(text) is not None,
            numbers=tuple(numbers.items()),
        )

    def begin_with(self, line: VisualLine, following: VisualLine, full: bool) -> bool:
        """Whether `following`, below `line`, is a line of its own; `full` says that `line` is."""
        text = following.text
        if HALF_DAY.match(text) or HOUR.match(text) or BULLET.match(text):
            return True
        if LABEL.match(text) and not line.text.endswith((",", " và", ":")):
            return True
        if DASH.match(text):
            rest = text[1:].lstrip()
            figures = line.text[-1:].isdigit() and rest[:1].isdigit()
            if self.dash and not rest[:1].islower():
                return not (full and figures)
            return not full or line.text.endswith(ENDS) or (self.dash and not figures)
        if NUMBER.match(text):
            return not full or line.text.endswith(ENDS) or self.count_on_to(text)
        first = following.words[0].glyphs[0]
        return first.underlined and first.text.isupper() and not line.glyphs[-1].underlined

    def count_on_to(self, text: str) -> bool:
        """Whether the number that a line begins with comes next."""
        found = number_of(text)
        return found is not None and (found[0], found[1] - 1) in self.numbers


def number_of(text: str) -> tuple[str, int] | None:
    """The number of a point and of which kind: "2." and "b)" are the second."""
    match = NUMBER.match(text)
    if match is None:
        return None
    if match["figure"]:
        return "figure", int(match["figure"])
    return ("letter", LETTERS.find(match["letter"]) + 1) if match["letter"] else None
