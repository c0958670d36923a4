"""Add a mapping to a list of mappings, in the style of its neighbours."""

from collections.abc import Mapping

from yaml.nodes import MappingNode, Node, SequenceNode

from agenda.model import PlainValue
from agenda.schema.fields import Form
from agenda.source.writing.block import mapping_lines
from agenda.source.writing.elements import insert_element, insert_lines, remove_element
from agenda.source.writing.fields import (
    NotWritable,
    add_lines,
    is_blank,
    is_flow,
    key_node,
    value_node,
)
from agenda.source.writing.plain import flow_pair
from agenda.source.writing.text_lines import (
    last_offset,
    line_break,
    line_end,
    line_start,
    split_keeping_breaks,
)
from agenda.source.yaml.records import Record
from agenda.source.yaml.values import ValueProblem

_STEP = 2
"""The usual indentation of a list below its key, in columns."""


def add_entry(
    text: str, record: Record, key: str, form: Form, values: Mapping[str, PlainValue]
) -> str:
    """Return the text with another mapping at the end of a list, which may be missing.

    It is in braces if the mapping before it is. A single mapping in block style has been made a
    list by `as_list`.
    """
    node, container, field = key_node(record, key), value_node(record, key), record.form.field(key)
    newline, flow = line_break(text), flow_mapping(form, values)
    if field is None:
        raise NotWritable(f"không có khóa {key} ở đây")
    if all(value is None for value in values.values()):
        raise ValueProblem("missing", "chưa ghi gì", "điền ít nhất một ô")
    if isinstance(container, SequenceNode) and container.value:
        last, index = container.value[-1], len(container.value)
        if container.flow_style or (isinstance(last, MappingNode) and last.flow_style):
            return insert_element(text, container, index, flow)
        return insert_lines(text, container, index, entry_lines(form, values, _column(container)))
    if node is None or container is None:
        column = _column(record.node)
        lines = [f"{' ' * column}{key}:", *entry_lines(form, values, column + 2)]
        return add_lines(text, record, field, lines, f"{key}: [{flow}]")
    start, end = container.start_mark.index, last_offset(text, container)
    empty = isinstance(container, SequenceNode) or is_blank(container)
    if is_flow(record.node) or not empty:
        space = "" if text[start - 1 : start].isspace() else " "
        elements = flow if empty else f"{text[start:end]}, {flow}"
        return f"{text[:start]}{space}[{elements}]{text[end:]}"
    text = text[:start].rstrip(" ") + text[end:] if end > start else text  # "[]" or "null"
    at = line_end(text, node.end_mark.index)
    lines = entry_lines(form, values, _column(node) + 2)
    return text[:at] + "".join(newline + line for line in lines) + text[at:]


def remove_entry(text: str, record: Record, key: str, entry: Record) -> str:
    """Return the text without a mapping of a list and the comments directly above it."""
    container = value_node(record, key)
    if not isinstance(container, SequenceNode):
        raise NotWritable(f"{key} không viết thành danh sách")
    index = next(n for n, node in enumerate(container.value) if node is entry.node)
    return remove_element(text, container, index)


def needs_list(record: Record, key: str) -> bool:
    """Return whether a key has a single element in block style that is not in a list."""
    node = value_node(record, key)
    if node is None or is_blank(node) or isinstance(node, SequenceNode) or is_flow(record.node):
        return False
    return not is_flow(node)


def as_list(text: str, record: Record, key: str) -> str:
    """Return the text with the single element of a key as an element of a list."""
    name, node = key_node(record, key), value_node(record, key)
    assert name is not None
    assert node is not None
    start, newline = node.start_mark.index, line_break(text)
    indent = " " * (_column(name) + _STEP)
    first = line_start(text, start)
    if text[first:start].strip():  # on the line of its key
        head, body, below = text[:start].rstrip(" "), text[start:], newline
        end = line_end(text, last_offset(text, node)) - start
        return f"{head}{below}{indent}- {_indented(body[:end], _STEP + 2)}{body[end:]}"
    end = line_end(text, last_offset(text, node))
    shift = max(len(indent) + 2 - (start - first), 0)
    column = " " * (start - first + shift - 2)
    return f"{text[:first]}{column}- {_indented(text[start:end], shift)}{text[end:]}"


def _indented(text: str, columns: int) -> str:
    """Return a text with all lines but the first indented further."""
    first, *others = split_keeping_breaks(text) or [""]
    return first + "".join(" " * columns + line if line.strip() else line for line in others)


def _column(node: Node) -> int:
    return int(node.start_mark.column)


def entry_lines(form: Form, values: Mapping[str, PlainValue], column: int) -> list[str]:
    """Return the lines of a mapping as an element of a list with dashes in `column`."""
    first, *others = mapping_lines(form, values, column + 2)
    return [f"{' ' * column}- {first.lstrip(' ')}", *others]


def flow_mapping(form: Form, values: Mapping[str, PlainValue]) -> str:
    """Return a mapping in braces, without empty keys."""
    pairs = (
        flow_pair(field.key, values[field.key])
        for field in form.fields
        if values.get(field.key) is not None
    )
    return f"{{{', '.join(pairs)}}}"
