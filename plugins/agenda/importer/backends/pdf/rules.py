"""The level rules of a page that underline glyphs or strike them through."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from agenda.importer.backends.pdf.chars import Glyph

THIN = 3.0
"""Points; a filled rectangle thicker than this is a background and no rule."""

Rule = dict[str, Any]
"""A line or a rectangle as pdfplumber gives it."""


def is_level(drawn: Rule) -> bool:
    return bool(drawn["bottom"] - drawn["top"] <= THIN < drawn["x1"] - drawn["x0"])


def rules_along(
    rules: Iterable[Rule], glyphs: Sequence[Glyph], lies: Callable[[Rule, Glyph], bool]
) -> list[Rule]:
    """The rules that begin and end with glyphs that they mark, as no border of a cell does."""
    return [rule for rule in rules if _begins_and_ends(rule, glyphs, lies)]


def _begins_and_ends(
    rule: Rule, glyphs: Iterable[Glyph], lies: Callable[[Rule, Glyph], bool]
) -> bool:
    starts = ends = False
    for glyph in glyphs:
        if lies(rule, glyph):
            starts = starts or abs(glyph.x0 - rule["x0"]) < 1.6
            ends = ends or abs(glyph.x1 - rule["x1"]) < 1.6
            if starts and ends:
                return True
    return False


def is_marked(glyph: Glyph, rules: Iterable[Rule], lies: Callable[[Rule, Glyph], bool]) -> bool:
    x = (glyph.x0 + glyph.x1) / 2
    return any(rule["x0"] <= x <= rule["x1"] and lies(rule, glyph) for rule in rules)


def lies_under(rule: Rule, glyph: Glyph) -> bool:
    return -0.06 * glyph.size <= _below_baseline(rule, glyph) <= 0.42 * glyph.size


def lies_across(rule: Rule, glyph: Glyph) -> bool:
    """Whether a rule runs through the middle of small letters."""
    return -0.5 * glyph.size <= _below_baseline(rule, glyph) <= -0.14 * glyph.size


def _below_baseline(rule: Rule, glyph: Glyph) -> float:
    return float((rule["top"] + rule["bottom"]) / 2 - glyph.baseline)
