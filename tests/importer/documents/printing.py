"""Print test documents with Chromium, whose PDF differs most from LibreOffice's."""

import subprocess
import tempfile
from pathlib import Path

from tests.machine import require_chromium


def print_page(html: str, folder: Path) -> Path:
    """Print a page as PDF; A4 unless its style says otherwise."""
    source, target = folder / "trang.html", folder / "trang.pdf"
    source.write_text(f"<!doctype html><meta charset=utf-8>{html}", encoding="utf-8")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        subprocess.run(
            [
                str(require_chromium()),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                f"--user-data-dir={profile}",
                "--no-pdf-header-footer",
                f"--print-to-pdf={target}",
                source.as_uri(),
            ],
            check=True,
            capture_output=True,
            timeout=120,
        )
    return target
