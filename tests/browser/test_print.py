"""A month on paper: the layout of the official document, whole or a week of it."""

import io

import pdfplumber
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage

MAY = "2021/05/"
FURNITURE = (".site-header", ".site-footer", ".trail", ".day-row", ".month-grid", ".printing")
NOTE_PRINTED = """() => {
    window.print = () => {
        const days = [...document.querySelectorAll(".agenda .day:not([data-unprinted])")];
        window.printed = days.map((day) => day.id);
        window.named = document.querySelector("[data-printed-week]").textContent;
        dispatchEvent(new Event("afterprint"));
    };
}"""


@pytest.fixture
def paper(visit: OpenPage) -> Page:
    page = visit(MAY).page
    page.emulate_media(media="print")
    return page


def test_paper_has_the_head_and_foot_of_a_document(paper: Page) -> None:
    head = paper.locator(".paper-head").inner_text()
    assert [line for line in head.splitlines() if line] == [
        "SỞ KHOA HỌC VÀ CÔNG NGHỆ HÀ TĨNH",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Hà Tĩnh, ngày 04 tháng 5 năm 2021",
    ]
    foot = paper.locator(".paper-foot").inner_text()
    assert [line for line in foot.splitlines() if line] == [
        "Nơi nhận:",
        "- UBND tỉnh",
        "- Ban Giám đốc",
        "- Phòng TT-TK (để đăng tải)",
        "- Văn phòng để theo dõi bố trí",
        "- Các phòng, đơn vị trực thuộc",
        "- Lưu VT",
        "GIÁM ĐỐC",
        "Đỗ Khoa Văn",
    ]


def test_paper_says_that_it_is_no_original_and_where_it_comes_from(paper: Page) -> None:
    expect(paper.locator(".paper__origin")).to_have_text(
        f"Bản trình bày lại từ văn bản đã ký. {paper.url}"
    )


def test_paper_shows_every_item_and_nothing_that_only_a_screen_needs(paper: Page) -> None:
    assert all(item.is_visible() for item in paper.locator(".agenda .item__text").all())
    assert [name for name in FURNITURE if paper.locator(name).first.is_visible()] == []


def test_a_screen_shows_nothing_that_only_paper_needs(visit: OpenPage) -> None:
    page = visit(MAY).page
    assert [each for each in page.locator(".paper").all() if each.is_visible()] == []


def test_the_guide_on_one_page_is_printed_on_one(visit: OpenPage) -> None:
    printed = visit("huong-dan/mot-trang/").page.pdf(format="A4")
    with pdfplumber.open(io.BytesIO(printed)) as paper:
        assert len(paper.pages) == 1


def test_dark_readers_print_black_on_white(visit: OpenPage) -> None:
    page = visit(MAY, scheme="dark").page
    page.emulate_media(media="print")
    colours = page.locator(".item__text").first.evaluate(
        "each => [getComputedStyle(each).color, getComputedStyle(document.body).backgroundColor]"
    )
    assert colours == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]


def test_a_week_can_be_printed_alone(visit: OpenPage) -> None:
    page = visit(MAY).page
    page.evaluate(NOTE_PRINTED)
    page.get_by_label("Phần cần in").select_option("Tuần 10/5 – 16/5")
    page.get_by_role("button", name="In", exact=True).click()
    assert page.evaluate("window.printed") == [
        *("ngay-10", "ngay-11", "ngay-12", "ngay-13", "ngay-14", "ngay-15")
    ]
    assert page.evaluate("window.named") == "Tuần 10/5 – 16/5"
    assert page.locator("[data-unprinted]").count() == 0


def test_the_whole_month_is_printed_unless_a_week_is_chosen(visit: OpenPage) -> None:
    page = visit(MAY).page
    page.evaluate(NOTE_PRINTED)
    page.get_by_role("button", name="In", exact=True).click()
    assert len(page.evaluate("window.printed")) == page.locator(".agenda .day").count()
    assert page.evaluate("window.named") == ""


def test_the_sheets_are_those_of_a_document(visit: OpenPage) -> None:
    page = visit(MAY).page
    with pdfplumber.open(io.BytesIO(page.pdf(prefer_css_page_size=True))) as pdf:
        sheets = [
            (round(sheet.width), round(sheet.height), sheet.extract_text().splitlines())
            for sheet in pdf.pages
        ]
        bold = {each["fontname"] for each in pdf.pages[0].chars}
    assert {(width, height) for width, height, _ in sheets} == {(595, 842)}  # A4, in points
    # The first sheet has no number, all others have theirs at the top.
    first, *others = [lines for *_, lines in sheets]
    assert first[0].startswith("SỞ KHOA HỌC")
    assert [lines[0] for lines in others] == [str(number) for number in range(2, 2 + len(others))]
    # The head of the table stands on every sheet that has rows of it.
    rows = [lines for lines in others if any(line.startswith("Chiều") for line in lines)]
    assert rows
    assert all(any("Nội dung công việc" in line for line in lines[:3]) for lines in rows)
    assert any("Times" in name or "Liberation" in name for name in bold)
