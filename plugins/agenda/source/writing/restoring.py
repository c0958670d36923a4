"""Restore published values in a month's file, and change nothing else."""

from collections.abc import Mapping

from agenda.model import PlainValue, YearMonth
from agenda.schema.updates import DOCUMENT_KEYS
from agenda.source.writing.fields import NotWritable, set_key
from agenda.source.writing.flow import write_value
from agenda.source.writing.schedule.item_text import ItemText
from agenda.source.writing.schedule.items import (
    ItemValues,
    add_item,
    find_item,
    read_month,
    take_item,
)
from agenda.source.writing.schedule.rows import days_of, rows_of
from agenda.source.yaml.records import Record
from agenda.source.yaml.values import parse_days

Values = Mapping[str, PlainValue]


def restore(
    text: str, month: YearMonth, target: str, published: Values | None, position: int | None
) -> str:
    """Return the text of a file with the published values of a target.

    `published` are the values by key, of an item that the file lacks all values; None removes an
    item. Raise `NotWritable` if the place is not there or is written in another way.
    """
    if target.startswith("cv-"):
        return _restore_item(text, target.removeprefix("cv-"), published, position)
    values = published or {}
    if target.startswith("ngay-"):
        return _restore_label(text, month, target, values)
    record = read_month(text)
    if target.startswith("trong-tam-"):
        return _restore_paragraph(text, record, target, values.get("noi_dung"))
    if target in DOCUMENT_KEYS:
        document = record.record("van_ban")
        if document is None:
            raise NotWritable("không thấy van_ban")
        record = document
    return set_key(text, record, target, values.get(target))


def _restore_item(text: str, code: str, published: Values | None, position: int | None) -> str:
    place = find_item(read_month(text), code)
    if place is None and published is None:
        raise NotWritable("không thấy việc")
    index = None if position is None else position - 1
    if place is None:
        return _add(text, {"ma": code, **(published or {})}, index)
    if published is None:
        return take_item(text, place)[0]
    if {"ngay", "buoi"} & published.keys():
        text, _ = take_item(text, place)
        return _add(text, {"ma": code, **place.values, **published}, index)
    for key, value in published.items():
        place = find_item(read_month(text), code)
        assert place is not None
        text = set_key(text, place.record, key, _of_kind(place.values[key], value))
    return text


def _add(text: str, values: ItemValues, index: int | None) -> str:
    days, half_day = values.get("ngay"), values.get("buoi")
    if not isinstance(days, str) or not isinstance(half_day, str):
        raise NotWritable("không rõ ngày và buổi của việc")
    names = {key: _of_kind((), values.get(key)) for key in ("chuan_bi", "lanh_dao")}
    return add_item(text, days, half_day, ItemText(values={**values, **names}), index)


def _of_kind(now: PlainValue, value: PlainValue) -> PlainValue:
    """Return a value as a list if the current value is one."""
    return (value,) if isinstance(now, tuple) and isinstance(value, str) else value


def _restore_label(text: str, month: YearMonth, target: str, values: Values) -> str:
    days = values.get("ngay") or str(int(target.removeprefix("ngay-")))
    assert isinstance(days, str)
    first, last = parse_days(days, month)
    rows = [
        each
        for _, each in rows_of(read_month(text))
        if (span := days_of(each, month)) and first <= span[1] and span[0] <= last
    ]
    spans = [days_of(each, month) for each in rows]
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
