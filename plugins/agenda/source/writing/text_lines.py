"""Find the ends of nodes and lines in the text of a YAML file."""

import re
from itertools import pairwise

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

BREAK = "(?:\r\n|[\n\r\x85\u2028\u2029])"
"""A line break of YAML 1.1, for a regular expression."""

_BREAK = re.compile(BREAK)


def line_break(text: str) -> str:
    """Return the line break of a file."""
    found = _BREAK.search(text)
    return found[0] if found else "\n"


def last_offset(text: str, node: Node) -> int:
    """Return the offset after the last character of a node, without what follows a block."""
    if isinstance(node, ScalarNode):
        start, end = node.start_mark.index, node.end_mark.index
        return int(start) + len(text[start:end].rstrip())
    if isinstance(node, MappingNode) and not node.flow_style and node.value:
        return last_offset(text, node.value[-1][1])
    if isinstance(node, SequenceNode) and not node.flow_style and node.value:
        return last_offset(text, node.value[-1])
    return int(node.end_mark.index)


def line_start(text: str, offset: int) -> int:
    """Return the offset of the start of a line."""
    breaks = [found.end() for found in _BREAK.finditer(text, 0, offset)]
    return breaks[-1] if breaks else 0


def line_end(text: str, offset: int) -> int:
    """Return the offset of the end of a line, without its line break."""
    found = _BREAK.search(text, offset)
    return found.start() if found else len(text)


def next_line(text: str, offset: int) -> int:
    """Return the offset of the start of the next line, or the end of the text."""
    found = _BREAK.search(text, offset)
    return found.end() if found else len(text)


def split_keeping_breaks(text: str) -> list[str]:
    """Split a text into lines with their line breaks."""
    ends = [found.end() for found in _BREAK.finditer(text)]
    bounds = [0, *ends, *([len(text)] if not ends or ends[-1] < len(text) else [])]
    return [text[start:end] for start, end in pairwise(bounds)]


def raw_lines(text: str) -> tuple[str, ...]:
    """Return the lines of a text without their line breaks."""
    return tuple(line.rstrip("\r\n\x85\u2028\u2029") for line in split_keeping_breaks(text))


def has_blank_line(between: str) -> bool:
    """Return whether a text from the end of one line to another line has a blank line."""
    return re.search(rf"{BREAK}[ \t]*{BREAK}", between) is not None


def remove_lines(text: str, start: int, end: int) -> str:
    """Return the text without all lines from that of `start` to that of `end`."""
    return text[: line_start(text, start)] + text[next_line(text, end) :]
