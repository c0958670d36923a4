"""Pictures of the editor at work, on a clone whose site is published."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from unittest.mock import patch

from PIL import Image
from playwright.sync_api import Browser, Page
from werkzeug.serving import make_server

from agenda.build.settings.mkdocs_file import read_settings
from agenda.editor.application import create_application
from agenda.editor.server import QuietRequestHandler
from agenda.editor.services import Services
from agenda.source.folder import load_agenda
from tests.conftest import SUBPATH
from tests.generators.deployment import Deployment, environment
from tests.importer.documents.libreoffice import convert
from tests.importer.documents.official import write_official
from tests.importer.documents.printed import as_printed
from tests.project import MAY_2021

PORT = 51230
HOME = f"http://127.0.0.1:{PORT}"
ITEM = "dm8r"
COLOURS = 64
"""The colours of a picture: enough for text, and a third of the size."""
PATIENCE = 240_000
"""The time in milliseconds for a build on a slow machine."""


def take_editor(browser: Browser, pictures: Path) -> None:
    """Take the month, a form with a problem, an import with its doubts and the publication."""
    variables = environment() | {"SITE_URL": SUBPATH}
    with tempfile.TemporaryDirectory() as name, patch.dict(os.environ, variables):
        folder = Path(name)
        clone = _published(folder)
        with _editor(clone, browser) as page:
            _take_month(page, pictures)
            _take_import(page, pictures, _paper(folder))
            _take_publication(page, pictures)


def _published(folder: Path) -> Deployment:
    made = Deployment.make(folder)
    shutil.copytree(MAY_2021, made.folder / "agendas", dirs_exist_ok=True)
    done = made.deploy()
    assert done.code == 0, done.said
    return made


def _paper(folder: Path) -> Path:
    """Return the paper of May 2021 as a PDF file, misprints and all."""
    (month,) = load_agenda(MAY_2021).agenda.months
    path = folder / "chuong-trinh-thang-5.docx"
    write_official(as_printed(month.current), path)
    return convert(path, "pdf")


@contextmanager
def _editor(clone: Deployment, browser: Browser) -> Iterator[Page]:
    """Open the editor of a clone in a browser."""
    services = Services.of(read_settings(clone.folder / "mkdocs.yml"))
    app, first_url = create_application(services, PORT)
    quiet = QuietRequestHandler
    with make_server("127.0.0.1", PORT, app, threaded=True, request_handler=quiet) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        page = browser.new_page(viewport={"width": 1280, "height": 800}, color_scheme="light")
        try:
            page.set_default_timeout(PATIENCE)
            page.goto(first_url)
            yield page
        finally:
            page.close()
            server.shutdown()
            thread.join()
            services.preview.close()


def _take_month(page: Page, pictures: Path) -> None:
    page.goto(f"{HOME}/thang/2021-05/#ngay-04")
    page.wait_for_load_state("networkidle")
    _take(page, pictures / "bien-tap-thang.png")
    page.locator(f"#cv-{ITEM} .card__actions > a").click()
    form = page.locator(f"#cv-{ITEM} [data-form]")
    form.get_by_label("Giờ").fill("8h3x")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("[aria-invalid]")
    page.locator(f"#cv-{ITEM}").scroll_into_view_if_needed()
    _take(page, pictures / "bien-tap-viec.png")
    page.locator(f"#cv-{ITEM}").get_by_label("Giờ").fill("15h30")
    page.keyboard.press("Control+Enter")
    page.get_by_label("Lý do").fill("Theo thông báo của Văn phòng")
    page.get_by_role("button", name="Lưu và ghi lại thay đổi").click()
    page.wait_for_selector(".notice--saved")


def _take_import(page: Page, pictures: Path, paper: Path) -> None:
    page.goto(f"{HOME}/nhap/")
    page.set_input_files("#tep", paper)
    page.get_by_role("button", name="Đọc văn bản").click()
    page.wait_for_selector(".doubt")
    page.get_by_role("link", name="Tới chỗ đầu tiên").click()
    page.wait_for_load_state("networkidle")
    _take(page, pictures / "bien-tap-nhap.png")


def _take_publication(page: Page, pictures: Path) -> None:
    page.goto(f"{HOME}/dang/")
    page.wait_for_selector("#thay-doi, #vuong")
    assert page.locator("#vuong").count() == 0, page.inner_text("main")
    _take(page, pictures / "bien-tap-dang.png")


def _take(page: Page, path: Path) -> None:
    page.screenshot(path=path)
    with Image.open(path) as picture:
        few = picture.convert("RGB").quantize(COLOURS)
    few.save(path, optimize=True)
