"""Of the theme's stylesheet what the pages of this site can need: they have few of its parts."""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass

import tinycss2
from tinycss2.ast import (
    AtRule,
    Declaration,
    HashToken,
    IdentToken,
    LiteralToken,
    Node,
    ParseError,
    QualifiedRule,
    SquareBracketsBlock,
)

_WORD = re.compile(r"[\w-]+")
_PROPERTY_USED = re.compile(r"var\(\s*(--[\w-]+)")
_GROUPS = ("media", "supports")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rule:
    """A remaining rule or group of rules, with its selectors or condition."""

    head: str
    declarations: tuple[tuple[str, str], ...] = ()
    rules: "tuple[_Rule, ...]" = ()


def needed_styles(stylesheet: str, texts: Iterable[str], styles: str) -> str:
    """Remove rules that can match nothing, and custom properties that nothing uses.

    A rule goes if each of its selectors needs a class, id or attribute that is no word of
    `texts`: templates, scripts, pages. A custom property goes if no remaining declaration uses
    it, nor one in `styles`, which follow the style sheet.
    """
    words = frozenset(word for text in texts for word in _WORD.findall(text))
    rules = tuple(_needed_rules(tinycss2.parse_stylesheet(stylesheet), words))
    return _written(rules, _properties(rules, styles))


def _needed_rules(nodes: Iterable[Node], words: Set[str]) -> Iterator[_Rule]:
    for node in nodes:
        match node:
            case QualifiedRule():
                heads = [each for each in _selectors(node.prelude) if _can_match(each, words)]
                if heads:
                    yield _Rule(
                        head=",".join(tinycss2.serialize(each).strip() for each in heads),
                        declarations=tuple(_declarations(node.content)),
                    )
            case AtRule() if node.lower_at_keyword in _GROUPS:
                inside = tuple(_needed_rules(tinycss2.parse_rule_list(node.content or []), words))
                if inside:
                    condition = tinycss2.serialize(node.prelude)
                    yield _Rule(head=f"@{node.at_keyword}{condition}", rules=inside)
            case AtRule() if node.lower_at_keyword != "charset":
                yield _Rule(head=node.serialize())


def _selectors(prelude: Iterable[Node]) -> Iterator[Sequence[Node]]:
    selector: list[Node] = []
    for node in prelude:
        if isinstance(node, LiteralToken) and node.value == ",":
            yield selector
            selector = []
        else:
            selector.append(node)
    yield selector


def _can_match(selector: Sequence[Node], words: Set[str]) -> bool:
    """Return True if every name of a selector exists, apart from names in `:not()` and its like."""
    return all(name in words for name in _names(selector))


def _names(selector: Iterable[Node]) -> Iterator[str]:
    """Yield the classes, ids and attributes that a selector needs."""
    before: Node | None = None
    for node in selector:
        match node:
            case IdentToken() if isinstance(before, LiteralToken) and before.value == ".":
                yield node.value
            case HashToken():
                yield node.value
            case SquareBracketsBlock():
                yield next(each.value for each in node.content if isinstance(each, IdentToken))
            case _:
                pass
        before = node


def _declarations(content: Iterable[Node]) -> Iterator[tuple[str, str]]:
    """Yield the name and text of each declaration; nested rules have an empty name."""
    for node in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if not isinstance(node, ParseError):
            yield (node.name if isinstance(node, Declaration) else ""), node.serialize()


def _properties(rules: Iterable[_Rule], styles: str) -> frozenset[str]:
    """Return the custom properties that are used, directly or by other used properties."""
    used = set(_PROPERTY_USED.findall(styles))
    given: dict[str, set[str]] = {}
    for name, text in _all_declarations(rules):
        names = _PROPERTY_USED.findall(text)
        if name.startswith("--"):
            given.setdefault(name, set()).update(names)
        else:
            used.update(names)
    new = set(used)
    while new:
        new = {other for name in new for other in given.get(name, ())} - used
        used |= new
    return frozenset(used)


def _all_declarations(rules: Iterable[_Rule]) -> Iterator[tuple[str, str]]:
    for rule in rules:
        yield from rule.declarations
        yield from _all_declarations(rule.rules)


def _written(rules: Iterable[_Rule], properties: Set[str]) -> str:
    parts = []
    for rule in rules:
        kept = [
            text
            for name, text in rule.declarations
            if not name.startswith("--") or name in properties
        ]
        if rule.rules and (inside := _written(rule.rules, properties)):
            parts.append(f"{rule.head}{{{inside}}}")
        elif kept:
            parts.append(f"{rule.head}{{{';'.join(kept)}}}")
        elif rule.head.startswith("@") and not rule.rules:
            parts.append(rule.head)
    return "".join(parts)
