"""Pages of leaders, units and groups list exactly the items that name them."""

import pytest

from agenda.site.views.directory import entries as entry_pages
from tests.site.conftest import Publish, Site, month_file

DIRECTORY = """
lanh_dao:
  - ma: van
    ten: Đỗ Khoa Văn
    chuc_vu: [{ten: Phó Giám đốc, den: 2021-05}, {ten: Giám đốc, tu: 2021-06}]
  - {ma: an, ten: Đinh Thị An}
  - {ma: binh, ten: Lê Bình}
co_quan:
  - {ma: phong-uu-dai, ten: Phòng Ưu đãi}
  - {ma: phong-dao-tao, ten: Phòng Đào tạo, viet_tat: [Phòng ĐT]}
  - {ma: phong-dan-van, ten: Phòng Dân vận}
nhom:
  - {ma: lanh-dao-so, ten: Lãnh đạo Sở}
"""


@pytest.mark.parametrize(
    ("url", "count"),
    [
        ("lanh-dao/do-khoa-van/", 6),
        ("lanh-dao/hoan/", 3),
        ("lanh-dao/binh/", 6),
        ("lanh-dao/trong/", 6),
        ("nhom/lanh-dao-so/", 13),
    ],
)
def test_an_entry_of_may_2021_has_as_many_items_as_its_paper(
    may_2021: Site, url: str, count: int
) -> None:
    for page in (may_2021.body(url), may_2021.body(f"{url}2021/")):
        assert len(page.one(".lines").all("li")) == count
    assert may_2021.body(url).one(".years").texts("li") == [f"Năm 2021 {count} việc"]


def test_an_entry_lists_its_items_in_order_of_time(may_2021: Site) -> None:
    lines = may_2021.body("lanh-dao/hoan/").one(".lines").all("li")
    assert [line.one(".line__when").text for line in lines] == [
        "Thứ Ba, 04/5/2021 Chiều",
        "Thứ Tư, 05/5/2021 Sáng",
        "Thứ Tư, 19/5/2021 Sáng",
    ]


def test_an_entry_lists_by_day_what_a_paper_has_in_another_order(publish: Publish) -> None:
    entries = """
- {ngay: 5, sang: [{ma: b1, noi_dung: Hai, lanh_dao: Đ/c An}]}
- {ngay: 4, sang: [{ma: b2, noi_dung: Một, lanh_dao: Đ/c An}]}
"""
    site = publish({"danh-ba.yml": DIRECTORY, "2021-05.yml": month_file("2021-05", entries)})
    assert site.body("lanh-dao/an/").texts(".item__text") == ["Một", "Hai"]


def test_an_item_of_a_list_leads_to_its_row_and_to_all_that_it_names(may_2021: Site) -> None:
    line = may_2021.body("lanh-dao/trong/2021/").one(".lines").all("li")[0]
    assert line.texts(".item__text") == ["Làm việc với BGH trường ĐH Hà Tĩnh"]
    assert line.links() == [
        ("Thứ Năm, 13/5/2021", "../../../2021/05/#cv-x2bx"),
        ("Văn phòng", "../../../co-quan/van-phong/"),
        ("Đ/c Trọng PGĐ", "../../../lanh-dao/trong/"),
    ]


def test_a_section_lists_all_of_the_directory_with_counts(may_2021: Site) -> None:
    assert may_2021.body("lanh-dao/").one(".parties").texts("li") == [
        "Đỗ Khoa Văn Giám đốc 6 việc",
        "Hoàn Phó Giám đốc 3 việc",
        "Bình Phó Giám đốc 6 việc",
        "Trọng Phó Giám đốc 6 việc",
    ]


def test_people_are_sorted_by_precedence_and_others_by_the_alphabet(publish: Publish) -> None:
    site = publish({"danh-ba.yml": DIRECTORY})
    names = {
        url: [text for text, _ in site.body(url).one(".parties").links()]
        for url in ("lanh-dao/", "co-quan/")
    }
    assert names == {
        "lanh-dao/": ["Đỗ Khoa Văn", "Đinh Thị An", "Lê Bình"],
        "co-quan/": ["Phòng Dân vận", "Phòng Đào tạo", "Phòng Ưu đãi"],
    }


