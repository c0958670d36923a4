"""While somebody types in a search box, a list below it leads to what is named and to results."""

import gzip

from playwright.sync_api import Page, Request, Route, expect

from tests.browser.accessibility import too_wide, violations
from tests.browser.conftest import OpenPage
from tests.browser.records import Record

NOW = "2021-05-04T09:00+07:00"
OPTIONS = "[role=option]:visible"

FETCHED = """() => performance.getEntriesByType("resource")
    .map(({name}) => name).filter((name) => /search|tim-kiem/.test(name))"""

STATE = """() => {
    const box = document.querySelector("[role=combobox]");
    const active = document.getElementById(box.getAttribute("aria-activedescendant"));
    const options = [...document.querySelectorAll("[role=option]")];
    return {
        expanded: box.getAttribute("aria-expanded"),
        active: active && options.indexOf(active),
        selected: options.flatMap((each, place) =>
            each.getAttribute("aria-selected") === "true" ? [place] : []),
    };
}"""

PLACES = """() => ["main h1", ".site-nav", ".site-footer"].map((selector) =>
    document.querySelector(selector).getBoundingClientRect().toJSON())"""

TYPE = """(texts) => {
    const box = document.querySelector("[role=combobox]");
    for (const text of texts) {
        box.value = text;
        box.dispatchEvent(new Event("input", { bubbles: true }));
    }
}"""

CARDS = {
    "v": ["Đỗ Khoa Văn, Giám đốc", "Văn phòng"],
    "phòng t": ["Phòng Thông tin - Thống kê"],
    "dc binh": ["Bình, Phó Giám đốc"],
    "4/5": ["Thứ Ba 04/5/2021"],
    "thang 5": ["Tháng 5 năm 2021"],
}
"""The first options of a text."""

MOST_BYTES = 120_000
"""Compressed bytes of the first answer over twenty years, with scripts."""


def test_a_list_below_the_box_is_used_by_keyboard(visit: OpenPage) -> None:
    visited = visit("2021/05/", now=NOW)
    page = visited.page
    page.keyboard.press("/")
    assert page.evaluate(FETCHED) == []
    before = page.evaluate(PLACES)
    page.keyboard.type("ky lac")
    expect(page.locator(OPTIONS)).to_have_count(2)
    assert page.evaluate(PLACES) == before
    assert page.locator("[role=listbox] mark").all_inner_texts() == ["Kỳ Lạc"]
    assert page.evaluate(STATE) == {"expanded": "true", "active": None, "selected": []}
    page.keyboard.press("ArrowUp")
    assert page.evaluate(STATE) == {"expanded": "true", "active": 1, "selected": [1]}
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate(STATE) == {"expanded": "true", "active": 0, "selected": [0]}
    page.keyboard.press("Escape")
    expect(page.locator(OPTIONS)).to_have_count(0)
    assert page.input_value("[role=combobox]") == "ky lac"
    assert page.evaluate(STATE) == {"expanded": "false", "active": None, "selected": []}
    page.keyboard.press("ArrowDown")
    expect(page.locator(OPTIONS)).to_have_count(2)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/2021/05/#cv-dpsq")
    expect(page.locator(OPTIONS)).to_have_count(0)
    expect(page.locator("[role=combobox]")).not_to_be_focused()
    page.keyboard.press("/")
    page.keyboard.press("ArrowDown")
    page.locator(OPTIONS).last.click()
    page.wait_for_url("**/tim-kiem/?q=ky+lac")
    assert visited.faults == []


def test_what_is_named_comes_first(visit: OpenPage) -> None:
    page = visit("lanh-dao/", now=NOW).page
    box = page.locator(".search-box input")
    for typed, cards in CARDS.items():
        box.fill(typed)
        expect(page.locator(OPTIONS).first).to_have_text(cards[0])
        assert page.locator(OPTIONS).all_inner_texts()[: len(cards)] == cards, typed
    box.fill("?")
    expect(page.locator(OPTIONS)).to_have_count(0)
    box.fill("giam doc tuan nay")
    expect(page.locator(OPTIONS).first).to_have_text("Đỗ Khoa Văn, Giám đốc")
    items = page.locator(".matches__when").all_inner_texts()
    assert [each.partition(" ·")[0] for each in items] == [
        *("Thứ Ba, 04/5/2021", "Thứ Tư, 05/5/2021", "Thứ Năm, 06/5/2021")
    ]
    assert page.locator(OPTIONS).last.inner_text() == "Xem tất cả kết quả"


def test_the_search_page_has_the_list_too_and_answers_all_the_same(visit: OpenPage) -> None:
    page = visit("tim-kiem/", now=NOW).page
    page.locator("#tu-khoa").press_sequentially("ky lac")
    expect(page.locator(OPTIONS)).to_have_count(2)
    page.keyboard.press("Enter")
    expect(page.locator("#ket-qua > li")).to_have_count(1)
    expect(page.locator(OPTIONS)).to_have_count(0)
    page.fill("#tu-khoa", "thach kim")
    expect(page.locator(OPTIONS)).not_to_have_count(0)
    page.click("main button[type=submit]")
    page.wait_for_url("**/?q=thach+kim")
    expect(page.locator(OPTIONS)).to_have_count(0)


def test_an_answer_shows_while_a_newer_one_waits_for_files_and_never_after_it(
    visit: OpenPage,
) -> None:
    page = visit("2021/05/", now=NOW).page
    page.locator(".search-box input").fill("ky lac")
    expect(page.locator("[role=listbox] mark")).to_have_text("Kỳ Lạc")
    held: list[Route] = []
    page.route("**/tim-kiem/viec/*", lambda route: held.append(route))
    page.evaluate(TYPE, ["lac", "thach kim"])
    expect(page.locator("[role=listbox] mark")).to_have_text("Lạc")
    page.wait_for_timeout(300)
    assert held
    page.evaluate(TYPE, ["ky lac"])
    expect(page.locator("[role=listbox] mark")).to_have_text("Kỳ Lạc")
    for route in held:
        route.continue_()
    page.wait_for_load_state("networkidle")
    expect(page.locator("[role=listbox] mark")).to_have_text("Kỳ Lạc")


def test_without_an_index_the_form_still_leads_to_the_search_page(visit: OpenPage) -> None:
    page = visit("2021/05/", missing="muc-luc.json").page
    page.keyboard.press("/")
    with page.expect_event("requestfailed"):
        page.keyboard.type("ky lac")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tim-kiem/?q=ky+lac")


def test_axe_finds_no_violation_in_the_list(visit: OpenPage) -> None:
    page = visit("", now=NOW).page
    page.fill("main [data-search-box]", "giam doc tuan nay")
    expect(page.locator(OPTIONS)).to_have_count(5)
    page.keyboard.press("ArrowDown")
    assert violations(page) == []
    assert too_wide(page) == []
    expect(page.locator(OPTIONS)).to_have_count(5)


def test_the_first_answer_over_twenty_years_is_light(page: Page, years: Record) -> None:
    page.goto(f"{years.home}lanh-dao/", wait_until="networkidle")
    requests: list[Request] = []
    page.on("requestfinished", lambda request: requests.append(request))
    page.locator(".search-box input").press_sequentially("giao", delay=100)
    expect(page.locator(OPTIONS)).to_have_count(6)
    page.wait_for_load_state("networkidle")
    sizes = {each.url: len(gzip.compress(body_of(each), 6)) for each in requests}
    assert any(url.endswith("muc-luc.json") for url in sizes)
    assert sum(sizes.values()) <= MOST_BYTES, sizes


def body_of(request: Request) -> bytes:
    response = request.response()
    return response.body() if response else b""
