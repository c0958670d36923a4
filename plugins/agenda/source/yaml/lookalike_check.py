"""Report lookalikes that YAML accepts: in keys, before texts and between brackets."""

from dataclasses import replace

from yaml.nodes import Node, ScalarNode, SequenceNode

from agenda.schema.fields import Form
from agenda.source.yaml.lookalikes import (
    Lookalike,
    find_comma_lookalike,
    find_dash_lookalike,
    find_lookalike_after_key,
    find_lookalike_in_key,
)
from agenda.source.yaml.problems import Position, ProblemCollector

MAX_INDENT = 80
"""The widest indentation, in columns, before a lookalike of a list's dash."""


class LookalikeCheck:
    """A check of the nodes of `text`. Each method returns whether it reported an error."""

    def __init__(self, text: str, collector: ProblemCollector) -> None:
        self._text = text
        self._collector = collector

    def report_dash(self, node: ScalarNode, path: tuple[str, ...]) -> bool:
        """Report a lookalike of a dash at the beginning of a line."""
        start = node.start_mark
        if node.style or start.column > MAX_INDENT:
            return False
        if (dash := find_dash_lookalike(node.value)) is None:
            return False
        if self._text[start.index - start.column : start.index].strip(" "):
            return False
        return self._report(dash, node, path)

    def report_comma(self, node: SequenceNode, path: tuple[str, ...]) -> bool:
        """Report a lookalike of a comma in a list in brackets."""
        for child in node.value if node.flow_style else ():
            plain = isinstance(child, ScalarNode) and not child.style
            if plain and (comma := find_comma_lookalike(child.value)) is not None:
                return self._report(comma, child, path)
        return False

    def report_in_key(self, key: ScalarNode, path: tuple[str, ...]) -> bool:
        """Report a lookalike of a space or colon, or an invisible character, in a key."""
        if (
            key.style
            or key.value.isascii()
            or (lookalike := find_lookalike_in_key(key.value)) is None
        ):
            return False
        return self._report(lookalike, key, path)

    def report_after_key(self, node: ScalarNode, path: tuple[str, ...], form: Form) -> bool:
        """Report a lookalike of the colon or space after a key of the form, in plain text."""
        if node.style or (lookalike := find_lookalike_after_key(node.value)) is None:
            return False
        if form.field(node.value[: lookalike.offset].rstrip(" :")) is None:
            return False
        return self._report(lookalike, node, path)

    def _report(self, lookalike: Lookalike, node: Node, path: tuple[str, ...]) -> bool:
        position = Position.at(node.start_mark, path)
        lookalike.report(
            replace(position, column=position.column + lookalike.offset), self._collector
        )
        return True
