"""Frozen values as JSON, by the types of their fields."""

import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from enum import Enum
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

Value = TypeVar("Value")


def encode(value: object) -> object:
    """Return a dataclass of simple values, and what it contains, as values of JSON."""
    match value:
        case Enum():
            return value.value
        case datetime():
            return value.isoformat()
        case tuple():
            return [encode(each) for each in value]
        case Mapping():
            return {key: encode(each) for key, each in value.items()}
    if is_dataclass(value):
        return {each.name: encode(getattr(value, each.name)) for each in fields(value)}
    return value


def decode(kind: type[Value], value: Any) -> Value:
    """Return what `encode` was given. Raise `ValueError`, `TypeError` or `KeyError` otherwise."""
    return _decode(kind, value)  # type: ignore[no-any-return]


def _decode(kind: Any, value: Any) -> Any:
    if get_origin(kind) is tuple:
        return tuple(_decode(get_args(kind)[0], each) for each in value)
    if get_origin(kind) is Mapping:
        return {str(key): _decode(get_args(kind)[1], each) for key, each in value.items()}
    if get_origin(kind) in (types.UnionType,):
        (inner,) = (each for each in get_args(kind) if each is not types.NoneType)
        return None if value is None else _decode(inner, value)
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return kind(**{name: _decode(hints[name], each) for name, each in value.items()})  # type: ignore[operator]
    if issubclass(kind, Enum):
        return kind(value)
    if kind is datetime:
        return datetime.fromisoformat(value)
    if not isinstance(value, kind):
        raise TypeError(value)
    return value
