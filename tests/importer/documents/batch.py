"""Print many test documents as PDF at once, because LibreOffice starts slowly."""

import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.machine import require_libreoffice


def print_all(documents: Sequence[Path]) -> list[Path]:
    """Print each document of one folder as PDF beside it. Skip without LibreOffice."""
    program = require_libreoffice()
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            [
                str(program),
                f"-env:UserInstallation={Path(profile).as_uri()}",
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                str(documents[0].parent),
                *map(str, documents),
            ],
            check=True,
            capture_output=True,
            timeout=300,
        )
    return [document.with_suffix(".pdf") for document in documents]
