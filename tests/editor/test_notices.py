"""A message at the foot of a small window never covers what has the focus (WCAG 2.4.11)."""

import pytest

from tests.editor.conftest import OpenEditor

pytestmark = pytest.mark.browser

COVERED = """() => {
  const focused = document.activeElement.getBoundingClientRect();
  const message = document.querySelector(".notices").getBoundingClientRect();
  return message.height > 0 && focused.height > 0
    && focused.bottom > message.top && focused.top >= message.top;
}"""


def test_the_focus_is_never_under_a_message(editor: OpenEditor) -> None:
    page = editor("/thang/2021-05/", width=320)
    item = page.locator("#cv-dm8r")
    item.locator(".card__actions > a").click()
    item.get_by_label("Giờ").fill("15:00")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector(".notice--saved")
    page.evaluate(
        """() => document.querySelector(".notice").append("Một thông báo dài. ".repeat(30))"""
    )
    item.locator(".card__actions > a").press("Enter")
    page.wait_for_selector("#cv-dm8r [data-form]")
    for key in ("Tab", "Shift+Tab"):
        for _ in range(30):
            page.keyboard.press(key)
            assert not page.evaluate(COVERED), page.evaluate("document.activeElement.outerHTML")