def test_a_leader_has_titles_with_the_time_they_were_held(publish: Publish) -> None:
    page = publish({"danh-ba.yml": DIRECTORY}).body("lanh-dao/van/")
    assert page.one(".party__titles").text == (
        "Phó Giám đốc (đến 31/5/2021), Giám đốc (từ 01/6/2021)"
    )


def test_a_unit_has_the_other_names_that_papers_print(publish: Publish) -> None:
    page = publish({"danh-ba.yml": DIRECTORY}).body("co-quan/phong-dao-tao/")
    assert "Trong văn bản còn ghi: Phòng ĐT." in page.texts("p")


def test_an_entry_without_items_has_its_page_and_says_so(publish: Publish) -> None:
    site = publish({"danh-ba.yml": DIRECTORY})
    assert site.body("nhom/lanh-dao-so/").texts("p")[0] == (
        "Chưa có việc nào được ghi tên trong các chương trình công tác đã đăng."
    )
    assert "nhom/lanh-dao-so/2021/" not in site.artifacts


def test_an_empty_directory_has_its_three_lists_and_says_so(publish: Publish) -> None:
    site = publish({})
    assert {
        url: site.body(url).texts("p")[-1] for url in ("lanh-dao/", "co-quan/", "nhom/")
    } == dict.fromkeys(("lanh-dao/", "co-quan/", "nhom/"), "Danh bạ chưa có tên nào ở mục này.")


def test_an_item_counts_once_for_an_entry_that_it_names_twice(publish: Publish) -> None:
    entries = "- {ngay: 4, sang: [{ma: b1, noi_dung: Họp, lanh_dao: [Đ/c An, Đinh Thị An]}]}\n"
    site = publish({"danh-ba.yml": DIRECTORY, "2021-05.yml": month_file("2021-05", entries)})
    assert len(site.body("lanh-dao/an/").one(".lines").all("li")) == 1


def test_a_long_record_shows_its_newest_months_whole_and_every_year_by_itself(
    publish: Publish, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(entry_pages, "LATEST", 3)
    entries = "".join(
        f"- {{ngay: {day}, sang: [{{ma: b{day}, noi_dung: Họp, lanh_dao: Đ/c An}}]}}\n"
        for day in (4, 5)
    )
    months = ("2019-12", "2020-12", "2021-05")
    files = {f"{month}.yml": month_file(month, entries) for month in months}
    site = publish({"danh-ba.yml": DIRECTORY, **files})
    page = site.body("lanh-dao/an/")
    assert page.texts("h2")[:-1] == ["Tháng 5 năm 2021", "Tháng 12 năm 2020", "Theo năm"]
    assert [len(each.all("li")) for each in page.all(".lines")] == [2, 2]
    assert "Ở trên là các tháng mới nhất; xem đủ theo từng năm." in page.texts("p")
    assert page.one(".years").links() == [
        ("Năm 2021", "../../lanh-dao/an/2021/"),
        ("Năm 2020", "../../lanh-dao/an/2020/"),
        ("Năm 2019", "../../lanh-dao/an/2019/"),
    ]
    assert len(site.body("lanh-dao/an/2019/").one(".lines").all("li")) == 2


def test_an_entry_is_dated_by_the_newest_document_that_names_it(publish: Publish) -> None:
    named = "- {ngay: 4, sang: [{ma: b1, noi_dung: Họp, lanh_dao: Đ/c An}]}\n"
    site = publish(
        {
            "danh-ba.yml": DIRECTORY,
            "2021-05.yml": month_file("2021-05", named, "2021-04-29"),
            "2021-06.yml": month_file("2021-06", "- ngay: 4\n", "2021-05-31"),
        }
    )
    assert str(site.page("lanh-dao/an/").updated) == "2021-04-29"
    assert site.page("lanh-dao/van/").updated is None


def test_a_year_of_several_months_leads_to_each_of_them(publish: Publish) -> None:
    entry = "- {ngay: 4, sang: [{ma: b1, noi_dung: Họp, lanh_dao: Đ/c An}]}\n"
    months = {f"{month}.yml": month_file(month, entry) for month in ("2021-05", "2021-11")}
    page = publish({"danh-ba.yml": DIRECTORY, **months}).body("lanh-dao/an/2021/")
    assert page.one(".chips").links() == [("Tháng 5", "#thang-05"), ("Tháng 11", "#thang-11")]
    assert page.with_id("thang-11").text == "Tháng 11 năm 2021"
