"""Set, clear and remove keys of a YAML file by position, leaving all other text as it is."""

from collections.abc import Iterator, Sequence

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from agenda.model import PlainValue
from agenda.schema.fields import Field
from agenda.source.writing.block import element_lines, pair_lines
from agenda.source.writing.comments import inner_comments
from agenda.source.writing.elements import set_elements
from agenda.source.writing.plain import flow_pair
from agenda.source.writing.text_lines import (
    has_blank_line,
    last_offset,
    line_break,
    line_end,
    line_start,
    remove_lines,
)
from agenda.source.yaml.problems import Position
from agenda.source.yaml.records import Record


class NotWritable(ValueError):
    """A change that cannot be made safely in a file, with the reason in Vietnamese."""


def set_key(text: str, record: Record, key: str, value: PlainValue) -> str:
    """Return the text with another value under a key of a mapping, or without the key.

    A new key follows those before it in the form. Of a list, only the differing elements change.
    A plain text that stands for a mapping becomes one in braces.
    """
    node, field = record.node, record.form.field(key)
    if field is None:
        raise NotWritable(f"không có khóa {key} ở đây")
    if not isinstance(node, MappingNode):
        return _expand(text, record, key, value)
    names = list(_keys(record))
    if key not in names:
        return text if value is None else add_key(text, record, field, value)
    index = names.index(key)
    if value is None:
        return _remove_pair(text, node, index)
    child = node.value[index][1]
    if isinstance(value, tuple) and isinstance(child, SequenceNode) and child.value:
        return set_elements(text, record, child, field, value)
    if isinstance(value, tuple) and len(value) == 1 and not is_blank(child):
        lines = element_lines(f"{field.key}: ", value[0], _column(child))
    else:
        lines = pair_lines(field, value, 0)
    return _replace_value(text, node, index, [flow_pair(key, value)] if node.flow_style else lines)


def add_first_key(text: str, node: MappingNode, key: str, value: str) -> str:
    """Return the text with a new key before all others of a mapping."""
    start = node.start_mark.index
    if node.flow_style:
        return f"{text[: start + 1]}{key}: {value}, {text[start + 1 :]}"
    indent = " " * node.start_mark.column
    return f"{text[:start]}{key}: {value}{line_break(text)}{indent}{text[start:]}"


def value_node(record: Record, key: str) -> Node | None:
    """Return the node of the value under a key."""
    pairs = record.node.value if isinstance(record.node, MappingNode) else []
    return next(
        (child for name, (_, child) in zip(_keys(record), pairs, strict=True) if name == key), None
    )


def key_node(record: Record, key: str) -> ScalarNode | None:
    """Return the node of a key."""
    pairs = record.node.value if isinstance(record.node, MappingNode) else []
    return next(
        (node for name, (node, _) in zip(_keys(record), pairs, strict=True) if name == key), None
    )


def key_positions(record: Record) -> Iterator[tuple[Position, str]]:
    """Yield the positions of the keys of a mapping and of their values, each with its key."""
    for key, value in record.node.value if isinstance(record.node, MappingNode) else ():
        field = record.form.find(key.value) if isinstance(key, ScalarNode) else None
        if field is not None:
            yield Position.at(key.start_mark), field.key
            yield Position.at(value.start_mark), field.key


def key_index(record: Record, keys: Sequence[str]) -> int:
    """Return the index after the last of some keys in a mapping; 0 if it has none of them."""
    return max((n + 1 for n, name in enumerate(_keys(record)) if name in keys), default=0)


def is_blank(node: Node) -> bool:
    """Return whether a value is empty."""
    return isinstance(node, ScalarNode) and not node.value.strip()


def is_flow(node: Node) -> bool:
    """Return whether a list or mapping is in brackets or braces."""
    return isinstance(node, MappingNode | SequenceNode) and bool(node.flow_style)


def _column(node: Node) -> int:
    return int(node.start_mark.column)


def _keys(record: Record) -> Iterator[str]:
    pairs = record.node.value if isinstance(record.node, MappingNode) else []
    for key, _ in pairs:
        field = record.form.find(key.value)
        yield field.key if field else key.value


