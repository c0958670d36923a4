"""Read the lines of a cell or a list: split off list signs, mark half-days by their format."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from agenda.importer.datamodel.document import BlockLocation, Cell, Guess, Line, Paragraph
from agenda.importer.lexicon.half_days import HALF_DAY, SEVERAL_HALF_DAYS
from agenda.importer.lexicon.times import BARE_RANGE

SIGN = re.compile(
    rf"""
      (?P<bullet>[-–—+*•·▪►●○■□✓➢✔◦∙⁃◆❖★☆→\uf0b7\uf0a7\uf02d]) (?:\s+|(?=[^\W\d]|\())
    | (?!{BARE_RANGE}) (?P<number>\(?\d{{1,2}}[.)/]|\d{{1,2}}\s?-(?!\w+/))
      (?:\s+|(?=[^\W\d])|(?<=-)\s*(?=\d{{1,2}}\s*[hg:])) (?!\d{{1,2}}[/.-]\d)
    | (?P<letter>[a-zđ][.)])\s+
    """,
    re.VERBOSE,
)
"""The sign before a list item: "-", "+", "1.", "1)", "2-", "a)"; not "05-NQ/TU" or "8-10h"."""

_NEXT_NUMBER = re.compile(r"(?P<number>\d{1,2})\s?-\s*(?=\d{1,2}\s*(?:[hg:]|giờ))")
"""A number of a list before a time; the line before shows that it is no range of hours."""

UNKNOWN_LOCATION = BlockLocation()

_DASHES = "-–—"

_INVISIBLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")

HALF_DAY_WORD = re.compile(rf"{SEVERAL_HALF_DAYS}\s*[:.]?", re.IGNORECASE)

_SET_APART = re.compile(rf"\s*({HALF_DAY})(\s*\t\s*|)(?=\S\S)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLine:
    """One line with its list sign; `level` is a key for all signs of one kind ("-", "1", "a").

    `paragraph` is the index of the paragraph in its cell. `text` may be empty: authors use empty
    lines to align units and leaders with items. `joiner`, `guess` and `possible_breaks` are those
    of the `Line`; `until` is the top of the last line that was appended.
    """

    text: str
    sign: str = ""
    paragraph: int = 0
    top: float | None = None
    place: BlockLocation = UNKNOWN_LOCATION
    joiner: str | None = None
    guess: Guess | None = None
    possible_breaks: tuple[int, ...] = ()
    until: float | None = None

    @property
    def whole(self) -> str:
        """Return the sign and the text."""
        return f"{self.sign} {self.text}".strip()

    @property
    def level(self) -> str:
        """Return "1" for numbers, "a" for letters, else the sign; empty without a sign."""
        if not self.sign:
            return ""
        first = self.sign.strip("()")[:1]
        if first in _DASHES:  # word processors replace one dash by another
            return "-"
        return "1" if first.isdigit() else "a" if first.isalpha() else first


def read_cell(cell: Cell) -> tuple[TextLine, ...]:
    """Return the lines of a cell, including empty ones."""
    return tuple(_lines(cell.paragraphs, cell.place))


def read_paragraphs(paragraphs: Iterable[Paragraph]) -> tuple[TextLine, ...]:
    """Return the lines of paragraphs outside tables, including empty ones."""
    return tuple(_lines(paragraphs, None))


def filled(lines: Iterable[TextLine]) -> tuple[TextLine, ...]:
    """Return the lines that have a text or a sign, such as "- Họp"."""
    return tuple(line for line in lines if line.text or line.sign)


def joined(lines: Iterable[TextLine]) -> str:
    """Return the filled lines with their signs, such as "- Họp", separated by newlines."""
    return "\n".join(line.whole for line in filled(lines))


def tidy(text: str) -> str:
    """Return the text with single spaces and without control characters: "Họp  xã" as "Họp xã"."""
    return " ".join(_INVISIBLE.sub(" ", text).split())


def split_sign(text: str) -> tuple[str, str]:
    """Return the list sign of the text, or "", and the rest: "1)" and "Họp" for "1) Họp"."""
    match = SIGN.match(text)
    if match is None or not text[match.end() :].strip():
        return "", text
    return match[0].strip(), text[match.end() :].strip()


def _lines(paragraphs: Iterable[Paragraph], place: BlockLocation | None) -> Iterator[TextLine]:
    """Yield the lines of paragraphs, all with the location of their cell if one is given."""
    last_sign = ""
    for number, paragraph in enumerate(paragraphs):
        location = place if place is not None else paragraph.place
        for line in paragraph.lines:
            text = tidy(_with_colon(line))
            sign, rest = line.marker, text
            if not sign and line.joiner is None:
                sign, rest = _split_next_number(text, last_sign) or split_sign(text)
            last_sign = sign or last_sign
            if not re.search(r"\w", rest):  # authors fill empty lines with dots or dashes
                sign, rest = "", ""
            yield TextLine(
                text=rest,
                sign=sign,
                paragraph=number,
                top=line.top,
                place=location,
                joiner=line.joiner,
                guess=line.guess,
                possible_breaks=() if sign else line.possible_breaks,
            )


def _split_next_number(text: str, last_sign: str) -> tuple[str, str] | None:
    """Return the number before a time and the rest, if it follows the number `last_sign`."""
    match = _NEXT_NUMBER.match(text)
    before = re.match(r"\d{1,2}(?=\s?-)", last_sign)
    if match is None or before is None or int(match["number"]) != int(before[0]) + 1:
        return None
    return match[0].strip(), text[match.end() :]


def _is_set_apart(match: re.Match[str]) -> bool:
    """Return whether a tab follows the half-day; some PDF files lose a short tab altogether."""
    following = match.string[match.end() : match.end() + 2]
    is_attached = match[1][-1].islower() and following[0].isupper() and following[1].islower()
    return bool(match[2]) or is_attached


def _with_colon(line: Line) -> str:
    """Return the text with a colon behind a half-day that a tab or its format sets apart."""
    if (half_day := _SET_APART.match(line.text)) is not None and _is_set_apart(half_day):
        return f"{half_day[1]}: {line.text[half_day.end() :]}"
    runs = [run for run in line.runs if run.text]
    for number, run in enumerate(runs[:-1]):
        before = "".join(other.text for other in runs[:number])
        style = (run.bold, run.underlined, run.italic)
        following = runs[number + 1]
        if (
            HALF_DAY_WORD.fullmatch(run.text.strip())
            and any(style)
            and style != (following.bold, following.underlined, following.italic)
            and not following.text.lstrip().startswith((":", "."))
            and not run.text.rstrip().endswith((":", "."))
        ):
            after = "".join(other.text for other in runs[number + 1 :])
            return f"{before}{run.text}: {after}"
    return line.text
