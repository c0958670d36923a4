"""Set, clear and remove parts of a YAML file by position, leaving all other text as it is."""

import re
from collections.abc import Iterator

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from agenda.model import PlainValue
from agenda.source.writing.flow import write_value
from agenda.source.yaml.records import Record

_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


class NotWritable(ValueError):
    """A change that cannot be made safely in a file, with the reason in Vietnamese."""


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


def line_end(text: str, offset: int) -> int:
    """Return the offset of the end of a line, without its line break."""
    found = _BREAK.search(text, offset)
    return found.start() if found else len(text)


def remove_lines(text: str, start: int, end: int) -> str:
    """Return the text without all lines from that of `start` to that of `end`."""
    breaks = [found.end() for found in _BREAK.finditer(text, 0, start)]
    stop = _BREAK.match(text, line_end(text, end))
    return text[: breaks[-1] if breaks else 0] + text[stop.end() if stop else len(text) :]


def set_key(text: str, record: Record, key: str, value: PlainValue) -> str:
    """Return the text with another value under a key of a mapping, or without the key."""
    node = record.node
    if not isinstance(node, MappingNode):
        raise NotWritable("việc viết thành một dòng chữ")
    pairs = list(node.value)
    names = list(_keys(record))
    if key not in names:
        return text if value is None else _add(text, node, key, value)
    index = names.index(key)
    key_node, child = pairs[index]
    if value is not None:
        start, end = child.start_mark.index, last_offset(text, child)
        space = "" if start > key_node.end_mark.index + 1 else " "
        return text[:start] + (space if start == end else "") + write_value(value) + text[end:]
    return _remove_pair(text, node, index)


def add_first_key(text: str, node: MappingNode, key: str, value: str) -> str:
    """Return the text with a new key before all others of a mapping."""
    start = node.start_mark.index
    if node.flow_style:
        return f"{text[: start + 1]}{key}: {value}, {text[start + 1 :]}"
    indent = " " * node.start_mark.column
    return f"{text[:start]}{key}: {value}{line_break(text)}{indent}{text[start:]}"


def remove_element(text: str, container: SequenceNode, index: int) -> str:
    """Return the text without an element of a list."""
    element = container.value[index]
    start, end = element.start_mark.index, last_offset(text, element)
    if not container.flow_style:
        return remove_lines(text, start, end)
    if index + 1 < len(container.value):
        return text[:start] + text[container.value[index + 1].start_mark.index :]
    if index:
        start = last_offset(text, container.value[index - 1])
    return text[:start] + text[end:]


def insert_element(text: str, container: SequenceNode, index: int, element: str) -> str:
    """Return the text with another element of a list before that at `index`, or at the end."""
    following = container.value[index] if index < len(container.value) else None
    if container.flow_style:
        if following is not None:
            at = following.start_mark.index
            return f"{text[:at]}{element}, {text[at:]}"
        at = text.rindex("]", 0, container.end_mark.index)
        return text[:at] + (", " if container.value else "") + element + text[at:]
    indent = " " * container.start_mark.column
    if following is not None:
        starts = [found.end() for found in _BREAK.finditer(text, 0, following.start_mark.index)]
        return f"{text[: starts[-1]]}{indent}- {element}{line_break(text)}{text[starts[-1] :]}"
    at = line_end(text, last_offset(text, container))
    return f"{text[:at]}{line_break(text)}{indent}- {element}{text[at:]}"


def value_node(record: Record, key: str) -> Node | None:
    """Return the node of the value under a key."""
    pairs = record.node.value if isinstance(record.node, MappingNode) else []
    return next(
        (child for name, (_, child) in zip(_keys(record), pairs, strict=True) if name == key), None
    )


def is_blank(node: Node) -> bool:
    return isinstance(node, ScalarNode) and not node.value.strip()


def _keys(record: Record) -> Iterator[str]:
    pairs = record.node.value if isinstance(record.node, MappingNode) else []
    for key, _ in pairs:
        field = record.form.find(key.value)
        yield field.key if field else key.value


def _add(text: str, node: MappingNode, key: str, value: PlainValue) -> str:
    pair = f"{key}: {write_value(value)}"
    if node.flow_style:
        at = last_offset(text, node.value[-1][1])
        return f"{text[:at]}, {pair}{text[at:]}"
    at = line_end(text, last_offset(text, node))
    return f"{text[:at]}{line_break(text)}{' ' * node.start_mark.column}{pair}{text[at:]}"


def _remove_pair(text: str, node: MappingNode, index: int) -> str:
    key, value = node.value[index]
    following = node.value[index + 1][0] if index + 1 < len(node.value) else None
    if not node.flow_style and index:
        return remove_lines(text, key.start_mark.index, last_offset(text, value))
    if following is not None:
        return text[: key.start_mark.index] + text[following.start_mark.index :]
    if not index:
        raise NotWritable("không còn khóa nào")
    start = last_offset(text, node.value[index - 1][1])
    return text[:start] + text[last_offset(text, value) :]
