"""Add a mapping to a list of mappings, in the style of its neighbours."""

from collections.abc import Mapping

from yaml.nodes import MappingNode, Node, SequenceNode

from agenda.model import PlainValue
from agenda.schema.fields import Form
from agenda.source.writing.block import mapping_lines
from agenda.source.writing.elements import insert_element, insert_lines, remove_element
from agenda.source.writing.fields import (
    NotWritable,
    flow_pair,
    is_blank,
    key_node,
    value_node,
)
from agenda.source.writing.text_lines import last_offset, line_break, line_end
from agenda.source.yaml.records import Record


def add_entry(
    text: str, record: Record, key: str, form: Form, values: Mapping[str, PlainValue]
) -> str:
    """Return the text with another mapping at the end of a list.

    It is in flow style if the mapping before it is. A missing list is added after all other keys.
    """
    node, container = key_node(record, key), value_node(record, key)
    newline = line_break(text)
    if isinstance(container, SequenceNode) and container.value:
        last, index = container.value[-1], len(container.value)
        if container.flow_style or (isinstance(last, MappingNode) and last.flow_style):
            return insert_element(text, container, index, _flow(form, values))
        return insert_lines(text, container, index, _lines(form, values, _column(container)))
    if node is None:
        end = "" if not text or text.endswith(("\n", "\r")) else newline
        lines = [f"{key}:", *_lines(form, values, 2)]
        return f"{text}{end}{newline}{newline.join(lines)}{newline}"
    if container is None or not (isinstance(container, SequenceNode) or is_blank(container)):
        raise NotWritable(f"{key} không viết thành danh sách")
    start, end_offset = container.start_mark.index, last_offset(text, container)
    if end_offset > start:  # "[]" or "null"
        text = text[:start].rstrip(" ") + text[end_offset:]
    at = line_end(text, node.end_mark.index)
    lines = _lines(form, values, _column(node) + 2)
    return text[:at] + "".join(newline + line for line in lines) + text[at:]


def remove_entry(text: str, record: Record, key: str, entry: Record) -> str:
    """Return the text without a mapping of a list and the comments directly above it."""
    container = value_node(record, key)
    if not isinstance(container, SequenceNode):
        raise NotWritable(f"{key} không viết thành danh sách")
    index = next(n for n, node in enumerate(container.value) if node is entry.node)
    return remove_element(text, container, index)


def _column(node: Node) -> int:
    return int(node.start_mark.column)


def _lines(form: Form, values: Mapping[str, PlainValue], column: int) -> list[str]:
    first, *others = mapping_lines(form, values, column + 2)
    return [f"{' ' * column}- {first.lstrip(' ')}", *others]


def _flow(form: Form, values: Mapping[str, PlainValue]) -> str:
    pairs = (
        flow_pair(field.key, values[field.key])
        for field in form.fields
        if values.get(field.key) is not None
    )
    return f"{{{', '.join(pairs)}}}"
