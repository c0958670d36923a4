"""The line of a file that a problem is about, with the place underlined."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from agenda.model import Problem

WIDTH = 88
"""A longer line is cut around the place, so that a terminal need not wrap it."""
BEFORE = 40
"""How much of a cut line stands before the place, in characters."""

Lines = Mapping[str, Sequence[str]]
"""The lines of files, by the name that problems give them."""


def excerpt(problem: Problem, lines: Lines) -> Iterator[str]:
    """The line with its number, and below it the underlined place; nothing of a whole file."""
    place = problem.place
    of_file = lines.get(place.file, ())
    whole_file = place.line == place.column == 1
    if whole_file or not 0 < place.line <= len(of_file):
        return
    line = _printable(of_file[place.line - 1].rstrip())
    start = min(place.column - 1, len(line))
    length = _length(line[start:], problem.value)
    line, start = _cut(line, start)
    number = f"{place.line:5} | "
    yield f"{number}{line}"
    yield f"{'|':>{len(number) - 1}} {_blank(line[:start])}{'^' * _columns(line, start, length)}"


def _printable(line: str) -> str:
    """The line without what would steer a terminal."""
    return "".join(each if each.isprintable() or each == "\t" else "\ufffd" for each in line)


def _length(rest: str, value: str) -> int:
    """How many characters are meant: the value where it stands there, else a word."""
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
    """Space as wide as a text: a combining mark takes none, a tab stays a tab."""
    return "".join(
        "\t" if character == "\t" else " "
        for character in text
        if not unicodedata.combining(character)
    )
