"""Pictures of a real run of `agenda import`: the document, the output, the file."""

import shutil
import subprocess
import sys
import tempfile
from html import escape
from pathlib import Path

import pdfplumber
from playwright.sync_api import Browser

from agenda.source.folder import load_agenda
from tests.importer.documents.libreoffice import convert
from tests.importer.documents.official import write_official
from tests.importer.documents.printed import as_printed
from tests.project import MAY_2021

PAPER = "chuong-trinh-thang-5.docx"
MONTH = "agendas/2021-05.yml"
RUN = "import sys; from agenda.cli import main; sys.exit(main())"
LINES = 36
"""The number of lines of the file in the picture."""

PAGE = """<!doctype html><html lang="vi"><meta charset="utf-8"><style>
body {{ background: #14191f; color: #dfe5ec; margin: 0; padding: 16px 20px }}
pre {{ font: 14px/1.5 "Noto Sans Mono", "DejaVu Sans Mono", monospace; margin: 0;
       white-space: pre-wrap }}
.prompt {{ color: #8cc1ee }}
</style><pre><span class="prompt">{prompt}</span>\n{text}</pre>"""


def take_run(browser: Browser, pictures: Path) -> None:
    """Import the paper of May 2021, misprints and all, in a folder that has only the directory."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "agendas").mkdir()
        shutil.copy(MAY_2021 / "danh-ba.yml", folder / "agendas")
        (month,) = load_agenda(MAY_2021).agenda.months
        write_official(as_printed(month.current), folder / PAPER)
        with pdfplumber.open(convert(folder / PAPER, "pdf")) as pdf:
            pdf.pages[0].to_image(resolution=100).save(pictures / "van-ban.png")
        done = subprocess.run(
            [sys.executable, "-c", RUN, "import", PAPER],
            cwd=folder,
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        written = (folder / MONTH).read_text("utf-8").splitlines()[28 : 28 + LINES]
        _take(browser, pictures / "nhap.png", f"> agenda import {PAPER}", done.stdout)
        _take(browser, pictures / "tep-thang.png", MONTH, "\n".join(written))


def _take(browser: Browser, path: Path, prompt: str, text: str) -> None:
    page = browser.new_page(viewport={"width": 960, "height": 200})
    page.set_content(PAGE.format(prompt=escape(prompt), text=escape(text)))
    page.screenshot(path=path, full_page=True)
    page.close()
