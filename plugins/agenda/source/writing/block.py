"""Write values in block style, one key a line, folded as in files written by hand."""

import json
import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence

from agenda.model import PlainValue
from agenda.schema.fields import Field, FlagField, Form, ListField
from agenda.source.writing.plain import write_name
from agenda.source.yaml.lookalikes import find_dash_lookalike, find_lookalike_after_key

WIDTH = 97
"""The width of a line in columns; a longer word is not split."""

_INDICATOR = re.compile(r"[-?:](?=\s|$)|[,\[\]{}#&*!|>'\"%@`]|---|\.\.\.")
_NULL = re.compile(r"~|null|true|false|yes|no|on|off|=|<<", re.IGNORECASE)
_UNPLAIN = re.compile(r": |:$|\s#|[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def write_scalar(text: str) -> str:
    """Return a text as a YAML scalar: plain if that is safe, else in double quotes."""
    special = _INDICATOR.match(text) or _NULL.fullmatch(text) or _UNPLAIN.search(text)
    misread = find_dash_lookalike(text) or find_lookalike_after_key(text)
    if not text or text != text.strip() or special or misread:
        return json.dumps(text, ensure_ascii=False)
    return text


def fold(before: str, text: str, indent: int) -> list[str]:
    """Return the lines of a text after its key or dash, broken where YAML joins lines.

    A text with other white space than single spaces stays in one line.
    """
    written = write_scalar(text)
    if text != " ".join(text.split()):
        return [before + written]
    return textwrap.wrap(
        written,
        WIDTH,
        initial_indent=before,
        subsequent_indent=" " * indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def pair_lines(field: Field, value: PlainValue, indent: int) -> list[str]:
    """Return the lines of a key with its value; a list of one text may be the text alone."""
    before = f"{' ' * indent}{field.key}:"
    match value:
        case None:
            return [before]
        case str() if isinstance(field.shape, FlagField):
            return [f"{before} {value}"]
        case str():
            return fold(f"{before} ", value, indent + 2)
    named = isinstance(field.shape, ListField) and isinstance(field.shape.shape, Form)
    if len(value) == 1 and isinstance(field.shape, ListField) and named and field.shape.or_one:
        return element_lines(f"{before} ", value[0], indent + 2)
    return [before, *list_lines(value, indent + 2)]


def list_lines(texts: Sequence[str], indent: int) -> Iterator[str]:
    """Yield the lines of a list whose dashes are in column `indent`."""
    for text in texts:
        yield from element_lines(f"{' ' * indent}- ", text, indent + 2)


def element_lines(before: str, text: str, indent: int) -> list[str]:
    """Return the lines of a text or name after its key or dash."""
    name = write_name(text)
    return fold(before, text, indent) if name is None else [before + name]


def mapping_lines(form: Form, values: Mapping[str, PlainValue], indent: int) -> list[str]:
    """Return the lines of a mapping in the order of the form, without empty keys."""
    return [
        line
        for field in form.fields
        if values.get(field.key) is not None
        for line in pair_lines(field, values[field.key], indent)
    ]
