"""Plain values of a record, as forms show them and as the writers take them.

A printed name with the code of its directory entry is one text: "Đ/c An = le-van-an".
"""

from agenda.model import PlainValue
from agenda.source.writing.flow import write_text, write_value
from agenda.source.yaml.records import Record, Scalar, Value
from agenda.source.yaml.values import is_code

_SEPARATOR = " = "


def plain_value(record: Record, key: str) -> PlainValue:
    """Return a text, or the texts of a list, each name with its code; None for an empty key."""
    value = record.values.get(key)
    if isinstance(value, Scalar):
        return value.text
    return tuple(map(element_text, value)) if isinstance(value, tuple) else None


def plain_mapping(record: Record) -> dict[str, PlainValue]:
    """Return the plain values of all keys of a mapping."""
    return {field.key: plain_value(record, field.key) for field in record.form.fields}


def element_text(value: Value) -> str:
    """Return the text of a list's element, for a name with a code both."""
    match value:
        case Scalar():
            return value.text
        case Record():
            name, code = value.text("ten") or "", value.text("ma")
            return f"{name}{_SEPARATOR}{code}" if code else name
    return ""


def write_name(text: str) -> str | None:
    """Return a name with a code in flow style, or None for any other text."""
    name, separator, code = text.rpartition(_SEPARATOR)
    if not separator or not name.strip() or not is_code(code.strip()):
        return None
    return f"{{ten: {write_text(name.strip())}, ma: {code.strip()}}}"


def flow_pair(key: str, value: PlainValue) -> str:
    """Return a key and its value in flow style."""
    if isinstance(value, tuple):
        return f"{key}: [{', '.join(map(flow_element, value))}]"
    return f"{key}: {write_value(value)}"


def flow_element(text: str) -> str:
    """Return a text or a name of a list in flow style."""
    return write_name(text) or write_text(text)
