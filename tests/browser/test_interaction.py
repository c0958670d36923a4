"""Every way to use a page works: with a keyboard, without scripts, by copying a link."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage

MAY = "2021/05/"


@pytest.mark.parametrize("width", [1280, 320])
def test_without_scripts_a_month_is_all_there(visit: OpenPage, width: int) -> None:
    page = visit(MAY, scripts=False, width=width).page
    shown = [row for row in page.locator(".agenda .item__text").all() if row.is_visible()]
    assert len(shown) == 36
    names = [each for each in page.locator(".agenda .day__name").all() if each.is_visible()]
    assert len(names) == 27
    assert page.locator("html.js").count() == 0


def test_without_scripts_the_home_page_leads_to_the_newest_month(
    visit: OpenPage, home: str
) -> None:
    page = visit("", scripts=False).page
    page.locator("#hom-nay a").first.click()
    expect(page).to_have_url(f"{home}{MAY}")
    expect(page.locator("h1")).to_have_text("Chương trình công tác tháng 5 năm 2021")


def test_the_first_stop_of_the_keyboard_skips_to_the_words_of_the_page(visit: OpenPage) -> None:
    page = visit(MAY).page
    page.keyboard.press("Tab")
    expect(page.locator(".skip").first).to_be_focused()
    expect(page.locator(".skip").first).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{page.url.split('#')[0]}#noi-dung")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('article') !== null")


def test_the_keyboard_reaches_every_day_in_order_and_shows_where_it_is(visit: OpenPage) -> None:
    page = visit(MAY).page
    page.locator(".day-row a[data-date]").first.focus()
    reached = []
    for _ in range(31):
        reached.append(page.evaluate("document.activeElement.textContent"))
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
        page.keyboard.press("Tab")
    assert reached == [str(day) for day in range(1, 32)]


def test_the_keyboard_comes_to_the_row_of_days_from_the_top(visit: OpenPage) -> None:
    page = visit(MAY).page
    for _ in range(100):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.day-row a')"):
            break
    assert page.evaluate("document.activeElement.textContent") == "1"


@pytest.mark.parametrize("width", [1280, 320])
def test_a_day_that_is_gone_to_is_not_behind_what_stays_in_view(
    visit: OpenPage, width: int
) -> None:
    page = visit(MAY, width=width).page
    page.locator(".day-row a", has_text="20").click()
    expect(page).to_have_url(f"{page.url.split('#')[0]}#ngay-20")
    page.wait_for_function("scrollY > 0")
    covered = page.evaluate("document.querySelector('.day-row').getBoundingClientRect().bottom")
    assert (
        page.evaluate("document.querySelector('#ngay-20').getBoundingClientRect().top") >= covered
    )


@pytest.mark.parametrize(
    ("link", "fragment"), [("#cv-gdmm .permalink", "cv-gdmm"), ("#ngay-04 .day__name a", "ngay-04")]
)
def test_a_tap_copies_the_url_of_an_item_or_a_day(
    visit: OpenPage, home: str, link: str, fragment: str
) -> None:
    page = visit(MAY).page
    page.locator(link).click()
    expect(page.get_by_role("status").filter(has_text="Đã chép đường dẫn")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == f"{home}{MAY}#{fragment}"
    expect(page).to_have_url(f"{home}{MAY}#{fragment}")


def test_a_url_with_an_item_in_it_leads_to_the_item(visit: OpenPage) -> None:
    page = visit(f"{MAY}#cv-h9w6").page
    expect(page.locator("#cv-h9w6 .item__text")).to_be_in_viewport()
    assert background(page, "#cv-h9w6 .item__words") != background(page, "#cv-q95c .item__words")


def background(page: Page, element: str) -> str:
    return str(page.locator(element).evaluate("each => getComputedStyle(each).backgroundColor"))


def test_the_row_of_days_shows_the_day_that_is_gone_to(visit: OpenPage) -> None:
    page = visit(f"{MAY}#ngay-28", width=320).page
    day = page.locator(".day-row a", has_text="28")
    expect(day).to_be_in_viewport(ratio=0.9)
    page.evaluate("location.hash = 'ngay-02'")
    expect(page.locator(".day-row a").nth(1)).to_be_in_viewport(ratio=0.9)
    expect(day).not_to_be_in_viewport()


def test_the_row_of_sections_shows_the_one_at_hand(visit: OpenPage) -> None:
    page = visit("huong-dan/dang-lich/", width=320).page
    expect(page.locator(".site-nav [aria-current]")).to_be_in_viewport(ratio=0.9)
