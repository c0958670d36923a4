"""Lines of a PDF that begin as only a new line of its author does: a label, an hour, a list's sign.

Behind a full line a dash or a number may also be one of the sentence. It is a list's where lines
before have begun with dashes, or with the number before it.
"""

import re
from dataclasses import dataclass, replace
from enum import Enum

from agenda.importer.backends.pdf.lines import VisualLine
from agenda.importer.datamodel.line_cues import LineCues
from agenda.vietnam.text import ends_sentence

LABEL = re.compile(r"[A-ZĐÀ-Ỹ][^\W\d_]*(?: [^\W\d_]+){0,2}\s*:(?:\s|$)")
BULLET = re.compile(r"[•▪●○■◆❖➢➔→✓❑⬧\*\+](?:\s|$)")
DASH = re.compile(r"[-\u2012-\u2015\u2212](?:\s|$)")
NUMBER = re.compile(r"(?:(?P<figure>\d{1,2})|(?P<letter>[a-zđ])|[IVX]{1,5})[.)](?:\s|$)")
ENDS = (":", ".", ";")
FEWEST = 2
"""Lines whose ends make a habit."""
SECOND = 2
LETTERS = "abcdđeghiklmnopqrstuvxy"


class LineEnding(Enum):
    """Whether an author ended a line."""

    SURE = "sure"
    LIKELY = "likely"
    DASHED = "dashed"
    """It is likelier, but the dash that the next one begins with may be one of the sentence."""
    DOUBTED = "doubted"
    """It is likelier that it goes on."""
    OPEN = "open"
    """It goes on, as far as the line itself tells."""
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """What the lines of a cell, or of a day, have shown so far: how they begin and how they end.

    `dash`, `bullet` and `numbers` are the signs of lists, the last number of each kind, figures and
    letters counted from 1; `lower` says that small letters have stood behind a dash. `marked` lines
    ended with a full stop or a semicolon, `bare` ones with neither. `agenda` says that they are
    those of a day.
    """

    cues: LineCues
    dash: bool = False
    bullet: bool = False
    lower: bool = False
    numbers: tuple[tuple[str, int], ...] = ()
    marked: int = 0
    bare: int = 0
    agenda: bool = False

    @property
    def signed(self) -> bool:
        return self.dash or self.bullet or bool(self.numbers)

    @property
    def ends_marked(self) -> bool:
        """Whether all lines end with a mark."""
        return self.marked >= FEWEST and not self.bare

    def with_begun(self, text: str) -> "Habits":
        """With the sign that a line begins with, be it behind the name of a half-day."""
        if label_length := self.cues.half_day_length(text):
            text = text[label_length:].lstrip()
        numbers = dict(self.numbers)
        if (found := number_of(text)) is not None:
            numbers |= [found]
        dash = DASH.match(text)
        return replace(
            self,
            dash=self.dash or dash is not None,
            bullet=self.bullet or BULLET.match(text) is not None,
            lower=self.lower or (dash is not None and text[dash.end() :].lstrip()[:1].islower()),
            numbers=tuple(numbers.items()),
        )

    def with_ended(self, text: str) -> "Habits":
        """With the end of a line; one that only announces others has none."""
        if text.endswith(":"):
            return self
        marked = ends_sentence(text)
        return replace(self, marked=self.marked + marked, bare=self.bare + (not marked))

    def begin_with(self, line: VisualLine, following: VisualLine, *, full: bool) -> LineEnding:
        """Whether `following`, below `line`, is a line of its own; `full` says that `line` is.

        NONE where its first words do not say so.
        """
        text = following.text
        if begins_surely(text, self.cues):
            return LineEnding.SURE
        if LABEL.match(text) and not line.text.endswith((",", " và", ":")):
            return LineEnding.SURE
        if (dash := DASH.match(text)) is not None:
            return self._begin_with_dash(line.text, text[dash.end() :].lstrip(), full=full)
        first = following.words[0].chars[0]
        if (number := NUMBER.match(text)) is not None:
            begins = not full or line.text.endswith(ENDS) or self.count_on_to(text)
            behind = text[number.end() :]
            if not begins and self._may_be_second(text) and self.cues.begins_appointment(behind):
                return LineEnding.DASHED
        else:
            begins = first.underlined and first.text.isupper() and not line.chars[-1].underlined
        return LineEnding.SURE if begins else LineEnding.NONE

    def _begin_with_dash(self, text: str, behind: str, *, full: bool) -> LineEnding:
        """The same of a dash: behind a full line it may join "2021" and "2025"."""
        appointment = self.cues.begins_appointment(behind) and behind[:1].isupper()
        begins = self.cues.begins_time(behind) or (appointment and self.dash)
        if not full or text.endswith(ENDS) or begins:
            return LineEnding.SURE
        if (text[-1:].isdigit() and behind[:1].isdigit()) or self.ends_marked:
            return LineEnding.NONE
        if behind[:1].islower():
            return LineEnding.DASHED if self.lower else LineEnding.NONE
        if appointment or self.dash:
            return LineEnding.DASHED
        return LineEnding.OPEN

    def _may_be_second(self, text: str) -> bool:
        """Whether a line has the number 2, the first of a list having none."""
        found = number_of(text)
        return found is not None and found[1] == SECOND and found[0] not in dict(self.numbers)

    def count_on_to(self, text: str) -> bool:
        """Whether the number that a line begins with comes next."""
        found = number_of(text)
        return found is not None and (found[0], found[1] - 1) in self.numbers


def begins_surely(text: str, cues: LineCues) -> bool:
    """Whether words begin as hardly any but those of a new line do."""
    return (
        cues.half_day_length(text) > 0 or cues.begins_time(text) or BULLET.match(text) is not None
    )


def number_of(text: str) -> tuple[str, int] | None:
    """The number of a point and of which kind: "2." and "b)" are the second."""
    match = NUMBER.match(text)
    if match is None:
        return None
    if match["figure"]:
        return "figure", int(match["figure"])
    return ("letter", LETTERS.find(match["letter"]) + 1) if match["letter"] else None
