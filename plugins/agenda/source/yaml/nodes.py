"""YAML text to a tree of nodes: syntax errors told in Vietnamese, hostile input refused."""

import re
from itertools import islice

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from agenda.source.yaml.conflicts import report_conflicts
from agenda.source.yaml.diagnostics import Position, ProblemCollector
from agenda.source.yaml.lookalikes import after_keys
from agenda.source.yaml.syntax_errors import IN_QUOTES, report_syntax_error

try:
    from yaml import CSafeLoader as SafeLoader
except ImportError:  # PyYAML without libyaml reads the same, slower
    from yaml import SafeLoader  # type: ignore[assignment]

NULL = "tag:yaml.org,2002:null"
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_TAGS = {
    ScalarNode: "tag:yaml.org,2002:str",
    SequenceNode: "tag:yaml.org,2002:seq",
    MappingNode: "tag:yaml.org,2002:map",
}


class Loader(SafeLoader):
    """Tells only whether a scalar is null: whether it is a number or a date nobody asks."""

    def resolve(self, kind: type[Node], value: str | None, implicit: tuple[bool, bool]) -> str:
        return NULL if kind is ScalarNode and implicit[0] and value in _NULLS else _TAGS[kind]


MAX_DEPTH = 40
"""The deepest nesting composed. The composer recurses: unbounded nesting would end the process."""

MOST_LOOKALIKES = 20
"""So many characters are reported at once: the place of each takes a look at the whole text."""

CONTROL = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no text may hold. A byte order mark at the very beginning is not part of the text."""

_BREAK = "\n\r\x85\u2028\u2029"
_DEEP = re.compile(rf"[{_BREAK}][ ?:-]{{{MAX_DEPTH}}}")
"""What may nest deeply: each level takes a column."""

_MARK = re.compile(r"[&*!](?<![^\s\[{,:].)")
"""What may begin an anchor, an alias or a tag."""


def compose(text: str, collector: ProblemCollector) -> Node | None:
    """The tree of a document; None for an empty one and where the syntax is broken.

    The tree is at most some `MAX_DEPTH` deep, and its nodes bear no anchors and no tags but
    those that YAML gives by itself: none is met twice.
    """
    if (match := CONTROL.search(text)) or (match := re.match("\ufeff", text)):
        collector.error(
            "control-character",
            Position.after(text[: match.start()]),
            f"có ký tự điều khiển U+{ord(match[0]):04X}, thường do chép từ Word hoặc PDF",
            "xóa ký tự đó",
        )
        return None
    if report_conflicts(text, collector) or _report_lookalikes(text, collector):
        return None
    try:
        if not _is_plain(text, collector):
            return None
        return yaml.compose(text, Loader=Loader)
    except yaml.MarkedYAMLError as error:
        if not collector.failed:  # else it may well be a consequence
            report_syntax_error(error, text, collector)
        return None


def _report_lookalikes(text: str, collector: ProblemCollector) -> bool:
    """Report what only looks like a colon or a space behind keys; return whether there is any."""
    found = list(islice(after_keys(text), MOST_LOOKALIKES))
    for lookalike in found:
        lookalike.report(Position.after(text[: lookalike.offset]), collector)
    return bool(found)


def _is_plain(text: str, collector: ProblemCollector) -> bool:
    """Whether the document is not too deep, and free of anchors, aliases and tags."""
    braces = text.count("[") + text.count("{")
    if braces <= MAX_DEPTH and not _DEEP.search(f"\n{text}") and not _MARK.search(text):
        return True
    before = len(collector.problems)
    depth = 0
    for event in yaml.parse(text, Loader=Loader):
        if isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        elif isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        if depth > MAX_DEPTH:
            collector.error(
                "too-deep",
                Position.at(event.start_mark),
                "các phần lồng vào nhau quá sâu",
                "xem lại thụt lề và dấu ngoặc quanh chỗ này",
            )
            return False
        if isinstance(event, yaml.NodeEvent) and event.anchor is not None:
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            _report_sign(event, f"{sign}{event.anchor}", collector)
        elif getattr(event, "tag", None) is not None:
            _report_sign(event, "!", collector)
    return len(collector.problems) == before


def _report_sign(event: yaml.Event, sign: str, collector: ProblemCollector) -> None:
    collector.error(
        "yaml-sign",
        Position.at(event.start_mark),
        f'"{sign}" ở đầu đoạn chữ là ký hiệu riêng của YAML, sẽ không được đăng',
        f"{IN_QUOTES} nếu dấu {sign[0]} thuộc nội dung; nếu không, hãy bỏ đi",
    )
