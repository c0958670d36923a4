"""Writing the codes of items into a month's file, and nothing else."""

import codecs
from collections.abc import Iterator
from pathlib import Path

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from agenda.model import Agenda, HalfDay, Revision
from agenda.source.findings import Findings
from agenda.source.nodes import compose
from agenda.source.writing import replace_file

_BREAKS = "\n\r\x85\u2028\u2029"


def write_missing_codes(folder: Path, agenda: Agenda) -> tuple[Revision, ...]:
    """Write codes into the files of `folder` where items have none; return what was changed.

    `agenda` is what was just read from `folder`, without errors. Raises `OSError` and
    `CodesNotWritable`; every file is then either as it was or whole with its codes.
    """
    changed = []
    for revision in (revision for month in agenda.months for revision in month.revisions):
        path = folder / Path(revision.source).name
        content = path.read_bytes()
        mark = codecs.BOM_UTF8 if content.startswith(codecs.BOM_UTF8) else b""
        text = content[len(mark) :].decode()
        coded = write_codes(text, revision)
        if coded != text:
            replace_file(path, mark + coded.encode())
            changed.append(revision)
    return tuple(changed)


class CodesNotWritable(ValueError):
    """The file has a shape into which codes cannot be written safely."""


def write_codes(text: str, revision: Revision) -> str:
    """The text of a month's file with a code for each item that has none.

    `revision` is what was read from `text`. Comments, order, spacing and every other line stay
    as they are; only the lines of an item written as several lines of plain text move to the
    right, since they become the value of a key. Raises `CodesNotWritable` where the result would
    not read back as the same items.
    """
    root = compose(text, Findings(revision.source))
    items = list(_items(root)) if root is not None else []
    if len(items) != len(revision.items):
        raise CodesNotWritable(revision.source)
    edits = [
        edit
        for node, item in zip(items, revision.items, strict=True)
        if not _has_code(node)
        for edit in _edits(text, node, item.code)
    ]
    for offset, addition in sorted(edits, reverse=True):
        text = text[:offset] + addition + text[offset:]
    written = [_code(node) for node in _items(compose(text, Findings(revision.source)))]
    if written != [item.code for item in revision.items]:
        raise CodesNotWritable(revision.source)
    return text


def _items(root: Node | None) -> Iterator[Node]:
    """The nodes of all items, in the order in which they are read."""
    for row in _children(_get(root, "lich")):
        if not isinstance(row, MappingNode):
            continue
        for key, value in row.value:
            if key.value not in {half_day.value for half_day in HalfDay}:
                continue
            for item in _children(value) if isinstance(value, SequenceNode) else (value,):
                if not (isinstance(item, ScalarNode) and item.tag.endswith(":null")):
                    yield item


def _edits(text: str, node: Node, code: str) -> Iterator[tuple[int, str]]:
    start = node.start_mark.index
    if isinstance(node, MappingNode) and node.flow_style:
        yield start + 1, f"ma: {code}, "
        return
    line_start = max(text.rfind(mark, 0, start) for mark in _BREAKS) + 1
    column = start - line_start
    prefix = text[line_start:start]
    if isinstance(node, MappingNode):
        yield start, f"ma: {code}\n{' ' * column}"
    elif set(prefix) <= {" ", "-"}:  # "- plain text", alone on its line
        yield start, f"ma: {code}\n{' ' * column}noi_dung: "
        yield from _shift(text, node)
    else:  # "sang: plain text"
        indent = " " * (len(prefix) - len(prefix.lstrip(" -")) + 2)
        yield start, f"\n{indent}ma: {code}\n{indent}noi_dung: "
        yield from _shift(text, node)


def _shift(text: str, node: Node) -> Iterator[tuple[int, str]]:
    """Two more spaces before each further line of a text: it must stand right of its new key."""
    offset = node.start_mark.index
    end = node.end_mark.index
    while (offset := text.find("\n", offset, end) + 1) > 0:
        if offset < end and text[offset] not in _BREAKS:
            yield offset, "  "


def _children(node: Node | None) -> list[Node]:
    return node.value if isinstance(node, SequenceNode) else []


def _get(node: Node | None, key: str) -> Node | None:
    if isinstance(node, MappingNode):
        return next((value for name, value in node.value if name.value == key), None)
    return None


def _has_code(node: Node) -> bool:
    return _code(node) is not None


def _code(node: Node) -> str | None:
    code = _get(node, "ma")
    return code.value if isinstance(code, ScalarNode) and code.value else None
