"""Every page of the editor is valid HTML."""

import subprocess
from pathlib import Path

import pytest

from tests.browser.test_html import CONFIGURATION
from tests.editor.conftest import Office
from tests.editor.test_browser import PAGES
from tests.machine import require_node, require_node_module

pytestmark = pytest.mark.browser


def test_every_page_is_valid_html(office: Office, tmp_path: Path) -> None:
    node = str(require_node())
    validator = require_node_module("html-validate") / "bin" / "html-validate.mjs"
    pages = tmp_path / "pages"
    pages.mkdir()
    for name, path in PAGES.items():
        (pages / f"{name}.html").write_text(office.get(path).text, encoding="utf-8")
    report = tmp_path / "report.txt"
    options = ["--config", str(CONFIGURATION), "--formatter", f"text={report}"]
    run = subprocess.run(
        [node, validator, *options, "."],
        cwd=pages,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    if run.returncode:
        faults = report.read_text(encoding="utf-8") if report.exists() else run.stdout
        pytest.fail("\n".join(faults.splitlines()[:50]), pytrace=False)
