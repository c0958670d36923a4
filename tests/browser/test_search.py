"""Searching finds exactly what a plain search finds, quickly, for everybody."""

import shutil
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from agenda.site.urls import item_url
from agenda.vietnam.words import split_words
from tests.browser.accessibility import violations
from tests.browser.records import Record
from tests.browser.search_page import Results, answer, ask, ask_here, search_url, wait
from tests.browser.server import served
from tests.browser.visit import Visit
from tests.project import REPOSITORY, Project
from tests.published.site import BuiltSite
from tests.synthetic import write_years

LATER = ["duc tho", "chuyen doi so", "hop", '"hội đồng"', "an", "phong", "252/2020/NQ-HĐND"]

INDEX = """() => {
    const form = document.querySelector("form[data-index]");
    return new URL(form.dataset.root + form.dataset.index, location).href;
}"""

SCRIPTS = """() => performance.getEntriesByType("resource")
    .map(({name}) => name.split("?")[0]).filter((name) => name.endsWith(".js")).sort().reverse()"""

WORDS = REPOSITORY / "overrides" / "assets" / "agenda" / "search" / "words.js"

FETCHED = """() => {
    const all = performance.getEntriesByType("resource");
    return [all.length, all.reduce((sum, each) => sum + each.transferSize, 0)];
}"""


def test_every_published_item_is_found_by_its_own_words(page: Page, seed: Record) -> None:
    page.goto(search_url(seed.home, ""))
    wait(page)
    for item in seed.plain.items:
        found = ask_here(page, seed.home, item.text)
        assert item_url(item) in found.urls, item.text


def test_a_result_says_what_the_page_of_the_month_says(page: Page, years: Record) -> None:
    (result,) = ask(page, years.home, "dap da han").results
    assert result.url == "2026/01/#cv-tu10"
    assert result.day == "2026-01-07"
    assert result.text == (
        "Thứ Tư, 07/01/2026 Chiều 14:00 Đã hủy: Bão đổ bộ Đi thực địa Địa điểm Đập Đá Hàn "
        "Thành phần Đại diện Đoàn xã Đỉnh Bàn Ghi chú Đem ủng "
        "Lãnh đạo Sở Đ/c Nhân vật ngoài danh bạ"
    )
    assert result.marks == ("Đập Đá Hàn",)
    page.click("#ket-qua a")
    row = page.locator("#cv-tu10")
    assert "Đi thực địa" in row.inner_text()


def test_a_dropped_item_is_found_and_leads_to_where_it_is_struck_through(
    page: Page, years: Record
) -> None:
    found = ask(page, years.home, '"Cuộc họp khẩn" "xã Đức Lạng" 2012').results
    (dropped,) = (each for each in found if each.url == "2012/01/#cv-vrzm")
    assert "Không còn trong bản điều chỉnh lần 1" in dropped.text
    page.click("#ket-qua a[href$='#cv-vrzm'] s")
    row = page.locator("#cv-vrzm")
    assert "Không còn trong bản điều chỉnh lần 1" in row.inner_text()
    assert "Cuộc họp khẩn" in row.locator("s").inner_text()


def test_what_is_shown_is_text_and_never_markup(page: Page, years: Record) -> None:
    (result,) = ask(page, years.home, '"<b>đậm</b>"').results
    assert "Xem <b>đậm</b> & \"ngoặc kép\" 'nháy'" in result.text


def test_spelled_as_typed_comes_first_then_side_by_side_then_the_newest(
    page: Page, years: Record
) -> None:
    first = ask(page, years.home, "tu", nam="2026").urls
    assert set(first[:2]) == {"2026/01/#cv-tu01", "2026/01/#cv-tu03"}
    texts = [result.text for result in ask(page, years.home, "hoà giải", nam="2026").results]
    assert all("giải ở cơ sở" in text for text in texts)
    lac = ask(page, years.home, "kỳ lạc").results
    apart = [place for place, result in enumerate(lac) if "Kỳ Lạc" not in result.text]
    assert apart == list(range(len(lac) - len(apart), len(lac)))
    together = [result.day for result in lac[: -len(apart)]]
    assert together == sorted(together, reverse=True)


