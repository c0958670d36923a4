"""Cutting a printed list of names ("Đ/c An, Minh; Văn phòng") into its pieces."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

SEPARATOR = re.compile(
    r"""
      ^\s*[-–+•*]\s+                             # the dash of a list
    | ^\s+
    | [\s;,]*[;,\r\n][\s;,]*(?:[-–+•*]\s+|và\s+)?
    | \s+và\s+
    | \s+(?=(?:các\s+)?[đð]\s?/\s?c)             # a comrade begins, nothing but space before
    """,
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NamePart:
    """A stretch of a printed text, and what stood before it."""

    joiner: str
    text: str


def cut(text: str) -> tuple[NamePart, ...]:
    """The pieces between separators; `joiner + text` over all of them is `text` again.

    A separator at the end stays with the last piece. A text of separators alone has no pieces.
    """
    pieces: list[NamePart] = []
    joiner, start = "", 0
    for match in SEPARATOR.finditer(text):
        if match.start() > start:
            pieces.append(NamePart(joiner=joiner, text=text[start : match.start()]))
            joiner = ""
        joiner += match[0]
        start = match.end()
    if start < len(text):
        pieces.append(NamePart(joiner=joiner, text=text[start:]))
    elif pieces:
        pieces[-1] = NamePart(joiner=pieces[-1].joiner, text=pieces[-1].text + joiner)
    return tuple(pieces)


def join(pieces: Sequence[NamePart]) -> NamePart:
    """Neighbouring pieces as one, with the words between them."""
    first, *others = pieces
    return NamePart(
        joiner=first.joiner,
        text=first.text + "".join(piece.joiner + piece.text for piece in others),
    )
