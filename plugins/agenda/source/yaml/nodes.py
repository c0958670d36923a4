"""Parse YAML text into a tree of nodes. Explain syntax errors and refuse hostile input."""

import re
from itertools import islice

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from agenda.source.yaml.conflicts import report_conflicts
from agenda.source.yaml.lookalikes import find_lookalikes_after_keys
from agenda.source.yaml.problems import Position, ProblemCollector
from agenda.source.yaml.syntax_errors import QUOTE_REMEDY, report_syntax_error

try:
    from yaml import CSafeLoader as SafeLoader
except ImportError:  # PyYAML without libyaml gives the same result, more slowly
    from yaml import SafeLoader  # type: ignore[assignment]

NULL = "tag:yaml.org,2002:null"
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_TAGS = {
    ScalarNode: "tag:yaml.org,2002:str",
    SequenceNode: "tag:yaml.org,2002:seq",
    MappingNode: "tag:yaml.org,2002:map",
}


class Loader(SafeLoader):
    """A loader that resolves null only. Numbers and dates stay strings."""

    def resolve(self, kind: type[Node], value: str | None, implicit: tuple[bool, bool]) -> str:
        return NULL if kind is ScalarNode and implicit[0] and value in _NULLS else _TAGS[kind]


MAX_DEPTH = 40
"""The deepest nesting allowed. The composer recurses, so deep nesting would end the process."""

MAX_LOOKALIKES = 20
"""The most lookalikes reported at once. Finding the position of each scans the whole text."""

CONTROL_CHARACTER = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)
"""A character that no text may contain. Decoding has removed a leading byte order mark."""

_LINE_BREAKS = "\n\r\x85\u2028\u2029"
_DEEP_NESTING = re.compile(rf"[{_LINE_BREAKS}][ ?:-]{{{MAX_DEPTH}}}")
"""Indentation that may mean deep nesting, as each level takes a column."""

_INDICATOR = re.compile(r"[&*!](?<![^\s\[{,:].)")
"""An indicator that may begin an anchor, an alias or a tag."""


def compose(text: str, collector: ProblemCollector) -> Node | None:
    """Return the root node of a document, or None if it is empty or has an error.

    The tree is about `MAX_DEPTH` levels deep at most. It has no anchors, aliases or explicit
    tags, so no node occurs twice.
    """
    if (match := CONTROL_CHARACTER.search(text)) or (match := re.match("\ufeff", text)):
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
        if not _check_structure(text, collector):
            return None
        return yaml.compose(text, Loader=Loader)
    except yaml.MarkedYAMLError as error:
        if not collector.failed:  # otherwise the error is probably a consequence
            report_syntax_error(error, text, collector)
        return None


def _report_lookalikes(text: str, collector: ProblemCollector) -> bool:
    """Report lookalikes of the colon or space after keys. Return whether there are any."""
    found = list(islice(find_lookalikes_after_keys(text), MAX_LOOKALIKES))
    for lookalike in found:
        lookalike.report(Position.after(text[: lookalike.offset]), collector)
    return bool(found)


def _check_structure(text: str, collector: ProblemCollector) -> bool:
    """Report excessive nesting, anchors, aliases and tags. Return whether there are none."""
    braces = text.count("[") + text.count("{")
    may_be_deep = braces > MAX_DEPTH or _DEEP_NESTING.search(f"\n{text}")
    if not may_be_deep and not _INDICATOR.search(text):
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
            _report_indicator(event, f"{sign}{event.anchor}", collector)
        elif getattr(event, "tag", None) is not None:
            _report_indicator(event, "!", collector)
    return len(collector.problems) == before


def _report_indicator(event: yaml.Event, sign: str, collector: ProblemCollector) -> None:
    collector.error(
        "yaml-sign",
        Position.at(event.start_mark),
        f'"{sign}" ở đầu đoạn chữ là ký hiệu riêng của YAML, sẽ không được đăng',
        f"{QUOTE_REMEDY} nếu dấu {sign[0]} thuộc nội dung; nếu không, hãy bỏ đi",
    )


def is_empty(node: ScalarNode) -> bool:
    """Return whether a scalar is null: nothing, or a null without quotes."""
    return not node.value or (not node.style and node.tag == NULL)


def is_blank(node: Node) -> bool:
    """Return whether a value has no words: null, spaces in quotes, or an empty container."""
    if isinstance(node, ScalarNode):
        return is_empty(node) or not node.value.strip()
    return not node.value
