"""`python -m tests.benchmarks.pages`: measure the main pages with Lighthouse.

Lighthouse simulates a phone: slow 4G, a processor four times slower. The site is sent compressed,
as by its host. The module needs Node; it installs Lighthouse beside itself on first use.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.browser.server import served
from tests.conftest import SUBPATH, build_site
from tests.machine import require_chromium, require_node, require_npm
from tests.project import Project

FOLDER = Path(__file__).with_name("lighthouse")
PROGRAM = FOLDER / "node_modules" / "lighthouse" / "cli" / "index.js"
PAGES = {
    "home": "",
    "month": "2021/05/",
    "leader": "lanh-dao/do-khoa-van/",
    "search": "tim-kiem/?q=ky+lac",
}
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
AUDITS = ("largest-contentful-paint", "cumulative-layout-shift", "total-byte-weight")


def main() -> int:
    if not PROGRAM.exists():
        subprocess.run([str(require_npm()), "ci", "--silent"], cwd=FOLDER, check=True)
    _say("| page | " + " | ".join((*CATEGORIES, *AUDITS)) + " |")
    _say("| --- " * (1 + len(CATEGORIES) + len(AUDITS)) + "|")
    with tempfile.TemporaryDirectory() as folder:
        site = build_site(Project.copy_to(Path(folder) / "lich"), SUBPATH)
        with served(site, compressed=True) as home:
            for name, path in PAGES.items():
                report = measure(home + path, Path(folder, "report.json"))
                scores = [f"{report['categories'][each]['score'] * 100:.0f}" for each in CATEGORIES]
                shown = [report["audits"][each]["displayValue"] for each in AUDITS]
                _say(f"| {name} | " + " | ".join([*scores, *shown]) + " |")
    return 0


def measure(url: str, report: Path) -> dict[str, Any]:
    """Return Lighthouse's report of a page."""
    options = ["--quiet", "--output=json", f"--output-path={report}"]
    flags = "--chrome-flags=--headless --no-sandbox"
    subprocess.run(
        [str(require_node()), str(PROGRAM), url, *options, flags],
        env=os.environ | {"CHROME_PATH": str(require_chromium())},
        stderr=subprocess.DEVNULL,
        check=True,
    )
    measured: dict[str, Any] = json.loads(report.read_text("utf-8"))
    return measured


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201


if __name__ == "__main__":
    sys.exit(main())
