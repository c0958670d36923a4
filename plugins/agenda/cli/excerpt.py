"""Show the line of a file that a problem refers to, with the position underlined."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from agenda.model import Problem

WIDTH = 88
"""The longest line in characters; a longer line would wrap in a terminal."""
BEFORE = 40
"""The part of a shortened line before the position, in characters."""

Lines = Mapping[str, Sequence[str]]
"""The lines of files by the file names of problems."""


def excerpt(problem: Problem, lines: Lines) -> Iterator[str]:
    """Yield the numbered line and its underline; nothing if the problem is of a whole file."""
    location = problem.location
    of_file = lines.get(location.file, ())
    whole_file = location.line == location.column == 1
    if whole_file or not 0 < location.line <= len(of_file):
        return
    line = _printable(of_file[location.line - 1].rstrip())
    start = min(location.column - 1, len(line))
    length = _length(line[start:], problem.value)
    line, start = _cut(line, start)
    number = f"{location.line:5} | "
    yield f"{number}{line}"
    yield f"{'|':>{len(number) - 1}} {_blank(line[:start])}{'^' * _columns(line, start, length)}"


def _printable(line: str) -> str:
    """Replace the control characters of a line."""
    return "".join(each if each.isprintable() or each == "\t" else "\ufffd" for each in line)


def _length(rest: str, value: str) -> int:
    """Return the length to underline: that of the value if it stands there, else of a word."""
    if value and rest.startswith(value):
        return len(value)
    word = re.match(r"[^\s,:{}\[\]]+", rest)
    return len(word[0]) if word else 1


def _cut(line: str, start: int) -> tuple[str, int]:
    if len(line) <= WIDTH:
        return line, start
    first = max(0, min(start - BEFORE, len(line) - WIDTH))
    shown = line[first : first + WIDTH]
    head, tail = "…" if first else "", "…" if first + WIDTH < len(line) else ""
    return f"{head}{shown}{tail}", start - first + len(head)


def _columns(line: str, start: int, length: int) -> int:
    return max(1, len(_blank(line[start : start + length])))


def _blank(text: str) -> str:
    """Return space as wide as a text: none for a combining mark, a tab for a tab."""
    return "".join(
        "\t" if character == "\t" else " "
        for character in text
        if not unicodedata.combining(character)
    )