def test_the_newest_come_first_by_choice_and_where_nothing_is_asked(
    page: Page, years: Record
) -> None:
    newest = [result.day for result in ask(page, years.home, "ky lac", xep="moi").results]
    assert newest == sorted(newest, reverse=True)
    page.goto(search_url(years.home, ""))
    wait(page)
    assert int(page.inner_text("#so-ket-qua")) == len(years.plain.items)
    days = page.locator("#ket-qua time").evaluate_all("all => all.map((each) => each.dateTime)")
    assert days == sorted((i.first.isoformat() for i in years.plain.items), reverse=True)[:20]


@pytest.mark.parametrize("query", ["?", "😀", "… –"])
def test_signs_alone_search_nothing(visit: Callable[..., Visit], query: str) -> None:
    page = visit(f"tim-kiem/?{urlencode({'q': query})}").page
    wait(page)
    assert page.inner_text(".search__answer").strip() == "Chưa tìm gì: hãy gõ chữ hoặc số."
    assert page.locator("#ket-qua > li").count() == 0


@pytest.mark.parametrize(
    ("typed", "dates"),
    [
        ("4/5/2021", ["2021/05/#ngay-04"]),
        ("04/05/2021", ["2021/05/#ngay-04"]),
        ("4-5-2021", ["2021/05/#ngay-04"]),
        ("2021-05-04", ["2021/05/#ngay-04"]),
        ("ngày 4 tháng 5 năm 2021", ["2021/05/#ngay-04"]),
        ("Thứ Ba, ngày 4/5/2021", ["2021/05/#ngay-04"]),
        ("4 thang 5 2021", ["2021/05/#ngay-04"]),
        ("tháng 5 2021", ["2021/05/"]),
        ("tháng 5 năm 2021", ["2021/05/"]),
        ("thang 5/2021", ["2021/05/"]),
        ("05/2021", ["2021/05/"]),
        ("5/2021", ["2021/05/"]),
        ("họp tháng 5/2021", ["2021/05/"]),
        ("năm 2021", ["2021/"]),
        ("2021", ["2021/"]),
        ("4/5", [f"{year}/05/#ngay-04" for year in range(2025, 2019, -1)]),
        ("tháng 5", [f"{year}/05/" for year in range(2025, 2019, -1)]),
        ("31/2/2021", []),
        ("12/2020/NQ-HĐND", []),
        ("4/5/1999", []),
    ],
)
def test_a_date_leads_to_the_day_the_month_or_the_year(
    page: Page, years: Record, typed: str, dates: list[str]
) -> None:
    page.goto(search_url(years.home, typed))
    wait(page)
    links = page.locator("#ngay-thang a").evaluate_all("links => links.map((link) => link.href)")
    assert [link.removeprefix(years.home) for link in links] == dates
    for link in links[:1]:
        anchor = link.partition("#")[2]
        assert page.goto(link)
        assert not anchor or page.locator(f"#{anchor}").count() == 1


def test_a_day_asked_for_by_its_date_shows_its_items(page: Page, years: Record) -> None:
    results = ask(page, years.home, "9/1/2026")
    assert results.urls == ["2026/01/#cv-dd01"]
    assert results.missing == ""


def test_counts_of_facets_say_what_a_choice_leaves(page: Page, years: Record) -> None:
    page.goto(search_url(years.home, "ky lac"))
    wait(page)
    expect(page.locator("#loc-nam option").first).to_contain_text("(")
    options = page.locator("select[data-facet] option:not(:first-child)").evaluate_all(
        "all => all.map(({text, value, parentElement}) => [parentElement.name, value, text])"
    )
    sampled = [each for each in options if not each[2].endswith("(0)")][::5]
    for name, value, text in sampled:
        counted = int(text.rpartition("(")[2].rstrip(")"))
        page.goto(search_url(years.home, "ky lac", **{name.replace("-", "_"): value}))
        wait(page)
        assert int(page.inner_text("#so-ket-qua")) == counted, text


def test_a_phone_fetches_what_the_counts_take_once_they_can_be_seen(
    page: Page, years: Record
) -> None:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(search_url(years.home, "ky lac"))
    wait(page)
    page.wait_for_load_state("networkidle")
    first = page.locator("#loc-nam option").first
    assert [url for url in fetched if "/loc/" in url] == []
    page.click(".search__facets summary")
    expect(first).to_have_text(f"Mọi năm ({page.inner_text('#so-ket-qua')})")
    page.fill("#tu-khoa", "duc tho")
    page.press("#tu-khoa", "Enter")
    expect(first).to_have_text(f"Mọi năm ({len(years.plain.find('duc tho').items)})")


