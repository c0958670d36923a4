"""Every published page is valid HTML."""

import subprocess
from pathlib import Path

import pytest

from tests.machine import require_node, require_node_module
from tests.published.site import BuiltSite

CONFIGURATION = Path(__file__).with_name("htmlvalidate.mjs")


@pytest.mark.parametrize("name", ["site_at_subpath", "site_of_every_shape"])
def test_every_page_is_valid_html(
    name: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    site: BuiltSite = request.getfixturevalue(name)
    node = str(require_node())
    validator = require_node_module("html-validate") / "bin" / "html-validate.mjs"
    # To a file: the validator ends before a pipe has taken all of its report.
    report = tmp_path / "report.txt"
    options = ["--config", str(CONFIGURATION), "--formatter", f"text={report}"]
    run = subprocess.run(
        [node, validator, *options, "."],
        cwd=site.folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    if run.returncode:
        faults = report.read_text(encoding="utf-8") if report.exists() else run.stdout
        pytest.fail("\n".join(faults.splitlines()[:50]), pytrace=False)
