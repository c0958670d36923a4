"""A month is imported, answered, written and published with the keyboard alone."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.editor.clerk_year.conftest import Employ
from tests.editor.clerk_year.june_2021 import DIRECTORY, june
from tests.generators.deployment import Deployment

pytestmark = [pytest.mark.browser, pytest.mark.long]

FOCUSED = """() => {
  const element = document.activeElement;
  return [element.getAttribute("aria-label") ?? element.labels?.[0]?.innerText ?? element.innerText,
          element.closest(".doubt")?.id ?? ""];
}"""
OPEN = ".doubt:not(.doubt--closed)"


class Keyboard:
    """A clerk without a mouse. Every step goes on from where the focus is."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.tabs = 0

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)

    def go_to(self, name: str, card: str = "") -> None:
        """Press Tab until the control with a name has the focus, in a card if one is given."""
        seen: list[str] = []
        for _ in range(600):
            words, place = self.page.evaluate(FOCUSED)
            if words.strip().startswith(name) and (not card or place == card):
                return
            seen.append(words)
            self.tabs += 1
            self.press("Tab")
        raise AssertionError(f"no Tab leads to {name} of {card}: {seen[-40:]}")

    def use(self, name: str, card: str = "") -> None:
        """Go to a link or a button, and press Enter."""
        self.go_to(name, card)
        self.press("Enter")

    def follow(self, name: str, card: str = "") -> None:
        """Go to a link or a button that leads to a page, and press Enter."""
        self.go_to(name, card)
        with self.page.expect_navigation():
            self.press("Enter")


def answer(keyboard: Keyboard, card: str) -> None:
    page = keyboard.page
    words = page.locator(f"#{card}").inner_text()
    if "0912" in words:
        keyboard.use("Câu trả lời khác", card)
        keyboard.use("Không công bố", card)
        page.wait_for_selector(f"#{card} [data-form]")
        keyboard.press("Control+Enter")
    else:
        keyboard.follow("Được công khai" if "0239" in words else "Đúng, giữ nguyên", card)
    expect(page.locator(f"#{card}.doubt--closed")).to_have_count(1)
    page.wait_for_load_state("networkidle")


def test_a_month_is_imported_and_published_without_a_mouse(
    employ: Employ, clone: Deployment, tmp_path: Path
) -> None:
    clone.write("danh-ba.yml", DIRECTORY)
    clone.commit("Trang lịch công tác")
    page = employ(clone).page
    keyboard = Keyboard(page)
    keyboard.follow("Nhập văn bản")
    keyboard.go_to("Tệp Word hoặc PDF")
    with page.expect_file_chooser() as choosing:
        keyboard.press("Enter")
    choosing.value.set_files(june(tmp_path))
    keyboard.follow("Đọc văn bản")
    page.wait_for_selector("#ban-nhap", timeout=60_000)
    answered = 0
    while page.locator(OPEN).count():
        answer(keyboard, str(page.locator(OPEN).first.get_attribute("id")))
        answered += 1
    assert answered == 12
    before = keyboard.tabs
    keyboard.follow("Ghi 2021-06.yml")
    assert keyboard.tabs - before <= 5  # the last answer leads to the end of the page
    page.wait_for_selector("#lich")
    keyboard.follow("Đăng")
    page.get_by_role("button", name="Đăng những thay đổi này").wait_for(timeout=120_000)
    keyboard.use("Đăng những thay đổi này")
    page.wait_for_selector("text=Đã đăng xong", timeout=240_000)
    assert "Làm việc với xã số 15" in clone.published("2021/06/index.html").decode()
