"""Recognise lines of a PDF that begin with a label, a time or a list sign, as wrapped lines do not.

Behind a full line, a dash or a number may belong to the sentence. It is a list sign if lines before
began with dashes, or with the preceding number.
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
END_MARKS = (":", ".", ";")
MIN_MARKED_LINES = 2
"""Lines with the same kind of end that establish a pattern."""
SECOND_NUMBER = 2
LETTERS = "abcdđeghiklmnopqrstuvxy"


class LineEnding(Enum):
    """The certainty that an author ended a line."""

    SURE = "sure"
    LIKELY = "likely"
    DASHED = "dashed"
    """As `LIKELY`, but the dash of the next line may belong to the sentence."""
    DOUBTED = "doubted"
    """The line more likely continues."""
    OPEN = "open"
    """The line continues, judged by itself; columns beside it may tell otherwise."""
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class LineState:
    """The list signs and line ends of a cell, or of a day, so far.

    `dash`, `bullet` and `numbers` are list signs. `numbers` has the last number of each kind;
    letters count from 1. `lowercase_after_dash` is set once lowercase text stood behind a dash.
    `marked_ends` counts the lines that ended with a full stop or semicolon, `unmarked_ends` the
    others. `is_agenda` marks the lines of a day.
    """

    cues: LineCues
    dash: bool = False
    bullet: bool = False
    lowercase_after_dash: bool = False
    numbers: tuple[tuple[str, int], ...] = ()
    marked_ends: int = 0
    unmarked_ends: int = 0
    is_agenda: bool = False

    @property
    def has_signs(self) -> bool:
        """Tell whether any line began with a list sign."""
        return self.dash or self.bullet or bool(self.numbers)

    @property
    def ends_marked(self) -> bool:
        """Tell whether all lines, at least two, ended with a full stop or semicolon."""
        return self.marked_ends >= MIN_MARKED_LINES and not self.unmarked_ends

    def after_line_start(self, text: str) -> "LineState":
        """Return a copy with the list sign of a new line, be it behind a half-day's label."""
        if label_length := self.cues.half_day_length(text):
            text = text[label_length:].lstrip()
        numbers = dict(self.numbers)
        if (found := list_number_of(text)) is not None:
            numbers |= [found]
        dash = DASH.match(text)
        return replace(
            self,
            dash=self.dash or dash is not None,
            bullet=self.bullet or BULLET.match(text) is not None,
            lowercase_after_dash=self.lowercase_after_dash
            or (dash is not None and text[dash.end() :].lstrip()[:1].islower()),
            numbers=tuple(numbers.items()),
        )

    def after_line_end(self, text: str) -> "LineState":
        """Return a copy that counts the end of a line, unless it ends with a colon."""
        if text.endswith(":"):
            return self
        marked_ends = ends_sentence(text)
        return replace(
            self,
            marked_ends=self.marked_ends + marked_ends,
            unmarked_ends=self.unmarked_ends + (not marked_ends),
        )

    def ending_before(
        self, line: VisualLine, following: VisualLine, *, is_full: bool
    ) -> LineEnding:
        """Tell by its first words whether `following` is a new line; NONE if they do not tell.

        `is_full` is set if the first word of `following` would not fit behind `line`.
        """
        text = following.text
        if begins_surely(text, self.cues):
            return LineEnding.SURE
        if LABEL.match(text) and not line.text.endswith((",", " và", ":")):
            return LineEnding.SURE
        if (dash := DASH.match(text)) is not None:
            return self._ending_before_dash(line.text, text[dash.end() :].lstrip(), is_full=is_full)
        first = following.words[0].chars[0]
        if (number := NUMBER.match(text)) is not None:
            begins = not is_full or line.text.endswith(END_MARKS) or self.continues_numbering(text)
            behind = text[number.end() :]
            if not begins and self._may_be_second(text) and self.cues.begins_appointment(behind):
                return LineEnding.DASHED
        else:
            begins = first.underlined and first.text.isupper() and not line.chars[-1].underlined
        return LineEnding.SURE if begins else LineEnding.NONE

    def _ending_before_dash(self, text: str, behind: str, *, is_full: bool) -> LineEnding:
        """Tell whether a line with a dash is a new one; a dash may also join "2021 - 2025"."""
        appointment = self.cues.begins_appointment(behind) and behind[:1].isupper()
        begins = self.cues.begins_time(behind) or (appointment and self.dash)
        if not is_full or text.endswith(END_MARKS) or begins:
            return LineEnding.SURE
        if (text[-1:].isdigit() and behind[:1].isdigit()) or self.ends_marked:
            return LineEnding.NONE
        if behind[:1].islower():
            return LineEnding.DASHED if self.lowercase_after_dash else LineEnding.NONE
        if appointment or self.dash:
            return LineEnding.DASHED
        return LineEnding.OPEN

    def _may_be_second(self, text: str) -> bool:
        """Tell whether a line is numbered 2 and no line before has a number of that kind."""
        found = list_number_of(text)
        return (
            found is not None and found[1] == SECOND_NUMBER and found[0] not in dict(self.numbers)
        )

    def continues_numbering(self, text: str) -> bool:
        """Tell whether the number at the start of a line follows the last number of its kind."""
        found = list_number_of(text)
        return found is not None and (found[0], found[1] - 1) in self.numbers


def begins_surely(text: str, cues: LineCues) -> bool:
    """Tell whether a text begins with a half-day, a time or a bullet, or is a heading.

    No continuation of a line does.
    """
    return (
        cues.half_day_length(text) > 0
        or cues.begins_time(text)
        or cues.names_group(text)
        or BULLET.match(text) is not None
    )


def list_number_of(text: str) -> tuple[str, int] | None:
    """Return kind and value of a list number: ("figure", 2) for "2.", ("letter", 2) for "b)"."""
    match = NUMBER.match(text)
    if match is None:
        return None
    if match["figure"]:
        return "figure", int(match["figure"])
    return ("letter", LETTERS.find(match["letter"]) + 1) if match["letter"] else None
