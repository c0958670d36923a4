"""Restore published values in a month's file, and change nothing else."""

from collections.abc import Iterator, Mapping
from datetime import date

from yaml.nodes import MappingNode, SequenceNode

from agenda.model import PlainValue, YearMonth
from agenda.schema.updates import DOCUMENT_KEYS
from agenda.source.months import half_days
from agenda.source.writing.codes import read_record
from agenda.source.writing.fields import (
    NotWritable,
    insert_element,
    is_blank,
    last_offset,
    line_break,
    line_end,
    remove_element,
    remove_lines,
    set_key,
    value_node,
)
from agenda.source.writing.flow import write_value
from agenda.source.yaml.records import Record
from agenda.source.yaml.values import ValueProblem, parse_days

Values = Mapping[str, PlainValue]


def restore(
    text: str, month: YearMonth, target: str, published: Values | None, position: int | None
) -> str:
    """Return the text of a file with the published values of a target.

    `published` are the values by key, of an item that the file lacks all values; None removes an
    item. Raise `NotWritable` if the place is not there or is written in another way.
    """
    if target.startswith("cv-"):
        return _restore_item(text, month, target.removeprefix("cv-"), published, position)
    values = published or {}
    if target.startswith("ngay-"):
        return _restore_label(text, month, target, values)
    record = _read(text)
    if target.startswith("trong-tam-"):
        return _restore_paragraph(text, record, target, values.get("noi_dung"))
    if target in DOCUMENT_KEYS:
        document = record.record("van_ban")
        if document is None:
            raise NotWritable("không thấy van_ban")
        record = document
    return set_key(text, record, target, values.get(target))


def _restore_item(
    text: str, month: YearMonth, code: str, published: Values | None, position: int | None
) -> str:
    item = next((each for each in _items(_read(text)) if each[2].text("ma") == code), None)
    if published is None:
        return _remove(text, item)
    if item is None:
        return _insert(text, month, {"ma": code, **published}, position)
    moved = {"ngay", "buoi"} & published.keys()
    if moved:
        row, half_day, record = item
        values: dict[str, PlainValue] = {"ngay": row.text("ngay"), "buoi": half_day}
        values |= {key: _plain(record, key) for key in record.values}
        values |= published
        return _insert(_remove(text, item), month, values, position)
    for key, value in published.items():
        record = next(each for _, _, each in _items(_read(text)) if each.text("ma") == code)
        text = set_key(text, record, key, value)
    return text


def _items(month: Record) -> Iterator[tuple[Record, str, Record]]:
    """Yield every item with its row and the key of its half-day."""
    for row in month.records("lich"):
        for half_day, items in half_days(row):
            for item in items:
                yield row, half_day.value, item


def _remove(text: str, item: tuple[Record, str, Record] | None) -> str:
    if item is None:
        raise NotWritable("không thấy việc")
    row, half_day, record = item
    container = value_node(row, half_day)
    if isinstance(container, SequenceNode):
        index = next(n for n, each in enumerate(container.value) if each is record.node)
        if len(container.value) == 1 and not container.flow_style:
            return remove_lines(text, record.node.start_mark.index, last_offset(text, record.node))
        return remove_element(text, container, index)
    if isinstance(container, MappingNode) and container.flow_style:
        return text[: container.start_mark.index] + text[container.end_mark.index :]
    return remove_lines(text, record.node.start_mark.index, last_offset(text, record.node))


def _insert(text: str, month: YearMonth, values: Values, position: int | None) -> str:
    days, half_day = values.get("ngay"), values.get("buoi")
    if not isinstance(days, str) or not isinstance(half_day, str):
        raise NotWritable("không rõ ngày và buổi của việc")
    written = {
        key: value
        for key, value in values.items()
        if value is not None and key not in ("ngay", "buoi")
    }
    element = write_value(written)
    record = _read(text)
    row = next(
        (each for each in record.records("lich") if _days(each, month) == parse_days(days, month)),
        None,
    )
    if row is None:
        return _insert_row(text, record, month, days, f"{half_day}: [{element}]")
    container = value_node(row, half_day)
    if container is None:
        return _add_half_day(text, row, half_day, element)
    if isinstance(container, SequenceNode):
        index = len(container.value) if position is None else position - 1
        return insert_element(text, container, index, element)
    start, end = container.start_mark.index, last_offset(text, container)
    if is_blank(container):
        return f"{text[:start]} [{element}]{text[end:]}"
    if isinstance(container, MappingNode) and not container.flow_style:
        raise NotWritable("việc cùng buổi không viết thành danh sách")
    both = (element, text[start:end]) if position == 1 else (text[start:end], element)
    return f"{text[:start]}[{both[0]}, {both[1]}]{text[end:]}"


def _add_half_day(text: str, row: Record, half_day: str, element: str) -> str:
    node = row.node
    assert isinstance(node, MappingNode)
    pair = f"{half_day}: [{element}]"
    at = last_offset(text, node)
    if node.flow_style:
        at = last_offset(text, node.value[-1][1])
        return f"{text[:at]}, {pair}{text[at:]}"
    at = line_end(text, at)
    return f"{text[:at]}{line_break(text)}{' ' * node.start_mark.column}{pair}{text[at:]}"


def _insert_row(text: str, record: Record, month: YearMonth, days: str, pair: str) -> str:
    container = value_node(record, "lich")
    if not isinstance(container, SequenceNode):
        raise NotWritable("lich không viết thành danh sách")
    first, _ = parse_days(days, month)
    starts = [_days(row, month) for row in record.records("lich")]
    index = next((n for n, each in enumerate(starts) if each and each[0] > first), len(starts))
    return insert_element(text, container, index, f"{{ngay: {days}, {pair}}}")


def _restore_label(text: str, month: YearMonth, target: str, values: Values) -> str:
    days = values.get("ngay") or str(int(target.removeprefix("ngay-")))
    assert isinstance(days, str)
    first, last = parse_days(days, month)
    rows = [
        each
        for each in _read(text).records("lich")
        if (span := _days(each, month)) and first <= span[1] and span[0] <= last
    ]
    spans = [_days(each, month) for each in rows]
    if not rows or any(span and not (first <= span[0] and span[1] <= last) for span in spans):
        raise NotWritable("các ngày này nay chia dòng cách khác")
    for row in reversed(rows):
        text = set_key(text, row, "nghi", values.get("nghi"))
    return text


def _restore_paragraph(text: str, record: Record, target: str, value: PlainValue) -> str:
    number = int(target.removeprefix("trong-tam-"))
    paragraphs = list(record.texts("trong_tam"))
    if number > len(paragraphs) or not isinstance(value, str):
        raise NotWritable("số đoạn đã khác")
    node = record.scalars("trong_tam")[number - 1].node
    return text[: node.start_mark.index] + write_value(value) + text[node.end_mark.index :]


def _days(row: Record, month: YearMonth) -> tuple[date, date] | None:
    try:
        return parse_days(row.text("ngay") or "", month)
    except ValueProblem:
        return None


def _plain(record: Record, key: str) -> PlainValue:
    value = record.values.get(key)
    texts = tuple(each.text("ten") or "" for each in record.records(key)) or record.texts(key)
    return texts if isinstance(value, tuple) else record.text(key)


def _read(text: str) -> Record:
    record = read_record(text)
    if record is None:
        raise NotWritable("tệp có lỗi")
    return record
