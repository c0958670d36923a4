"""Fifteen tasks of citizens on a phone: from the home page, with few taps, and nobody gets lost.

The site has twenty generated years. The expected items are those of the files it is built from.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import visits
from tests.browser.search_page import wait

SUNDAY = "2025-12-07T21:00+07:00"
TUESDAY = "2025-12-09T09:00+07:00"
THURSDAY = "2025-12-18T09:00+07:00"

FORGET_THE_NEWEST = """() => {
    const key = Object.keys(localStorage).find((each) => each.startsWith("agenda-seen"));
    const [newest, ...others] = localStorage.getItem(key).split(" ");
    localStorage.setItem(key, others.join(" "));
    return newest;
}"""
DATES = "rows => rows.flatMap(row => row.dataset.dates.split(' '))"
SHARES = "navigator.share = async (what) => { window.shared = what; };"
PRINTS = """window.print = () => {
    window.printed = document.querySelectorAll(".agenda .day:not([data-unprinted])").length;
};"""


@dataclass
class Phone:
    """A visitor's phone; counts the taps, and the letters typed."""

    page: Page
    taps: int = 0
    letters: int = 0

    def tap(self, what: Locator) -> None:
        """Tap the one thing that is meant, which has to be visible once scrolled to."""
        what.tap()
        self.taps += 1

    def type(self, words: str) -> None:
        """Type a query into the box of the home page."""
        self.tap(self.page.get_by_label("Tìm việc đã đăng, không cần gõ dấu"))
        self.page.keyboard.type(words)
        self.letters += len(words)

    def search(self, words: str) -> None:
        self.type(words)
        main = self.page.get_by_role("main")
        self.tap(main.get_by_role("button", name="Tìm", exact=True))
        wait(self.page)

    def table(self, name: str) -> Locator:
        return self.page.get_by_role("table", name=name, exact=True)

    def link(self, name: str) -> Locator:
        return self.page.get_by_role("main").get_by_role("link", name=name, exact=True)

    @property
    def results(self) -> Locator:
        return self.page.locator("#ket-qua > li")


OpenHome: TypeAlias = Callable[..., Phone]


@pytest.fixture
def open_home(chromium: Browser, home_of_years: str) -> Iterator[OpenHome]:
    """Open the home page on a phone: `open_home(TUESDAY)`."""
    with visits(chromium, home_of_years) as open_page:
        opened = []

        def open_home(now: str, before: str = "") -> Phone:
            opened.append(open_page("", now=now, phone=True, before=before))
            opened[-1].page.wait_for_selector("#hom-nay[data-shown]")
            return Phone(opened[-1].page)

        yield open_home
        assert [fault for each in opened for fault in each.faults] == []


def test_what_is_on_today(open_home: OpenHome) -> None:
    phone = open_home(TUESDAY)
    items = phone.table("Hôm nay").locator(".item__text")
    expect(items).to_contain_text(
        [
            "trí tuệ nhân tạo phục vụ sở hữu trí tuệ",
            "Đánh giá, xếp loại viên chức",
            "Họp xét thi đua",
        ]
    )
    expect(items.first).to_be_in_viewport()
    assert (phone.taps, phone.letters) == (0, 0)


def test_what_is_on_this_week(open_home: OpenHome) -> None:
    phone = open_home(TUESDAY)
    days = phone.page.locator("#hom-nay .day").filter(visible=True)
    week = {f"2025-12-{day:02}" for day in range(8, 15)}
    assert week - set(days.evaluate_all(DATES)) == {"2025-12-08"}
    assert phone.taps == 0
    phone.tap(phone.page.get_by_text("Những ngày đã qua", exact=True).filter(visible=True))
    assert week <= set(days.evaluate_all(DATES))
    assert (phone.taps, phone.letters) == (1, 0)


def test_what_is_on_tomorrow_asked_on_a_sunday(open_home: OpenHome) -> None:
    phone = open_home(SUNDAY)
    tomorrow = phone.table("Ngày mai")
    expect(tomorrow.locator(".day__name")).to_contain_text("Thứ Hai, 08/12")
    expect(tomorrow.locator(".item__text")).to_have_text(
        "Lễ tuyên dương học sinh giỏi, kỹ thuật viên trẻ năm 2025"
    )
    expect(tomorrow.locator(".day__name")).to_be_in_viewport()
    assert (phone.taps, phone.letters) == (0, 0)


def test_where_a_deputy_is_next_tuesday(open_home: OpenHome) -> None:
    phone = open_home(THURSDAY)
    phone.tap(phone.link("Đinh Ngọc Hải"))
    line = phone.page.locator(".lines--coming .line").filter(has_text="Thứ Ba, 23/12/2025")
    expect(line.locator(".item__text")).to_contain_text(["tại Đắk Lắk"])
    expect(line).to_be_in_viewport()
    assert (phone.taps, phone.letters) == (1, 0)


def test_what_is_on_in_a_commune_that_is_misspelt(open_home: OpenHome) -> None:
    phone = open_home(TUESDAY)
    phone.search("ki lac")
    expect(phone.page.locator("#khong-thay")).to_contain_text("đã tìm: “ky lac”")
    expect(phone.results.first).to_contain_text("xã Kỳ Lạc")
    expect(phone.results.first).to_be_in_viewport()
    assert (phone.taps, phone.letters) == (2, 6)


