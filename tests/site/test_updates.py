"""Pages of a month that changed without a new document say what was and what is."""

import pytest

from tests.exports.fixtures import SECOND, UPDATED
from tests.site.conftest import Publish, Site, month_file
from tests.site.test_amendments import rows

MAY = "2021/05/"
CHANGES = "2021/05/thay-doi/"
FIRST = "2021/05/ban-goc/"


def file(text: str) -> str:
    focus, _, rest = text.partition("lich:\n")
    return month_file("2021-05", "\n" + rest).replace("lich:", f"{focus}lich:", 1)


@pytest.fixture
def site(publish: Publish) -> Site:
    return publish({"2021-05.yml": file(UPDATED)})


def test_items_say_what_changed_and_what_is_gone_stays_in_place(site: Site) -> None:
    assert rows(site.body(MAY)) == [
        (
            "cv-giu",
            "Cập nhật 05/5: đổi giờ Cập nhật 07/5: đổi giờ",
            "09:00 Lễ chào cờ",
        ),
        (
            "cv-bo",
            "Đã bỏ khỏi chương trình, cập nhật 06/5/2021: Trùng lịch",
            "Việc đã bỏ",
        ),
        ("cv-huy", "", "08:00 Họp sẽ hủy"),
        ("cv-moi", "Cập nhật 06/5: thêm việc", "Việc bổ sung"),
        (
            "",
            "Đã chuyển sang sáng Thứ Hai, 10/5/2021",
            "08:00–09:30 Kiểm tra cơ sở",
        ),
        (
            "cv-chuyen",
            "Cập nhật 05/5: đổi ngày, đổi buổi, đổi lãnh đạo chuyển từ chiều Thứ Tư, 05/5/2021",
            "08:00–09:30 Kiểm tra cơ sở",
        ),
        (
            "cv-hoan",
            "Cập nhật 07/5: hoãn, chưa định ngày | Hoãn, chưa định ngày: Mưa",
            "Họp trù bị",
        ),
    ]


def test_the_month_names_its_updates_and_its_print_bears_no_signature(site: Site) -> None:
    page = site.body(MAY)
    assert "Cập nhật đến ngày 08 tháng 5 năm 2021. 8 thay đổi sau khi đăng" in page.text
    (origin,) = page.all(".paper__origin")
    assert ", có thay đổi sau khi đăng đến 08/5/2021" in origin.text
    for part in ("paper-foot", "paper__signer", "paper__date"):
        assert page.all(f".{part}") == []


def test_the_page_of_changes_is_there_without_any_amendment(site: Site) -> None:
    page = site.body(CHANGES)
    items = [each for each in page.all("li") if each.attributes.get("id", "").startswith("cap-")]
    assert [each["id"] for each in items] == [f"cap-nhat-0-{number}" for number in range(1, 9)]
    first, moved, added, removed = (each.text for each in items[:4])
    assert first == (
        "05/5/2021, đổi giờ: Lễ chào cờ (Sáng Thứ Ba, 04/5). Theo thông báo của Văn phòng "
        "Mục Trước Sau Giờ không ghi 08:00"
    )
    assert "Ngày Thứ Tư, 05/5 Thứ Hai, 10/5 Buổi Chiều Sáng" in moved
    assert added == "06/5/2021, thêm việc: Việc bổ sung (Sáng Thứ Ba, 04/5)"
    assert removed == "06/5/2021, bỏ việc: Việc đã bỏ (Sáng Thứ Ba, 04/5). Trùng lịch"
    everywhere = site.body("thay-doi/").text
    assert "07/5/2021 Tháng 5 năm 2021: cập nhật đổi giờ: Lễ chào cờ" in everywhere


def test_every_item_ever_published_has_its_anchor(site: Site) -> None:
    names = {anchor.name for anchor in site.page(MAY).anchors}
    assert {"cv-bo", "cv-chuyen", "cv-giu", "cv-moi"} <= names


def test_the_page_of_a_replaced_document_shows_it_as_signed(publish: Publish) -> None:
    site = publish(
        {
            "2021-05.yml": file(UPDATED),
            "2021-05.dc1.yml": month_file("2021-05", SECOND, "2021-05-09"),
        }
    )
    page = site.body(FIRST)
    assert [(anchor, text) for anchor, _, text in rows(page)] == [
        ("cv-giu", "Lễ chào cờ"),
        ("cv-bo", "Việc đã bỏ"),
        ("cv-huy", "08:00 Họp sẽ hủy"),
        ("cv-chuyen", "08:00–09:30 Kiểm tra cơ sở"),
        ("cv-hoan", "Họp trù bị"),
    ]
    assert "Cập nhật" not in page.text
    assert "Ba" in page.text
    assert "Đã bỏ khỏi chương trình" in site.body(MAY).text


def test_an_item_that_went_twice_has_one_anchor(publish: Publish) -> None:
    rows_of_updates = """
cap_nhat:
  - {luc: 2021-05-05, cho: cv-bo, truoc: {ngay: 4, buoi: sang, noi_dung: Việc đã bỏ}}
  - {luc: 2021-05-06, cho: cv-bo, truoc: null}
  - {luc: 2021-05-07, cho: cv-bo, truoc: {ngay: 11, buoi: sang, noi_dung: Việc đã bỏ}}
"""
    text = UPDATED.partition("cap_nhat:")[0] + rows_of_updates.lstrip()
    page = publish({"2021-05.yml": file(text)}).body(MAY)
    gone = [anchor for anchor, _, words in rows(page) if words == "Việc đã bỏ"]
    assert gone == ["", "cv-bo"]
