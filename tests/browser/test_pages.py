"""Every kind of page works for every visitor: WCAG 2.2 AA, any scheme, any width."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.accessibility import STICKING_OUT, violations
from tests.browser.conftest import OpenPage, visits
from tests.browser.pages import OTHER_PAGES, PAGES
from tests.browser.search_page import wait
from tests.browser.visit import Visit

BACKGROUND_LIGHTNESS = """() => {
    const canvas = document.createElement("canvas").getContext("2d");
    canvas.fillStyle = getComputedStyle(document.body).backgroundColor;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
    return (red + green + blue) / 3 / 255;
}"""


YEAR_2021 = [("Năm 2021", "2021/")]


@pytest.fixture(scope="module", params=PAGES.values(), ids=list(PAGES))
def opened(request: pytest.FixtureRequest, chromium: Browser, home: str) -> Iterator[Visit]:
    """Open each page once: opening takes most of the time of a test."""
    with visits(chromium, home) as open_page:
        visited = open_page(request.param)
        visited.page.wait_for_load_state("networkidle")
        yield visited


def test_page_loads_without_complaint_and_from_this_site_alone(opened: Visit) -> None:
    assert opened.status == (404 if opened.url.endswith(PAGES["missing"]) else 200)
    assert not opened.faults, "\n".join(opened.faults)


def test_page_follows_the_scheme_of_the_system(opened: Visit) -> None:
    opened.page.emulate_media(color_scheme="dark")
    assert opened.page.evaluate(BACKGROUND_LIGHTNESS) < 0.2
    opened.page.emulate_media(color_scheme="light")
    assert opened.page.evaluate(BACKGROUND_LIGHTNESS) > 0.8


def test_axe_finds_no_violation(opened: Visit) -> None:
    assert violations(opened.page) == []


def test_page_needs_no_sideways_scrolling_on_a_narrow_screen(opened: Visit) -> None:
    opened.page.set_viewport_size({"width": 320, "height": 800})
    assert_fits(opened.page)


def test_page_needs_no_sideways_scrolling_with_text_twice_as_large(opened: Visit) -> None:
    opened.page.set_viewport_size({"width": 640, "height": 800})
    opened.page.evaluate("document.documentElement.style.fontSize = '250%'")  # the theme's is 125 %
    assert_fits(opened.page)
    opened.page.evaluate("document.documentElement.style.fontSize = ''")


@pytest.mark.parametrize("path", OTHER_PAGES.values(), ids=list(OTHER_PAGES))
def test_axe_finds_no_violation_whatever_an_agenda_holds(visit_other: OpenPage, path: str) -> None:
    assert violations(visit_other(path).page) == []


@pytest.mark.parametrize("now", ["2021-05-04T09:00+07:00", "2021-05-27T09:00+07:00"])
def test_axe_finds_no_violation_in_the_panel_of_today(visit: OpenPage, now: str) -> None:
    visited = visit("", now=now)
    visited.page.wait_for_selector("#hom-nay[data-shown] .agenda")
    assert violations(visited.page) == []


def test_axe_finds_no_violation_in_the_menu_of_an_item(visit: OpenPage) -> None:
    visited = visit("2021/05/")
    visited.page.locator("#cv-dm8r .actions").focus()
    visited.page.keyboard.press("Enter")
    visited.page.wait_for_selector("dialog[open]")
    assert violations(visited.page) == []


def test_axe_finds_no_violation_in_a_frame_of_another_site(visit: OpenPage) -> None:
    visited = visit("nhung/tuan-nay/", now="2021-05-04T09:00+07:00")
    visited.page.wait_for_selector("li")
    assert violations(visited.page) == []


@pytest.mark.parametrize("question", ["q=ky+lac", "q=khong+co+tu+nay", "q=4/5/2021&xep=moi"])
def test_axe_finds_no_violation_in_an_answer_with_all_choices_open(
    visit: OpenPage, question: str
) -> None:
    visited = visit(f"tim-kiem/?{question}")
    wait(visited.page)
    visited.page.evaluate("document.querySelector('details').open = true")
    assert violations(visited.page) == []


def test_axe_finds_no_violation_in_the_open_menu_of_an_item(visit: OpenPage) -> None:
    visited = visit("2021/05/")
    visited.page.get_by_role("button", name="Lưu, gửi việc này").first.click()
    visited.page.wait_for_selector("dialog[open]")
    assert violations(visited.page) == []


@pytest.mark.parametrize("path", ["", "thay-doi/", "lanh-dao/", "lich/", "tim-kiem/"])
def test_axe_finds_no_violation_before_anything_is_published(
    visit_empty: OpenPage, path: str
) -> None:
    visited = visit_empty(path)
    assert visited.status == 200
    assert violations(visited.page) == []


@pytest.mark.parametrize("path", ["", "2021/05/", "2021/", "lanh-dao/binh/"])
def test_axe_finds_no_violation_in_print(visit: OpenPage, path: str) -> None:
    visited = visit(path)
    visited.page.emulate_media(media="print")
    assert violations(visited.page, pointed=False) == []


@pytest.mark.parametrize("path", ["", "2021/05/", "2021/", "lanh-dao/binh/", "tim-kiem/"])
def test_axe_finds_no_violation_in_high_contrast(visit: OpenPage, path: str) -> None:
    visited = visit(path)
    visited.page.emulate_media(contrast="more", forced_colors="active")
    assert violations(visited.page) == []


@pytest.mark.parametrize("path", OTHER_PAGES.values(), ids=list(OTHER_PAGES))
def test_page_fits_a_narrow_screen_whatever_an_agenda_holds(
    visit_other: OpenPage, path: str
) -> None:
    assert_fits(visit_other(path, width=320).page)


def assert_fits(page: Page) -> None:
    fits = page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert fits, "\n".join(page.evaluate(STICKING_OUT))


def test_cells_of_a_table_are_aligned_as_written(visit_other: OpenPage) -> None:
    page = visit_other("bang-so/").page
    cells = page.locator("td").evaluate_all(
        "all => all.map(each => [each.className, getComputedStyle(each).textAlign])"
    )
    assert {tuple(cell) for cell in cells} == {("", "left"), ("center", "center"), ("right", "end")}


@pytest.mark.parametrize("path", ["2021/05/", "2021/06/"])
def test_the_first_dated_row_of_a_month_is_on_the_first_screen_of_a_phone(
    visit_other: OpenPage, path: str
) -> None:
    page = visit_other(path, width=360).page
    row = page.locator(".agenda .day__name").first.bounding_box()
    assert row is not None
    assert row["y"] + row["height"] <= 640


def test_section_one_is_folded_and_open_for_who_follows_its_link(visit: OpenPage) -> None:
    folded = visit("2021/05/").page.locator(".priorities p")
    assert (folded.count(), folded.first.is_visible()) == (4, False)
    assert visit("2021/05/#trong-tam-2").page.locator(".priorities p").first.is_visible()


def test_a_month_leads_to_today_and_past_its_calendars(visit: OpenPage) -> None:
    page = visit("2021/05/", now="2021-05-14T09:00+07:00", width=360).page
    page.get_by_role("link", name="Tới hôm nay").click()
    assert page.url.endswith("/2021/05/#ngay-14")
    assert [
        page.locator(link.get_attribute("href") or "").count()
        for link in page.locator(".skip").all()
    ] == [1, 1, 1]
    assert (
        not visit("2021/05/", now="2026-05-14T09:00+07:00")
        .page.locator("[data-to-today]")
        .is_visible()
    )


def test_a_returning_visitor_learns_which_items_changed(
    visit_other: OpenPage, other_home: str
) -> None:
    page = visit_other("").page
    expect(page.locator("[data-since]")).to_have_text("")
    page.evaluate("Object.keys(localStorage).forEach(key => localStorage.setItem(key, 'x'))")
    page.reload()
    expect(page.locator("[data-since]")).to_contain_text("việc đổi từ lần xem trước")
    page.locator(".home__changes summary").click()
    links = page.locator(".home__changes li:has(> .unseen) > a")
    expect(links).to_have_count(page.locator(".home__changes .latest > li").count())
    shown = {
        str(link.get_attribute("href")): _words(link.locator("~ .unseen")) for link in links.all()
    }
    assert any("Mục Trước Sau" in words for words in shown.values())
    for url, words in shown.items():
        page.goto(other_home + url)
        own = f"xpath=id('{url.partition('#')[2]}')/ancestor-or-self::*[self::li or self::section]"
        assert words in _words(page.locator(own).last)


def _words(place: Locator) -> str:
    return " ".join(place.inner_text().split())


@pytest.mark.parametrize(
    ("path", "suggested"),
    [
        ("2021/5/", [("Chương trình công tác tháng 5 năm 2021", "2021/05/")]),
        ("2021/7/", [("Chưa đăng chương trình công tác tháng 7 năm 2021.", None), *YEAR_2021]),
        ("2021/13/", YEAR_2021),
        ("lanh-dao/van/", [("Đỗ Khoa Văn", "lanh-dao/do-khoa-van/")]),
        ("lanh-dao/bihn/2021/", [("Bình", "lanh-dao/binh/")]),
        ("co-quan/phong-ttk/", [("Phòng Thông tin - Thống kê", "co-quan/phong-tt-tk/")]),
        ("khong/co/trang/nay/", []),
    ],
)
def test_the_page_for_what_is_missing_suggests_what_was_meant(
    visit_other: OpenPage, other_home: str, path: str, suggested: list[tuple[str, str | None]]
) -> None:
    page = visit_other(path).page
    page.wait_for_load_state("networkidle")
    items = page.locator("[data-missing] li").all()
    assert [(each.inner_text(), _url(each)) for each in items] == [
        (text, url and other_home + url) for text, url in suggested
    ]
    assert page.locator("[data-missing]").is_visible() == bool(suggested)


def _url(item: Locator) -> str | None:
    links = item.locator("a").evaluate_all("links => links.map(link => link.href)")
    return links[0] if links else None


def test_a_browser_too_old_for_the_scripts_says_so_beside_the_whole_content(
    visit: OpenPage,
) -> None:
    page = visit("").page
    assert page.get_by_role("note").filter(has_text="quá cũ").count() == 0
    page.route("**/agenda.js*", lambda route: route.fulfill(body="const broken = ;"))
    page.reload()
    expect(page.get_by_role("note").filter(has_text="quá cũ")).to_be_visible()
    expect(page.locator("#hom-nay .item__text").first).to_be_visible(timeout=8_000)
