"""The home page leads to everything without knowing what day it is."""

import pytest

from agenda.site.views import home
from tests.site.conftest import AGENCY, Publish, Site, month_file


def test_the_panel_of_today_leads_to_the_newest_month(may_2021: Site) -> None:
    panel = may_2021.body("").with_id("hom-nay")
    assert panel.text.startswith(
        "Chương trình mới nhất Chương trình mới nhất: Tháng 5 năm 2021 (36 việc, ban hành ngày 04 "
        "tháng 5 năm 2021)."
    )
    assert panel.links()[0] == ("Tháng 5 năm 2021", "./2021/05/")


def test_the_panel_has_the_rows_of_the_newest_month_with_links_to_their_places(
    may_2021: Site,
) -> None:
    panel, month = may_2021.body("").with_id("hom-nay"), may_2021.body("2021/05/")
    assert panel.texts(".item__text") == month.texts(".item__text")
    assert [each["href"] for each in panel.all(".permalink")] == [
        f"./2021/05/{each['href']}" for each in month.all(".permalink")
    ]
    assert [each for each in panel.all("tr", "tbody") if "id" in each.attributes] == []


def test_the_panel_says_of_what_it_is_made(may_2021: Site) -> None:
    panel = may_2021.body("").with_id("hom-nay")
    assert (panel["data-published"], panel["data-root"]) == ("2021-05", "./")


def test_the_home_page_names_every_leader_by_precedence(may_2021: Site) -> None:
    chips = may_2021.body("").all(".chips")
    assert chips[0].links() == [
        ("Đỗ Khoa Văn", "./lanh-dao/do-khoa-van/"),
        ("Hoàn", "./lanh-dao/hoan/"),
        ("Bình", "./lanh-dao/binh/"),
        ("Trọng", "./lanh-dao/trong/"),
    ]


def test_the_newest_month_is_there_as_a_calendar(may_2021: Site) -> None:
    calendar = may_2021.body("").one(".month-grid")
    days = calendar.links()
    assert (days[0], days[-1], len(days)) == (
        ("1", "./2021/05/#ngay-01"),
        ("31", "./2021/05/#ngay-31"),
        31,
    )


def test_the_newest_months_come_first_and_the_years_after_them(
    publish: Publish, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(home, "LATEST", 2)
    months = ("2020-12", "2021-05", "2021-06")
    site = publish({f"{month}.yml": month_file(month, "- ngay: 4\n") for month in months})
    page = site.body("")
    assert page.with_id("hom-nay")["data-published"] == "2020-12 2021-05 2021-06"
    assert page.one(".latest").links() == [
        ("Tháng 6 năm 2021", "./2021/06/"),
        ("Tháng 5 năm 2021", "./2021/05/"),
    ]
    assert page.all(".chips")[0].links() == [("2021", "./2021/"), ("2020", "./2020/")]


def test_a_site_without_a_month_says_so(publish: Publish) -> None:
    site = publish({})
    panel = site.body("").with_id("hom-nay")
    assert panel.text == "Chương trình mới nhất Chưa đăng chương trình công tác nào."
    assert panel["data-published"] == ""
    assert site.body("").all(".month-grid") == []
    assert site.page("").updated is None


def test_the_home_page_names_the_agency(may_2021: Site) -> None:
    assert may_2021.body("").one("h1").text == f"Lịch công tác {AGENCY}"
