"""Values read from a file, with their positions: texts and mappings."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from yaml.nodes import Node, ScalarNode

from agenda.schema.fields import Form
from agenda.source.yaml.problems import Position


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text of a file, in NFC and stripped."""

    text: str
    node: ScalarNode
    path: tuple[str, ...]

    @property
    def position(self) -> Position:
        return Position.at(self.node.start_mark, self.path)


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping whose keys and types have been checked, without empty keys.

    Required keys may be missing, which has been reported. If plain text was written in place
    of the mapping, `node` is its scalar.
    """

    form: Form
    node: Node
    path: tuple[str, ...]
    values: "dict[str, Value]" = field(default_factory=dict)

    @property
    def position(self) -> Position:
        return Position.at(self.node.start_mark, self.path)

    @property
    def complete(self) -> bool:
        return all(known.key in self.values for known in self.form.fields if known.required)

    def scalar(self, key: str) -> Scalar | None:
        value = self.values.get(key)
        return value if isinstance(value, Scalar) else None

    def text(self, key: str) -> str | None:
        scalar = self.scalar(key)
        return scalar.text if scalar else None

    def record(self, key: str) -> "Record | None":
        value = self.values.get(key)
        return value if isinstance(value, Record) else None

    def records(self, key: str) -> "tuple[Record, ...]":
        return tuple(value for value in self._list(key) if isinstance(value, Record))

    def scalars(self, key: str) -> tuple[Scalar, ...]:
        return tuple(value for value in self._list(key) if isinstance(value, Scalar))

    def texts(self, key: str) -> tuple[str, ...]:
        return tuple(scalar.text for scalar in self.scalars(key))

    def table(self, key: str) -> dict[str, Scalar]:
        value = self.values.get(key)
        return value if isinstance(value, dict) else {}

    def _list(self, key: str) -> "tuple[Value, ...]":
        value = self.values.get(key)
        return value if isinstance(value, tuple) else ()


Value = Scalar | Record | tuple["Value", ...] | dict[str, Scalar]


def texts_in(value: Value) -> Iterator[str]:
    """Yield every text of a value at any depth, in the order of the file."""
    return (scalar.text for scalar in scalars_in(value))


def scalars_in(value: Value) -> Iterator[Scalar]:
    """Yield every scalar of a value at any depth, in the order of the file."""
    match value:
        case Scalar():
            yield value
        case Record():
            for child in value.values.values():
                yield from scalars_in(child)
        case tuple():
            for child in value:
                yield from scalars_in(child)
        case dict():
            yield from value.values()
