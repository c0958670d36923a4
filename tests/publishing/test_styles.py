"""What is left of a stylesheet."""

import pytest

from agenda.publishing.styles import needed_styles

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