def test_the_url_holds_the_whole_question(page: Page, years: Record) -> None:
    page.goto(search_url(years.home, ""))
    wait(page)
    page.fill("#tu-khoa", "kỳ lạc")
    page.press("#tu-khoa", "Enter")
    page.wait_for_url("**/?q=k*")
    page.locator("summary").click() if not page.locator("#loc-nam").is_visible() else None
    page.select_option("#loc-nam", "2015")
    page.wait_for_url("**nam=2015")
    page.select_option("#xep", "moi")
    page.wait_for_url("**xep=moi")
    shown = answer(page, years.home)
    assert ask(page, years.home, "kỳ lạc", nam="2015", xep="moi") == shown
    assert page.input_value("#tu-khoa") == "kỳ lạc"
    assert page.input_value("#loc-nam") == "2015"


def test_going_back_shows_the_question_before(page: Page, years: Record) -> None:
    before = ask(page, years.home, "ky lac")
    page.fill("#tu-khoa", "ocop")
    page.press("#tu-khoa", "Enter")
    page.wait_for_url("**/?q=ocop")
    page.go_back()
    expect(page.locator("#so-ket-qua")).to_have_text(str(before.total))
    assert page.input_value("#tu-khoa") == "ky lac"


def test_a_later_query_costs_little(page: Page, years: Record) -> None:
    page.goto(search_url(years.home, "ky lac"))
    wait(page)
    page.wait_for_load_state("networkidle")
    for query in LATER:
        before = page.evaluate(FETCHED)
        page.fill("#tu-khoa", query)
        page.evaluate("document.querySelector('form[data-index]').requestSubmit()")
        wait(page)
        requests, size = (
            now - then for now, then in zip(page.evaluate(FETCHED), before, strict=True)
        )
        assert requests <= 30, query
        assert size < 200_000, query


def test_nothing_of_the_search_is_loaded_before_somebody_searches(
    visit: Callable[..., Visit],
) -> None:
    visited = visit("2021/05/")
    loaded = visited.page.evaluate("performance.getEntriesByType('resource').map(e => e.name)")
    assert [name for name in loaded if "search" in name or "tim-kiem" in name] == []


def test_the_search_asks_for_its_index_before_the_page_is_there(
    visit: Callable[..., Visit], home: str
) -> None:
    page = visit("tim-kiem/?q=ky+lac").page
    page.wait_for_load_state("networkidle")
    assert page.locator("link[rel=preload]").evaluate_all("all => all.map((l) => l.href)") == [
        page.evaluate(INDEX)
    ]
    scripts = page.evaluate(SCRIPTS)
    assert [script.removeprefix(f"{home}assets/agenda/") for script in scripts] == [
        *("search/start.js", "floor.js", "agenda.js")
    ]


@pytest.mark.parametrize("key", ["/", "Control+k"])
@pytest.mark.parametrize("path", ["", "2021/05/", "tim-kiem/"])
def test_a_key_leads_into_the_search_box_and_escape_back_out(
    visit: Callable[..., Visit], path: str, key: str
) -> None:
    page = visit(path).page
    page.locator("article a:visible").first.focus()
    page.keyboard.press(key)
    box = page.locator("[data-search-box]:focus")
    assert box.count() == 1
    page.keyboard.type("ky /")
    expect(page.locator("[role=option]").first).to_be_visible()
    page.keyboard.press("Escape")
    assert box.input_value() == "ky /"
    page.keyboard.press("Escape")
    assert box.input_value() == ""
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.matches('article a')")


def test_the_whole_way_to_an_item_goes_by_keyboard_alone(visit: Callable[..., Visit]) -> None:
    visited = visit("lanh-dao/")
    page = visited.page
    page.keyboard.press("/")
    page.keyboard.type("ky lac")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tim-kiem/?q=ky+lac")
    wait(page)
    assert page.locator(".search__answer").inner_text().split() == ["1", "việc"]
    page.keyboard.press("Control+k")
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('#ket-qua') !== null"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/2021/05/#cv-dpsq")
    assert visited.faults == []


def test_more_results_take_the_focus_to_the_first_of_them(page: Page, years: Record) -> None:
    page.goto(search_url(years.home, "chuyen doi so"))
    wait(page)
    page.focus("#xem-them")
    page.keyboard.press("Enter")
    expect(page.locator("#ket-qua > li")).to_have_count(40)
    assert page.evaluate(
        "document.activeElement.closest('li') === document.getElementById('ket-qua').children[20]"
    )
    assert "đang hiện 40" in page.inner_text(".search__answer")


