""" "Today" is today in Vietnam, whatever the visitor's clock and the day of the build."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage

DAY_FOUR = [
    "Lễ chào cờ",
    "Họp soát xét, hoàn thiện nội dung Bản thảo cuốn Lịch sử ngành KH&CN",
    "Làm việc với UBND tỉnh Nghệ An thống nhất nội dung Kế hoạch tổ chức Festival Dân ca Ví, Giặm "
    "Nghệ Tĩnh",
    "Duyệt phát hành Bản tin số tháng 4",
]


def test_the_home_page_shows_today_tomorrow_and_the_next_seven_days(visit: OpenPage) -> None:
    page = visit("", now="2021-05-04T09:00+07:00").page
    expect(page.locator("#hom-nay h2")).to_have_text("Hôm nay, Thứ Ba 04/5/2021")
    assert page.locator(table(page, "Hôm nay")).locator(".item__text").all_inner_texts() == DAY_FOUR
    assert shown(page) == {
        "Hôm nay": ["Thứ Ba, 04/5"],
        "Ngày mai": ["Thứ Tư, 05/5"],
        "Bảy ngày tới": [
            "Thứ Năm, 06/5",
            "Thứ Sáu, 07/5",
            "Thứ Bảy, 08/5 – Chủ nhật, 09/5",
            "Thứ Hai, 10/5",
            "Thứ Ba, 11/5",
            "Thứ Tư, 12/5",
        ],
        "Những ngày đã qua": ["Thứ Bảy, 01/5 – Thứ Hai, 03/5"],
    }
    assert not page.get_by_text("Nghỉ lễ 30/4, 01/5").first.is_visible()
    assert marked_days(page) == ["Thứ Ba, 04/5"]


def test_every_item_of_the_panel_has_its_link_and_its_menu(visit: OpenPage, home: str) -> None:
    page = visit("", now="2021-05-04T09:00+07:00").page
    link = page.locator(f"{table(page, 'Hôm nay')} .item .permalink").first
    assert link.evaluate("each => each.href") == f"{home}2021/05/#cv-gdmm"
    page.locator(f"{table(page, 'Hôm nay')} .item__words .actions").first.dispatch_event("click")
    page.get_by_role("button", name="Chép đường dẫn").click()
    assert page.evaluate("navigator.clipboard.readText()") == f"{home}2021/05/#cv-gdmm"


@pytest.mark.parametrize("wake", [False, True])
def test_the_panel_rolls_over_at_midnight_and_after_sleep(visit: OpenPage, wake: bool) -> None:
    page = visit("", now="2021-05-04T23:59:30+07:00").page
    expect(page.locator("#hom-nay h2")).to_have_text("Hôm nay, Thứ Ba 04/5/2021")
    page.clock.set_fixed_time("2021-05-05T00:00:10+07:00")
    if wake:
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    else:
        page.clock.run_for(60_000)
    expect(page.locator("#hom-nay h2")).to_have_text("Hôm nay, Thứ Tư 05/5/2021")
    assert shown(page)["Hôm nay"] == ["Thứ Tư, 05/5"]
    assert shown(page)["Những ngày đã qua"][-1] == "Thứ Ba, 04/5"
    assert marked_days(page) == ["Thứ Tư, 05/5"]


def test_without_scripts_the_newest_month_is_whole(visit: OpenPage) -> None:
    page = visit("", scripts=False).page
    expect(page.locator("#hom-nay h2")).to_have_text("Chương trình mới nhất")
    assert page.locator("#hom-nay .item__text:visible").count() == 36


def test_every_link_of_the_panel_is_one_of_the_site(visit: OpenPage, home: str) -> None:
    page = visit("", now="2021-05-04T09:00+07:00").page
    page.wait_for_selector("#hom-nay[data-shown] .agenda")
    links = page.locator("#hom-nay a").evaluate_all("links => links.map(link => link.href)")
    assert f"{home}2021/05/#ngay-04" in links
    assert f"{home}lanh-dao/do-khoa-van/" in links
    assert sorted({link for link in links if not page.request.get(link).ok}) == []


def test_nothing_that_the_panel_copies_has_an_id_of_its_own(visit: OpenPage) -> None:
    page = visit("", now="2021-05-04T09:00+07:00").page
    page.wait_for_selector("#hom-nay[data-shown] .agenda")
    assert page.locator("#hom-nay .agenda [id]").count() == 0


def test_it_is_already_tomorrow_in_vietnam(visit: OpenPage) -> None:
    page = visit("", now="2021-05-03T20:00Z", zone="America/New_York").page
    expect(page.locator("#hom-nay h2")).to_have_text("Hôm nay, Thứ Ba 04/5/2021")
    assert page.locator(table(page, "Hôm nay")).locator(".item__text").all_inner_texts() == DAY_FOUR


def test_a_month_that_begins_in_vietnam_first_is_not_published_yet(visit: OpenPage) -> None:
    page = visit("", now="2021-05-31T23:30Z", zone="UTC").page
    expect(page.locator("#hom-nay h2")).to_have_text("Hôm nay, Thứ Ba 01/6/2021")
    assert told(page)[:2] == [
        "Chưa đăng chương trình công tác tháng 6 năm 2021.",
        "Chương trình mới nhất: Tháng 5 năm 2021 (36 việc, ban hành ngày 04 tháng 5 năm 2021).",
    ]


def test_years_later_the_newest_month_is_one_step_away(visit: OpenPage, home: str) -> None:
    page = visit("", now="2026-11-22T09:00+07:00").page
    expect(page.locator("#hom-nay h2")).to_have_text("Hôm nay, Chủ nhật 22/11/2026")
    assert told(page)[0] == "Chưa đăng chương trình công tác tháng 11 năm 2026."
    assert page.locator("#hom-nay .item__text:visible").count() == 36
    page.locator("#hom-nay a").first.click()
    expect(page).to_have_url(f"{home}2021/05/")


def test_a_day_off_says_so(visit: OpenPage) -> None:
    page = visit("", now="2021-05-02T09:00+07:00").page
    row = page.locator(table(page, "Hôm nay")).locator("tbody")
    expect(row).to_contain_text("Thứ Bảy, 01/5 – Thứ Hai, 03/5")
    expect(row).to_contain_text("Nghỉ lễ 30/4, 01/5")
    assert list(shown(page)) == ["Hôm nay", "Bảy ngày tới"]  # tomorrow is in the same row


def test_the_next_days_go_on_past_the_end_of_a_month(visit_other: OpenPage) -> None:
    page = visit_other("", now="2021-05-31T09:00+07:00").page
    days = shown(page)
    assert (days["Hôm nay"], days["Ngày mai"]) == (["Thứ Hai, 31/5"], ["Thứ Ba, 01/6"])
    assert days["Bảy ngày tới"][0] == "Thứ Tư, 02/6"
    assert days["Bảy ngày tới"][-1].startswith("Thứ Ba, 08/6")
    badges = page.locator("#hom-nay .badge")
    assert badges.count() > 0


def test_without_the_month_the_panel_keeps_the_newest(visit_other: OpenPage) -> None:
    page = visit_other("", now="2021-05-04T09:00+07:00", missing="/2021/05/").page
    expect(page.locator("#hom-nay h2")).to_have_text("Hôm nay, Thứ Ba 04/5/2021")
    page.wait_for_load_state("networkidle")
    assert [text.split(":")[0] for text in told(page)[:2]] == [
        "Không tải được chương trình hôm nay; hãy kiểm tra kết nối.",
        "Chương trình mới nhất",
    ]


def test_the_page_of_a_month_marks_today(visit: OpenPage, home: str) -> None:
    page = visit("2021/05/", now="2021-05-04T09:00+07:00").page
    assert marked_days(page) == ["Thứ Ba, 04/5"]
    links = page.locator('[aria-current="date"]')
    assert links.evaluate_all("links => links.map(link => link.href)") == [
        f"{home}2021/05/#ngay-04",
        f"{home}2021/05/#ngay-04",
    ]


def test_the_page_of_a_month_marks_a_day_within_a_row(visit: OpenPage) -> None:
    page = visit("2021/05/", now="2021-05-02T09:00+07:00").page
    assert marked_days(page) == ["Thứ Bảy, 01/5 – Thứ Hai, 03/5"]


def test_a_month_of_the_past_marks_no_day(visit: OpenPage) -> None:
    page = visit("2021/05/", now="2026-05-04T09:00+07:00").page
    assert marked_days(page) == []
    assert page.locator('[aria-current="date"]').count() == 0


def test_the_page_of_a_year_marks_today(visit: OpenPage) -> None:
    page = visit("2021/", now="2021-05-04T09:00+07:00").page
    assert page.locator('[aria-current="date"]').all_inner_texts() == ["4"]


def table(page: Page, caption: str) -> str:
    """Return the selector of a table of the panel."""
    page.wait_for_selector("#hom-nay[data-shown] .agenda")
    return f'#hom-nay .agenda:has(caption:text-is("{caption}"))'


def shown(page: Page) -> dict[str, list[str]]:
    """Return the days of the panel by the captions of its tables."""
    page.wait_for_selector("#hom-nay[data-shown] .agenda")
    return {
        str(each.locator("caption").text_content()): each.locator(
            ".day__name > [role] > a"
        ).all_text_contents()
        for each in page.locator("#hom-nay .agenda").all()
    }


def marked_days(page: Page) -> list[str]:
    page.wait_for_load_state("networkidle")
    return page.locator(".day--today .day__name a").all_inner_texts()


def told(page: Page) -> list[str]:
    """Return the sentences of the panel."""
    return page.locator("#hom-nay p").all_inner_texts()


@pytest.mark.parametrize(
    ("now", "said", "marked"),
    [
        (
            "2021-05-12T09:00+07:00",
            "Sắp tới: Thứ Tư, 12/5/2021 Chiều: Kỷ niệm 70 năm ngày truyền thống ngành Công "
            "Thương; còn 1 việc nữa.",
            2,
        ),
        (
            "2021-05-26T23:59+07:00",
            "Sắp tới: Thứ Tư, 26/5/2021 Sáng: Ban Thường vụ Tỉnh ủy cho ý kiến ban hành Nghị quyết",
            1,
        ),
        (
            "2021-05-27T00:00+07:00",
            "Chưa có việc nào sắp tới trong các chương trình đã đăng.",
            0,
        ),
    ],
)
def test_the_page_of_a_leader_says_what_comes_next(
    visit: OpenPage, now: str, said: str, marked: int
) -> None:
    page = visit("lanh-dao/do-khoa-van/", now=now).page
    expect(page.locator("[data-coming]")).to_contain_text(said)
    assert page.locator(".lines--coming .line").count() == marked


def test_the_page_of_a_leader_rolls_over_like_the_home_page(visit: OpenPage) -> None:
    page = visit("lanh-dao/do-khoa-van/", now="2021-05-11T23:59:30+07:00").page
    expect(page.locator("[data-shown]")).to_have_count(1)

    def parts() -> list[tuple[str, int]]:
        lists = page.locator("section:has(> .lines):visible").all()
        return [(each.locator("h2").inner_text(), each.locator(".line").count()) for each in lists]

    assert parts() == [("Ngày mai", 1), ("Sau đó", 1), ("Tháng 5 năm 2021", 4)]
    page.clock.set_fixed_time("2021-05-12T00:00:10+07:00")
    page.clock.run_for(60_000)
    expect(page.locator(".lines--coming")).to_have_count(2)
    assert parts() == [("Hôm nay", 1), ("Sau đó", 1), ("Tháng 5 năm 2021", 4)]
    assert page.locator("#cac-nam").count() == 1
