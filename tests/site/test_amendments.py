"""Pages of an amended month mark the changes and keep what they replaced."""

from datetime import date

import pytest

from tests.site.conftest import Publish, Site, month_file
from tests.site.elements import Element

MAY = "2021/05/"
CHANGES = "2021/05/thay-doi/"

FIRST = """
- ngay: 4
  sang:
    - {ma: b1, noi_dung: Lễ chào cờ}
    - {ma: b2, noi_dung: Họp giao ban, gio: 8h}
    - {ma: b3, noi_dung: Duyệt Bản tin}
- ngay: 5
  sang: [{ma: b4, noi_dung: Kiểm tra cơ sở, lanh_dao: Đ/c A}]
- {ngay: 6, chieu: [{ma: b5, noi_dung: Hội thảo}]}
- {ngay: 8-9, nghi: "Thứ Bảy, Chủ nhật"}
"""
SECOND = """
- ngay: 4
  sang:
    - {ma: b1, noi_dung: Lễ chào cờ}
    - {ma: b3, noi_dung: Duyệt Bản tin, trang_thai: huy, ly_do: Bận}
- {ngay: 5, sang: [{ma: b4, noi_dung: Kiểm tra cơ sở, lanh_dao: Đ/c B}]}
- {ngay: 7, chieu: [{ma: b5, noi_dung: Hội thảo khoa học}, {ma: c1, noi_dung: Tiếp khách}]}
- {ngay: 8-9, nghi: "Thứ Bảy, Chủ nhật"}
"""
THIRD = """
- ngay: 4
  sang:
    - {ma: b1, noi_dung: Lễ chào cờ}
    - {ma: b3, noi_dung: Duyệt Bản tin, trang_thai: huy, ly_do: Bận}
- {ngay: 5, sang: [{ma: b4, noi_dung: Kiểm tra cơ sở, lanh_dao: Đ/c B, gio: 9h}]}
- {ngay: 6, chieu: [{ma: b5, noi_dung: Hội thảo khoa học}]}
- {ngay: 8-9, nghi: "Thứ Bảy, Chủ nhật"}
"""


@pytest.fixture
def once(publish: Publish) -> Site:
    return publish(
        {
            "2021-05.yml": month_file("2021-05", FIRST),
            "2021-05.dc1.yml": month_file("2021-05", SECOND, "2021-05-05"),
        }
    )


@pytest.fixture
def twice(publish: Publish) -> Site:
    return publish(
        {
            "2021-05.yml": month_file("2021-05", FIRST),
            "2021-05.dc1.yml": month_file("2021-05", SECOND, "2021-05-05"),
            "2021-05.dc2.yml": month_file("2021-05", THIRD, "2021-05-06"),
        }
    )


def rows(page: Element) -> list[tuple[str, str, str]]:
    """Return the id, the marks and the words of every item of the page."""
    return [
        (
            row.attributes.get("id", ""),
            " | ".join(row.texts(".item__changes") + row.texts(".item__status")),
            row.one(".item__text").text,
        )
        for row in page.all("tr")
        if "item" in row.classes
    ]


def test_every_change_is_marked_in_words_and_what_is_gone_stays_in_place(once: Site) -> None:
    assert rows(once.body(MAY)) == [
        ("cv-b1", "", "Lễ chào cờ"),
        ("cv-b2", "Không còn trong bản điều chỉnh lần 1", "08:00 Họp giao ban"),
        ("cv-b3", "Đã hủy: Bận", "Duyệt Bản tin"),
        ("cv-b4", "Đổi lãnh đạo", "Kiểm tra cơ sở"),
        ("", "Đã chuyển sang chiều Thứ Sáu, 07/5/2021", "Hội thảo"),
        (
            "cv-b5",
            "Đổi ngày Sửa nội dung chuyển từ chiều Thứ Năm, 06/5/2021",
            "Hội thảo khoa học",
        ),
        ("cv-c1", "Mới", "Tiếp khách"),
    ]


