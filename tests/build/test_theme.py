"""Only the theme's style sheet is needed; it may be stored in `overrides/`."""

import re
from pathlib import Path

import pytest

from agenda.build.assets import theme
from agenda.build.assets.theme import StylesheetMissing, theme_stylesheet


def test_the_stylesheet_is_that_of_the_installed_theme(tmp_path: Path) -> None:
    found = theme_stylesheet(tmp_path)
    assert re.fullmatch(r"assets/stylesheets/main\.\w+\.min\.css", found.url)
    assert b".md-typeset" in found.content


def test_without_the_theme_and_without_a_kept_one_there_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(theme, "find_spec", lambda _: None)
    with pytest.raises(StylesheetMissing):
        theme_stylesheet(tmp_path)