def _replace_value(text: str, node: MappingNode, index: int, lines: Sequence[str]) -> str:
    """Replace the value of a key by that of its new lines, which are without indentation."""
    key, child = node.value[index]
    start, end = child.start_mark.index, last_offset(text, child)
    newline, indent = line_break(text), " " * _column(key)
    if ":" not in text[key.end_mark.index : start]:
        raise NotWritable("khóa viết theo cách lạ")
    colon = text.index(":", key.end_mark.index) + 1
    between, value = text[colon:start], lines[0].partition(":")[2].lstrip(" ")
    below = "".join(f"{newline}{indent}{line}" for line in lines[1:])
    kept = inner_comments(text, child)
    if value:
        space = "" if between[-1:].isspace() else " "
        text = f"{text[:colon]}{between}{space}{value}{below}{text[end:]}"
    else:  # a list begins below its key and the comment after it
        same_line = text[end : line_end(text, end)]
        head = text[:colon] + between.rstrip() + same_line
        text = head + below + text[line_end(text, end) :]
    return _with_comments_above(text, key, kept)


def _with_comments_above(text: str, key: Node, comments: Sequence[str]) -> str:
    at = line_start(text, key.start_mark.index)
    indent, newline = " " * _column(key), line_break(text)
    return text[:at] + "".join(f"{indent}{each}{newline}" for each in comments) + text[at:]


def add_key(text: str, record: Record, field: Field, value: PlainValue) -> str:
    """Return the text with a new key after the last one that precedes it in the form."""
    assert isinstance(record.node, MappingNode)
    lines = pair_lines(field, value, _column(record.node))
    return add_lines(text, record, field, lines, flow_pair(field.key, value))


def add_lines(text: str, record: Record, field: Field, lines: Sequence[str], flow: str) -> str:
    """Return the text with the lines of a new key, or with `flow` in a mapping in braces."""
    node = record.node
    assert isinstance(node, MappingNode)
    order = [known.key for known in record.form.fields]
    index = key_index(record, order[: order.index(field.key)])
    if node.flow_style:
        if index:
            at = last_offset(text, node.value[index - 1][1])
            return f"{text[:at]}, {flow}{text[at:]}"
        at = node.start_mark.index + 1
        return f"{text[:at]}{flow}{', ' if node.value else ''}{text[at:]}"
    newline, indent = line_break(text), " " * _column(node)
    if not index:
        start = node.start_mark.index
        return f"{text[:start]}{newline.join(lines)[len(indent) :]}{newline}{indent}{text[start:]}"
    gap = newline if _has_gap_at(text, node, index) else ""
    at = line_end(text, last_offset(text, node.value[index - 1][1]))
    return f"{text[:at]}{newline}{gap}{newline.join(lines)}{text[at:]}"


def _expand(text: str, record: Record, key: str, value: PlainValue) -> str:
    shorthand, node = record.form.shorthand, record.node
    if shorthand is None:
        raise NotWritable("chỗ này viết theo cách lạ")
    values = {shorthand: record.text(shorthand), key: value}
    pairs = (flow_pair(name, each) for name, each in values.items() if each is not None)
    start, end = node.start_mark.index, last_offset(text, node)
    return f"{text[:start]}{{{', '.join(pairs)}}}{text[end:]}"


def _has_gap_at(text: str, node: MappingNode, index: int) -> bool:
    """Return whether a blank line separates the keys around a place, or before the last."""
    index = min(index, len(node.value) - 1)
    if not index:
        return False
    before = last_offset(text, node.value[index - 1][1])
    return has_blank_line(text[before : node.value[index][0].start_mark.index])


def _remove_pair(text: str, node: MappingNode, index: int) -> str:
    key, value = node.value[index]
    following = node.value[index + 1][0] if index + 1 < len(node.value) else None
    start, end = key.start_mark.index, last_offset(text, value)
    if not node.flow_style and index:
        return remove_lines(text, start, end)
    if following is not None:
        between = text[end : following.start_mark.index]
        if "#" in between and not node.flow_style:
            return text[:start] + between.lstrip() + text[following.start_mark.index :]
        return text[:start] + text[following.start_mark.index :]
    if not index:
        raise NotWritable("không còn khóa nào")
    start = last_offset(text, node.value[index - 1][1])
    return text[:start] + text[end:]
