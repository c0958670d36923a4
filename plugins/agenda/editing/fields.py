"""The fields of a form, made from the schema, and the values that a form sends."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from agenda.editing.months import HEADER_KEYS
from agenda.editing.outcomes import Values
from agenda.model import Directory, PlainValue
from agenda.schema.fields import (
    ChoiceField,
    Field,
    FlagField,
    Form,
    ListField,
    Shape,
    TextField,
)
from agenda.schema.month import MONTH_FILE
from agenda.schema.schedule import ENTRY, HALF_DAY_LABELS, ITEM, NAME
from agenda.schema.signed_document import DOCUMENT
from agenda.schema.updates import half_day_field


class FieldKind(Enum):
    """The kind of a field of a form."""

    TEXT = "text"
    CHOICE = "choice"
    FLAG = "flag"
    NAMES = "names"
    LIST = "list"


Submitted: TypeAlias = Mapping[str, str | Sequence[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormField:
    """A field of a form, with its value in the file.

    A name with the code of its directory entry is one text: "Đ/c An = le-van-an".
    """

    key: str
    label: str
    about: str
    kind: FieldKind
    required: bool
    value: PlainValue
    examples: tuple[str, ...] = ()
    choices: Mapping[str, str]
    """The words of a choice with their meanings; empty for other kinds."""
    suggestions: tuple[str, ...] = ()
    """Names of the directory."""


def item_fields(values: Values, directory: Directory) -> tuple[FormField, ...]:
    """Return the fields of an item, with its day and half-day first."""
    days = next(field for field in ENTRY.fields if field.key == "ngay")
    fields = (days, half_day_field(HALF_DAY_LABELS), *ITEM.fields)
    return form_fields(fields, values, directory)


def header_fields(values: Values, directory: Directory) -> tuple[FormField, ...]:
    """Return the fields of a month's document and header."""
    header = (field for field in MONTH_FILE.fields if field.key in HEADER_KEYS)
    return form_fields((*DOCUMENT.fields, *header), values, directory)


def form_fields(
    fields: Iterable[Field], values: Values, directory: Directory
) -> tuple[FormField, ...]:
    """Return fields of the schema as fields of a form. Codes and lists of mappings are left out."""
    return tuple(
        FormField(
            key=field.key,
            label=field.label,
            about=field.about,
            kind=kind,
            required=field.required,
            value=values.get(field.key),
            examples=_examples(field.shape),
            choices=field.shape.meanings if isinstance(field.shape, ChoiceField) else {},
            suggestions=_suggestions(field.key, directory) if kind is FieldKind.NAMES else (),
        )
        for field in fields
        if field.key != "ma" and (kind := _kind(field.shape)) is not None
    )


def submitted_values(fields: Iterable[FormField], submitted: Submitted) -> Values:
    """Return the values that a form sends, by key; None for an empty field.

    A list is sent as texts, or as one text with a line for each element.
    """
    return {field.key: _value(field, submitted.get(field.key, "")) for field in fields}


def values_from_json(data: Mapping[str, str | Sequence[str] | None]) -> Values:
    """Return values that went through JSON, which has no tuples."""
    return {
        key: value if isinstance(value, str | None) else tuple(value) for key, value in data.items()
    }


def _value(field: FormField, sent: str | Sequence[str]) -> PlainValue:
    texts = sent.splitlines() if isinstance(sent, str) else list(sent)
    if field.kind in (FieldKind.NAMES, FieldKind.LIST):
        return tuple(" ".join(text.split()) for text in texts if text.strip()) or None
    text = " ".join(" ".join(texts).split())
    if field.kind is FieldKind.FLAG:
        return "true" if text else None
    return text or None


def _kind(shape: Shape) -> FieldKind | None:
    match shape:
        case TextField():
            return FieldKind.TEXT
        case ChoiceField():
            return FieldKind.CHOICE
        case FlagField():
            return FieldKind.FLAG
        case ListField(shape=TextField()):
            return FieldKind.LIST
        case ListField(shape=Form() as form) if form is NAME:
            return FieldKind.NAMES
    return None


def _examples(shape: Shape) -> tuple[str, ...]:
    match shape:
        case TextField(examples=examples):
            return examples
        case ListField(shape=element):
            return _examples(element)
        case Form() if shape.shorthand and (field := shape.field(shape.shorthand)):
            return _examples(field.shape)
    return ()


def _suggestions(key: str, directory: Directory) -> tuple[str, ...]:
    """Return the names that documents print: units by name, people by given name and title."""
    units = [name for unit in directory.units for name in (unit.name, *unit.abbreviations)]
    groups = [name for group in directory.groups for name in (group.name, *group.abbreviations)]
    people = [
        f"Đ/c {person.given_name} {title.abbreviation or title.name}"
        for person in directory.people
        for title in person.titles
        if title.until is None
    ]
    names = people + groups if key == "lanh_dao" else units + groups
    return tuple(dict.fromkeys(names))
