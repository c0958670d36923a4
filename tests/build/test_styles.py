"""Unused rules are removed from the theme; our own rules avoid faults of browsers."""

import re
from collections.abc import Iterable, Iterator, Sequence

import pytest
import tinycss2
from tinycss2.ast import AtRule, Node, QualifiedRule

from agenda.build.assets.styles import needed_styles
from tests.project import REPOSITORY

OURS = sorted((REPOSITORY / "overrides" / "assets" / "agenda").glob("*.css"))
SCREEN = re.compile(r"(?:min|max)-(?:width|height)|color-scheme|scripting|hover")
"""A media query for a property of the screen."""
EMPTY_BEFORE = re.compile(r":empty\s*[\s>+~]\s*[^\s,{]|:has\([^)]*:empty")
"""A rule that styles an element if another one is empty."""

PAGE = '<main class="typeset grid" id="top" data-open><p class="note">'


@pytest.mark.parametrize(
    "needed",
    [
        "p{margin:0}",
        ".note{color:red !important}",
        ".typeset .note,#top{color:red}",
        "[data-open]>p:hover{color:red}",
        ".note:not(.tip):not([hidden]){color:red}",
        'p:is(.tip,.note)::after{content:".tip{"}',
        "@media screen and (min-width:30em){.note{color:red}}",
        "@media print{@supports (display:grid){.grid{display:grid}}}",
        "@keyframes spin{to{rotate:360deg}}",
        ".note{-webkit-mask:url(\"data:image/svg+xml,<svg class='tip'/>\");mask:none}",
    ],
)
def test_what_a_page_may_need_stays_to_the_letter(needed: str) -> None:
    assert needed_styles(needed, [PAGE], "") == needed


@pytest.mark.parametrize(
    ("stylesheet", "left"),
    [
        (".tip{color:red}", ""),
        (".tip,.note{color:red}", ".note{color:red}"),
        (".note .tip,.tip .note,.note.tip{color:red}", ""),
        ("#bottom{color:red}", ""),
        ("[data-closed] .note{color:red}", ""),
        ("@media print{.tip{color:red}}", ""),
        ("@media print{.tip{color:red}p{margin:0}}", "@media print{p{margin:0}}"),
        ('@charset "utf-8";p{margin:0}', "p{margin:0}"),
    ],
)
def test_what_can_match_nothing_goes(stylesheet: str, left: str) -> None:
    assert needed_styles(stylesheet, [PAGE], "") == left


def test_a_word_of_any_text_keeps_what_it_may_name() -> None:
    texts = [PAGE, 'element.classList.add("tip")']
    assert needed_styles(".tip{color:red}", texts, "") == ".tip{color:red}"


def test_a_property_stays_where_something_that_stays_refers_to_it() -> None:
    stylesheet = (
        ":root{--a:var(--b);--b:1;--c:var(--d);--d:2;--e:3;--f:4}"
        ".note{margin:var(--a)}.tip{margin:var(--e)}"
    )
    styles = ".ours{margin:var( --f , 0)}"
    assert needed_styles(stylesheet, [PAGE], styles) == (
        ":root{--a:var(--b);--b:1;--f:4}.note{margin:var(--a)}"
    )


def test_a_rule_of_which_nothing_stays_goes() -> None:
    assert needed_styles(":root{--a:1}@media print{:root{--b:1}}", [PAGE], "") == ""


@pytest.mark.parametrize("name", [path.name for path in OURS])
def test_no_rule_for_a_screen_reaches_paper(name: str) -> None:
    """Firefox compares a phone's width with that of A4 without margins."""
    asked = [each for each in _queries(_rules(name)) if SCREEN.search(each)]
    assert [each for each in asked if not each.startswith("screen and ")] == []


@pytest.mark.parametrize("name", [path.name for path in OURS])
def test_no_element_waits_for_another_to_be_filled(name: str) -> None:
    """WebKit does not restyle the neighbours of an element that is filled later."""
    selectors = [
        tinycss2.serialize(rule.prelude)
        for rule in _all_rules(_rules(name))
        if isinstance(rule, QualifiedRule)
    ]
    assert [each for each in selectors if EMPTY_BEFORE.search(each)] == []


def _rules(name: str) -> Sequence[Node]:
    (path,) = [path for path in OURS if path.name == name]
    return tinycss2.parse_stylesheet(path.read_text("utf-8"), skip_whitespace=True)


def _all_rules(rules: Iterable[Node]) -> Iterator[Node]:
    for rule in rules:
        yield rule
        if isinstance(rule, AtRule) and rule.lower_at_keyword == "media":
            yield from _all_rules(tinycss2.parse_rule_list(rule.content or []))


def _queries(rules: Iterable[Node]) -> Iterator[str]:
    """Return the media queries of all top-level conditions."""
    for rule in rules:
        if isinstance(rule, AtRule) and rule.lower_at_keyword == "media":
            yield from (each.strip() for each in tinycss2.serialize(rule.prelude).split(","))
