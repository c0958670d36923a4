"""Subscribers learn of every update: calendars count it, feeds say it once."""

import re
from itertools import pairwise
from typing import Any

import icalendar
import pytest
from lxml import etree

from agenda.history.identity import identify
from tests.exports.fixtures import SECOND, UPDATED
from tests.exports.settings import exported_files
from tests.history.revisions import read_months

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def exported(*months: str) -> dict[str, bytes]:
    made = exported_files(identify(read_months(*months)).agenda)
    return {url: each.content for url, each in made.items()}


def events(files: dict[str, bytes]) -> dict[str, Any]:
    calendar: Any = icalendar.Calendar.from_ical(files["lich/tat-ca.ics"])
    return {each["UID"].split("@")[0].split("-")[-1]: each for each in calendar.walk("VEVENT")}


def news(files: dict[str, bytes]) -> list[tuple[str, str, str]]:
    """Return day, title and text of each entry, newest first."""
    root = etree.fromstring(files["feed.xml"])
    return [
        (
            text(entry, "updated")[:10],
            text(entry, "title"),
            " ".join(text(entry, "content").split()),
        )
        for entry in root.iterfind("a:entry", ATOM)
    ]


def text(entry: Any, name: str) -> str:
    return "".join(entry.find(f"a:{name}", ATOM).itertext())


def rows(count: int) -> str:
    """Return the month with the first updates only, as it was published then."""
    head, _, updates = UPDATED.partition("cap_nhat:\n")
    blocks = re.findall(r"  - (?:.+\n)(?:    .+\n)*", updates)
    return head + ("cap_nhat:\n" + "".join(blocks[:count]) if count else "")


def test_the_sequence_counts_updates_and_the_status() -> None:
    found = events(exported(UPDATED))
    assert {code: int(each["SEQUENCE"]) for code, each in found.items()} == {
        "giu": 4,
        "huy": 0,
        "moi": 2,
        "chuyen": 2,
        "hoan": 3,
        "bo": 2,
    }
    assert {
        code: each["LAST-MODIFIED"].dt.date().isoformat()[5:] for code, each in found.items()
    } == {
        "giu": "05-07",
        "huy": "05-04",
        "moi": "05-06",
        "chuyen": "05-05",
        "hoan": "05-07",
        "bo": "05-06",
    }


def test_sequence_and_date_never_decrease_while_updates_and_documents_are_added() -> None:
    stages = [exported(rows(count)) for count in range(9)] + [exported(UPDATED, SECOND)]
    for before, after in pairwise(map(events, stages)):
        assert before.keys() <= after.keys()
        for code, event in before.items():
            assert int(after[code]["SEQUENCE"]) >= int(event["SEQUENCE"])
            assert after[code]["LAST-MODIFIED"].dt >= event["LAST-MODIFIED"].dt


def test_a_removed_item_stays_as_a_cancelled_event() -> None:
    event = events(exported(UPDATED))["bo"]
    assert event["STATUS"] == "CANCELLED"
    assert event["SUMMARY"] == "Không còn trong chương trình: Việc đã bỏ"
    assert "Cập nhật 06/5/2021: bỏ việc. Trùng lịch" in event["DESCRIPTION"]


def test_a_moved_item_says_where_it_was() -> None:
    event = events(exported(UPDATED))["chuyen"]
    assert "Đã đổi lịch từ 08:00–09:30, chiều 05/5/2021" in event["DESCRIPTION"]
    assert event["DTSTART"].dt.isoformat()[:16] == "2021-05-10T08:00"


def test_feeds_state_each_update_once_with_both_values() -> None:
    found = news(exported(UPDATED))
    assert [(day[5:], title.partition("cập nhật ")[2]) for day, title, _ in found] == [
        ("05-08", "08/5: sửa nội dung công tác trọng tâm, đoạn 2"),
        ("05-07", "07/5: sửa chữ ghi ở ngày 5"),
        ("05-07", "07/5: hoãn, chưa định ngày: Họp trù bị"),
        ("05-07", "07/5: đổi giờ: Lễ chào cờ"),
        ("05-06", "06/5: bỏ việc: Việc đã bỏ"),
        ("05-06", "06/5: thêm việc: Việc bổ sung"),
        ("05-05", "05/5: đổi ngày, đổi buổi, đổi lãnh đạo: Kiểm tra cơ sở"),
        ("05-05", "05/5: đổi giờ: Lễ chào cờ"),
        ("05-04", ""),
    ]
    texts = [text for _, _, text in found]
    assert "đoạn 2: Ba → Hai" in texts[0]
    assert "Chữ ghi ở ngày 5: Nghỉ → Nghỉ bù" in texts[1]
    assert "Giờ: 08:00 → 09:00" in texts[3]
    assert "Giờ: (không ghi) → 08:00" in texts[7]
    assert "Theo thông báo của Văn phòng" in texts[7]
    assert "Chương trình có 5 việc." in texts[8]


def test_what_was_announced_keeps_its_id_and_its_words() -> None:
    known: dict[str, bytes] = {}
    for files in [exported(rows(count)) for count in range(9)] + [exported(UPDATED, SECOND)]:
        root = etree.fromstring(files["feed.xml"])
        entries = {
            text(entry, "id"): etree.tostring(entry) for entry in root.iterfind("a:entry", ATOM)
        }
        assert len(entries) == len(root.findall("a:entry", ATOM))
        assert known.keys() <= entries.keys()
        known = entries


@pytest.mark.parametrize("code", ["an", "binh"])
def test_the_feed_of_a_leader_tells_that_he_left_or_joined(code: str) -> None:
    directory = "lanh_dao: [{ma: an, ten: An}, {ma: binh, ten: Bình}]"
    known = identify(read_months(UPDATED, directory=directory)).agenda
    content = exported_files(known)[f"lanh-dao/{code}/feed.xml"].content
    assert b"cap-nhat-0-" in content