def test_both_ends_of_a_move_are_linked(once: Site) -> None:
    page = once.body(MAY)
    (trace,) = [row for row in page.all(".item--withdrawn") if "Hội thảo" in row.text]
    assert trace.one(".item__status").links() == [
        ("chiều Thứ Sáu, 07/5/2021", "../../2021/05/#cv-b5")
    ]
    assert trace.one("s").text == "Hội thảo"
    (moved,) = [row for row in page.all("tr") if row.attributes.get("id") == "cv-b5"]
    assert moved.one(".item__changes").links() == [
        ("chiều Thứ Năm, 06/5/2021", "../../2021/05/#ngay-06")
    ]


def test_marks_of_several_amendments_say_which_and_a_move_there_and_back_leaves_one_trace(
    twice: Site,
) -> None:
    assert rows(twice.body(MAY)) == [
        ("cv-b1", "", "Lễ chào cờ"),
        ("cv-b2", "Không còn trong bản điều chỉnh lần 1", "08:00 Họp giao ban"),
        ("cv-b3", "Đã hủy: Bận", "Duyệt Bản tin"),
        ("cv-b4", "Đổi lãnh đạo (lần 1) Đổi giờ (lần 2)", "09:00 Kiểm tra cơ sở"),
        (
            "cv-b5",
            "Đổi ngày (lần 1) Sửa nội dung (lần 1) Đổi ngày (lần 2) "
            "chuyển từ chiều Thứ Sáu, 07/5/2021",
            "Hội thảo khoa học",
        ),
        ("", "Đã chuyển sang chiều Thứ Năm, 06/5/2021", "Hội thảo khoa học"),
        ("cv-c1", "Không còn trong bản điều chỉnh lần 2", "Tiếp khách"),
    ]


def test_every_item_ever_published_keeps_its_anchor(twice: Site) -> None:
    ids = set(twice.body(MAY).ids)
    assert {f"cv-{code}" for code in ("b1", "b2", "b3", "b4", "b5", "c1")} <= ids
    assert {f"ngay-{day:02}" for day in range(1, 32)} <= ids


def test_counts_are_those_of_the_newest_paper(once: Site) -> None:
    assert once.body(MAY).one(".month-head__facts").text.endswith(" · 5 việc · In")


def test_superseded_revisions_stand_whole_marked_and_out_of_search_engines(twice: Site) -> None:
    assert [url for url in twice.artifacts if url.startswith(MAY)] == [
        MAY,
        "2021/05/ban-goc/",
        "2021/05/dieu-chinh-1/",
        CHANGES,
    ]
    for url, words in (
        ("2021/05/ban-goc/", ["Lễ chào cờ", "08:00 Họp giao ban", "Duyệt Bản tin"]),
        ("2021/05/dieu-chinh-1/", ["Lễ chào cờ", "Duyệt Bản tin", "Kiểm tra cơ sở"]),
    ):
        page = twice.page(url)
        assert (page.indexed, page.canonical) == (False, MAY)
        body = twice.body(url)
        assert "đã được thay thế" in body.one(".superseded").text
        assert body.texts(".item__text")[:3] == words
        assert body.all(".item__changes") == []
    assert twice.page(MAY).indexed
    assert twice.page("2021/05/ban-goc/").updated == date(2021, 5, 4)


def test_changes_stand_side_by_side_before_and_after(once: Site) -> None:
    page = once.body(CHANGES)
    assert page.one(".amendment").one("h2").text == "Điều chỉnh lần 1, ngày 05 tháng 5 năm 2021"
    assert [row.texts("th", "td") for row in page.all("tr")] == [
        ["Mục", "Trước", "Sau"],
        ["Tình trạng", "không ghi", "Đã hủy"],
        ["Lý do", "không ghi", "Bận"],
        ["Mục", "Trước", "Sau"],
        ["Lãnh đạo Sở", "Đ/c A", "Đ/c B"],
        ["Mục", "Trước", "Sau"],
        ["Ngày", "Thứ Năm, 06/5", "Thứ Sáu, 07/5"],
        ["Nội dung công việc", "Hội thảo", "Hội thảo khoa học"],
    ]
    assert ("Họp giao ban", "../../../2021/05/#cv-b2") in page.links()


