"""Find, add, split and remove the rows of a month's schedule."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from yaml.nodes import MappingNode, SequenceNode

from agenda.model import YearMonth
from agenda.schema.schedule import ENTRY
from agenda.source.months import half_days
from agenda.source.writing.block import mapping_lines
from agenda.source.writing.elements import insert_element, insert_lines, remove_element
from agenda.source.writing.fields import (
    NotWritable,
    is_blank,
    key_node,
    set_key,
    value_node,
)
from agenda.source.writing.plain import flow_pair
from agenda.source.writing.text_lines import line_break, line_end
from agenda.source.yaml.records import Record
from agenda.source.yaml.values import ValueProblem, parse_days

Span = tuple[date, date]


def rows_of(month: Record) -> Iterator[tuple[int, Record]]:
    """Yield the rows of the schedule, each with its index in the list."""
    node = value_node(month, "lich")
    elements = node.value if isinstance(node, SequenceNode) else []
    for row in month.records("lich"):
        yield next(n for n, each in enumerate(elements) if each is row.node), row


def days_of(row: Record, month: YearMonth) -> Span | None:
    """Return the first and the last day of a row, or None if they cannot be read."""
    try:
        return parse_days(row.text("ngay") or "", month)
    except ValueProblem:
        return None


def has_items(row: Record) -> bool:
    """Return whether a row lists items."""
    return any(items for _, items in half_days(row))


def format_span(first: date, last: date, month: YearMonth) -> str:
    """Format days as a file writes them: "4", "1-3", "30/4-3/5"."""
    if first in month and last in month:
        return str(first.day) if first == last else f"{first.day}-{last.day}"
    if first == last:
        return first.isoformat()
    return f"{first.day}/{first.month}-{last.day}/{last.month}"


def add_row(text: str, record: Record, month: YearMonth, days: str) -> str:
    """Return the text with a row for days that have none, in the order of days."""
    first, _ = parse_days(days, month)
    starts = [(index, days_of(row, month)) for index, row in rows_of(record)]
    before = [index + 1 for index, span in starts if span is not None and span[0] <= first]
    return _insert(text, record, max(before, default=0), days, None)


def split_row(text: str, record: Record, month: YearMonth, first: date, last: date) -> str | None:
    """Return the text with a row of several days split, so that the given days have their own.

    Each part keeps the label. Return None unless a row without items covers more than the days.
    """
    for index, row in rows_of(record):
        span = days_of(row, month)
        if span is None or has_items(row) or not (span[0] <= first and last <= span[1]):
            continue
        day = timedelta(1)
        parts = ((span[0], first - day), (first, last), (last + day, span[1]))
        written = [format_span(*part, month) for part in parts if part[0] <= part[1]]
        for days in reversed(written[1:]):
            text = _insert(text, record, index + 1, days, row.text("nghi"))
        return set_key(text, row, "ngay", written[0])
    return None


def remove_row(text: str, record: Record, index: int) -> str:
    """Return the text without a row and the comments directly above it."""
    container = value_node(record, "lich")
    return remove_element(text, container, index) if isinstance(container, SequenceNode) else text


def _insert(text: str, record: Record, index: int, days: str, label: str | None) -> str:
    container, key = value_node(record, "lich"), key_node(record, "lich")
    values = {"ngay": days, "nghi": label}
    if key is None or container is None:
        raise NotWritable("tệp không có mục lich")
    if isinstance(container, SequenceNode) and container.flow_style:
        return insert_element(text, container, index, _flow_row(days, label))
    if isinstance(container, SequenceNode):
        column = int(container.start_mark.column)
        if _is_flow(container, index):
            return insert_element(text, container, index, _flow_row(days, label))
        return insert_lines(text, container, index, _lines(values, column))
    if not is_blank(container):
        raise NotWritable("lich không viết thành danh sách")
    at = line_end(text, key.end_mark.index)
    column = int(key.start_mark.column) + 2
    added = "".join(line_break(text) + line for line in _lines(values, column))
    return text[:at] + added + text[at:]


def _is_flow(container: SequenceNode, index: int) -> bool:
    """Return whether the rows beside a place are in flow style."""
    beside = container.value[max(index - 1, 0) : index + 1]
    return all(isinstance(each, MappingNode) and each.flow_style for each in beside)


def _flow_row(days: str, label: str | None) -> str:
    pairs = [flow_pair("ngay", days), *([flow_pair("nghi", label)] if label else [])]
    return f"{{{', '.join(pairs)}}}"


def _lines(values: dict[str, str | None], column: int) -> Sequence[str]:
    first, *others = mapping_lines(ENTRY, values, column + 2)
    return [f"{' ' * column}- {first.lstrip(' ')}", *others]
