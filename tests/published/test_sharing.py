"""What shows a link to a page, and what follows one, is told what the page itself says."""

import json
import re
import struct
from html import unescape
from typing import Any

import pytest

from tests.published.site import NOT_FOUND, BuiltSite

HEAD = re.compile(r"<(?:meta|link) ([^>]*)>")
ATTRIBUTE = re.compile(r'([\w:-]+)="([^"]*)"')


def metas(site: BuiltSite, file: str) -> dict[str, str]:
    """The properties of Open Graph and their like."""
    tags = [dict(ATTRIBUTE.findall(tag)) for tag in HEAD.findall(site.read(file))]
    named = [(tag.get("property") or tag.get("name", ""), tag) for tag in tags]
    return {
        name: unescape(tag["content"])
        for name, tag in named
        if name.startswith(("og:", "twitter:"))
    }


def alternates(site: BuiltSite, file: str) -> list[tuple[str, str]]:
    tags = [dict(ATTRIBUTE.findall(tag)) for tag in HEAD.findall(site.read(file))]
    return [
        (tag["type"], site.absolute(tag["href"], file).removeprefix(site.url))
        for tag in tags
        if tag.get("rel") == "alternate"
    ]


def test_a_month_shared_shows_its_title_and_the_picture(site_at_subpath: BuiltSite) -> None:
    home = "https://example.invalid/lich/"
    assert metas(site_at_subpath, "2021/05/index.html") == {
        "og:type": "website",
        "og:locale": "vi_VN",
        "og:site_name": "Lịch công tác Sở KHCN Hà Tĩnh",
        "og:title": "Chương trình công tác tháng 5 năm 2021",
        "og:description": "Chương trình công tác tháng 5 năm 2021 của Sở Khoa học và Công nghệ "
        "Hà Tĩnh: 36 việc, từng ngày, từng buổi, cơ quan chuẩn bị và lãnh đạo tham dự.",
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


def test_every_page_shared_has_a_title_and_a_description(site: BuiltSite) -> None:
    for file, page in site.pages.items():
        if page.is_indexable:
            shown = metas(site, file)
            assert shown["og:title"], file
            assert shown["og:description"], file


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
    for _, address in found:
        assert address in site_at_subpath.files


def test_the_page_of_a_month_alone_tells_search_engines_of_its_events(site: BuiltSite) -> None:
    months = {
        file
        for file, page in site.pages.items()
        if page.is_indexable and re.fullmatch(r"\d{4}/\d{2}/index\.html", file)
    }
    assert {file for file in site.pages if graphs(site, file)} == months


def test_the_page_of_may_2021_tells_search_engines_of_all_its_items(
    site_at_subpath: BuiltSite,
) -> None:
    (events,) = graphs(site_at_subpath, "2021/05/index.html")
    assert len(events) == 36


def graphs(site: BuiltSite, file: str) -> list[list[dict[str, Any]]]:
    """The JSON-LD graphs of a page."""
    scripts = re.findall(
        r'<script type="application/ld\+json">(.*?)</script>', site.read(file), re.DOTALL
    )
    return [json.loads(text)["@graph"] for text in scripts]