def test_all_changes_are_listed_newest_first_and_new_months_apart(twice: Site) -> None:
    assert [each.text for each in twice.body("thay-doi/").all("h2", "h3")] == [
        "Năm 2021",
        "Tháng mới đăng",
    ]
    assert twice.body("thay-doi/").texts("li")[-3:] == [
        "06/5/2021 Tháng 5 năm 2021: điều chỉnh lần 2 2 việc đổi, 1 việc đã bỏ",
        "05/5/2021 Tháng 5 năm 2021: điều chỉnh lần 1 3 việc đổi, 1 việc mới, 1 việc đã bỏ",
        "04/5/2021 Tháng 5 năm 2021 đăng chương trình, 5 việc",
    ]
    assert ("Tháng 5 năm 2021: điều chỉnh lần 2", "../2021/05/thay-doi/#lan-2") in twice.body(
        "thay-doi/"
    ).links()


def test_the_home_page_names_the_latest_changes_before_the_agenda(once: Site) -> None:
    home = once.body("")
    assert home.one(".home__changes")["data-events"] == "2021/05/thay-doi/#lan-1=5"
    assert ("Tháng 5 năm 2021: điều chỉnh lần 1", "./2021/05/thay-doi/#lan-1") in once.body(
        ""
    ).links()


def test_the_provenance_lists_every_revision(twice: Site) -> None:
    provenance = twice.body(MAY).one(".provenance")
    assert [link for link in provenance.links() if "Bản" in link[0] or "lần" in link[0]] == [
        ("Bản gốc", "../../2021/05/ban-goc/"),
        ("Điều chỉnh lần 1", "../../2021/05/dieu-chinh-1/"),
        ("Điều chỉnh lần 2", "../../2021/05/"),
    ]


def test_a_month_never_amended_has_neither_marks_nor_pages_of_changes(publish: Publish) -> None:
    site = publish({"2021-05.yml": month_file("2021-05", FIRST)})
    assert [url for url in site.artifacts if url.startswith(MAY)] == [MAY]
    assert site.body(MAY).all(".amended", ".superseded", ".item__changes") == []


def test_a_dropped_day_off_row_still_holds_its_traces(publish: Publish) -> None:
    site = publish(
        {
            "2021-05.yml": month_file("2021-05", "- {ngay: 8, sang: [{ma: b1, noi_dung: Họp}]}"),
            "2021-05.dc1.yml": month_file("2021-05", "- {ngay: 8-9, nghi: Nghỉ}"),
        }
    )
    assert rows(site.body(MAY)) == [("cv-b1", "Không còn trong bản điều chỉnh lần 1", "Họp")]


def test_what_an_amendment_changed_is_not_marked_on_the_item_of_another_month(
    publish: Publish,
) -> None:
    april = "- {ngay: 30/4-2/5, sang: [{ma: b1, noi_dung: Đi công tác}]}"
    may = "- {ngay: 2, sang: [{ma: b1, noi_dung: Họp}]}"
    amended = "- {ngay: 2, sang: [{ma: b1, noi_dung: Họp giao ban}]}"
    site = publish(
        {
            "2021-04.yml": month_file("2021-04", april),
            "2021-05.yml": month_file("2021-05", may),
            "2021-05.dc1.yml": month_file("2021-05", amended, "2021-05-05"),
        }
    )
    rows = site.body(MAY).all(".item")
    assert [(row.one(".item__text").text, row.texts(".badge")) for row in rows] == [
        ("Đi công tác", []),
        ("Họp giao ban", ["Sửa nội dung"]),
        ("Đi công tác", []),
    ]
