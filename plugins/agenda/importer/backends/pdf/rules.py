"""Find the horizontal rules of a page that underline characters or strike them through."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from agenda.importer.backends.pdf.chars import Char

THIN = 3.0
"""Points; a filled rectangle thicker than this is a background and no rule."""

Rule = dict[str, Any]
"""A line or a rectangle as pdfplumber gives it."""


def is_horizontal(drawn: Rule) -> bool:
    return bool(drawn["bottom"] - drawn["top"] <= THIN < drawn["x1"] - drawn["x0"])


def rules_marking_chars(
    rules: Iterable[Rule], chars: Sequence[Char], marks: Callable[[Rule, Char], bool]
) -> list[Rule]:
    """Return the rules that begin and end with marked characters, unlike the borders of cells."""
    return [rule for rule in rules if _begins_and_ends(rule, chars, marks)]


def _begins_and_ends(
    rule: Rule, chars: Iterable[Char], marks: Callable[[Rule, Char], bool]
) -> bool:
    starts = ends = False
    for char in chars:
        if marks(rule, char):
            starts = starts or abs(char.x0 - rule["x0"]) < 1.6
            ends = ends or abs(char.x1 - rule["x1"]) < 1.6
            if starts and ends:
                return True
    return False


def is_marked(char: Char, rules: Iterable[Rule], marks: Callable[[Rule, Char], bool]) -> bool:
    x = (char.x0 + char.x1) / 2
    return any(rule["x0"] <= x <= rule["x1"] and marks(rule, char) for rule in rules)


def underlines_char(rule: Rule, char: Char) -> bool:
    return -0.06 * char.size <= _below_baseline(rule, char) <= 0.42 * char.size


def strikes_through(rule: Rule, char: Char) -> bool:
    """Tell whether a rule crosses the middle of lowercase letters."""
    return -0.5 * char.size <= _below_baseline(rule, char) <= -0.14 * char.size


def _below_baseline(rule: Rule, char: Char) -> float:
    return float((rule["top"] + rule["bottom"]) / 2 - char.baseline)
