"""The pages of a month that consists of several documents."""

import pytest

from tests.site.conftest import Publish, Site, month_file
from tests.site.elements import Element

JUNE, FIRST, PARTIAL, ADDED = (
    "2021/06/",
    "2021/06/ban-goc/",
    "2021/06/dieu-chinh-1/",
    "2021/06/dieu-chinh-2/",
)


@pytest.fixture
def site(publish: Publish) -> Site:
    whole = month_file(
        "2021-06",
        """\
- {ngay: 7, sang: [{ma: gb, noi_dung: Giao ban tuần}]}
- {ngay: 12-16, ca_ngay: [{ma: hc, noi_dung: Hội chợ}]}
- {ngay: 21, sang: [{ma: kt, noi_dung: Kiểm tra đề tài}]}
noi_nhan: [UBND tỉnh]
""",
        "2021-06-01",
    ).replace("van_ban: {", "van_ban: {so: 30/CTr, nguoi_ky: Đỗ Khoa Văn, ")
    partial = month_file(
        "2021-06", "- {ngay: 22, sang: [{ma: th, noi_dung: Tập huấn}]}\n", "2021-06-11"
    ).replace("van_ban: {", "pham_vi: 14-25\nvan_ban: {so: 31/CTr, nguoi_ky: Nguyễn Văn A, ")
    addition = month_file(
        "2021-06", "- {ngay: 7, chieu: [{ma: td, noi_dung: Tiếp đoàn}]}\n", "2021-06-12"
    ).replace("van_ban: {", "bo_sung: true\nvan_ban: {")
    return publish({"2021-06.yml": whole, "2021-06.dc1.yml": partial, "2021-06.dc2.yml": addition})


def documents_of_days(body: Element) -> dict[str, list[str]]:
    return {
        day.attributes["id"]: documents
        for day in body.all("tbody")
        if (documents := day.texts(".day__document"))
    }


def test_each_day_names_the_document_that_replaced_it(site: Site) -> None:
    named = documents_of_days(site.body(JUNE))
    assert named.keys() == {"ngay-07", *(f"ngay-{day}" for day in range(14, 26))}
    assert named["ngay-07"] == ["theo điều chỉnh lần 2 (bổ sung)"]
    assert named["ngay-22"] == ["theo điều chỉnh lần 1"]


def test_a_day_of_two_documents_names_each_once(publish: Publish) -> None:
    entries = {name: f"- {{ngay: 22, chieu: [{{ma: {name}, noi_dung: Họp}}]}}\n" for name in "abc"}
    scopes = {"a": "", "b": "pham_vi: 14-25\n", "c": "bo_sung: true\n"}
    files = {
        f"2021-06{suffix}.yml": scopes[name] + month_file("2021-06", entries[name], issued)
        for suffix, name, issued in (
            ("", "a", "2021-06-01"),
            (".dc1", "b", "2021-06-11"),
            (".dc2", "c", "2021-06-12"),
        )
    }
    assert documents_of_days(publish(files).body(JUNE))["ngay-22"] == [
        "theo điều chỉnh lần 1",
        "theo điều chỉnh lần 2 (bổ sung)",
    ]


def test_the_page_of_a_document_has_the_days_of_that_document(site: Site) -> None:
    def days(url: str) -> list[str]:
        return [day.attributes["id"] for day in site.body(url).all("tbody")]

    assert days(PARTIAL) == [f"ngay-{day}" for day in range(14, 26)]
    assert days(ADDED) == ["ngay-07"]
    assert len(days(FIRST)) == 30
    assert "Kiểm tra đề tài" in site.body(FIRST).text
    assert "Hội chợ" not in site.body(PARTIAL).text


def test_a_document_in_force_is_not_called_replaced(site: Site) -> None:
    titles = {url: site.page(url).title for url in (FIRST, PARTIAL, ADDED)}
    assert titles == {
        FIRST: "Chương trình công tác tháng 6 năm 2021 (bản gốc, riêng văn bản này)",
        PARTIAL: "Chương trình công tác tháng 6 năm 2021 "
        "(điều chỉnh lần 1 cho ngày 14–25/6/2021, riêng văn bản này)",
        ADDED: "Chương trình công tác tháng 6 năm 2021 "
        "(điều chỉnh lần 2 (bổ sung), riêng văn bản này)",
    }
    assert not any("đã được thay thế" in site.body(url).text for url in titles)


def test_the_print_names_all_documents_and_bears_no_signature(site: Site) -> None:
    (origin,) = site.body(JUNE).all(".paper__origin")
    assert "Tổng hợp từ 3 văn bản đã ký: bản gốc, số 30/CTr, ký ngày 01/6/2021; " in origin.text
    for part in ("paper-foot", "paper__signer", "paper__date"):
        assert site.body(JUNE).all(f".{part}") == []
        assert len(site.body(PARTIAL).all(f".{part}")) == 1


def test_days_outside_an_amendment_are_not_changes(site: Site) -> None:
    changes = site.body("2021/06/thay-doi/").text
    assert "Giao ban tuần" not in changes
    assert "1 việc đổi, 1 việc mới, 1 việc đã bỏ" in changes
    assert "12–16/6/2021" in changes
    assert "12–13/6/2021" in changes


def test_an_item_that_lost_days_is_not_called_moved(site: Site) -> None:
    (fair,) = (row for row in site.body(JUNE).all("tr") if row.attributes.get("id") == "cv-hc")
    assert "chuyển từ" not in fair.text
    assert "12–13/6/2021" in fair.text
