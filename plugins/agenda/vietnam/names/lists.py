"""Split a printed list of names ("Đ/c An, Minh; Văn phòng") into its parts."""

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
    """A part of a printed text, and the separator before it."""

    joiner: str
    text: str


def split_names(text: str) -> tuple[NamePart, ...]:
    """Split a text at separators. Joining `joiner + text` of all parts gives the text again.

    A separator at the end stays with the last part. A text of separators only has no parts.
    """
    parts: list[NamePart] = []
    joiner, start = "", 0
    for match in SEPARATOR.finditer(text):
        if match.start() > start:
            parts.append(NamePart(joiner=joiner, text=text[start : match.start()]))
            joiner = ""
        joiner += match[0]
        start = match.end()
    if start < len(text):
        parts.append(NamePart(joiner=joiner, text=text[start:]))
    elif parts:
        parts[-1] = NamePart(joiner=parts[-1].joiner, text=parts[-1].text + joiner)
    return tuple(parts)


def join_parts(parts: Sequence[NamePart]) -> NamePart:
    """Join neighbouring parts into one, with the separators between them."""
    first, *others = parts
    return NamePart(
        joiner=first.joiner,
        text=first.text + "".join(part.joiner + part.text for part in others),
    )