def test_what_has_changed_since_yesterday(open_home: OpenHome) -> None:
    phone = open_home(TUESDAY)
    page = phone.page
    assert page.evaluate(FORGET_THE_NEWEST) == "2025/12/thay-doi/#lan-1"
    page.reload()
    changes = page.locator(".home__changes")
    expect(changes).to_contain_text("4 việc đổi từ lần xem trước")
    expect(changes).to_be_in_viewport()
    phone.tap(changes.locator("summary"))
    tables = changes.locator("li > table")
    expect(tables).to_have_count(2)
    status, words = tables.all()
    expect(status.locator("del, ins").filter(visible=True)).to_have_text(
        ["Đã đổi lịch", "Đã hủy", "sáng Thứ Hai, 08/12/2025"]
    )
    expect(words.locator("ins").filter(visible=True)).to_contain_text("mời Báo Hà Tĩnh dự")
    assert (phone.taps, phone.letters) == (1, 0)
    assert page.request.get(str(changes.locator(".unseen a").first.get_attribute("href"))).ok


def test_an_item_is_shared_from_the_home_page(open_home: OpenHome, home_of_years: str) -> None:
    phone = open_home(TUESDAY, before=SHARES)
    phone.tap(phone.table("Hôm nay").get_by_role("button", name="Lưu, gửi việc này").first)
    phone.tap(phone.page.get_by_role("button", name="Chia sẻ…"))
    assert phone.page.evaluate("shared.url") == f"{home_of_years}2025/12/#cv-gssv"
    assert (phone.taps, phone.letters) == (2, 0)


def test_the_calendar_is_subscribed_to_on_android_without_a_computer(open_home: OpenHome) -> None:
    phone = open_home(TUESDAY)
    phone.tap(phone.link("Đưa lịch vào điện thoại, nhận tin khi có điều chỉnh"))
    google = phone.link("Thêm vào Google Lịch")
    expect(google).to_be_in_viewport()
    google.tap(trial=True)  # it leads to another site
    assert str(google.get_attribute("href")).startswith("https://calendar.google.com/")
    assert (phone.taps + 1, phone.letters) == (2, 0)


def test_what_was_on_about_a_topic_in_a_year(open_home: OpenHome) -> None:
    phone = open_home(TUESDAY)
    phone.search("chuyen doi so 2019")
    expect(phone.page.locator("#da-hieu a")).to_contain_text(["Năm 2019"])
    expect(phone.results.first).to_contain_text("chuyển đổi số")
    found = phone.results.locator("time").evaluate_all("times => times.map(time => time.dateTime)")
    assert {day[:4] for day in found[:3]} == {"2019"}  # later ones may have 2019 in their words
    expect(phone.results.first).to_be_in_viewport()
    assert (phone.taps, phone.letters) == (2, 18)


def test_may_is_printed(open_home: OpenHome) -> None:
    phone = open_home("2025-05-06T09:00+07:00", before=PRINTS)
    phone.tap(phone.link("Cả tháng 5 năm 2025"))
    phone.tap(phone.link("In"))
    phone.tap(phone.page.get_by_role("button", name="In", exact=True))
    assert phone.page.evaluate("printed") == phone.page.locator(".agenda .day").count() > 20
    assert (phone.taps, phone.letters) == (3, 0)


def test_who_attends_a_meeting(open_home: OpenHome) -> None:
    phone = open_home(TUESDAY)
    phone.search("ky ket chinh quyen dien tu 15/12")
    expect(phone.results.first).to_contain_text("Thứ Hai, 15/12/2025")
    expect(phone.results.first).to_contain_text("Đ/c Hằng, Khánh, Hải")
    expect(phone.results.first).to_be_in_viewport()
    assert (phone.taps, phone.letters) == (2, 32)


def test_last_month(open_home: OpenHome) -> None:
    phone = open_home(TUESDAY)
    phone.tap(phone.link("Tháng 11 năm 2025"))
    expect(phone.page.locator("h1")).to_have_text("Chương trình công tác tháng 11 năm 2025")
    assert (phone.taps, phone.letters) == (1, 0)


def test_the_fourth_of_may(open_home: OpenHome, home_of_years: str) -> None:
    phone = open_home(TUESDAY)
    phone.type("4/5")
    phone.tap(phone.page.get_by_role("option", name="Chủ nhật 04/5/2025"))
    expect(phone.page).to_have_url(f"{home_of_years}2025/05/#ngay-04")
    expect(phone.page.locator(".day:target, .day:has(:target)")).to_be_in_viewport()
    assert (phone.taps, phone.letters) == (2, 3)


def test_what_a_leader_did_in_a_month_years_ago(open_home: OpenHome) -> None:
    phone = open_home(TUESDAY)
    phone.tap(phone.link("Đặng Đức Cường"))
    phone.tap(phone.link("Năm 2019"))
    phone.tap(phone.link("Tháng 10"))
    month = phone.page.get_by_role("region", name="Tháng 10 năm 2019")
    expect(month.get_by_role("heading")).to_be_in_viewport()
    expect(month.locator(".line")).to_have_count(17)
    assert (phone.taps, phone.letters) == (3, 0)


def test_all_that_was_cancelled(open_home: OpenHome) -> None:
    phone = open_home(TUESDAY)
    phone.search("da huy")
    expect(phone.page.locator("#so-ket-qua")).to_have_text("363")
    expect(phone.results.locator(".item__status")).to_contain_text(["Đã hủy"] * 20)
    assert (phone.taps, phone.letters) == (2, 6)
