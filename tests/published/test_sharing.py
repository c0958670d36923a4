"""Link previews and crawlers get the words of the page itself."""

import struct

import pytest

from tests.published.head import alternates, graphs, metas
from tests.published.site import NOT_FOUND, BuiltSite


def test_a_month_shared_shows_its_title_and_the_picture(site_at_subpath: BuiltSite) -> None:
    home = "https://example.invalid/lich/"
    assert metas(site_at_subpath, "2021/05/index.html") == {
        "og:type": "website",
        "og:locale": "vi_VN",
        "og:site_name": "Lịch công tác Sở KHCN Hà Tĩnh",
        "og:title": "Chương trình công tác tháng 5 năm 2021",
        "og:description": "Chương trình công tác tháng 5 năm 2021 của Sở Khoa học và Công nghệ "
        "Hà Tĩnh: 36 việc, từng ngày, từng buổi, cơ quan chuẩn bị và lãnh đạo.",
        "og:url": f"{home}2021/05/",
        "og:image": f"{home}assets/agenda/share.png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "Lịch công tác Sở KHCN Hà Tĩnh",
        "twitter:card": "summary_large_image",
    }


def test_the_picture_is_as_large_as_it_is_said_to_be(site_at_subpath: BuiltSite) -> None:
    content = (site_at_subpath.folder / "assets/agenda/share.png").read_bytes()
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", content[16:24]) == (1200, 630)
    assert len(content) < 100_000


@pytest.mark.parametrize(
    ("file", "found"),
    [
        ("index.html", [("text/calendar", "lich/tat-ca.ics")]),
        (
            "2021/05/index.html",
            [("text/calendar", "lich/2021.ics"), ("application/json", "du-lieu/2021-05.json")],
        ),
        ("2021/index.html", [("text/calendar", "lich/2021.ics")]),
        (
            "lanh-dao/binh/index.html",
            [
                ("text/calendar", "lich/lanh-dao/binh.ics"),
                ("application/atom+xml", "lanh-dao/binh/feed.xml"),
            ],
        ),
        ("co-quan/van-phong/index.html", [("text/calendar", "lich/co-quan/van-phong.ics")]),
        ("gioi-thieu/index.html", []),
        (NOT_FOUND, []),
    ],
)
def test_a_page_leads_to_its_other_forms(
    file: str, found: list[tuple[str, str]], site_at_subpath: BuiltSite
) -> None:
    feed = ("application/atom+xml", "feed.xml")
    assert alternates(site_at_subpath, file) == [feed, *found]
    for _, url in found:
        assert url in site_at_subpath.files


def test_the_page_of_may_2021_tells_search_engines_of_all_its_items(
    site_at_subpath: BuiltSite,
) -> None:
    (events,) = graphs(site_at_subpath, "2021/05/index.html")
    assert len(events) == 36
