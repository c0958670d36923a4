"""Find the comments inside a part of a YAML file."""

import re
from collections.abc import Iterator

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from agenda.source.writing.text_lines import last_offset

_COMMENT = re.compile("(?:^|(?<=\\s))#[^\n\r\x85\u2028\u2029]*", re.MULTILINE)
_HEADER = re.compile("[|>][-+0-9]*[ \t]+(#[^\n\r\x85\u2028\u2029]*)")
"""The first line of a literal or folded text, which may end with a comment."""


def inner_comments(text: str, node: Node) -> list[str]:
    """Return the comments between the scalars of a node."""
    return comments_between(text, node.start_mark.index, last_offset(text, node), node)


def comments_between(text: str, start: int, end: int, node: Node) -> list[str]:
    """Return the comments from `start` to `end`, outside the scalars of a node."""
    masked = text[start:end]
    found = []
    for scalar in scalars(node):
        first, last = scalar.start_mark.index - start, scalar.end_mark.index - start
        header = _HEADER.match(masked, first) if scalar.style in ("|", ">") else None
        found += [header[1].rstrip()] if header else []
        masked = masked[:first] + "x" * (last - first) + masked[last:]
    return [*found, *(match[0].rstrip() for match in _COMMENT.finditer(masked))]


def scalars(node: Node) -> Iterator[ScalarNode]:
    """Yield the scalars of a node at any depth."""
    match node:
        case ScalarNode():
            yield node
        case MappingNode():
            for key, value in node.value:
                yield from scalars(key)
                yield from scalars(value)
        case SequenceNode():
            for child in node.value:
                yield from scalars(child)
