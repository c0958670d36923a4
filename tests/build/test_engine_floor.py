"""Shared scripts and styles use nothing that the oldest supported engines lack.

These are Chrome 87, Safari on iOS 14 and Firefox 78. A rule with one unknown selector is dropped
whole, and so is a script with one unknown form.
"""

import re
from pathlib import Path

import pytest

from tests.project import REPOSITORY

ASSETS = REPOSITORY / "overrides" / "assets" / "agenda"
STYLES = sorted(ASSETS.glob("*.css"))
WITHOUT_FLEX_ROWS = {"embedded.css", "print.css"}
SCRIPTS = sorted(ASSETS.rglob("*.js"))
UNKNOWN = re.compile(
    r"\.at\(|\.toSorted\(|\.toReversed\(|\.findLast|\(\?<[=!]|structuredClone|\?\?="
)


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.relative_to(ASSETS).as_posix())
def test_a_shared_script_has_no_form_that_is_too_new(path: Path) -> None:
    assert UNKNOWN.findall(path.read_text("utf-8")) == []


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_a_shared_style_has_no_selector_that_takes_others_with_it(path: Path) -> None:
    text = re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.DOTALL)
    heads = re.findall(r"([^{};]+)\{", text)
    assert [each for each in heads if re.search(r":(is|where)\(", each)] == []
    for unknown in (":has(", ":focus-visible"):
        known = [
            {unknown in selector for selector in re.sub(r"\([^()]*\)", "()", head).split(",")}
            for head in heads
        ]
        assert {True, False} not in known
    assert re.findall(r"\binset-[\w-]+|(?:margin|padding)-(?:block|inline):", text) == []
    replaced = re.findall(r'content: ("[^"]*");\s*content: \1 / "";', text)
    assert len(re.findall(r'content: "[^"]*" / ""', text)) == len(replaced)


def test_flex_rows_keep_their_items_apart_without_gap() -> None:
    """Safari has `gap` in flex rows since 14.1. Without it two links would touch."""
    sheets = [path.read_text("utf-8") for path in STYLES if path.name not in WITHOUT_FLEX_ROWS]
    (substitute,) = re.findall(
        r"@supports not \(inset: 0\) \{\n(.*?)\n\}", "".join(sheets), re.DOTALL
    )
    rows = [
        selectors.split(",")
        for sheet in sheets
        for selectors, body in re.findall(r"([^{};]+)\{([^{}]*)\}", sheet)
        if "display: flex" in body and re.search(r"gap: (?:\S+ )?[\d.]+r?em;", body)
        if ":has(" not in selectors  # known to no engine without gap
    ]
    assert len(rows) > 8
    names = {re.findall(r"\.([\w-]+)", each)[-1] for selectors in rows for each in selectors}
    assert {name for name in names if not re.search(rf"\.{name}\b", substitute)} == set()
