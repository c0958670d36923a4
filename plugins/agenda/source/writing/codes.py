"""Write item codes into a month's file, and change nothing else."""

import codecs
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from agenda.model import Agenda, Revision
from agenda.schema.fields import Form
from agenda.schema.month import MONTH_FILE
from agenda.source.months import half_days
from agenda.source.writing.files import replace_file
from agenda.source.yaml.contents import MAX_BYTES, read_prefix
from agenda.source.yaml.forms import FormReader
from agenda.source.yaml.nodes import compose
from agenda.source.yaml.problems import ProblemCollector
from agenda.source.yaml.records import Record, Scalar, Value

_BREAK = "(?:\r\n|[\n\r\x85\u2028\u2029])"


class CodesNotWritable(ValueError):
    """A month's file into which codes cannot be written safely."""


def write_codes_to_files(
    folder: Path, agenda: Agenda, files: Collection[str] = ()
) -> tuple[Revision, ...]:
    """Write missing and changed codes into the files of `folder`. Return the changed revisions.

    `agenda` was just read from `folder`, without errors except those of codes, and its items have
    their new codes.
    Only revisions from `files` are written, if any are given. Raise `OSError` or
    `CodesNotWritable`; each file is then either unchanged or complete.
    """
    changed = []
    for revision in (revision for month in agenda.months for revision in month.revisions):
        if files and revision.source not in files:
            continue
        path = folder / Path(revision.source).name
        content = read_prefix(path, MAX_BYTES)
        mark = codecs.BOM_UTF8 if content.startswith(codecs.BOM_UTF8) else b""
        text = content[len(mark) :].decode()
        coded = write_codes(text, revision)
        if coded != text:
            replace_file(path, mark + coded.encode())
            changed.append(revision)
    return tuple(changed)


def write_codes(text: str, revision: Revision) -> str:
    """Return the text of a month's file with the codes of the revision's items.

    `revision` was read from `text`, and its items may have new codes. Comments, order and
    spacing stay. An item of plain text becomes the value of a key, and its continuation lines
    are indented. Raise `CodesNotWritable` if the result would not give the same items.
    """
    before = read_record(text)
    item_nodes = list(_item_nodes(before)) if before else []
    if before is None or len(item_nodes) != len(revision.items):
        raise CodesNotWritable(revision.source)
    codes: dict[int, str] = {}
    edits: list[tuple[int, int, str]] = []
    for item_node, item in zip(item_nodes, revision.items, strict=True):
        written = item_node.record.scalar("ma")
        if written is not None and written.text == item.code:
            continue
        codes[id(item_node.record)] = item.code
        if written is not None:
            node = written.node
            edits.append((node.start_mark.index, node.end_mark.index, item.code))
            continue
        insertions = _insertions(text, item_node, item.code)
        edits += [(offset, offset, addition) for offset, addition in insertions]
    coded = text
    for start, end, addition in sorted(edits, reverse=True):
        coded = coded[:start] + addition + coded[end:]
    after = read_record(coded)
    if after is None or _contents(after, {}) != _contents(before, codes):
        raise CodesNotWritable(revision.source)
    return coded


@dataclass(frozen=True, slots=True, kw_only=True)
class _ItemNode:
    """The YAML node of an item: the value of `key` in a row, or an element of its `list`."""

    record: Record
    row: MappingNode
    key: Node
    list: SequenceNode | None

    @property
    def is_flow(self) -> bool:
        """True if the item is inside brackets or braces."""
        return bool(self.row.flow_style or (self.list is not None and self.list.flow_style))


def _item_nodes(month: Record) -> Iterator[_ItemNode]:
    """Yield the nodes of all items, in the order in which items are read."""
    for row in month.records("lich"):
        if not isinstance(row.node, MappingNode):
            continue
        nodes = {_field_key(row.form, key): (key, value) for key, value in row.node.value}
        for half_day, items in half_days(row):
            key, value = nodes[half_day.value]
            container = value if isinstance(value, SequenceNode) else None
            for item in items:
                yield _ItemNode(record=item, row=row.node, key=key, list=container)


def _insertions(text: str, item_node: _ItemNode, code: str) -> Iterator[tuple[int, str]]:
    """Yield offset and text of each insertion that gives an item its code."""
    node = item_node.record.node
    start, end = node.start_mark.index, node.end_mark.index
    if isinstance(node, MappingNode):
        blank = next(
            (value for key, value in node.value if _field_key(item_node.record.form, key) == "ma"),
            None,
        )
        if blank is not None:
            yield blank.start_mark.index, f" {code}"
        elif node.flow_style:
            yield start + 1, f"ma: {code}, "
        else:
            indent = " " * node.start_mark.column
            yield start, f"ma: {code}{_line_break(text, start)}{indent}"
    elif item_node.is_flow:
        yield start, f"{{ma: {code}, noi_dung: "
        yield end, "}"
    else:
        column, offset = _preceding_indicator(text, item_node)
        line_break = _line_break(text, offset)
        indent = line_break + " " * (column + 2)
        first = f" ma: {code}" if item_node.list else f"{indent}ma: {code}"
        yield offset, f"{first}{indent}noi_dung:"
        # YAML requires continuation lines to be indented more than the new key.
        for line in re.compile(f"{_BREAK}( *)").finditer(text, offset, end):
            if len(line[1]) > column:
                yield line.end(), "  "


def _preceding_indicator(text: str, item_node: _ItemNode) -> tuple[int, int]:
    """Return the column of the key or dash before an item of plain text, and its end offset."""
    start = item_node.record.node.start_mark.index
    if item_node.list is None:
        between = text[item_node.key.end_mark.index : start]
        colon = item_node.key.end_mark.index + between.find(":") + 1
        return item_node.key.start_mark.column, colon
    column = item_node.list.start_mark.column
    dashes = re.compile(rf"(?:^|{_BREAK}) {{{column}}}-").finditer(text, 0, start)
    return column, max((dash.end() for dash in dashes), default=start)


def _field_key(form: Form, key: ScalarNode) -> str | None:
    """Return the key of the field that a node names: "Chiều" is `chieu`."""
    field = form.find(key.value)
    return None if field is None else field.key


def _line_break(text: str, offset: int) -> str:
    """Return the line break used near an offset."""
    following = re.compile(_BREAK).search(text, offset) or re.search(_BREAK, text)
    return following[0] if following else "\n"


def read_record(text: str) -> Record | None:
    """Read the keys and texts of a month's file. Return None if any has an error."""
    collector = ProblemCollector("")
    node = compose(text, collector)
    record = FormReader(text, collector).read(node, MONTH_FILE) if node is not None else None
    return None if collector.failed else record


def read_leniently(text: str) -> Record | None:
    """Read the keys and texts of a month's file without those that have an error."""
    collector = ProblemCollector("")
    node = compose(text, collector)
    return FormReader(text, collector).read(node, MONTH_FILE) if node is not None else None


def _contents(value: Value, codes: Mapping[int, str]) -> object:
    """Return the texts of a value. `codes` maps the `id` of a record to its new code."""
    match value:
        case Scalar():
            return value.text
        case Record():
            contents = {key: _contents(child, codes) for key, child in value.values.items()}
            return contents | ({"ma": codes[id(value)]} if id(value) in codes else {})
        case tuple():
            return [_contents(child, codes) for child in value]
    return {key: child.text for key, child in value.items()}
