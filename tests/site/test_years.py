"""The page of a year: twelve months, published or not."""

from datetime import date

from agenda.site.artifact import Link
from tests.site.conftest import Publish, Site, month_file


def test_a_year_has_twelve_months_and_says_which_are_not_published(may_2021: Site) -> None:
    months = may_2021.body("2021/").all(".months__month")
    assert [month.one("h2").text for month in months] == [f"Tháng {each}" for each in range(1, 13)]
    assert [month.texts("p") for month in months] == [
        *[["Chưa đăng"]] * 4,
        ["36 việc"],
        *[["Chưa đăng"]] * 7,
    ]
    assert [len(month.all(".month-grid")) for month in months] == [0, 0, 0, 0, 1, *[0] * 7]


def test_a_published_month_and_each_of_its_days_are_links(may_2021: Site) -> None:
    may = may_2021.body("2021/").all(".months__month")[4]
    assert may.links() == [
        ("Tháng 5", "../2021/05/"),
        *[(str(day), f"../2021/05/#ngay-{day:02}") for day in range(1, 32)],
    ]


def test_a_year_says_how_much_it_holds(publish: Publish) -> None:
    item = "- {ngay: 4, sang: [{ma: b1, noi_dung: Họp}]}\n"
    months = ("2021-05", "2021-06", "2022-01")
    site = publish({f"{month}.yml": month_file(month, item) for month in months})
    assert [site.body(each).texts("p")[0] for each in ("2021/", "2022/")] == [
        "Đã đăng 2 tháng, 2 việc.",
        "Đã đăng 1 tháng, 1 việc.",
    ]


def test_years_lead_to_their_neighbours_in_time(publish: Publish) -> None:
    months = ("2019-05", "2021-05", "2022-05")
    site = publish({f"{month}.yml": month_file(month, "- ngay: 4\n") for month in months})
    page = site.page("2021/")
    assert page.previous == Link(text="Năm 2019", url="2019/")
    assert page.next == Link(text="Năm 2022", url="2022/")
    assert site.body("2021/").one(".neighbours").links() == [
        ("← Năm 2019", "../2019/"),
        ("Năm 2022 →", "../2022/"),
    ]
    assert "2020/" not in site.artifacts


def test_a_year_is_dated_by_its_newest_document(publish: Publish) -> None:
    site = publish(
        {
            "2021-05.yml": month_file("2021-05", "- ngay: 4\n", "2021-05-04"),
            "2021-05.dc1.yml": month_file("2021-05", "- ngay: 4\n", "2021-07-01"),
            "2021-06.yml": month_file("2021-06", "- ngay: 4\n", "2021-06-01"),
        }
    )
    assert site.page("2021/").updated == date(2021, 7, 1)
