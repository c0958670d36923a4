"""A month on paper: the layout of the official document, whole or a week of it."""

import io
from collections.abc import Iterator
from typing import Any

import pdfplumber
import pytest
from pdfplumber.page import Page as PdfPage
from pdfplumber.pdf import PDF
from pdfplumber.table import Table
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.firefox import started
from tests.machine import require_firefox

MAY = "2021/05/"
COLUMNS = ["Ngày", "Buổi", "Nội dung công việc", "Cơ quan chuẩn bị", "Lãnh đạo Sở"]
FURNITURE = (".site-header", ".site-footer", ".trail", ".day-row", ".month-grid", ".printing")
NOTE_PRINTED = """() => {
    window.print = () => {
        const days = [...document.querySelectorAll(".agenda .day:not([data-unprinted])")];
        window.printed = days.map((day) => day.id);
        window.named = document.querySelector("[data-printed-week]").textContent;
        dispatchEvent(new Event("afterprint"));
    };
}"""

# What an item's row says on paper: its text, who prepares, who attends.
READ_ITEMS = """[...document.querySelectorAll(".agenda .item")].map((row) => {
    row.querySelectorAll(".item__label").forEach((label) => label.remove());
    return [".item__text", ".item__preparers", ".item__leaders"]
        .map((cell) => row.querySelector(cell).textContent);
})"""


@pytest.fixture(scope="module")
def from_chromium(chromium: Browser, home: str) -> bytes:
    """Print the month with Chromium."""
    page = chromium.new_page()
    page.goto(home + MAY)
    printed = page.pdf(prefer_css_page_size=True)
    page.close()
    return printed


@pytest.fixture(scope="module")
def from_firefox(home: str) -> bytes:
    """Print the month with Firefox."""
    with started(require_firefox()) as firefox:
        firefox.open(home + MAY)
        return firefox.print()


@pytest.fixture(scope="module", params=["from_chromium", "from_firefox"])
def printed(request: pytest.FixtureRequest) -> Iterator[PDF]:
    with pdfplumber.open(io.BytesIO(request.getfixturevalue(request.param))) as pdf:
        yield pdf


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


def test_the_sheets_are_those_of_a_document(printed: PDF) -> None:
    a4 = pytest.approx((595.3, 841.9), abs=1)  # in points
    assert [(sheet.width, sheet.height) for sheet in printed.pages] == [a4] * len(printed.pages)
    first = [line for line in printed.pages[0].extract_text().splitlines() if line]
    assert first[0].startswith("SỞ KHOA HỌC")
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in first[0]
    fonts = {each["fontname"] for each in printed.pages[0].chars}
    assert any("Times" in name or "Liberation" in name for name in fonts)


def test_the_sheets_are_numbered_from_the_second(from_chromium: bytes) -> None:
    """Firefox supports no content in page margins; its print dialog adds the numbers."""
    with pdfplumber.open(io.BytesIO(from_chromium)) as pdf:
        first, *others = [sheet.extract_text().splitlines()[0] for sheet in pdf.pages]
    assert not first.isdecimal()
    assert others == [str(number) for number in range(2, 2 + len(others))]


def test_every_item_has_its_whole_row_in_the_table_of_the_document(
    printed: PDF, visit: OpenPage
) -> None:
    """Check that nothing is cut, split between sheets, left out, or laid out as on a phone."""
    items: list[list[str]] = visit(MAY).page.evaluate(READ_ITEMS)
    rows = [row for row in _rows(printed) if row[3] is not None]
    assert len(rows) == len(items)
    for row, (text, preparers, leaders) in zip(rows, items, strict=True):
        assert _solid(text) in _solid(row[2])
        assert [_solid(row[3]), _solid(row[4])] == [_solid(preparers), _solid(leaders)]


def test_every_day_of_the_month_is_named_once_in_order(printed: PDF, visit: OpenPage) -> None:
    named = visit(MAY).page.locator(".agenda .day__name").all_text_contents()
    assert [_solid(row[0]) for row in _rows(printed) if row[0]] == [_solid(each) for each in named]


def test_the_signer_stands_below_the_table(printed: PDF) -> None:
    *_, end = [
        (sheet.page_number, table.bbox[3]) for sheet in printed.pages for table in _tables(sheet)
    ]
    (signer,) = [
        (sheet.page_number, found["top"])
        for sheet in printed.pages
        for found in sheet.search("Đỗ Khoa Văn")
    ]
    assert signer > end


def test_firefox_takes_as_much_paper_as_chromium(from_firefox: bytes, from_chromium: bytes) -> None:
    with (
        pdfplumber.open(io.BytesIO(from_firefox)) as one,
        pdfplumber.open(io.BytesIO(from_chromium)) as other,
    ):
        assert abs(len(one.pages) - len(other.pages)) <= 1


def _rows(printed: PDF) -> list[list[str | None]]:
    """Return the rows of the agenda, without the head that stands above them on every sheet."""
    rows = []
    for sheet in printed.pages:
        for table in _tables(sheet):
            head, *others = table.extract()
            assert [_solid(cell) for cell in head] == [_solid(name) for name in COLUMNS]
            rows += others
    return rows


def _tables(sheet: PdfPage) -> list[Table]:
    """Return the tables of a sheet, which is itself a white rectangle and none."""

    def is_seen(each: dict[str, Any]) -> bool:
        return each["object_type"] != "rect" or set(each["non_stroking_color"]) != {1}

    return sheet.filter(is_seen).find_tables()


def _solid(text: str | None) -> str:
    """Return a text without its white space, which depends on where lines are broken."""
    return "".join((text or "").split())
