"""URLs follow the contract, are unique, and every link of a page leads to one."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from unicodedata import normalize

import pytest

from agenda.model import Agenda, Directory, Group, Person, Unit
from agenda.site import urls
from agenda.site.pages import UrlTaken
from tests import may
from tests.exports.settings import exported_files
from tests.may import MAY
from tests.site.conftest import Site

ITEM = replace(may.ITEM, code="dm8r", first=date(2021, 4, 30), last=date(2021, 5, 3))
PERSON = Person(code="do-khoa-van", name="Đỗ Khoa Văn")


def test_an_original_stands_where_its_name_is_typed() -> None:
    kept = normalize("NFD", "tep/bản ký.pdf")
    assert urls.original_file(kept) == "tep/bản ký.pdf"
    assert urls.original_url(kept) == "tep/b%E1%BA%A3n%20k%C3%BD.pdf"


def test_urls_are_those_of_the_contract() -> None:
    assert [
        urls.HOME,
        urls.year_url(2021),
        urls.month_url(MAY),
        urls.day_url(date(2021, 5, 4)),
        urls.item_url(ITEM),
        urls.entry_url(PERSON),
        urls.entry_year_url(PERSON, 2021),
        urls.entry_url(Unit(code="van-phong", name="Văn phòng")),
        urls.entry_url(Group(code="lanh-dao-so", name="Lãnh đạo Sở")),
        *(urls.section_url(kind) for kind in (Person, Unit, Group)),
        urls.original_url("tep/2021-05.pdf"),
        *(urls.CALENDARS, urls.ALL_CALENDAR, urls.year_calendar_url(2021)),
        urls.entry_calendar_url(PERSON, PERSON.code),
        *(urls.FEED, urls.leader_feed_url(PERSON.code)),
        *(urls.DATA, urls.month_data_url(MAY), urls.DATA_PACKAGE),
        *(urls.ITEMS_TABLE, urls.ATTENDANCE_TABLE),
        *(urls.EMBEDDED_TODAY, urls.EMBEDDED_WEEK),
    ] == [
        "",
        "2021/",
        "2021/05/",
        "2021/05/#ngay-04",
        "2021/05/#cv-dm8r",
        "lanh-dao/do-khoa-van/",
        "lanh-dao/do-khoa-van/2021/",
        "co-quan/van-phong/",
        "nhom/lanh-dao-so/",
        "lanh-dao/",
        "co-quan/",
        "nhom/",
        "tep/2021-05.pdf",
        *("lich/", "lich/tat-ca.ics", "lich/2021.ics"),
        "lich/lanh-dao/do-khoa-van.ics",
        *("feed.xml", "lanh-dao/do-khoa-van/feed.xml"),
        *("du-lieu/", "du-lieu/2021-05.json", "du-lieu/datapackage.json"),
        *("du-lieu/lich-cong-tac.csv", "du-lieu/tham-du.csv"),
        *("nhung/hom-nay/", "nhung/tuan-nay/"),
    ]


@pytest.mark.parametrize(
    ("url", "root"), [("", "./"), ("2021/", "../"), ("lanh-dao/binh/2021/", "../../../")]
)
def test_the_way_back_to_the_root_is_as_long_as_the_url(url: str, root: str) -> None:
    assert urls.relative_root(url) == root


@pytest.mark.parametrize(
    ("url", "place"),
    [
        *((each, "/2021/05") for each in ("2021/05/", "2021/05", "2021/05/index.html")),
        *((each, "") for each in ("", "index.html")),
        *((each, f"/{each}") for each in ("tep/2021-05.pdf", "xindex.html", "a/xindex.html")),
    ],
)
def test_urls_of_one_place_have_one_form(url: str, place: str) -> None:
    assert urls.normalise_url(url) == place


def test_the_signed_agenda_has_exactly_these_pages(may_2021: Site) -> None:
    directory = may_2021.agenda.directory
    entries = [urls.entry_url(entry) for entry in directory.entries]
    assert sorted(may_2021.artifacts) == sorted(
        [
            *(
                "",
                "2021/",
                "2021/05/",
                "lanh-dao/",
                "co-quan/",
                "nhom/",
                "chu-viet-tat/",
                "thay-doi/",
                "tim-kiem/",
                "lich/",
                "nhung/hom-nay/index.html",
                "nhung/tuan-nay/index.html",
            ),
            *entries,
            *(f"{entry}2021/" for entry in entries),
        ]
    )


def test_every_link_of_a_page_leads_to_a_place_of_the_site(may_2021: Site) -> None:
    places = {
        f"{page.url}#{anchor}".removesuffix("#")
        for page in may_2021.pages
        for anchor in ("", *may_2021.body(page.url).ids)
    }
    places |= {asset.url.removesuffix("index.html") for asset in may_2021.assets}
    places |= {urls.DATA, *exported_files(may_2021.agenda)}
    lost = []
    for page in may_2021.pages:
        root = urls.relative_root(page.url)
        for text, target in may_2021.body(page.url).links():
            place = page.url + target if target.startswith("#") else target.removeprefix(root)
            if place not in places:
                lost.append((page.url, text, target))
    assert lost == []


def test_every_page_of_the_trail_is_on_the_site(may_2021: Site) -> None:
    trails = {link.url for page in may_2021.pages for link in page.breadcrumbs}
    assert trails - may_2021.artifacts.keys() == set()


def test_every_page_has_a_title_and_a_description_of_its_own(may_2021: Site) -> None:
    for said in ("title", "description"):
        texts = [getattr(page, said) for page in may_2021.pages]
        assert sorted(set(texts)) == sorted(texts)


def test_two_entries_with_one_url_are_refused(tmp_path: Path) -> None:
    twins = Directory(people=(PERSON, Person(code="do-khoa-van", name="Khác")))
    with pytest.raises(UrlTaken, match=r"^lanh-dao/do-khoa-van/$"):
        Site(Agenda(months=(), directory=twins), tmp_path)
