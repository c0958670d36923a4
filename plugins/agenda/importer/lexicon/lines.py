"""Lines of a cell or of a list, freed of their list signs, with half-days told by their look."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from agenda.importer.datamodel.document import BlockLocation, Cell, Guess, Line, Paragraph

SIGN = re.compile(
    r"""
      (?P<bullet>[-–—+*•·▪►●○■□✓➢✔◦∙⁃◆❖★☆→\uf0b7\uf0a7\uf02d]) (?:\s+|(?=[^\W\d]|\())
    | (?P<number>\(?\d{1,2}[.)/]|\d{1,2}\s?-(?!\w+/))
      (?:\s+|(?=[^\W\d])|(?<=-)\s*(?=\d{1,2}\s*[hg:])) (?!\d{1,2}[/.-]\d)
    | (?P<letter>[a-zđ][.)])\s+
    """,
    re.VERBOSE,
)
"""What a list prints before its points: "-", "+", "1.", "1)", "2-", "a)"; not "05-NQ/TU"."""

NOWHERE = BlockLocation()

_DASHES = "-–—"

_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")

_HALF_DAY = r"(?:buổi\s+)?(?:sáng|chiều|tối|trưa|cả\s+ngày)"
HALF_DAY_WORD = re.compile(rf"{_HALF_DAY}\s*[:.]?", re.IGNORECASE)

_APART = re.compile(rf"\s*({_HALF_DAY})(\s*\t\s*|)(?=\S\S)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLine:
    """One line: `sign` is that of its list, `level` a key of signs of one kind ("-", "1", "a").

    `paragraph` is the index of the paragraph in its cell. `text` may be empty: authors use empty
    lines to align units and leaders with items. `joiner`, `guess` and `possible_breaks` are those
    of the `Line`; `until` is the top of the last line that was appended.
    """

    text: str
    sign: str = ""
    paragraph: int = 0
    top: float | None = None
    place: BlockLocation = NOWHERE
    joiner: str | None = None
    guess: Guess | None = None
    possible_breaks: tuple[int, ...] = ()
    until: float | None = None

    @property
    def whole(self) -> str:
        return f"{self.sign} {self.text}".strip()

    @property
    def level(self) -> str:
        if not self.sign:
            return ""
        first = self.sign.strip("()")[:1]
        if first in _DASHES:  # word processors make one of the other as they please
            return "-"
        return "1" if first.isdigit() else "a" if first.isalpha() else first


def read_cell(cell: Cell) -> tuple[TextLine, ...]:
    """The lines of a cell, empty ones too."""
    return tuple(_printed(cell.paragraphs, cell.place))


def read_paragraphs(paragraphs: Iterable[Paragraph]) -> tuple[TextLine, ...]:
    return tuple(_printed(paragraphs, None))


def filled(lines: Iterable[TextLine]) -> tuple[TextLine, ...]:
    return tuple(line for line in lines if line.text or line.sign)


def joined(lines: Iterable[TextLine]) -> str:
    """The lines as printed, one below the other."""
    return "\n".join(line.whole for line in filled(lines))


def tidy(text: str) -> str:
    """The text with single spaces, without characters that print nothing."""
    return " ".join(_UNSEEN.sub(" ", text).split())


def split_sign(text: str) -> tuple[str, str]:
    """The list sign that a text begins with, and the rest; no sign is an empty one."""
    match = SIGN.match(text)
    if match is None or not text[match.end() :].strip():
        return "", text
    return match[0].strip(), text[match.end() :].strip()


def _printed(paragraphs: Iterable[Paragraph], place: BlockLocation | None) -> Iterator[TextLine]:
    for number, paragraph in enumerate(paragraphs):
        where = place if place is not None else paragraph.place
        for line in paragraph.lines:
            text = tidy(_with_colon(line))
            sign, rest = line.marker, text
            if not sign and line.joiner is None:
                sign, rest = split_sign(text)
            if not re.search(r"\w", rest):  # dots or dashes fill a place that is left empty
                sign, rest = "", ""
            yield TextLine(
                text=rest,
                sign=sign,
                paragraph=number,
                top=line.top,
                place=where,
                joiner=line.joiner,
                guess=line.guess,
                possible_breaks=() if sign else line.possible_breaks,
            )


def _is_apart(match: re.Match[str]) -> bool:
    """Whether a tab parts the half-day from what follows, be it so short as to leave no gap."""
    following = match.string[match.end() : match.end() + 2]
    glued = match[1][-1].islower() and following[0].isupper() and following[1].islower()
    return bool(match[2]) or glued


def _with_colon(line: Line) -> str:
    """The text, with a colon after a half-day that its look or a tab tells from what follows."""
    if (apart := _APART.match(line.text)) is not None and _is_apart(apart):
        return f"{apart[1]}: {line.text[apart.end() :]}"
    runs = [run for run in line.runs if run.text]
    for number, run in enumerate(runs[:-1]):
        before = "".join(other.text for other in runs[:number])
        look = (run.bold, run.underlined, run.italic)
        following = runs[number + 1]
        if (
            HALF_DAY_WORD.fullmatch(run.text.strip())
            and any(look)
            and look != (following.bold, following.underlined, following.italic)
            and not following.text.lstrip().startswith((":", "."))
            and not run.text.rstrip().endswith((":", "."))
        ):
            after = "".join(other.text for other in runs[number + 1 :])
            return f"{before}{run.text}: {after}"
    return line.text
