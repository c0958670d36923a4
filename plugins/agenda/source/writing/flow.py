"""Write plain values as YAML in one line."""

import json
import re
from collections.abc import Mapping

from agenda.model import PlainValue

_PLAIN = re.compile(r"\w[\w ./()-]*")
_NOT_TEXT = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})


def write_value(value: PlainValue | Mapping[str, PlainValue]) -> str:
    """Return a value in flow style: a text, a list of texts, a mapping, or `null`."""
    match value:
        case None:
            return "null"
        case str():
            return write_text(value)
        case tuple():
            return f"[{', '.join(map(write_text, value))}]"
    return f"{{{', '.join(f'{key}: {write_value(each)}' for key, each in value.items())}}}"


def write_text(text: str) -> str:
    """Return a text as YAML, in quotes unless every YAML parser reads the plain text unchanged."""
    is_plain = _PLAIN.fullmatch(text) and text == text.strip() and text.lower() not in _NOT_TEXT
    return text if is_plain else json.dumps(text, ensure_ascii=False)
