"""The tasks of a clerk in the browser."""

from pathlib import Path

from playwright.sync_api import Locator, expect

from tests.editor.clerk import Clerk
from tests.editor.june_2021 import NOTICE


class Bureau:
    """The tasks of a clerk, each as the guide describes it."""

    def __init__(self, clerk: Clerk) -> None:
        self.clerk, self.page = clerk, clerk.page

    def read_document(self, path: Path) -> None:
        self.clerk.click("Nhập văn bản")
        self.clerk.upload("Tệp Word hoặc PDF", str(path))
        self.clerk.click("Đọc văn bản")
        self.page.wait_for_selector("#ban-nhap", timeout=60_000)

    def answer_doubts(self) -> int:
        """Answer the open doubts from the first to the last. Return how many there were."""
        answered = 0
        while self.page.locator(".doubt:not(.doubt--closed)").count():
            card = self.page.locator(".doubt:not(.doubt--closed)").first
            number = card.get_attribute("id")
            self._answer(self.page.locator(f"#{number}"))
            expect(self.page.locator(f"#{number}.doubt--closed")).to_have_count(1)
            self.page.wait_for_load_state("networkidle")
            answered += 1
        return answered

    def _answer(self, card: Locator) -> None:
        words, clerk = card.inner_text(), self.clerk
        if "Hợp" in words:
            clerk.click("Sửa", card)
            text = card.get_by_label("Nội dung công việc").input_value()
            clerk.write("Nội dung công việc", text.replace("Hợp", "Họp"), card)
            clerk.press("Control+Enter")
        elif "0239" in words:
            clerk.click("Được công khai", card)
        elif "0912" in words:
            self._other(card, "Không công bố")
            clerk.press("Control+Enter")
        elif "Văn GD" in words or "Văn phong" in words:
            self._other(card, "Văn bản in sai")
            clerk.write("Sửa thành", "Đ/c Văn GĐ" if "GD" in words else "Văn phòng", card)
            clerk.press("Control+Enter")
        elif "Bình" in words:
            self._other(card, "Thêm lãnh đạo")
            clerk.write("Tên", "Bình", card)
            clerk.write("Chức vụ", "Phó Giám đốc", card)
            clerk.write("Chức vụ viết tắt", "PGĐ", card)
            clerk.press("Control+Enter")
        else:
            self._other(card, "Thêm nhóm" if "Các phòng" in words else "Thêm cơ quan")
            clerk.press("Control+Enter")

    def _other(self, card: Locator, answer: str) -> None:
        self.clerk.click("Khác", card)
        self.clerk.click(answer, card)
        card.locator("[data-form]").wait_for()

    def write_month(self) -> None:
        self.clerk.click("Ghi 2021-06")
        self.page.wait_for_selector("#lich")

    def publish(self) -> None:
        self.clerk.click("Đăng", self.page.locator(".site-nav"))
        self.page.get_by_role("button", name="Đăng những thay đổi này").wait_for(timeout=120_000)
        self.clerk.click("Đăng những thay đổi này")
        self.page.wait_for_selector("text=Đã đăng xong", timeout=240_000)

    def open_month(self) -> None:
        self.clerk.click("Tổng quan")
        self.clerk.click("Tháng 6")

    def item(self, text: str) -> Locator:
        return self.page.locator("li.card").filter(has_text=text)

    def cancel(self, text: str, why: str) -> None:
        card = self.item(text)
        self._other(card, "Hủy, hoãn")
        self.clerk.choose("Tình trạng", "Hủy", card)
        self.clerk.write("Lý do", why, card)
        self.clerk.press("Control+Enter")
        self.explain()  # the form has the reason already

    def retime(self, text: str, hour: str) -> None:
        card = self.item(text)
        self.clerk.click("Sửa", card)
        self.clerk.write("Giờ", hour, card)
        self.clerk.press("Control+Enter")
        self.explain(NOTICE)

    def explain(self, why: str = "") -> None:
        """Tell why published content changes, or confirm the reason that the form shows."""
        form = self.page.locator("[data-form]").filter(has_text="Chỗ này đã đăng")
        form.wait_for()
        if why:
            self.clerk.write("Lý do", why, form)
        self.clerk.press("Control+Enter")
        self.saved()

    def saved(self) -> None:
        self.page.wait_for_selector(".notice--saved")
        expect(self.page.locator("[data-form]")).to_have_count(0)

    def change_person(self, code: str, action: str, values: dict[str, str]) -> None:
        self.clerk.click("Danh bạ")
        card = self.page.locator(f"#{code}")
        self.clerk.click(action, card)
        for label, text in values.items():
            self.clerk.write(label, text, card)
        self.clerk.press("Control+Enter")
        self.saved()

    def merge(self, old: tuple[str, ...], new: str, since: str) -> None:
        self.clerk.click("Hợp nhất cơ quan")
        form = self.page.locator("#hop-nhat")
        for name in old:
            self.clerk.click(name, form, role="checkbox")
        self.clerk.write("Tên cơ quan mới", new, form)
        self.clerk.write("Có từ", since, form)
        self.clerk.press("Control+Enter")
        self.saved()