def test_axe_finds_no_violation_among_results(visit: Callable[..., Visit]) -> None:
    page = visit("tim-kiem/?q=xyzzy+hop+5/2021&buoi=chieu").page
    wait(page)
    assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_javascript_the_form_leads_to_the_years(chromium: Browser, home: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(home)
    page.fill("main [name=q]", "ky lac")
    page.click("main button")
    assert page.url == f"{home}tim-kiem/?q=ky+lac"
    assert "JavaScript" in page.inner_text("main noscript")
    assert page.locator("main a[href$='2021/']").is_visible()
    context.close()


def test_a_failure_to_load_is_said_and_can_be_tried_again(page: Page, years: Record) -> None:
    page.route("**/tim-kiem/tu/*", lambda route: route.abort())
    page.goto(search_url(years.home, "ky lac"))
    wait(page)
    assert "Không tải được" in page.inner_text(".search__answer")
    assert page.locator("#cach-khac").is_visible()
    page.unroute("**/tim-kiem/tu/*")
    page.click("main button[type=submit]")
    expect(page.locator("#so-ket-qua")).not_to_be_empty()


@pytest.mark.parametrize("kept", [{"tu": ["a"], "khoi": 1}, {"tu": [], "ngay": "", "do_dai": ""}])
def test_an_index_that_a_browser_kept_is_not_used_with_what_is_published_now(
    page: Page, years: Record, kept: dict[str, object]
) -> None:
    """An index of another version would name wrong records or none."""
    wanted = ask(page, years.home, "ky lac")
    published = page.request.get(f"{years.home}tim-kiem/muc-luc.json").json()
    given: list[dict[str, object]] = []

    def give(route: Route) -> None:
        given.append(published if given else {**published, "ban": "older", **kept})
        route.fulfill(json=given[-1])

    page.route("**/muc-luc.json", give)
    assert ask(page, years.home, "ky lac") == wanted
    assert ask_here(page, years.home, "duc tho").total == len(years.plain.find("duc tho").items)
    assert [each["ban"] for each in given[:2]] == ["older", published["ban"]]


def test_a_page_left_open_notices_that_another_agenda_was_published(
    chromium: Browser, page: Page, tmp_path: Path
) -> None:
    """Without the earlier months, every record has another number and some files are missing."""
    project = Project.copy_to(tmp_path / "lich")
    url = "https://example.invalid/lich/"
    before = [tmp_path / "2020" / f"2020-{number:02}.yml" for number in range(1, 3)]
    write_years(tmp_path / "2020", 2020, 1)

    def publish(*months: Path) -> None:
        for path in (project.folder / "agendas").glob("2020-*.yml"):
            path.unlink()
        for path in months:
            shutil.copy(path, project.folder / "agendas")
        assert project.build(SITE_URL=url).code == 0

    def answered_anew(query: str) -> Results:
        fresh = chromium.new_context().new_page()
        results = ask(fresh, home, query)
        fresh.context.close()
        return results

    shutil.copy(tmp_path / "2020/danh-ba.yml", project.folder / "agendas")
    publish()
    with served(BuiltSite(folder=project.site, url=url), compressed=True) as home:
        ask(page, home, "ky lac")
        publish(*before)
        assert ask_here(page, home, "hop") == answered_anew("hop")
        publish()
        assert ask_here(page, home, "") == answered_anew("")
        page.goto(search_url(home, ""))
        wait(page)
        publish(*before)
        everything = answered_anew("")
        page.click("#xem-them")
        expect(page.locator("#so-ket-qua")).to_have_text(str(everything.total))
        assert answer(page, home) == everything


def test_words_are_cut_alike_in_the_index_and_in_the_browser(page: Page, years: Record) -> None:
    texts = sorted({text for item in years.plain.items for text in (item.text, item.venue) if text})
    page.route("**/words.js", lambda route: route.fulfill(path=WORDS))
    cut = """async (texts) => {
        const {words} = await import(document.querySelector("script[type=module]").src.split("?")[0]
            .replace("agenda.js", "search/words.js"));
        return texts.map((text) => words(text).map(({folded, spelling}) => [folded, spelling]));
    }"""
    page.goto(years.home)
    assert page.evaluate(cut, texts) == [
        [[word.folded, word.spelling] for word in split_words(text)] for text in texts
    ]
