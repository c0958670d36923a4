"""Withdrawn content has one tombstone, which never replaces content that is still there."""

import pytest

from agenda.site.ledger import make_ledger
from tests.site.conftest import Publish, Site, month_file

MAY = month_file(
    "2021-05", "- {ngay: 4, sang: [{ma: b1, noi_dung: Họp, lanh_dao: Đ/c An}]}\n- ngay: 5-31\n"
)
REASON = "Đăng nhầm"


def declared(*declarations: str) -> str:
    """Return the file of withdrawals; each has a URL, a day and a reason."""
    rows = (each.split(" ", 2) for each in declarations)
    return "da_go:\n" + "".join(
        f"- {{dia_chi: {url}, ngay: {day}, ly_do: {reason}}}\n" for url, day, reason in rows
    )


def tombstones(site: Site) -> list[str]:
    return [page.url for page in site.pages if page.name == "Nội dung đã gỡ"]


@pytest.mark.parametrize("url", ["/2021/05/", "/2021/05", "/", "/lanh-dao"])
def test_a_page_that_stands_is_never_replaced(url: str, publish: Publish) -> None:
    site = publish({"2021-05.yml": MAY, "da-go.yml": declared(f"{url} 2021-06-01 {REASON}")})
    assert tombstones(site) == []


@pytest.mark.parametrize("url", ["/2021/05/", "/2021/05", "2021/05/#cv-b1", "2021/05#cv-b1"])
def test_a_month_notes_what_was_mended_on_it(url: str, publish: Publish) -> None:
    given = declared(f'"{url}" 2021-06-01 {REASON}')
    notes = publish({"2021-05.yml": MAY, "da-go.yml": given}).body("2021/05/").one(".notes")
    assert len(notes.all("li")) == 1
    assert [target for _, target in notes.links()] == (
        ["../../2021/05/#cv-b1"] if "#" in url else []
    )


def test_a_url_that_leads_on_is_not_said_to_be_gone(publish: Publish) -> None:
    directory = "lanh_dao: [{ma: le-an, ten: Lê An, ten_cu: an, chuc_vu: {ten: Phó Giám đốc}}]\n"
    given = declared(f"[/lanh-dao/an/,/lanh-dao/an/2021/,/lanh-dao/an/2020/] 2021-06-01 {REASON}")
    site = publish({"2021-05.yml": MAY, "danh-ba.yml": directory, "da-go.yml": given})
    assert tombstones(site) == ["lanh-dao/an/2020/"]
    assert {"lanh-dao/an/index.html", "lanh-dao/an/2021/index.html"} <= site.artifacts.keys()


@pytest.mark.parametrize("url", ["/2021/04/", "/2021/04"])
def test_what_is_gone_leaves_a_page_that_says_why(url: str, publish: Publish) -> None:
    site = publish({"2021-05.yml": MAY, "da-go.yml": declared(f"{url} 2021-06-01 {REASON}")})
    assert tombstones(site) == ["2021/04/"]
    assert site.body("2021/04/").one(".item__facts").text == f"Lý do {REASON}"


@pytest.mark.parametrize("url", ["2021/05/", "2021/05/#cv-b1"])
def test_the_ledger_knows_a_declaration_without_the_last_slash(url: str, publish: Publish) -> None:
    given = declared(f'"{url.replace("/#", "#").rstrip("/")}" 2021-06-01 {REASON}')
    site = publish({"2021-05.yml": MAY, "da-go.yml": given})
    ledger = make_ledger(site.artifacts.values(), site.agenda.withdrawals)
    assert [name for name, standing in ledger.items() if standing.declared] == [url]


def test_a_file_mended_and_then_taken_back_leaves_one_page_with_both_reasons(
    publish: Publish,
) -> None:
    given = declared(
        "[/tep/2021-05.pdf,/tep/2021-05.pdf/] 2021-06-10 Có tên công dân",
        "/tep/2021-05.pdf 2021-06-01 Thay bản rõ hơn",
    )
    site = publish({"2021-05.yml": MAY, "da-go.yml": given})
    assert tombstones(site) == ["tep/2021-05.pdf/"]
    page = site.body("tep/2021-05.pdf/")
    assert "ngày 10 tháng 6 năm 2021" in page.texts("p")[-1]
    assert page.one(".item__facts").text == "Lý do Có tên công dân"
    assert page.one(".notes").texts("li") == ["01/6/2021: Thay bản rõ hơn"]


def test_an_item_mended_and_then_taken_back_has_one_note_in_its_place(publish: Publish) -> None:
    given = declared(
        "'2021/05/#cv-b9' 2021-06-01 Sửa tên người",
        "'2021/05/#cv-b9' 2021-06-10 Có tên công dân",
    )
    notes = publish({"2021-05.yml": MAY, "da-go.yml": given}).body("2021/05/").one(".notes")
    assert notes.texts("li") == [
        "01/6/2021: Sửa tên người",
        "10/6/2021: một việc đã gỡ khỏi đây; Có tên công dân",
    ]
    assert [each.attributes.get("id") for each in notes.all("li")] == [None, "cv-b9"]
