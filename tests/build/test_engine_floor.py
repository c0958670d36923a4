"""Shared scripts and styles use nothing that the oldest supported engines lack.

These are Chrome 87, Safari on iOS 14 and Firefox 78. A rule with one unknown selector is dropped
whole, and so is a script with one unknown form.
"""

import re
from pathlib import Path

import pytest

from tests.project import REPOSITORY

ASSETS = REPOSITORY / "overrides" / "assets" / "agenda"
STYLES = [path for path in sorted(ASSETS.glob("*.css")) if path.name != "search.css"]
SCRIPTS = sorted(ASSETS.glob("*.js"))
UNKNOWN = re.compile(
    r"\.at\(|\.toSorted\(|\.toReversed\(|\.findLast|\(\?<[=!]|structuredClone|\?\?="
)


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_shared_script_has_no_form_that_is_too_new(path: Path) -> None:
    assert UNKNOWN.findall(path.read_text("utf-8")) == []


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_a_shared_style_has_no_selector_that_takes_others_with_it(path: Path) -> None:
    text = re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.DOTALL)
    selectors = re.findall(r"([^{};]+)\{", text)
    assert [each for each in selectors if re.search(r":(is|where)\(", each)] == []
    shared = [each for each in selectors if "," in re.sub(r"\([^()]*\)", "", each)]
    others = [each for each in shared if ":has(" in each and each.count(":has(") < 2]
    assert others == []
    assert re.findall(r"\binset-[\w-]+", text) == []
    replaced = re.findall(r'content: ("[^"]*");\s*content: \1 / "";', text)
    assert len(re.findall(r'content: "[^"]*" / ""', text)) == len(replaced)
