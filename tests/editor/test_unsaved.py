"""Typed words that are not saved yet survive everything else that happens on the page."""

import pytest
from playwright.sync_api import Dialog, Page, expect

from tests.editor.conftest import Office, OpenEditor
from tests.editor.test_browser import MONTH
from tests.editor.test_items import month_file

pytestmark = pytest.mark.browser


def open_form(page: Page, code: str) -> None:
    page.locator(f"#cv-{code} .card__actions > a").click()
    page.wait_for_selector(f"#cv-{code} [data-form]")


def test_saving_one_form_keeps_what_is_typed_in_another(
    editor: OpenEditor,
    office: Office,
) -> None:
    page = editor(MONTH)
    for code, hour in (("dm8r", "14h30"), ("qrzv", "15h")):
        open_form(page, code)
        page.locator(f"#cv-{code}").get_by_label("Giờ").fill(hour)
    page.locator("#cv-dm8r").get_by_role("button", name="Lưu").click()
    page.wait_for_selector(".notice--saved")
    assert page.locator("#cv-dm8r [data-form]").count() == 0
    assert page.locator("#cv-qrzv").get_by_label("Giờ").input_value() == "15h"
    page.locator("#cv-qrzv").get_by_label("Giờ").press("Control+Enter")
    expect(page.locator("[data-form]")).to_have_count(0)
    assert "gio: 14h30" in month_file(office)
    assert "gio: 15h" in month_file(office)


def test_adding_a_name_keeps_what_is_typed(editor: OpenEditor, office: Office) -> None:
    before = month_file(office)
    page = editor(MONTH)
    open_form(page, "dm8r")
    card = page.locator("#cv-dm8r")
    card.get_by_label("Giờ").fill("14h30")
    card.get_by_text("Thêm vào danh bạ một tên chưa có").click()
    card.get_by_label("Tên", exact=True).fill("Lê Lạ")
    card.get_by_role("button", name="Thêm tên này").click()
    card.get_by_text("Việc đang sửa chưa lưu").wait_for()
    assert card.get_by_label("Giờ").input_value() == "14h30"
    assert month_file(office) == before
    assert "ten: Lê Lạ\n" in office.project.read("agendas/danh-ba.yml")
    card.get_by_label("Giờ").press("Control+Enter")
    expect(page.locator("[data-form]")).to_have_count(0)
    assert "gio: 14h30" in month_file(office)


def test_escape_keeps_a_form_that_was_refused(editor: OpenEditor) -> None:
    page = editor(MONTH)
    open_form(page, "dm8r")
    page.locator("#cv-dm8r").get_by_label("Giờ").fill("8h3x")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("[aria-invalid]")
    page.keyboard.press("Escape")
    assert page.locator("#cv-dm8r").get_by_label("Giờ").input_value() == "8h3x"


def test_another_form_of_the_page_does_not_leave_without_asking(
    editor: OpenEditor,
) -> None:
    page = editor(MONTH)
    open_form(page, "dm8r")
    page.locator("#cv-dm8r").get_by_label("Buổi").select_option("toi")
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    page.locator("#cv-qrzv summary").click()
    page.locator("#cv-qrzv").get_by_role("button", name="Nhân đôi").click()
    page.wait_for_timeout(500)
    assert asked == ["beforeunload"]
    assert page.locator("#cv-dm8r").get_by_label("Buổi").input_value() == "toi"
