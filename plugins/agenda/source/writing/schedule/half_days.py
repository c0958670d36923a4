"""Put an item into a half-day of a row, however the half-day is written."""

from yaml.nodes import MappingNode, SequenceNode

from agenda.schema.schedule import ENTRY
from agenda.source.writing.elements import insert_element, insert_lines
from agenda.source.writing.fields import is_blank, is_flow, key_index, key_node, value_node
from agenda.source.writing.schedule.item_text import ItemText
from agenda.source.writing.text_lines import (
    last_offset,
    line_break,
    line_end,
    line_start,
)
from agenda.source.yaml.records import Record

_STEP = 2
"""The usual indentation of a list below its key, in columns."""


def put_item(text: str, row: Record, half_day: str, item: ItemText, index: int | None) -> str:
    """Return the text with an item in a half-day, before that at `index` or at the end.

    The item is in block style unless its neighbours are in flow style. An item that is the value
    of the half-day itself has been made a list by `as_list`, unless it is in flow style.
    """
    key, node = key_node(row, half_day), value_node(row, half_day)
    if isinstance(node, SequenceNode) and node.value:
        return _add_to_list(text, node, item, len(node.value) if index is None else index)
    if key is None or node is None:
        return _add_half_day(text, row, half_day, item)
    empty = is_blank(node) or isinstance(node, SequenceNode)
    start, end = node.start_mark.index, last_offset(text, node)
    if is_flow(row.node) or not empty:
        both = [item.flow()] if empty else [text[start:end], item.flow()]
        elements = ", ".join(reversed(both) if index == 0 else both)
        space = "" if text[start - 1 : start].isspace() else " "
        return _with_comments(f"{text[:start]}{space}[{elements}]{text[end:]}", start, item)
    text = text[:start].rstrip(" ") + text[end:] if end > start else text  # "[]" or "null"
    at = line_end(text, key.end_mark.index)
    lines = item.block(int(key.start_mark.column) + _STEP)
    return text[:at] + "".join(line_break(text) + line for line in lines) + text[at:]


def _add_to_list(text: str, container: SequenceNode, item: ItemText, index: int) -> str:
    beside = container.value[max(index - 1, 0) : index + 1]
    if container.flow_style or all(map(is_flow, beside)):
        start = container.start_mark.index
        return _with_comments(insert_element(text, container, index, item.flow()), start, item)
    return insert_lines(text, container, index, item.block(int(container.start_mark.column)))


def _with_comments(text: str, offset: int, item: ItemText) -> str:
    """Return the text with the comments of an item above the line of an offset."""
    at = line_start(text, offset)
    line = text[at : line_end(text, at)]
    indent = line[: len(line) - len(line.lstrip(" "))]
    added = "".join(f"{indent}{each}{line_break(text)}" for each in item.comments)
    return text[:at] + added + text[at:]


def _add_half_day(text: str, row: Record, half_day: str, item: ItemText) -> str:
    """Add a half-day after the keys of a row that precede it in a day."""
    node = row.node
    assert isinstance(node, MappingNode)
    order = [field.key for field in ENTRY.fields]
    index = key_index(row, order[: order.index(half_day)])
    if node.flow_style:
        pair = f"{half_day}: [{item.flow()}]"
        if not index:
            at = node.start_mark.index + 1
            return _with_comments(f"{text[:at]}{pair}, {text[at:]}", at, item)
        at = last_offset(text, node.value[index - 1][1])
        return _with_comments(f"{text[:at]}, {pair}{text[at:]}", node.start_mark.index, item)
    column, newline = int(node.start_mark.column), line_break(text)
    lines = [f"{half_day}:", *item.block(column + _STEP)]
    if not index:
        start = node.start_mark.index
        return f"{text[:start]}{newline.join(lines)}{newline}{' ' * column}{text[start:]}"
    at = line_end(text, last_offset(text, node.value[index - 1][1]))
    return f"{text[:at]}{newline}{' ' * column}{newline.join(lines)}{text[at:]}"
