"""A clerk imports a PDF in the browser: its pages beside the draft, at any width."""

from pathlib import Path

import pytest

from tests.browser.accessibility import too_wide, violations
from tests.editor.conftest import HOME, Office, OpenEditor
from tests.importer.documents.batch import print_all
from tests.importer.documents.docx_builder import build_docx

pytestmark = [pytest.mark.browser, pytest.mark.office]

HEAD = ["Ngày", "Nội dung công việc", "Cơ quan chuẩn bị", "Lãnh đạo Sở"]


@pytest.fixture(scope="module")
def amendment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Print an amendment of May 2021 as a PDF."""
    path = tmp_path_factory.mktemp("van-ban") / "dieu-chinh.docx"
    rows = [
        ["4", "<u>Sáng:</u> Lễ chào cờ\n<u>Chiều:</u> Hợp soát xét bản thảo", "VP\nVP", ""],
        ["5", "<u>Sáng:</u> Đi cơ sở", "Phòng Lạ", ""],
    ]
    document = build_docx(
        [
            {"sides": ["SỞ KHCN\nSố: 31/CTr", "Hà Tĩnh, ngày 03 tháng 5 năm 2021"]},
            {"p": "CHƯƠNG TRÌNH CÔNG TÁC THÁNG 5 NĂM 2021\n(điều chỉnh từ ngày 04 đến 05/5)"},
            {"table": [HEAD, *rows]},
        ],
        path,
    )
    return print_all([document])[0]


def test_axe_finds_no_violation_beside_a_document(
    editor: OpenEditor, office: Office, amendment: Path
) -> None:
    page = editor("/nhap/")
    page.set_input_files("#tep", amendment)
    page.get_by_role("button", name="Đọc văn bản").click()
    page.wait_for_selector(".review", timeout=60_000)
    (session,) = office.services.review.store.sessions()
    pages = (
        "",
        "the/1/in-sai/",
        "the/1/che/",
        "the/1/danh-ba/co_quan/",
        "0/viec-moi/",
        "0/phan-dau/",
    )
    paths = ("/nhap/", *(f"/nhap/{session.id}/{path}" for path in pages))
    found = {}
    for path in paths:
        page.goto(HOME + path)
        found[path] = violations(page) + too_wide(page)
    assert {path: each for path, each in found.items() if each} == {}


@pytest.mark.parametrize("scripts", [True, False])
def test_an_amendment_is_imported_with_and_without_scripts(
    editor: OpenEditor, office: Office, amendment: Path, *, scripts: bool
) -> None:
    page = editor("/nhap/", scripts=scripts, width=400)
    page.set_input_files("#tep", amendment)
    page.get_by_role("button", name="Đọc văn bản").click()
    page.wait_for_selector(".review", timeout=60_000)
    assert page.locator(".sheet img").first.evaluate("image => image.naturalWidth") > 500
    assert "So với chương trình đang có" in page.inner_text(".review__draft")
    for _ in range(20):
        button = page.locator(".doubt form button:not([name=mo])").first
        if not button.count():
            break
        button.click()
        page.wait_for_load_state()
    page.get_by_role("button", name="Ghi 2021-05.dc1.yml").click()
    page.wait_for_url("**/thang/2021-05/")
    written = office.project.read("agendas/2021-05.dc1.yml")
    assert "pham_vi: 4-5" in written
    assert "# kiểm tra" not in written
