"""Convert test documents with LibreOffice, the second opinion on what Word would print."""

import subprocess
import tempfile
from pathlib import Path

from tests.machine import require_libreoffice


def convert(document: Path, kind: str, options: str = "") -> Path:
    """Convert a document to `kind` ("pdf", "odt", "doc", "rtf"), beside it.

    Skip without LibreOffice. `options` are those of the export filter, as JSON.
    """
    program = require_libreoffice()
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            [
                str(program),
                f"-env:UserInstallation={Path(profile).as_uri()}",
                "--headless",
                "--convert-to",
                f"{kind}:writer_pdf_Export:{options}" if options else kind,
                "--outdir",
                str(document.parent),
                str(document),
            ],
            check=True,
            capture_output=True,
            timeout=120,
        )
    return document.with_suffix(f".{kind}")
