"""Check that an edit changes nothing but what it is for."""

from collections.abc import Iterator

from agenda.editing.action import EditScope
from agenda.model.calendar import dates_between
from agenda.source.directory import SECTIONS
from agenda.source.months import half_days
from agenda.source.writing.fields import NotWritable
from agenda.source.writing.schedule.items import month_of
from agenda.source.writing.schedule.rows import days_of
from agenda.source.yaml.records import Record, Scalar, Value


def verify_untouched(before: Record, after: Record, scope: EditScope) -> None:
    """Raise `NotWritable` if two versions of a file differ outside the scope of an edit."""
    new = new_codes(before, after)
    allowed = scope.codes | (new if scope.adds else frozenset())
    if (new - scope.codes and not scope.adds) or len(new - scope.codes) > 1:
        raise NotWritable("không sửa được riêng chỗ này")
    if _rest(before, allowed, scope) != _rest(after, allowed, scope):
        raise NotWritable("không sửa được riêng chỗ này")


def new_codes(before: Record, after: Record) -> frozenset[str]:
    """Return the codes of the entries that only the later version of a file has."""
    return _codes(after) - _codes(before)


def _codes(record: Record) -> frozenset[str]:
    return frozenset(each.text("ma") or "" for each in _coded(record))


def _coded(record: Record) -> Iterator[Record]:
    for section in SECTIONS:
        yield from record.records(section)
    for row in record.records("lich"):
        for _, items in half_days(row):
            yield from items


def _rest(record: Record, codes: frozenset[str], scope: EditScope) -> object:
    """Return all that a file says, without what the edit may change."""
    document = record.record("van_ban")
    values: dict[str, object] = {
        key: _contents(value)
        for key, value in record.values.items()
        if key not in {"lich", "van_ban", *SECTIONS} | scope.keys
    }
    for key, value in document.values.items() if document else ():
        if key not in scope.keys:
            values["van_ban", key] = _contents(value)  # type: ignore[index]
    for key in SECTIONS:
        values[key] = [_contents(e) for e in record.records(key) if e.text("ma") not in codes]
    values["lich"] = _schedule(record, codes, scope) if record.records("lich") else []
    return values


def _schedule(record: Record, codes: frozenset[str], scope: EditScope) -> object:
    """Return the labels by date, and the items by days and half-day."""
    month = month_of(record)
    items: dict[object, list[object]] = {}
    labels: dict[object, object] = {}
    for number, row in enumerate(record.records("lich")):
        span = days_of(row, month)
        for half_day, listed in half_days(row):
            kept = [_contents(each) for each in listed if each.text("ma") not in codes]
            if kept:
                items.setdefault((span or number, half_day), []).extend(kept)
        if not scope.labels and (label := row.text("nghi")) is not None:
            days = dates_between(*span) if span else [number]
            labels |= {(day, label): True for day in days}
    return items, labels


def _contents(value: Value) -> object:
    match value:
        case Scalar():
            return value.text
        case Record():
            return {key: _contents(child) for key, child in value.values.items()}
        case tuple():
            return [_contents(child) for child in value]
    return {key: child.text for key, child in value.items()}
