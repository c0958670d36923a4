"""The programs that the tests need and that Python's package index does not provide."""

import os
import shutil
from pathlib import Path
from typing import NoReturn

import pytest

MODULES = Path(__file__).parent / "node_modules"


def find_chromium(bundled: Path) -> Path:
    """A Chromium of this machine; `bundled` is where Playwright would have put its own."""
    names = [os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome"]
    found = [program for name in names if name and (program := shutil.which(name))]
    chosen = Path(found[0]) if found else bundled
    if not chosen.exists():
        unavailable("no Chromium found: install one, or name it in the variable CHROMIUM")
    return chosen


def node_module(name: str) -> Path:
    """The folder of a package from package.json."""
    if not (MODULES / name).is_dir():
        unavailable(f"{name} is not installed: run npm ci in tests/browser")
    return MODULES / name


def unavailable(reason: str) -> NoReturn:
    """Skip the test, saying why; where CI=true nothing may be lacking."""
    if os.environ.get("CI") == "true":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)
