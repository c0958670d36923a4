"""The overview lists the months, what needs a look and what is not published."""

import re

from tests.editor.conftest import Office, words
from tests.editor.test_browser import PAGES


def test_the_months_are_listed_with_their_items(office: Office) -> None:
    page = words(office.get("/"))
    assert "Tháng 5 năm 2021 36 việc · ký ngày 04/5/2021" in page
    assert "Không có chỗ nào cần xem lại" in page


def test_a_problem_leads_to_the_page_where_it_is_repaired(office: Office) -> None:
    office.project.replace("agendas/2021-05.yml", "Đ/c Văn GĐ", "Đ/c Vân GĐ")
    page = office.get("/")
    assert "2 cảnh báo" in words(page)
    assert '<a href="/thang/2021-05/">' in page.text
    assert "agendas/2021-05.yml:" in words(page)
    assert "Đ/c Vân GĐ" in words(office.get("/thang/2021-05/")).partition("II. Dự kiến")[2]


def test_a_month_with_an_error_is_still_named(office: Office) -> None:
    office.project.replace("agendas/2021-05.yml", "lich:", "lich: [")
    page = words(office.get("/"))
    assert "agendas/2021-05.yml:" in page
    assert "Lỗi:" in page
    month = office.get("/thang/2021-05/")
    assert month.status_code == 422
    assert "agendas/2021-05.yml:" in words(month)


def test_without_a_month_the_first_one_is_proposed(office: Office) -> None:
    (office.project.folder / "agendas" / "2021-05.yml").unlink()
    assert "Chưa có tháng nào" in words(office.get("/"))
    assert office.get("/thang-moi/").status_code == 200


def test_every_page_leads_to_the_overview_and_from_there_to_every_month(office: Office) -> None:
    """From any page, an item of a month is three clicks away: overview, month and day."""
    for path in PAGES.values():
        assert '<a href="/">Tổng quan' in re.sub(r' aria-current="page"', "", office.get(path).text)
    assert 'href="/thang/2021-05/"' in office.get("/").text
    assert 'href="#ngay-04" aria-label="Ngày 4"' in office.get("/thang/2021-05/").text
