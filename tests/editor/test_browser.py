"""Clerks use the editor with a keyboard, on a phone, in both colour schemes."""

import re

import pytest

from tests.browser.accessibility import too_wide, violations
from tests.editor.conftest import HOME, Office, OpenEditor
from tests.editor.test_items import changed_lines, month_file

pytestmark = pytest.mark.browser

MONTH = "/thang/2021-05/"
PAGES = {
    "overview": "/",
    "month": MONTH,
    "item": f"{MONTH}viec/dm8r/",
    "cancelling": f"{MONTH}viec/dm8r/tinh-trang/?la=huy",
    "rescheduling": f"{MONTH}viec/dm8r/tinh-trang/?la=doi",
    "new item": f"{MONTH}viec/moi/?ngay=24",
    "header": f"{MONTH}phan-dau/",
    "new month": "/thang-moi/",
    "label": f"{MONTH}ngay/?ngay=1-3",
    "directory": "/danh-ba/",
    "new leader": "/danh-ba/them/lanh_dao/",
    "entry": "/danh-ba/do-khoa-van/sua/",
    "new title": "/danh-ba/do-khoa-van/chuc-vu/",
    "departure": "/danh-ba/do-khoa-van/thoi/",
    "new name": "/danh-ba/do-khoa-van/doi-ten/",
    "merger": "/danh-ba/hop-nhat/",
    "correction": f"{MONTH}hieu-dinh/moi/",
    "abbreviation": "/danh-ba/viet-tat/moi/",
    "import": "/nhap/",
    "missing": "/khong-co/",
}


def test_axe_finds_no_violation_at_any_width(editor: OpenEditor) -> None:
    page = editor("/")
    found = {}
    for name, path in PAGES.items():
        page.goto(HOME + path)
        found[name] = violations(page) + too_wide(page)
    assert {name: each for name, each in found.items() if each} == {}


@pytest.mark.parametrize("width", [1280, 320])
def test_an_hour_is_corrected_with_the_keyboard_alone(
    editor: OpenEditor, office: Office, width: int
) -> None:
    before = month_file(office)
    page = editor(MONTH, width=width)
    page.locator("#cv-dm8r .card__actions > a").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#cv-dm8r [data-form]")
    assert page.evaluate("document.activeElement.name") == "ngay"
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.type("8h3x")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("[aria-invalid]")
    assert page.evaluate("document.activeElement.name") == "gio"
    page.keyboard.press("Control+A")
    page.keyboard.type("14h30")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector(".notice--saved")
    assert page.evaluate("document.activeElement.id") == "cv-dm8r"
    assert changed_lines(before, month_file(office)) == ["+         gio: 14h30"]
    page.get_by_role("button", name="Hoàn tác", exact=True).press("Enter")
    page.wait_for_selector("text=Đã hoàn tác")
    assert month_file(office) == before


def test_an_item_is_cancelled_from_its_menu(editor: OpenEditor, office: Office) -> None:
    page = editor(MONTH, width=320)
    page.locator("#cv-dm8r summary").press("Enter")
    page.keyboard.press("Escape")
    assert not page.locator("#cv-dm8r details").evaluate("menu => menu.open")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector("#cv-dm8r [data-form]")
    page.keyboard.type("Mưa bão")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("#cv-dm8r.card--withdrawn")
    assert "ly_do: Mưa bão" in month_file(office)


def test_items_are_added_one_after_the_other(editor: OpenEditor, office: Office) -> None:
    page = editor(MONTH)
    page.get_by_label("Thêm việc, Thứ Hai, 24/5").click()
    for text in ("Họp giao ban", "Tiếp dân"):
        page.locator("#ngay-24-them textarea").fill(text)
        page.get_by_role("button", name="Thêm, rồi ghi việc tiếp").click()
        page.wait_for_selector(f"#ngay-24 .card >> text={text}")
    assert page.locator("#ngay-24-them form").count() == 1
    assert month_file(office).index("Họp giao ban") < month_file(office).index("Tiếp dân")


def test_a_second_window_is_asked_which_version_stays(editor: OpenEditor, office: Office) -> None:
    first, second = editor(MONTH), editor(MONTH)
    for page in (first, second):
        page.locator("#cv-dm8r .card__actions > a").click()
        page.wait_for_selector("#cv-dm8r [data-form]")
    for page, place in ((first, "Phòng số 1"), (second, "Phòng số 2")):
        page.locator("#cv-dm8r").get_by_label("Địa điểm").fill(place)
        page.locator("#cv-dm8r").get_by_role("button", name="Lưu").click()
    second.wait_for_selector(".versions__differ")
    assert "Phòng số 1" in month_file(office)
    second.get_by_role("button", name="Giữ bản của tôi").click()
    second.wait_for_selector("#cv-dm8r dd >> text=Phòng số 2")
    assert "Phòng số 2" in month_file(office)


def test_without_scripts_the_same_forms_are_pages(editor: OpenEditor, office: Office) -> None:
    page = editor(MONTH, scripts=False)
    page.locator("#cv-dm8r .card__actions > a").first.click()
    page.get_by_label("Giờ").fill("14h30")
    page.get_by_role("button", name="Lưu").click()
    assert page.url == f"{HOME}{MONTH}#cv-dm8r"
    assert "gio: 14h30" in month_file(office)


def test_a_page_loads_nothing_from_elsewhere_and_breaks_no_policy(editor: OpenEditor) -> None:
    page = editor("/")
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on(
        "request",
        lambda request: None if request.url.startswith(HOME) else faults.append(request.url),
    )
    for path in PAGES.values():
        if path != PAGES["missing"]:
            page.goto(HOME + path)
    assert faults == []


def test_a_document_that_is_dropped_on_the_page_is_read(editor: OpenEditor, office: Office) -> None:
    page = editor("/nhap/")
    dropped = page.evaluate_handle(
        """() => {
          const data = new DataTransfer();
          data.items.add(new File(["khong phai van ban"], "thang 6.pdf"));
          data.items.add(new File(["x"], "khac.pdf"));
          return data;
        }"""
    )
    page.dispatch_event("h1", "dragover", {"dataTransfer": dropped})
    page.dispatch_event("h1", "drop", {"dataTransfer": dropped})
    page.wait_for_url(re.compile(r"/nhap/[0-9a-f]{16}/"))
    assert [each.file_name for each in office.services.review.store.sessions()] == ["thang 6.pdf"]
