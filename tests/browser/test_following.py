"""Calendars, links and tables for Excel that a reader can take along."""

import re
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import icalendar
import pytest
import vobject  # type: ignore[import-untyped]
from playwright.sync_api import Download, Page, expect

from tests.browser.conftest import OpenPage
from tests.published.site import BuiltSite

URLS = "links => links.map(link => link.href)"


def test_an_item_goes_into_a_calendar(visit: OpenPage, site_at_subpath: BuiltSite) -> None:
    page = visit("2021/05/").page
    open_menu(page, "#cv-dm8r .actions")
    expect(page.locator("dialog h2")).to_have_text(
        "Họp soát xét, hoàn thiện nội dung Bản thảo cuốn Lịch sử ngành KH&CN"
    )
    download = choose(page, "Thêm vào lịch")
    assert download.suggested_filename == "2021-05-cv-dm8r.ics"
    assert events(download.path()) == events_of_year(site_at_subpath, "dm8r")


def test_a_day_goes_into_a_calendar_with_all_its_items(
    visit: OpenPage, site_at_subpath: BuiltSite
) -> None:
    page = visit("2021/05/", width=360).page
    open_menu(page, "#ngay-04 .day__name .actions")
    download = choose(page, "Thêm vào lịch")
    assert events(download.path()) == events_of_year(
        site_at_subpath, "gdmm", "dm8r", "qrzv", "r3rv"
    )


PLAIN = ["BEGIN", "VERSION", "PRODID", "CALSCALE", "METHOD"]


@pytest.mark.parametrize(
    ("selector", "name", "codes", "states"),
    [
        ("#cv-e1 .permalink +", "cv-e1", ["e1"], ["CONFIRMED"]),  # with hours
        ("#cv-d1 .permalink +", "cv-d1", ["d1"], ["CONFIRMED"]),  # of several days
        ("#cv-c1 .permalink +", "cv-c1", ["c1"], ["CANCELLED"]),
        ("#ngay-01 .day__name", "ngay-01", ["b1", "c1", "c2", "c3", "c4"], None),
    ],
)
def test_a_file_of_items_says_nothing_of_a_calendar_to_subscribe_to(
    visit_other: OpenPage,
    site_of_every_shape: BuiltSite,
    selector: str,
    name: str,
    codes: list[str],
    states: list[str] | None,
) -> None:
    page = visit_other("2021/06/").page
    open_menu(page, f"{selector} .actions")
    download = choose(page, "Thêm vào lịch")
    assert download.suggested_filename == f"2021-06-{name}.ics"
    content = Path(download.path()).read_bytes().decode()
    head, _, rest = content.replace("\r\n ", "").partition("BEGIN:VTIMEZONE\r\n")
    assert [line.partition(":")[0] for line in head.splitlines()] == PLAIN
    assert re.findall(r"(?:BEGIN|END):(?!STANDARD).*", rest) == [
        "END:VTIMEZONE\r",
        *["BEGIN:VEVENT\r", "END:VEVENT\r"] * len(codes),
        "END:VCALENDAR\r",
    ]
    calendar = icalendar.Calendar.from_ical(content)
    assert calendar["METHOD"] == "PUBLISH"
    assert [event.errors for event in calendar.walk()] == [[]] * len(list(calendar.walk()))
    found = {str(event["UID"]): event for event in calendar.walk("VEVENT")}
    year = icalendar.Calendar.from_ical(site_of_every_shape.read("lich/2021.ics"))
    published = {str(event["UID"]): event for event in year.walk("VEVENT")}
    assert [uid.partition("@")[0] for uid in found] == [f"2021-06-{code}" for code in codes]
    assert found == {uid: published[uid] for uid in found}
    if states is not None:
        assert [str(event["STATUS"]) for event in found.values()] == states


def test_a_day_without_items_has_only_its_link(visit: OpenPage) -> None:
    page = visit("2021/05/").page
    open_menu(page, "#ngay-01 .day__name .actions")
    expect(page.locator("dialog button:visible")).to_have_text(["Chép đường dẫn", "Đóng"])


def test_the_link_of_an_item_is_copied(visit: OpenPage, home: str) -> None:
    page = visit("2021/05/").page
    open_menu(page, "#cv-dm8r .actions")
    page.get_by_role("button", name="Chép đường dẫn").click()
    expect(page.locator(".copied")).to_have_text("Đã chép đường dẫn")
    assert page.evaluate("navigator.clipboard.readText()") == f"{home}2021/05/#cv-dm8r"


def test_an_item_is_shared_the_way_the_phone_shares(visit: OpenPage, home: str) -> None:
    visited = visit("2021/05/")
    page = visited.page
    page.add_init_script("navigator.share = async (what) => { window.shared = what; };")
    page.reload()
    open_menu(page, "#cv-dm8r .actions")
    page.get_by_role("button", name="Chia sẻ…").click()
    assert page.evaluate("window.shared") == {
        "title": "Họp soát xét, hoàn thiện nội dung Bản thảo cuốn Lịch sử ngành KH&CN",
        "url": f"{home}2021/05/#cv-dm8r",
    }
    assert visited.faults == []


