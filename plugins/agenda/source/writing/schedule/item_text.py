"""The text of an item to be put into a file, in block style or in flow style."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from agenda.model import PlainValue
from agenda.schema.schedule import ITEM
from agenda.source.writing.block import mapping_lines
from agenda.source.writing.plain import flow_pair


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemText:
    """The values of an item by key, with the comments that belong to it.

    `raw` are the lines of an item that moves as it is, with its comments. `column` is the column
    of their dash.
    """

    values: Mapping[str, PlainValue]
    comments: tuple[str, ...] = ()
    raw: tuple[str, ...] = ()
    column: int = 0

    def below(self, comments: Sequence[str]) -> "ItemText":
        """Return the item with more comments above it."""
        above = tuple(f"{' ' * self.column}{each}" for each in comments)
        raw = (*above, *self.raw) if self.raw else ()
        return replace(self, comments=(*comments, *self.comments), raw=raw)

    def block(self, column: int) -> list[str]:
        """Return the lines of an element of a block list whose dashes are in `column`."""
        indent = " " * column
        if self.raw:
            return [_shifted(line, column - self.column) for line in self.raw]
        lines = mapping_lines(ITEM, self.values, column + 2)
        head = f"{indent}- {lines[0].lstrip(' ')}"
        return [*(f"{indent}{each}" for each in self.comments), head, *lines[1:]]

    def flow(self) -> str:
        """Return the item in flow style, without comments."""
        pairs = (
            flow_pair(field.key, _single(self.values[field.key]))
            for field in ITEM.fields
            if self.values.get(field.key) is not None
        )
        return f"{{{', '.join(pairs)}}}"


def _shifted(line: str, columns: int) -> str:
    """Return a line with its indentation changed by a number of columns."""
    if not line.strip():
        return line
    if columns >= 0:
        return " " * columns + line
    return line[min(-columns, len(line) - len(line.lstrip(" "))) :]


def _single(value: PlainValue) -> PlainValue:
    """Return a list of one name as that name, if it has no code."""
    if isinstance(value, tuple) and len(value) == 1 and " = " not in value[0]:
        return value[0]
    return value
