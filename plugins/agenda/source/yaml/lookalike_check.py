"""Lookalikes in what YAML reads without complaint: in keys, before texts, between brackets."""

from dataclasses import replace

from yaml.nodes import Node, ScalarNode, SequenceNode

from agenda.schema.fields import Form
from agenda.source.yaml.diagnostics import Position, ProblemCollector
from agenda.source.yaml.lookalikes import Lookalike, after_key, as_comma, as_dash, in_key

WIDEST_INDENT = 80
"""The widest space before the dash of a list that is looked for."""


class LookalikeCheck:
    """Looks at the nodes of `text`; each method tells whether it reported an error."""

    def __init__(self, text: str, collector: ProblemCollector) -> None:
        self._text = text
        self._findings = collector

    def report_dash(self, node: ScalarNode, path: tuple[str, ...]) -> bool:
        """Report a text or key that begins its line with what only looks like a dash."""
        start = node.start_mark
        if node.style or start.column > WIDEST_INDENT or (dash := as_dash(node.value)) is None:
            return False
        if self._text[start.index - start.column : start.index].strip(" "):
            return False
        return self._report(dash, node, path)

    def report_comma(self, node: SequenceNode, path: tuple[str, ...]) -> bool:
        """Report what only looks like a comma between two elements of a list in brackets."""
        for child in node.value if node.flow_style else ():
            plain = isinstance(child, ScalarNode) and not child.style
            if plain and (comma := as_comma(child.value)) is not None:
                return self._report(comma, child, path)
        return False

    def report_in_key(self, key: ScalarNode, path: tuple[str, ...]) -> bool:
        """Report in a key what only looks like a space or a colon, or does not show at all."""
        if key.style or key.value.isascii() or (odd := in_key(key.value)) is None:
            return False
        return self._report(odd, key, path)

    def report_after_key(self, node: ScalarNode, path: tuple[str, ...], form: Form) -> bool:
        """Report what stands for a colon or a space behind a key of the form, in a plain text."""
        if node.style or (odd := after_key(node.value)) is None:
            return False
        if form.field(node.value[: odd.offset].rstrip(" :")) is None:
            return False
        return self._report(odd, node, path)

    def _report(self, found: Lookalike, node: Node, path: tuple[str, ...]) -> bool:
        position = Position.at(node.start_mark, path)
        found.report(replace(position, column=position.column + found.offset), self._findings)
        return True