def test_the_menu_is_opened_and_left_by_keys_alone(visit: OpenPage) -> None:
    page = visit("2021/05/").page
    open_menu(page, "#cv-dm8r .actions")
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).not_to_be_visible()
    assert page.evaluate("document.activeElement.closest('.item').id") == "cv-dm8r"


def test_a_superseded_revision_offers_nothing_to_take_along(visit_other: OpenPage) -> None:
    page = visit_other("2021/06/ban-goc/").page
    page.wait_for_load_state("networkidle")
    assert page.locator(".actions").count() == 0


def test_a_calendar_is_subscribed_to_by_one_link_or_its_url(visit: OpenPage) -> None:
    page = visit("lanh-dao/binh/").page
    url = "example.invalid/lich/lich/lanh-dao/binh.ics"
    expect(page.get_by_role("link", name="Đăng ký lịch")).to_have_attribute(
        "href", f"webcal://{url}"
    )
    page.get_by_role("button", name="Chép").click()
    assert page.evaluate("navigator.clipboard.readText()") == f"https://{url}"
    services = {
        link.hostname: dict(parse_qsl(link.query))
        for link in map(urlsplit, page.locator(".follow__ways a").evaluate_all(URLS))
    }
    assert services["calendar.google.com"] == {"cid": f"webcal://{url}"}
    assert services["outlook.live.com"] == {
        "url": f"https://{url}",
        "name": "Bình – lịch công tác Sở Khoa học và Công nghệ Hà Tĩnh",
    }


def test_the_code_is_dark_on_light_in_the_dark_too(visit: OpenPage) -> None:
    page = visit("lich/", scheme="dark").page
    code = page.locator(".qr__code")
    assert code.evaluate("(code) => getComputedStyle(code).backgroundColor") == "rgb(255, 255, 255)"
    stroke = code.locator(".qrline")
    assert stroke.evaluate("(line) => getComputedStyle(line).stroke") == "rgb(0, 0, 0)"


def test_the_snippet_of_a_frame_is_copied_whole(visit: OpenPage) -> None:
    page = visit("lich/").page
    page.get_by_role("button", name="Chép mã").first.click()
    assert re.fullmatch(
        r'<iframe src="https://example\.invalid/lich/nhung/hom-nay/" title="[^"]+" width="100%" '
        r'height="480" loading="lazy"></iframe>',
        page.evaluate("navigator.clipboard.readText()"),
    )


def test_a_table_for_excel_begins_with_a_byte_order_mark(
    visit: OpenPage, site_at_subpath: BuiltSite
) -> None:
    page = visit("du-lieu/").page
    page.wait_for_load_state("networkidle")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Tải lich-cong-tac.csv cho Excel").click()
    assert waiting.value.suggested_filename == "lich-cong-tac.csv"
    content = Path(waiting.value.path()).read_bytes()
    table = (site_at_subpath.folder / "du-lieu/lich-cong-tac.csv").read_bytes()
    assert content == b"\xef\xbb\xbf" + table


def test_without_scripts_every_way_is_a_link(visit: OpenPage) -> None:
    page = visit("2021/05/", scripts=False).page
    assert page.locator("#dung-lai ~ ul a").count() == 4
    assert page.locator("button:visible").count() <= 1  # that of the search
    page = visit("lanh-dao/binh/", scripts=False).page
    expect(page.get_by_role("link", name="Tải tệp lịch (.ics)")).to_be_visible()
    assert page.locator("[data-copy]:visible").count() == 0


def open_menu(page: Page, selector: str) -> None:
    page.locator(selector).focus()
    page.keyboard.press("Enter")
    expect(page.locator("dialog")).to_be_visible()


def choose(page: Page, name: str) -> Download:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=name).click()
    return waiting.value


def events(path: Path) -> dict[str, str]:
    """Return the events of a calendar by UID, parsed by another library."""
    calendar = vobject.readOne(path.read_bytes().decode())
    return {event.uid.value: event.serialize() for event in calendar.vevent_list}


def events_of_year(site: BuiltSite, *codes: str) -> dict[str, str]:
    found = events(site.folder / "lich/2021.ics")
    wanted = tuple(f"2021-05-{code}@" for code in codes)
    chosen = {uid: event for uid, event in found.items() if uid.startswith(wanted)}
    assert len(chosen) == len(codes)
    return chosen


def test_the_menu_opens_and_closes_in_a_browser_without_modal_dialogs(visit: OpenPage) -> None:
    page = visit("").page
    page.add_init_script("delete HTMLDialogElement.prototype.showModal")
    page.goto(page.url + "2021/05/")
    open_menu(page, "#cv-dm8r .actions")
    expect(page.get_by_role("button", name="Đóng")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_be_hidden()
    expect(page.locator("#cv-dm8r .actions")).to_be_focused()
