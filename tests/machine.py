"""Programs that tests need and that Python's package index does not provide.

Each function skips the test with the reason if the program is missing. Where CI=true the test fails
instead, because `.ci/run` installs every program.
"""

import os
import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Literal, NoReturn

import pytest

from agenda.importer.loading.libreoffice import find_libreoffice

IN_CI = os.environ.get("CI") == "true"
NODE_MODULES = Path(__file__).parent / "browser" / "node_modules"


def require_chromium() -> Path:
    """Return the Chromium named in the variable CHROMIUM, or one of the PATH.

    The build without windows comes first: it opens a page with a quarter of the processor time.
    """
    named = os.environ.get("CHROMIUM", "")
    reason = "Chromium is not installed, or not named in the variable CHROMIUM"
    names = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
    return _program(reason, named, *names)


def require_driven_chromium() -> Path:
    """Return Chromium if Playwright's driver, a program of its own, starts as well."""
    chromium = require_chromium()
    run = subprocess.run(
        [sys.executable, "-m", "playwright", "--version"],
        capture_output=True,
        encoding="utf-8",
        errors="backslashreplace",
    )
    if run.returncode:
        reason = run.stderr.strip().rpartition("\n")[2] or f"it ends with {run.returncode}"
        unavailable(f"Playwright's driver does not start (on Debian: libatomic1): {reason}")
    return chromium


def require_firefox() -> Path:
    """Return the Firefox named in the variable FIREFOX, or one of the PATH."""
    named = os.environ.get("FIREFOX", "")
    reason = "Firefox is not installed, or not named in the variable FIREFOX"
    return _program(reason, named, "firefox-esr", "firefox")


def require_webkit_driver() -> Path:
    reason = "WebKitGTK's driver is not installed (on Debian: webkit2gtk-driver)"
    return _program(reason, "WebKitWebDriver")


def require_display_server() -> Path:
    return _program("Xvfb is not installed (on Debian: xvfb)", "Xvfb")


def require_node() -> Path:
    return _program("Node is not installed", "node")


def require_npm() -> Path:
    return _program("npm is not installed", "npm")


def require_node_module(name: str) -> Path:
    """Return the folder of a package from tests/browser/package.json."""
    if not (NODE_MODULES / name).is_dir():
        unavailable(f"{name} is not installed: run npm ci in tests/browser")
    return NODE_MODULES / name


def require_hugo() -> Path:
    return _program("Hugo is not installed", "hugo")


def require_libreoffice(application: Literal["writer", "calc"] = "writer") -> Path:
    """Return LibreOffice's own command; Debian packs its applications one by one."""
    program = find_libreoffice()
    if program is None:
        unavailable(f"LibreOffice is not installed (on Debian: libreoffice-{application})")
    folder = program.resolve().parent
    if (folder / "soffice.bin").exists() and not any(folder.glob(f"s{application}*")):
        unavailable(f"LibreOffice has no {application} (on Debian: libreoffice-{application})")
    return program


def require_weasyprint() -> ModuleType:
    """Return WeasyPrint if Pango, which it needs, is installed."""
    try:
        # It looks for Pango when it is imported.
        return import_module("weasyprint")
    except OSError as error:
        packages = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
        unavailable(f"WeasyPrint finds no Pango (on Debian: {packages}): {error}")


def _program(reason: str, *names: str) -> Path:
    found = next(filter(None, map(shutil.which, names)), None)
    return Path(found) if found else unavailable(reason)


def unavailable(reason: str) -> NoReturn:
    """Skip the test, or fail it where CI=true."""
    if IN_CI:
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)
