"""Add updates to a month's file under `cap_nhat`, and change nothing else."""

from collections.abc import Iterable, Mapping

from yaml.nodes import MappingNode, Node, SequenceNode

from agenda.model import PlainValue
from agenda.source.updates.values import plain_values
from agenda.source.writing.codes import read_record
from agenda.source.writing.fields import NotWritable, value_node
from agenda.source.writing.flow import write_value
from agenda.source.writing.text_lines import last_offset, line_break, line_end
from agenda.source.yaml.records import Record

_KEY = "cap_nhat"

Row = Mapping[str, PlainValue | Mapping[str, PlainValue]]


def add_updates(text: str, rows: Iterable[Row]) -> str:
    """Return the text of a month's file with more updates at the end of `cap_nhat`."""
    lines = [_row(row) for row in rows]
    record = read_record(text)
    if record is None or not isinstance(record.node, MappingNode):
        raise NotWritable("tệp có lỗi")
    node = value_node(record, _KEY)
    newline = line_break(text)
    if node is None:
        end = "" if not text or text.endswith(("\n", "\r")) else newline
        return f"{text}{end}{_KEY}:{newline}" + "".join(f"  - {line}{newline}" for line in lines)
    return _with_more(text, node, lines, newline)


def read_updates(text: str) -> list[Row]:
    """Return the updates of a month's file, as `add_updates` writes them."""
    record = read_record(text)
    return [_row_of(each) for each in record.records(_KEY)] if record is not None else []


def _row_of(update: Record) -> Row:
    former, reason = update.record("truoc"), update.text("vi")
    is_added = former is None or not isinstance(former.node, MappingNode)
    return {
        "luc": update.text("luc"),
        "cho": update.text("cho"),
        "truoc": None if is_added or former is None else dict(plain_values(former)),
        **({"vi": reason} if reason else {}),
    }


def _with_more(text: str, node: Node, lines: Iterable[str], newline: str) -> str:
    if not isinstance(node, SequenceNode):  # an empty value
        at = node.end_mark.index
        return text[:at] + "".join(f"{newline}  - {line}" for line in lines) + text[at:]
    if node.flow_style:
        at = text.rindex("]", 0, node.end_mark.index)
        separator = ", " if node.value else ""
        return text[:at] + separator + ", ".join(lines) + text[at:]
    indent = " " * node.start_mark.column
    at = line_end(text, last_offset(text, node.value[-1]))
    return text[:at] + "".join(f"{newline}{indent}- {line}" for line in lines) + text[at:]


def _row(row: Row) -> str:
    pairs = (
        f"{key}: {value if key == 'luc' else write_value(value)}" for key, value in row.items()
    )
    return f"{{{', '.join(pairs)}}}"
