"""Embedded frames are right at any time of day, in a page of another site."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from playwright.sync_api import Browser, FrameLocator, Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.server import served
from tests.published.site import BuiltSite

LIMIT = 15_000
"""Bytes of a frame without its data, uncompressed."""


@contextmanager
def portal(frame: str) -> Iterator[str]:
    """Another site that embeds the frame with our snippet."""

    class Portal(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = (
                '<!doctype html><html lang="vi"><meta charset="utf-8"><title>Cổng</title>'
                f'<h1>Cổng thông tin</h1><iframe src="{frame}" title="Lịch hôm nay" width="100%" '
                'height="480" loading="lazy"></iframe>'
            ).encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Log nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Portal) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()


@pytest.fixture
def framed(chromium: Browser, site_of_every_shape: BuiltSite) -> Iterator["Framed"]:
    with served(site_of_every_shape) as home:
        framed = Framed(chromium, home)
        yield framed
        framed.end()


class Framed:
    """A visitor of the other site, with a clock that the test sets."""

    def __init__(self, browser: Browser, home: str) -> None:
        self.home = home
        self.faults: list[str] = []
        self._context = browser.new_context(
            locale="en-US", timezone_id="America/New_York", permissions=[]
        )
        self._context.on(
            "console",
            lambda message: self.faults.append(message.text) if message.type == "error" else None,
        )
        self._context.on("weberror", lambda error: self.faults.append(str(error.error)))

    def end(self) -> None:
        self._context.close()

    @contextmanager
    def open(self, path: str, now: str) -> Iterator[tuple[Page, FrameLocator]]:
        page = self._context.new_page()
        page.clock.install(time=now)
        with portal(self.home + path) as url:
            page.goto(url)
            yield page, page.frame_locator("iframe")
            page.close()


@pytest.mark.parametrize(
    ("now", "day", "items"),
    [
        (
            "2021-05-03T17:00:30Z",  # just after midnight in Vietnam
            "Thứ Ba 04/5/2021",
            4,
        ),
        ("2021-05-04T05:00:00Z", "Thứ Ba 04/5/2021", 4),
        ("2021-05-04T16:59:00Z", "Thứ Ba 04/5/2021", 4),
    ],
)
def test_a_frame_of_another_site_shows_today_in_vietnam(
    framed: Framed, now: str, day: str, items: int
) -> None:
    with framed.open("nhung/hom-nay/", now) as (_, frame):
        expect(frame.locator("h2")).to_have_text(f"{day} Hôm nay")
        expect(frame.locator("li")).to_have_count(items)
        expect(frame.locator("li").first).to_contain_text("Sáng Lễ chào cờ")
    assert framed.faults == []


def test_a_frame_left_open_goes_on_to_the_next_day_at_midnight(framed: Framed) -> None:
    with framed.open("nhung/hom-nay/", "2021-05-04T16:30:00Z") as (page, frame):
        expect(frame.locator("h2")).to_have_text("Thứ Ba 04/5/2021 Hôm nay")
        page.clock.run_for(29 * 60_000)
        expect(frame.locator("h2")).to_have_text("Thứ Ba 04/5/2021 Hôm nay")
        page.clock.run_for(2 * 60_000)
        expect(frame.locator("h2")).to_have_text("Thứ Tư 05/5/2021 Hôm nay")
        expect(frame.locator("li").first).to_contain_text("Khai mạc và học tập chính trị")
    assert framed.faults == []


def test_a_frame_learns_of_an_amendment_within_the_hour(framed: Framed) -> None:
    with framed.open("nhung/hom-nay/", "2021-05-04T02:00:00Z") as (page, frame):
        expect(frame.locator("li")).to_have_count(4)
        page.route("**/2021-05.json", lambda route: route.fulfill(json={"ngay": []}))
        page.clock.run_for(61 * 60_000)
        expect(frame.locator("li")).to_have_count(0)


def test_a_frame_of_the_week_joins_two_months(framed: Framed) -> None:
    with framed.open("nhung/tuan-nay/", "2021-05-31T02:00:00Z") as (_, frame):
        expect(frame.locator("h2")).to_have_text(
            [
                "Thứ Hai 31/5/2021 Hôm nay",
                "Thứ Ba 01/6/2021",
                "Thứ Tư 02/6/2021",
                "Thứ Năm 03/6/2021",
                "Thứ Sáu 04/6/2021",
                "Thứ Bảy 05/6/2021",
                "Chủ nhật 06/6/2021",
            ]
        )
        cancelled = frame.locator("li", has_text="Họp bị hủy")
        expect(cancelled).to_have_text(
            "Sáng 08:00 Đã hủy Họp bị hủyHội trường tầng 2 · Văn phòng · Đ/c Bình PGĐ"
        )
        expect(cancelled.locator("s")).to_have_text("Họp bị hủy")
        expect(frame.locator("li", has_text="Họp đổiĐ/c")).to_contain_text(
            "Đã đổi lịch sang chiều Thứ Năm 03/6/2021"
        )


def test_a_frame_words_the_hours_and_the_new_time_of_an_item(framed: Framed) -> None:
    item: dict[str, object] = {
        "ma": "a1",
        "ma_day_du": "2021-05-a1",
        "buoi": "toi",
        "noi_dung": "Diễn tập",
        "gio_bat_dau": "22:00",
        "gio_ket_thuc": "01:00",
        "trang_thai": "doi",
        "dia_diem": None,
        "chuan_bi": [],
        "lanh_dao": [],
    }
    new_times = (
        {"ngay": "2021-05-06", "buoi": None, "gio_bat_dau": "09:00", "gio_ket_thuc": "11:00"},
        {"ngay": "2021-05-06", "buoi": "sang", "den_ngay": "2021-05-07"},
    )
    items = [{**item, "doi_sang": new_time} for new_time in new_times]
    month = {"ngay": [{"ngay": "2021-05-04", "nghi": None, "muc": items}]}
    with framed.open("nhung/hom-nay/", "2021-05-04T02:00:00Z") as (page, frame):
        expect(frame.locator("li")).to_have_count(4)
        page.route("**/2021-05.json", lambda route: route.fulfill(json=month))
        page.clock.run_for(61 * 60_000)
        expect(frame.locator("li")).to_have_text(
            [
                f"Tối 22:00–01:00 hôm sau Đã đổi lịch sang {words} Diễn tập"
                for words in (
                    "09:00–11:00, Thứ Năm 06/5/2021",
                    "sáng Thứ Năm 06/5/2021 – Thứ Sáu 07/5/2021",
                )
            ]
        )


def test_a_frame_leads_to_the_item_on_the_site(framed: Framed) -> None:
    with framed.open("nhung/hom-nay/", "2021-05-04T02:00:00Z") as (_, frame):
        link = frame.locator("li a").first
        expect(link).to_have_attribute("href", f"{framed.home}2021/05/#cv-gdmm")
        expect(link).to_have_attribute("target", "_blank")


def test_a_month_that_is_not_published_is_said_to_be_none(framed: Framed) -> None:
    with framed.open("nhung/hom-nay/", "2026-11-22T02:00:00Z") as (_, frame):
        expect(frame.locator("#lich p")).to_have_text(
            [
                "Chưa đăng chương trình công tác tháng 11 năm 2026.",
                "Chương trình mới nhất: Tháng 6 năm 2021.",
            ]
        )
    assert framed.faults == []


def test_without_its_data_a_frame_leads_to_the_newest_month(visit: OpenPage) -> None:
    page = visit("nhung/hom-nay/", now="2021-05-04T09:00+07:00", missing="2021-05.json").page
    page.wait_for_load_state("networkidle")
    expect(page.locator("#lich")).to_have_text("Chương trình mới nhất: Tháng 5 năm 2021.")


def test_without_scripts_a_frame_leads_to_the_newest_month(visit: OpenPage) -> None:
    page = visit("nhung/hom-nay/", scripts=False).page
    expect(page.locator("#lich a")).to_have_attribute("href", "../../2021/05/")
    expect(page.locator("footer a")).to_have_attribute("href", "../../")


def test_a_frame_loads_little_and_nothing_of_the_theme(
    visit: OpenPage, home: str, site_at_subpath: BuiltSite
) -> None:
    visited = visit("nhung/hom-nay/", now="2021-05-04T09:00+07:00")
    loaded: list[str] = []
    visited.page.on("request", lambda request: loaded.append(request.url.removeprefix(home)))
    visited.page.reload()
    visited.page.wait_for_selector("li")
    names = sorted(url.partition("?")[0] for url in loaded)
    assert names == [
        "assets/agenda/embedded.css",
        "assets/agenda/embedded.js",
        "du-lieu/2021-05.json",
        "nhung/hom-nay/",
    ]
    own = [*names[:2], "nhung/hom-nay/index.html"]
    sizes = [(site_at_subpath.folder / name).stat().st_size for name in own]
    assert sum(sizes) < LIMIT
    assert visited.faults == []
