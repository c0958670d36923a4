"""Test that feeds are valid Atom and that their entries keep their ids."""

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from agenda.exports import feeds
from agenda.exports.export_settings import ExportSettings
from agenda.history.identity import identify
from agenda.model import Agenda
from tests.exports.fixtures import AGENDA_NAMES, AGENDAS, FIRST, SECOND, THIRD, two_years
from tests.exports.sample import agenda
from tests.exports.settings import SETTINGS, exported_files
from tests.history.revisions import read_months

ATOM = {"a": "http://www.w3.org/2005/Atom", "x": "http://www.w3.org/1999/xhtml"}
GRAMMAR = Path(__file__).with_name("atom.rng")
LEADER = "lanh_dao: [{ma: an, ten: Đinh Thị An}]\n"


@pytest.fixture(scope="module")
def grammar() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(GRAMMAR))


@pytest.mark.parametrize("name", AGENDA_NAMES)
def test_every_feed_is_atom(name: str, grammar: etree.RelaxNG, tmp_path: Path) -> None:
    made = exported_files(AGENDAS[name](tmp_path))
    contents = {url: each.content for url, each in made.items() if is_feed(url)}
    assert "feed.xml" in contents
    for url, content in contents.items():
        assert grammar.validate(etree.fromstring(content)), f"{url}: {grammar.error_log}"


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (b"<title>", b"<title/><title>"),
        (b"T00:00:00+07:00</updated>", b"</updated>"),
        (b"<id>urn:uuid:", b"<id>"),
        (b"<updated>", b"<published>2021-05-04</published><updated>"),
        (b'href="https://example.invalid/lich/feed.xml"', b""),
        (b"</entry>", b"<div/></entry>"),
    ],
)
def test_the_grammar_finds_what_is_wrong(
    right: bytes, wrong: bytes, grammar: etree.RelaxNG
) -> None:
    content = exported_files(agenda())["feed.xml"].content
    assert right in content
    broken = content.replace(right, wrong)
    assert not grammar.validate(etree.fromstring(broken))


def test_a_feed_lists_months_and_amendments_newest_first() -> None:
    known = identify(read_months(FIRST, SECOND, THIRD)).agenda
    assert entries(known) == [
        ("Tháng 5 năm 2021: điều chỉnh lần 2", "2021-05-06", "2021/05/thay-doi/#lan-2"),
        ("Tháng 5 năm 2021: điều chỉnh lần 1", "2021-05-05", "2021/05/thay-doi/#lan-1"),
        ("Tháng 5 năm 2021", "2021-05-04", "2021/05/"),
    ]
    feed = etree.fromstring(exported_files(known)["feed.xml"].content)
    assert feed.findtext("a:updated", namespaces=ATOM) == "2021-05-06T00:00:00+07:00"
    second = feed.findall("a:entry", ATOM)[1]
    assert ["".join(line.itertext()) for line in second.iterfind(".//x:li", ATOM)] == [
        "Thứ Ba, 04/5 sáng 08:00: Họp sẽ hủy (Tình trạng: (không ghi) → Đã hủy; "
        "Lý do: (không ghi) → Mưa; Đã hủy)",
        "Thứ Ba, 04/5 chiều: Họp sẽ sửa (Địa điểm: (không ghi) → Phòng 2)",
        "Thứ Tư, 12/5 chiều 14:00: Kiểm tra cơ sở (Ngày: Thứ Tư, 05/5 → Thứ Tư, 12/5; "
        "Buổi: Sáng → Chiều; Giờ: 08:00–09:30 → 14:00)",
        "Thứ Ba, 04/5 sáng: Việc sẽ bỏ (Không còn)",
    ]


def test_an_entry_keeps_its_id_when_entries_follow_or_the_site_moves() -> None:
    first = identify(read_months(FIRST)).agenda
    later = identify(read_months(FIRST, SECOND)).agenda
    elsewhere = replace(SETTINGS, home="http://127.0.0.1:8000/")
    (identity,) = identities(first)
    assert identities(later)[1:] == [identity]
    assert (
        identities(first, replace(SETTINGS, home="")) == identities(first, elsewhere) == [identity]
    )
    assert identities(first, replace(SETTINGS, record="lich.so-khac")) != [identity]


def test_the_feed_of_a_leader_lists_only_their_items() -> None:
    led = [text.replace("dia_diem: Phòng 2", "lanh_dao: Đinh Thị An") for text in (SECOND, THIRD)]
    known = identify(read_months(FIRST, *led, directory=LEADER)).agenda
    assert entries(known, "lanh-dao/an/feed.xml") == [
        ("Tháng 5 năm 2021: điều chỉnh lần 1", "2021-05-05", "2021/05/thay-doi/#lan-1"),
    ]


def test_the_feed_of_a_leader_lists_items_that_no_longer_name_them() -> None:
    with_leader = FIRST.replace("noi_dung: Họp sẽ sửa", "noi_dung: Họp sẽ sửa, lanh_dao: An")
    known = identify(
        read_months(with_leader, SECOND, directory=LEADER.replace("Đinh Thị ", ""))
    ).agenda
    assert [title for title, _, _ in entries(known, "lanh-dao/an/feed.xml")] == [
        "Tháng 5 năm 2021: điều chỉnh lần 1",
        "Tháng 5 năm 2021",
    ]


def test_a_feed_has_only_the_newest_entries(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feeds, "ENTRIES", 3)
    assert len(entries(two_years(tmp_path))) == 3


def test_a_feed_without_an_entry_is_a_feed(grammar: etree.RelaxNG) -> None:
    known = identify(read_months(FIRST, directory=LEADER)).agenda
    content = exported_files(known)["lanh-dao/an/feed.xml"].content
    assert grammar.validate(etree.fromstring(content)), grammar.error_log
    assert b"<entry" not in content


def test_without_a_public_url_links_lead_from_the_feed() -> None:
    known = identify(read_months(FIRST, directory=LEADER)).agenda
    made = exported_files(known, replace(SETTINGS, home=""))
    feed = etree.fromstring(made["lanh-dao/an/feed.xml"].content)
    (link,) = feed.findall("a:link", ATOM)
    assert (link.get("rel"), link.get("href")) == ("alternate", "../../lanh-dao/an/")


def entries(known: Agenda, url: str = "feed.xml") -> list[tuple[str | None, str, str]]:
    """Return the title, date and URL of each entry."""
    feed = etree.fromstring(exported_files(known)[url].content)
    return [
        (
            entry.findtext("a:title", namespaces=ATOM),
            (entry.findtext("a:updated", namespaces=ATOM) or "")[:10],
            entry.findall("a:link", ATOM)[0].attrib["href"].removeprefix(SETTINGS.home),
        )
        for entry in feed.iterfind("a:entry", ATOM)
    ]


def identities(known: Agenda, settings: ExportSettings = SETTINGS) -> list[str | None]:
    feed = etree.fromstring(exported_files(known, settings)["feed.xml"].content)
    return [entry.findtext("a:id", namespaces=ATOM) for entry in feed.iterfind("a:entry", ATOM)]


def is_feed(url: str) -> bool:
    return url.endswith("feed.xml")
