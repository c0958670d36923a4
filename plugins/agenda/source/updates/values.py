"""The values that updates may change, as plain values by target and key."""

from collections.abc import Iterator, Mapping, Sequence

from yaml.nodes import MappingNode, ScalarNode

from agenda.model import Day, PlainValue, ScheduleEntry, YearMonth
from agenda.schema.updates import DAY_KEYS, DOCUMENT_KEYS, HEADER_KEYS, ITEM_KEYS, PARAGRAPH_KEYS
from agenda.source.yaml.records import Record, Scalar, Value

Values = Mapping[tuple[str, str], PlainValue]
"""Plain values by target and key."""


def keys_of_target(target: str) -> Sequence[str]:
    """Return the keys that an update of a target may change; none for an unknown target."""
    if target.startswith("cv-"):
        return ITEM_KEYS
    if target.startswith("ngay-"):
        return DAY_KEYS
    if target.startswith("trong-tam-"):
        return PARAGRAPH_KEYS
    return (target,) if target in (*HEADER_KEYS, *DOCUMENT_KEYS) else ()


def current_values(file: Record, entries: Sequence[ScheduleEntry], month: YearMonth) -> Values:
    """Return the values of every target of a file but its items."""
    values: dict[tuple[str, str], PlainValue] = {}
    for day in month.dates():
        covering = tuple(entry for entry in entries if entry.covers(day))
        label = "; ".join(Day(date=day, entries=covering).labels)
        values[f"ngay-{day.day:02}", "nghi"] = label or None
    for number, text in enumerate(file.texts("trong_tam"), 1):
        values[f"trong-tam-{number}", "noi_dung"] = text
    document = file.record("van_ban")
    for record, keys in ((file, HEADER_KEYS), (document, DOCUMENT_KEYS)):
        for key in keys if record is not None else ():
            values[key, key] = plain_value(record.values.get(key)) if record else None
    return values


def plain_values(record: Record) -> Iterator[tuple[str, PlainValue]]:
    """Yield the keys of a record with their plain values, in the order of the file."""
    for key in written_keys(record):
        yield key, plain_value(record.values.get(key))


def plain_value(value: Value | None) -> PlainValue:
    """Return a text or the texts of a list; None for an empty value."""
    match value:
        case Scalar():
            return value.text
        case tuple():
            return tuple(text for each in value if (text := _text(each)))
    return None


def written_keys(record: Record) -> tuple[str, ...]:
    """Return the known keys of a record, also those without a value."""
    pairs = record.node.value if isinstance(record.node, MappingNode) else []
    fields = (record.form.find(key.value) for key, _ in pairs if isinstance(key, ScalarNode))
    return tuple(field.key for field in fields if field is not None)


def _text(value: Value) -> str | None:
    match value:
        case Scalar():
            return value.text
        case Record():
            return value.text("ten")
    return None
