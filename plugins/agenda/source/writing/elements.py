"""Add, change and remove elements of lists, with the comments that belong to them."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from yaml.nodes import SequenceNode

from agenda.schema.fields import Field
from agenda.source.writing.block import element_lines, list_lines
from agenda.source.writing.plain import element_text, flow_element
from agenda.source.writing.text_lines import (
    BREAK,
    has_blank_line,
    last_offset,
    line_break,
    line_end,
    line_start,
    next_line,
    raw_lines,
)
from agenda.source.yaml.records import Record, Scalar


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


def set_elements(
    text: str, record: Record, container: SequenceNode, field: Field, texts: tuple[str, ...]
) -> str:
    """Change the elements of a list that differ from the new texts."""
    known = record.values.get(field.key)
    values = known if isinstance(known, tuple) else ()
    elements = [each for each in values if isinstance(each, Record | Scalar)]
    by_node = {id(each.node): element_text(each) for each in elements}
    old = [by_node.get(id(node), "") for node in container.value]
    changes = SequenceMatcher(None, old, texts, autojunk=False).get_opcodes()
    dropped = [
        index
        for tag, first, last, start, stop in changes
        if tag != "equal"
        for index in range(first + min(last - first, stop - start), last)
    ]
    source, moved = text, {old[index]: index for index in dropped}
    for tag, first, last, start, stop in reversed(changes):
        if tag == "equal":
            continue
        new = texts[start:stop]
        both = min(last - first, len(new))
        for each in reversed(new[both:]):
            lines = _element_lines(source, container, each, moved.pop(each, None))
            text = _insert(text, container, first + both, each, lines)
        for index in range(last - 1, first + both - 1, -1):
            text = remove_element(text, container, index)
        for index in range(first + both - 1, first - 1, -1):
            text = _replace_element(text, container, index, new[index - first])
    return text


def _element_lines(
    text: str, container: SequenceNode, element: str, index: int | None
) -> Sequence[str]:
    """Return the lines of an element, with the comments of the one at `index` if it moves."""
    if index is None or container.flow_style:
        return list(list_lines([element], int(container.start_mark.column)))
    start, end = element_span(text, container, index)
    return raw_lines(text[start:end])


def _insert(
    text: str, container: SequenceNode, index: int, element: str, lines: Sequence[str]
) -> str:
    if container.flow_style:
        return insert_element(text, container, index, flow_element(element))
    return insert_lines(text, container, index, lines)


def _replace_element(text: str, container: SequenceNode, index: int, element: str) -> str:
    node = container.value[index]
    start, end = node.start_mark.index, last_offset(text, node)
    if container.flow_style:
        return text[:start] + flow_element(element) + text[end:]
    indent = " " * (int(container.start_mark.column) + 2)
    lines = element_lines(indent, element, len(indent))
    space = " " if text[start - 1 : start] == "-" else ""
    return text[:start] + space + line_break(text).join(lines)[len(indent) :] + text[end:]
