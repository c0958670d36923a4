"""Find, add and take out items of a month's file, and change nothing else."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from yaml.nodes import SequenceNode

from agenda.model import PlainValue, YearMonth
from agenda.schema.schedule import ITEM
from agenda.source.months import half_days
from agenda.source.writing.codes import read_leniently
from agenda.source.writing.comments import comments_between, inner_comments
from agenda.source.writing.elements import element_span, remove_element
from agenda.source.writing.entries import as_list, needs_list
from agenda.source.writing.fields import NotWritable, is_flow, value_node
from agenda.source.writing.plain import plain_value
from agenda.source.writing.schedule.half_days import put_item
from agenda.source.writing.schedule.item_text import ItemText
from agenda.source.writing.schedule.rows import (
    Span,
    add_row,
    days_of,
    has_items,
    remove_row,
    rows_of,
    split_row,
)
from agenda.source.writing.text_lines import (
    last_offset,
    line_end,
    line_start,
    raw_lines,
    remove_lines,
)
from agenda.source.yaml.records import Record
from agenda.source.yaml.values import parse_days

ItemValues = Mapping[str, PlainValue]
"""All keys of an item but its code, with `ngay` and `buoi`; None for an empty key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemPlace:
    """An item of a file: its row, its half-day and its index there, from 0."""

    row: Record
    row_index: int
    days: Span | None
    half_day: str
    record: Record
    index: int

    @property
    def code(self) -> str | None:
        return self.record.text("ma")

    @property
    def list(self) -> SequenceNode | None:
        """The list that contains the item, if it is in a list."""
        node = value_node(self.row, self.half_day)
        return node if isinstance(node, SequenceNode) else None

    @property
    def values(self) -> ItemValues:
        known: dict[str, PlainValue] = {"ngay": self.row.text("ngay"), "buoi": self.half_day}
        return known | {
            field.key: plain_value(self.record, field.key)
            for field in ITEM.fields
            if field.key != "ma"
        }


def read_month(text: str) -> Record:
    """Read a month's file without the values that have an error.

    Raise `NotWritable` if it is not valid YAML.
    """
    record = read_leniently(text)
    if record is None:
        raise NotWritable("tệp có lỗi")
    return record


def month_of(record: Record) -> YearMonth:
    """Return the month of a file. Raise `NotWritable` if the file does not name it."""
    try:
        return YearMonth.parse(record.text("thang") or "")
    except ValueError:
        raise NotWritable("tệp không ghi đúng tháng") from None


def item_places(month: Record) -> Iterator[ItemPlace]:
    """Yield every item in the order of the file."""
    of = month_of(month)
    for row_index, row in rows_of(month):
        for half_day, items in half_days(row):
            node = value_node(row, half_day.value)
            elements = node.value if isinstance(node, SequenceNode) else [node]
            for item in items:
                index = next(n for n, each in enumerate(elements) if each is item.node)
                yield ItemPlace(
                    row=row,
                    row_index=row_index,
                    days=days_of(row, of),
                    half_day=half_day.value,
                    record=item,
                    index=index,
                )


def find_item(month: Record, code: str) -> ItemPlace | None:
    """Return the item with this code."""
    return next((each for each in item_places(month) if each.code == code), None)


def add_item(text: str, days: str, half_day: str, item: ItemText, index: int | None = None) -> str:
    """Return the text with another item, before that at `index` of its half-day or at the end.

    A day without a row gets one. A row of several days without items is split for it.
    Raise `ValueProblem` for days that are none.
    """
    month = read_month(text)
    of = month_of(month)
    first, last = parse_days(days, of)
    row = _row_of(month, first, last)
    if row is None:
        split = split_row(text, month, of, first, last)
        text = add_row(text, month, of, days) if split is None else split
        row = _row_of(read_month(text), first, last)
    if row is not None and needs_list(row, half_day):
        text = as_list(text, row, half_day)
        row = _row_of(read_month(text), first, last)
    if row is None:
        raise NotWritable("không thêm được ngày vào lich")
    return put_item(text, row, half_day, item, index)


def take_item(text: str, place: ItemPlace, *, keep_row: bool = False) -> tuple[str, ItemText]:
    """Return the text without an item and the comments directly above it, and the item.

    A row of several days that has nothing else is removed too, unless it is to be kept.
    """
    values = {"ma": place.code, **place.values}
    container, node = place.list, place.record.node
    if container is not None and not container.flow_style:
        start, end = element_span(text, container, place.index)
        raw, column = raw_lines(text[start:end]), int(container.start_mark.column)
        comments = comments_between(text, start, end, node)
    else:
        raw, column, comments = (), 0, inner_comments(text, node)
    item = ItemText(values=values, comments=tuple(comments), raw=raw, column=column)
    if container is None:
        text = _without_direct(text, place)
    else:
        text = remove_element(text, container, place.index)
    if keep_row:
        return text, item
    text, comments_of_row = _without_empty_span(text, place)
    return text, item.below(comments_of_row)


def _without_direct(text: str, place: ItemPlace) -> str:
    """Return the text without an item that is the value of its half-day itself."""
    node = place.record.node
    start, end = node.start_mark.index, last_offset(text, node)
    begins_line = not text[line_start(text, start) : start].strip()
    if begins_line and not text[end : line_end(text, end)].strip():
        return remove_lines(text, start, end)
    space = " " if is_flow(place.row.node) else ""
    return text[:start].rstrip(" ") + space + text[end:]


def _without_empty_span(text: str, place: ItemPlace) -> tuple[str, list[str]]:
    """Return the text without a row of several days that an item left empty, and its comments."""
    month = read_month(text)
    row = next((row for index, row in rows_of(month) if index == place.row_index), None)
    if row is None or row.text("nghi"):
        return text, []
    days = days_of(row, month_of(month))
    if days is None or days[0] == days[1] or has_items(row):
        return text, []
    container = value_node(month, "lich")
    start, end = row.node.start_mark.index, last_offset(text, row.node)
    if isinstance(container, SequenceNode) and not container.flow_style:
        start, end = element_span(text, container, place.row_index)
    comments = comments_between(text, start, end, row.node)
    return remove_row(text, month, place.row_index), comments


def _row_of(month: Record, first: date, last: date) -> Record | None:
    """Return the row of these days."""
    of = month_of(month)
    return next((row for _, row in rows_of(month) if days_of(row, of) == (first, last)), None)
