"""The accessibility tree of the main pages, which screen readers use."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.search_page import wait


@pytest.mark.parametrize("width", [1280, 320])
def test_a_day_is_read_as_rows_of_a_table_however_it_is_laid_out(
    visit: OpenPage, width: int
) -> None:
    page = visit("2021/05/", width=width).page
    expect(page.get_by_role("table", name="Chương trình công tác tháng 5 năm 2021")).to_be_visible()
    expect(page.locator("#ngay-04")).to_match_aria_snapshot(
        """
        - rowgroup:
          - row:
            - rowheader "Thứ Ba, 04/5":
              - heading "Thứ Ba, 04/5" [level=3]:
                - link "Thứ Ba, 04/5"
              - button "Lưu, gửi ngày này"
            - rowheader "Sáng"
            - cell:
              - paragraph: Lễ chào cờ
              - button "Lưu, gửi việc này"
            - cell:
              - link "Văn phòng"
            - cell:
              - link "CBCCVC Sở"
        """
    )


def test_an_item_that_is_off_is_said_to_be_so_in_words(visit_other: OpenPage) -> None:
    page = visit_other("2021/06/").page
    expect(page.locator("#cv-c1 .item__words")).to_match_aria_snapshot(
        """
        - cell:
          - paragraph:
            - strong: Đã hủy
            - text: /Trùng lịch họp/
          - paragraph: 08:00 Họp bị hủy
        """
    )


def test_the_home_page_says_what_is_today_and_where_to_search(visit: OpenPage) -> None:
    page = visit("", now="2021-05-04T09:00+07:00", width=360).page
    page.wait_for_selector("#hom-nay[data-shown] .agenda")
    expect(page.locator("body")).to_match_aria_snapshot(
        """
        - banner:
          - link "Lịch công tác Sở KHCN Hà Tĩnh"
          - search "Tìm kiếm"
          - navigation "Các mục của trang"
        - main:
          - article:
            - heading "Lịch công tác Sở Khoa học và Công nghệ Hà Tĩnh" [level=1]
            - search "Tìm trong lịch công tác"
            - region "Hôm nay, Thứ Ba 04/5/2021":
              - heading [level=2]
              - table "Hôm nay"
        - contentinfo
        """
    )


def test_an_answer_is_announced_and_its_choices_are_named(visit: OpenPage) -> None:
    page = visit("tim-kiem/?q=ky+lac&nam=2021").page
    wait(page)
    expect(page.get_by_role("status").filter(has_text="việc")).to_have_text("1 việc")
    assert [
        page.get_by_label(name, exact=True).evaluate("each => each.tagName")
        for name in ("Năm", "Lãnh đạo", "Cơ quan", "Buổi", "Sắp xếp")
    ] == ["SELECT"] * 5
    expect(page.locator("#ket-qua")).to_match_aria_snapshot(
        """
        - list:
          - listitem:
            - paragraph:
              - time: Thứ Ba, 11/5/2021
              - text: Chiều
            - paragraph:
              - link "Kiểm tra NTM xã Kỳ Lạc"
        """
    )
