"""Add and remove elements of lists by position, with the comments that belong to them."""

import re
from collections.abc import Sequence

from yaml.nodes import SequenceNode

from agenda.source.writing.text_lines import (
    BREAK,
    has_blank_line,
    last_offset,
    line_break,
    line_end,
    line_start,
    next_line,
)


def element_start(text: str, container: SequenceNode, index: int) -> int:
    """Return the start of the line of an element's dash, which may precede its first key."""
    column = int(container.start_mark.column)
    dash = re.compile(rf"(?:^|{BREAK}) {{{column}}}-")
    before = container.value[index - 1].end_mark.index if index else 0
    start = container.value[index].start_mark.index
    dashes = list(dash.finditer(text, max(before - column - 3, 0), start + 1))
    return line_start(text, dashes[-1].end() - 1 if dashes else start)


def comments_start(text: str, start: int, column: int) -> int:
    """Return the start of the comments in `column` on the lines directly above a line."""
    while start:
        above = line_start(text, start - (2 if text[:start].endswith("\r\n") else 1))
        line = text[above:start].rstrip()
        if not line.lstrip(" ").startswith("#") or len(line) - len(line.lstrip(" ")) != column:
            break
        start = above
    return start


def element_span(text: str, container: SequenceNode, index: int) -> tuple[int, int]:
    """Return start and end of the lines of a block list's element, with its comments."""
    start = element_start(text, container, index)
    end = next_line(text, last_offset(text, container.value[index]))
    return comments_start(text, start, int(container.start_mark.column)), end


def remove_element(text: str, container: SequenceNode, index: int) -> str:
    """Return the text without an element of a list and the comments directly above it."""
    element = container.value[index]
    if not container.flow_style:
        start, end = element_span(text, container, index)
        return without_double_gap(text[:start], text[end:])
    start, end = element.start_mark.index, last_offset(text, element)
    if index + 1 < len(container.value):
        return text[:start] + text[container.value[index + 1].start_mark.index :]
    if index:
        start = last_offset(text, container.value[index - 1])
    return text[:start] + text[end:]


def without_double_gap(before: str, after: str) -> str:
    """Join the texts around removed lines. Of blank lines on both sides, keep those before.

    At the end of a file, keep none.
    """
    if not after.strip():
        kept = before.rstrip(" \t\r\n")
        return before[: next_line(before, len(kept))]
    blank = re.compile(rf"[ \t]*{BREAK}")
    if re.search(rf"(?:\A|{BREAK})[ \t]*{BREAK}\Z", before):
        while (match := blank.match(after)) is not None:
            after = after[match.end() :]
    return before + after


def insert_element(text: str, container: SequenceNode, index: int, element: str) -> str:
    """Return the text with another element of a list before that at `index`, or at the end."""
    if not container.flow_style:
        indent = " " * int(container.start_mark.column)
        return insert_lines(text, container, index, [f"{indent}- {element}"])
    if index < len(container.value):
        at = container.value[index].start_mark.index
        return f"{text[:at]}{element}, {text[at:]}"
    at = last_offset(text, container.value[-1]) if container.value else 0
    at = at or text.rindex("]", 0, container.end_mark.index)
    return text[:at] + (", " if container.value else "") + element + text[at:]


def insert_lines(text: str, container: SequenceNode, index: int, lines: Sequence[str]) -> str:
    """Return the text with the lines of an element before that at `index` of a block list.

    Comments above the next element stay with it. Elements that blank lines separate stay so.
    """
    newline = line_break(text)
    added = newline.join(lines)
    gap = newline if _has_gaps(text, container) else ""
    if index:
        at = line_end(text, last_offset(text, container.value[index - 1]))
        return f"{text[:at]}{newline}{gap}{added}{text[at:]}"
    start = element_start(text, container, 0)
    at = comments_start(text, start, int(container.start_mark.column))
    return f"{text[:at]}{added}{newline}{gap}{text[at:]}"


def _has_gaps(text: str, container: SequenceNode) -> bool:
    """Return whether a blank line follows the first element, before the second."""
    if len(container.value) < 2:
        return False
    start = last_offset(text, container.value[0])
    return has_blank_line(text[start : element_start(text, container, 1)])
