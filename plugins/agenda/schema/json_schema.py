"""Generate the JSON Schemas of the YAML files from the definitions of their fields.

The dialect is draft-07, which the YAML language server of editors supports. To write all
schemas into a folder, run `python -m agenda.schema.json_schema docs/du-lieu`.
"""

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from agenda.schema.days_off import DAYS_OFF_FILE
from agenda.schema.directory import DIRECTORY_FILE
from agenda.schema.fields import (
    ChoiceField,
    Field,
    FlagField,
    Form,
    ListField,
    Shape,
    TableField,
    TextField,
)
from agenda.schema.month import MONTH_FILE
from agenda.schema.withdrawals import WITHDRAWALS_FILE

JsonObject = dict[str, Any]

SCHEMAS = {
    "agenda.schema.json": ("Chương trình công tác tháng", MONTH_FILE),
    "danh-ba.schema.json": ("Danh bạ lãnh đạo, cơ quan và chữ viết tắt", DIRECTORY_FILE),
    "da-go.schema.json": ("Địa chỉ đã gỡ hoặc bản cố định đã sửa", WITHDRAWALS_FILE),
    "ngay-nghi.schema.json": ("Ngày nghỉ và ngày làm bù theo quyết định", DAYS_OFF_FILE),
}
"""Title and form of each schema, by file name."""


def make_schema(name: str) -> JsonObject:
    """Return the schema with the file name `name`, one of `SCHEMAS`."""
    title, form = SCHEMAS[name]
    definitions: dict[str, JsonObject] = {}
    schema = _form(form, definitions, "#")
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": title,
        **schema,
        "definitions": dict(sorted(definitions.items())),
    }


def write_schemas(folder: Path) -> None:
    """Write every schema into a folder."""
    for name in SCHEMAS:
        text = json.dumps(make_schema(name), ensure_ascii=False, indent=2) + "\n"
        (folder / name).write_text(text, "utf-8", newline="\n")


def _form(form: Form, definitions: dict[str, JsonObject], pointer: str) -> JsonObject:
    """Return the schema of a form, which is placed at a JSON pointer."""
    schema: JsonObject = {
        "type": "object",
        "additionalProperties": False,
        "properties": {field.key: _field(field, definitions) for field in form.fields},
    }
    spelled = [field for field in form.fields if form.find(field.label) is field]
    if spelled:  # a key may be written with diacritics, as the label
        schema["patternProperties"] = {
            _either_case([field.label.lower()]): {"$ref": f"{pointer}/properties/{field.key}"}
            for field in spelled
        }
    required = [field.key for field in form.fields if field.required]
    if required:
        schema["required"] = required
    return schema


def _field(field: Field, definitions: dict[str, JsonObject]) -> JsonObject:
    return {
        "title": field.label,
        "description": field.about,
        **_shape(field.shape, definitions, optional=not field.required),
    }


def _shape(
    shape: Shape, definitions: dict[str, JsonObject], *, optional: bool = False
) -> JsonObject:
    """Return the schema of a value. The value of an `optional` key may be empty."""
    choices = list(_choices(shape, definitions))
    if optional:
        choices.append({"type": "null"})
    return choices[0] if len(choices) == 1 else {"anyOf": choices}


def _choices(shape: Shape, definitions: dict[str, JsonObject]) -> list[JsonObject]:
    match shape:
        case TextField():
            return [_text(shape)]
        case ChoiceField(meanings=meanings, spellings=spellings):
            words = [{"const": word, "description": meaning} for word, meaning in meanings.items()]
            return [*words, {"pattern": _either_case(spellings)}] if spellings else words
        case FlagField():
            return [{"const": True}]
        case TableField():
            return [{"type": "object", "additionalProperties": {"type": ["string", "number"]}}]
        case ListField(shape=element, or_one=or_one):
            items = _choices(element, definitions)
            one = items[0] if len(items) == 1 else {"anyOf": items}
            return [{"type": "array", "items": one}, *(items if or_one else ())]
        case Form():
            reference = {"$ref": f"#/definitions/{shape.name}"}
            if shape.name not in definitions:
                definitions[shape.name] = {}
                definitions[shape.name] = _form(shape, definitions, reference["$ref"])
            if shape.shorthand is None:
                return [reference]
            return [{"type": ["string", "number", "boolean"]}, reference]


def _either_case(words: Iterable[str]) -> str:
    """Return a pattern that matches the words, each with its first letter in either case."""
    forms = sorted(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in words)
    return f"^({'|'.join(forms)})$"


def _text(shape: TextField) -> JsonObject:
    schema: JsonObject = {"type": ["string", "number", "boolean"]}
    if shape.pattern is not None:
        schema["pattern"] = shape.pattern
    if shape.examples:
        schema["examples"] = list(shape.examples)
    return schema


if __name__ == "__main__":
    write_schemas(Path(sys.argv[1]))
