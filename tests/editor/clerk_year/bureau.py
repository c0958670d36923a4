"""The tasks of a clerk in the browser."""

from pathlib import Path

from playwright.sync_api import Locator, expect

from tests.editor.clerk_year.clerk import Clerk


class Bureau:
    """The tasks of a clerk, each as the guide describes it."""

    def __init__(self, clerk: Clerk) -> None:
        self.clerk, self.page = clerk, clerk.page
        self.is_name_public = False

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
        if "là ngày làm việc" in words or "bản khác của tháng ghi" in words:
            clerk.click("Đúng, giữ nguyên", card)
        elif "tên riêng của công dân" in words and self.is_name_public:
            clerk.click("Được công khai", card)
        elif "Hợp" in words:
            clerk.click("Sửa", card)
            text = card.get_by_label("Nội dung công việc").input_value()
            clerk.write("Nội dung công việc", text.replace("Hợp", "Họp"), card)
            clerk.press("Control+Enter")
        elif "0239" in words:
            clerk.click("Được công khai", card)
        elif "0912" in words or "tên riêng của công dân" in words:
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

    def write_month(self, name: str) -> None:
        self.clerk.click(f"Ghi {name}")
        self.page.wait_for_selector("#lich")

    def publish(self) -> None:
        self.clerk.click("Đăng", self.page.locator(".site-nav"))
        self.page.get_by_role("button", name="Đăng những thay đổi này").wait_for(timeout=120_000)
        self.clerk.click("Đăng những thay đổi này")
        self.page.wait_for_selector("text=Đã đăng xong", timeout=240_000)

    def open_month(self, name: str) -> None:
        self.clerk.click("Tổng quan")
        self.clerk.click(name, self.page.locator("[aria-labelledby=cac-thang]"))

    def find_day(self, day: int) -> None:
        """Go to a day of the month that is open."""
        self.clerk.click(f"Ngày {day}", self.page.locator(".day-row"), role="link")

    def item(self, text: str) -> Locator:
        return self.page.locator("li.card").filter(has_text=text)

    def cancel(self, text: str, why: str) -> None:
        self._other(self.item(text), "Hủy…")
        self.clerk.type(why)
        self.clerk.press("Control+Enter")
        self.explain()  # the form has the reason already

    def postpone(self, text: str) -> None:
        self._other(self.item(text), "Hoãn…")
        self.clerk.press("Control+Enter")
        self.explain()

    def reschedule(self, text: str, when: str, why: str = "") -> None:
        self._other(self.item(text), "Đổi sang ngày khác…")
        self.clerk.press("Control+A")
        self.clerk.type(when)
        self.clerk.press("Control+Enter")
        self.explain(why)

    def restore(self, text: str) -> None:
        card = self.item(text)
        self.clerk.click("Khác", card)
        self.clerk.click("Diễn ra như đã định", card)
        self.explain()

    def edit(self, text: str, field: str, value: str) -> None:
        """Open the form of an item, replace a value and save."""
        card = self.item(text)
        self.clerk.click("Sửa", card)
        self.clerk.write(field, value, card)
        self.clerk.press("Control+Enter")

    def take_out_day(self, heading: str) -> None:
        """Take a day without items out of the schedule."""
        with self.page.expect_navigation():
            self.clerk.click(f"Bỏ ngày khỏi lịch, {heading}", role="button")

    def add_to_header(self, field: str, value: str) -> None:
        """Add an element to a list in the header of the month."""
        form = self._open_header()
        count = form.locator(f'[aria-label^="{field} "]').count()
        self._save_header(f"{field} {count}", value, form)

    def clear_in_header(self, field: str) -> None:
        self._save_header(field, "", self._open_header())

    def _open_header(self) -> Locator:
        self.clerk.click("Sửa phần đầu văn bản")
        form = self.page.locator("#phan-dau [data-form]")
        form.wait_for()
        return form

    def _save_header(self, field: str, value: str, form: Locator) -> None:
        self.clerk.write(field, value, form)
        self.clerk.press("Control+Enter")
        self.saved()

    def declare_misprint(self, values: dict[str, str]) -> None:
        self.clerk.click("Thêm mục hiệu đính")
        form = self.page.locator("[data-form]")
        for label, text in values.items():
            self.clerk.write(label, text, form)
        self.clerk.press("Control+Enter")
        self.saved()

    def explain(self, why: str = "", *, is_correction: bool = False) -> None:
        """Tell why published content changes, or confirm the reason that the form shows."""
        form = self.page.locator("[data-form]").filter(has_text="Chỗ này đã đăng")
        form.wait_for()
        self.page.wait_for_load_state()  # after the menu, the form is a page of its own
        if is_correction:
            self.clerk.choose("Vì sao đổi", "Nhập sai so với văn bản, nay sửa lại", form)
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

    def add_leader(self, values: dict[str, str]) -> None:
        self.clerk.click("Danh bạ")
        self.clerk.click("Thêm lãnh đạo")
        form = self.page.locator("[data-form]")
        for label, text in values.items():
            self.clerk.write(label, text, form)
        self.clerk.press("Control+Enter")
        self.saved()

    def rename(self, code: str, name: str, *, new_url: bool = False) -> None:
        self.clerk.click("Danh bạ")
        card = self.page.locator(f"#{code}")
        self.clerk.click("Đổi tên", card)
        self.clerk.write("Tên mới", name, card)
        if new_url:
            self.clerk.click("Đổi cả địa chỉ trang theo tên mới", card, role="checkbox")
        self.clerk.click("Lưu", card)
        self.saved()

    def give_short_name(self, code: str, name: str) -> None:
        self.clerk.click("Danh bạ")
        card = self.page.locator(f"#{code}")
        self.clerk.click("Sửa", card)
        self.clerk.write("Tên viết tắt 1", name, card)
        self.clerk.press("Control+Enter")
        self.saved()
