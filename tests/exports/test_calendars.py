"""Test that other programs read the calendars and that updates reach subscribers."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest
import vobject  # type: ignore[import-untyped]
from hypothesis import example, given
from hypothesis import strategies as st

from agenda.exports.calendars import calendars as calendars_of
from agenda.exports.events import text_property
from agenda.exports.export_settings import ExportSettings, OfficeHours
from agenda.history.identity import identify
from agenda.model import Agenda, Directory, HalfDay, Item, YearMonth
from agenda.model.composition import build_months
from agenda.site.artifact import Asset
from agenda.site.context import build_context
from agenda.source.folder import load_agenda
from tests.exports.facts import Published
from tests.exports.fixtures import (
    AGENDA_NAMES,
    AGENDAS,
    FIRST,
    SECOND,
    THIRD,
    amended,
    every_shape,
    times,
    two_years,
)
from tests.exports.sample import SALUTE, agenda
from tests.exports.settings import SETTINGS, context_of, exported_files
from tests.history.revisions import read_months
from tests.project import REPOSITORY

WORDS = st.characters(codec="utf-8", exclude_categories=["Cc"]) | st.just("\x85")


@pytest.fixture(scope="module", params=AGENDA_NAMES)
def calendars(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Mapping[str, bytes]:
    render = exported_files(AGENDAS[request.param](tmp_path_factory.mktemp("agendas")))
    return {url: asset.content for url, asset in render.items() if url.endswith(".ics")}


@pytest.mark.long
def test_every_calendar_survives_a_round_trip_through_another_program(
    calendars: Mapping[str, bytes],
) -> None:
    for url, content in calendars.items():
        read = vobject.readOne(content.decode())
        again = vobject.readOne(read.serialize())
        assert values(again) == values(read), url
        ours = icalendar.Calendar.from_ical(content)
        assert [str(event["SUMMARY"]) for event in ours.walk("VEVENT")] == [
            event.summary.value for event in read.contents.get("vevent", [])
        ], url


def test_every_line_ends_with_crlf_and_has_at_most_75_octets(
    calendars: Mapping[str, bytes],
) -> None:
    for url, content in calendars.items():
        lines = content.split(b"\r\n")
        assert lines[-1] == b"", url
        assert b"\n" not in b"".join(lines), url
        assert max(map(len, lines)) <= 75, url
        for each in lines:
            each.decode("utf-8")  # no letter is cut in two


def test_every_event_has_the_required_properties(calendars: Mapping[str, bytes]) -> None:
    for content in calendars.values():
        events = re.findall(r"BEGIN:VEVENT\r\n(.*?)END:VEVENT\r\n", content.decode(), re.DOTALL)
        for event in events:
            unfolded = event.replace("\r\n ", "")
            names = [re.split("[;:]", line)[0] for line in unfolded.splitlines()]
            assert len(names) == len(set(names))
            assert {"UID", "DTSTAMP", "DTSTART", "SEQUENCE", "STATUS", "SUMMARY"} <= set(names)


@example("\\N")
@given(st.text(WORDS, min_size=1).filter(str.strip))
def test_any_text_survives_a_round_trip(words: str) -> None:
    lines = (b"BEGIN:VCALENDAR", b"BEGIN:VEVENT", text_property("SUMMARY", words), b"END:VEVENT")
    content = b"\r\n".join((*lines, b"END:VCALENDAR", b""))
    assert max(map(len, content.split(b"\r\n"))) <= 75
    assert content.decode().splitlines() == content.decode().split("\r\n")[:-1]
    assert vobject.readOne(content.decode()).vevent.summary.value == re.sub(
        "[\x85\u2028\u2029]", "\n", words
    )


def test_a_calendar_has_a_name_and_a_refresh_interval() -> None:
    content = exported_files(agenda())["lich/lanh-dao/do-khoa-van.ics"].content.decode()
    head = content.replace("\r\n ", "").partition("BEGIN:VTIMEZONE")[0]
    assert head.splitlines() == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//lich.so-thu-nghiem//agenda//VI",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "NAME:Đỗ Khoa Văn – lịch công tác Sở Thử nghiệm",
        "X-WR-CALNAME:Đỗ Khoa Văn – lịch công tác Sở Thử nghiệm",
        "X-WR-TIMEZONE:Asia/Ho_Chi_Minh",
        "COLOR:steelblue",
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
        "X-PUBLISHED-TTL:PT6H",
        "SOURCE;VALUE=URI:https://example.invalid/lich/lich/lanh-dao/do-khoa-van.ics",
        "URL:https://example.invalid/lich/lanh-dao/do-khoa-van/",
    ]


def test_an_event_has_every_property() -> None:
    event = Published(agenda(), Path("agendas")).events("lich/tat-ca.ics")["2021-05-bbbb"]
    assert values(event) == {
        "uid": "2021-05-bbbb@lich.so-thu-nghiem",
        "dtstamp": datetime(2021, 4, 30, tzinfo=UTC),
        "last-modified": datetime(2021, 4, 30, tzinfo=UTC),
        "sequence": "3",
        "dtstart": local(6, 7, 30),
        "dtend": local(6, 11, 30),
        "status": "CONFIRMED",
        "summary": "Họp Tỉnh ủy",
        "location": "Hội trường TU",
        "url": "https://example.invalid/lich/2021/05/#cv-bbbb",
        "description": "\n".join(
            (
                "Đã đổi lịch từ 14:00–15:30, chiều 04/5/2021 sang sáng Thứ Năm, 06/5/2021",
                "Lý do: Bận họp",
                "Cơ quan chuẩn bị: Phòng TT-TK; Tổ giúp việc",
                "Lãnh đạo Sở: Đ/c Văn GĐ; Đ/c Ai",
                "Thành phần: Các phòng",
                "Ghi chú: Mang tài liệu",
                "Văn bản ghi buổi sáng, không ghi giờ",
                "Chương trình công tác tháng 5 năm 2021, điều chỉnh lần 1, ký ngày 30/4/2021",
                "https://example.invalid/lich/2021/05/#cv-bbbb",
            )
        ),
    }


def test_several_days_are_dates_and_the_last_of_them_is_included() -> None:
    event = Published(agenda(), Path("agendas")).events("lich/tat-ca.ics")["2021-05-aaaa"]
    assert (event.dtstart.value, event.dtend.value) == (date(2021, 5, 18), date(2021, 5, 21))


def test_an_hour_without_an_end_has_none_in_the_calendar() -> None:
    item = single(replace(SALUTE, start=datetime(2021, 5, 4, 8).time()))
    assert item.dtstart.value == local(4, 8, 0)
    assert "dtend" not in item.contents


def test_a_move_to_an_hour_is_at_that_hour() -> None:
    events = events_of(times(Path()))
    assert span(events["gio"]) == (local(6, 9, 0), local(6, 11, 0), 1)
    assert span(events["dau"]) == (local(6, 14, 0), None, 1)
    assert span(events["dai"]) == (date(2021, 5, 30), date(2021, 6, 3), 1)
    assert events["gio"].description.value.splitlines()[0] == (
        "Đã đổi lịch từ 08:00, sáng 04/5/2021 sang 09:00–11:00, Thứ Năm, 06/5/2021"
    )
    assert events["lop"].description.value.splitlines()[0].endswith("sang 08:00, sáng 10–12/5/2021")


def test_an_end_before_the_start_is_on_the_next_day() -> None:
    events = events_of(times(Path()))
    assert span(events["dem"]) == (local(4, 22, 0), local(5, 1, 0), 1)
    assert span(events["khuya"]) == (local(7, 22, 0), local(8, 1, 0), 1)


def test_an_hour_on_several_days_recurs_daily() -> None:
    """Compare what vobject and icalendar read: each day at the hours of the document."""
    content = exported_files(times(Path()))["lich/tat-ca.ics"].content
    events = events_of(times(Path()))
    assert span(events["tap"]) == (local(5, 8, 0), local(5, 11, 30), 3)
    assert span(events["mo"]) == (local(5, 7, 0), None, 3)
    assert span(events["truc"]) == (local(5, 22, 0), local(6, 5, 0), 3)
    assert span(events["lop"]) == (local(10, 8, 0), None, 3)
    assert list(events["tap"].getrruleset()) == [
        datetime.fromisoformat(f"2021-05-0{day}T08:00:00+07:00") for day in (5, 6, 7)
    ]
    assert "Văn bản ghi" not in events["tap"].description.value
    rules = {
        str(event["UID"]).partition("@")[0]: event["RRULE"]
        for event in icalendar.Calendar.from_ical(content).walk("VEVENT")
        if "RRULE" in event
    }
    daily = {"FREQ": ["DAILY"], "COUNT": [3]}
    assert rules == {f"2021-05-{code}": daily for code in ("tap", "mo", "truc", "lop")}


def test_days_of_another_document_are_left_out() -> None:
    skipped = (date(2021, 5, 6),)
    several = replace(SALUTE, first=date(2021, 5, 5), last=date(2021, 5, 7), skipped=skipped)
    timed = single(replace(several, start=time(8), end=time(9)))
    assert [day.day for day in timed.getrruleset()] == [5, 7]
    whole = single(replace(several, half_day=HalfDay.ALL_DAY))
    assert [day.day for day in whole.getrruleset()] == [5, 7]
    assert (whole.dtstart.value, whole.dtend.value) == (date(2021, 5, 5), date(2021, 5, 6))


def test_the_zone_is_seven_hours_ahead_of_utc_whatever_the_year() -> None:
    calendar = vobject.readOne(exported_files(agenda())["lich/tat-ca.ics"].content.decode())
    zone = calendar.vtimezone.gettzinfo()
    for year in (1990, 2021, 2045):
        assert datetime(year, 7, 1, tzinfo=zone).utcoffset() == timedelta(hours=7)


def test_an_amendment_reaches_subscribers() -> None:
    first, second, third = (
        events_of(identify(read_months(*revisions)).agenda)
        for revisions in ((FIRST,), (FIRST, SECOND), (FIRST, SECOND, THIRD))
    )
    assert {key: summary(event) for key, event in first.items()} == {
        "giu": ("0", "CONFIRMED", local(4, 7, 30), "Lễ chào cờ"),
        "bo": ("0", "CONFIRMED", local(4, 7, 30), "Việc sẽ bỏ"),
        "huy": ("0", "CONFIRMED", local(4, 8, 0), "Họp sẽ hủy"),
        "sua": ("0", "CONFIRMED", local(4, 13, 30), "Họp sẽ sửa"),
        "chuyen": ("0", "CONFIRMED", local(5, 8, 0), "Kiểm tra cơ sở"),
    }
    assert {key: summary(event) for key, event in second.items()} == {
        "giu": ("0", "CONFIRMED", local(4, 7, 30), "Lễ chào cờ"),
        "bo": ("2", "CANCELLED", local(4, 7, 30), "Không còn trong chương trình: Việc sẽ bỏ"),
        "huy": ("3", "CANCELLED", local(4, 8, 0), "Đã hủy: Họp sẽ hủy"),
        "sua": ("2", "CONFIRMED", local(4, 13, 30), "Họp sẽ sửa"),
        "chuyen": ("2", "CONFIRMED", local(12, 14, 0), "Kiểm tra cơ sở"),
    }
    assert second["sua"].location.value == "Phòng 2"
    assert second["chuyen"].description.value.splitlines()[0] == (
        "Đã đổi lịch từ 08:00–09:30, sáng 05/5/2021"
    )
    assert {key: summary(event) for key, event in third.items() if key not in second} == {
        "moi": ("5", "CONFIRMED", date(2021, 5, 20), "Việc mới"),
        "dai": ("5", "CANCELLED", date(2021, 5, 13), "Hoãn, chưa định ngày: Đoàn công tác"),
    }
    for key, event in second.items():  # what the third does not touch stays as it was, to the byte
        assert third[key].serialize() == event.serialize()
    stamps = {key: event.last_modified.value.date() for key, event in third.items()}
    assert stamps == {
        "giu": date(2021, 5, 4),
        **dict.fromkeys(("bo", "huy", "sua", "chuyen"), date(2021, 5, 5)),
        **dict.fromkeys(("moi", "dai"), date(2021, 5, 6)),
    }


def test_an_item_that_returns_is_confirmed_again() -> None:
    events = events_of(identify(read_months(FIRST, SECOND, FIRST)).agenda)
    assert summary(events["bo"]) == ("4", "CONFIRMED", local(4, 7, 30), "Việc sẽ bỏ")
    assert summary(events["huy"]) == ("4", "CONFIRMED", local(4, 8, 0), "Họp sẽ hủy")


def test_a_notice_without_an_amendment_is_an_update_too() -> None:
    noticed = FIRST.replace('gio: "08:00"}', 'gio: "08:00", trang_thai: hoan}')
    before, after = (events_of(identify(read_months(text)).agenda) for text in (FIRST, noticed))
    assert (summary(before["huy"])[0], summary(after["huy"])[:2]) == ("0", ("1", "CANCELLED"))
    assert after["huy"].transp.value == "TRANSPARENT"


def test_an_entry_has_its_own_items_and_nobody_elses() -> None:
    published = Published(agenda(), Path("agendas"))
    assert published.events("lich/lanh-dao/do-khoa-van.ics").keys() == {"2021-05-bbbb"}
    assert published.events("lich/co-quan/phong-tt-tk.ics").keys() == {"2021-05-bbbb"}
    assert published.events("lich/nhom/lanh-dao-so.ics").keys() == {"2021-05-aaaa"}


def test_a_calendar_is_kept_under_a_former_code_of_its_entry() -> None:
    entries = "- {ngay: 4, sang: [{ma: hop, noi_dung: Họp, lanh_dao: Đỗ Khoa Văn}]}"
    directory = "lanh_dao: [{ma: do-khoa-van, ten: Đỗ Khoa Văn, ten_cu: [van]}]"
    published = Published(identify(read_months(entries, directory=directory)).agenda, Path())
    for code in ("van", "do-khoa-van"):
        assert published.events(f"lich/lanh-dao/{code}.ics").keys() == {"2021-05-hop"}


def test_a_calendar_to_subscribe_to_has_the_newest_twelve_months(tmp_path: Path) -> None:
    published = Published(two_years(tmp_path), tmp_path)
    months = {key[:7] for key in published.events("lich/tat-ca.ics")}
    assert months == {str(YearMonth(2025, number)) for number in range(1, 13)}
    assert {key[:4] for key in published.events("lich/2024.ics")} == {"2024"}


def test_without_a_public_url_no_event_claims_one() -> None:
    content = exported_files(agenda(), replace(SETTINGS, home=""))["lich/tat-ca.ics"].content
    assert b"http" not in content
    assert b"\r\nURL" not in content
    assert b"UID:2021-05-bbbb@lich.so-thu-nghiem" in content


def test_the_url_of_the_site_is_no_part_of_a_uid() -> None:
    elsewhere = replace(SETTINGS, home="http://127.0.0.1:8000/")
    uids = [
        re.findall(rb"UID:.*", exported_files(agenda(), settings)["lich/tat-ca.ics"].content)
        for settings in (SETTINGS, elsewhere)
    ]
    assert uids[0] == uids[1]


def test_before_the_first_month_there_is_a_calendar_without_an_event() -> None:
    render = exported_files(Agenda(months=(), directory=Directory()))
    assert [url for url in render if url.endswith(".ics")] == ["lich/tat-ca.ics"]
    calendar = vobject.readOne(render["lich/tat-ca.ics"].content.decode())
    assert "vevent" not in calendar.contents


def test_two_exports_are_byte_identical(tmp_path: Path) -> None:
    known = amended(tmp_path)
    assert exported_files(known) == exported_files(known)


def events_of(known: Agenda) -> dict[str, Any]:
    """Return the events by the codes of their items in May 2021."""
    events = Published(known, Path("agendas")).events("lich/tat-ca.ics")
    return {key.removeprefix("2021-05-"): event for key, event in events.items()}


def span(event: Any) -> tuple[date, date | None, int]:
    """Return the start, the end and the number of days of an event."""
    end = event.dtend.value if "dtend" in event.contents else None
    return event.dtstart.value, end, len(list(event.getrruleset() or [event]))


def summary(event: Any) -> tuple[str, str, date, str]:
    return (
        event.sequence.value,
        event.status.value,
        event.dtstart.value,
        event.summary.value,
    )


def values(component: Any) -> dict[str, Any]:
    """Return the names and values of a component, nested components included."""
    return {
        name: values(found[0])
        if len(found) == 1 and hasattr(found[0], "contents")
        else [values(each) for each in found]
        if hasattr(found[0], "contents")
        else found[0].value
        for name, found in component.contents.items()
    }


def local(day: int, hour: int, minute: int) -> datetime:
    return datetime.fromisoformat(f"2021-05-{day:02}T{hour:02}:{minute:02}:00+07:00")


def single(item: Item) -> Any:
    """Return the event of an item that replaces one of the sample's."""
    known = agenda()
    (month,) = known.months
    revision = month.current
    entries = tuple(
        replace(
            entry, items=tuple(item if each.code == item.code else each for each in entry.items)
        )
        for entry in revision.entries
    )
    (changed,) = build_months((replace(revision, number=0, entries=entries),))
    events = Published(replace(known, months=(changed,)), Path("agendas")).events("lich/tat-ca.ics")
    return events[item.key]


class CountingCache:
    """A cache in memory that counts the texts that were made."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}
        self.made = 0

    def get(self, key: str) -> str | None:
        return self.texts.get(key)

    def put(self, key: str, text: str) -> None:
        self.texts[key] = text
        self.made += 1

    def touch(self, key: str) -> None: ...


def test_cached_calendars_equal_new_ones(tmp_path: Path) -> None:
    every_shape(tmp_path)
    reading = load_agenda(tmp_path)
    known = identify(reading.agenda).agenda
    counting_cache = CountingCache()

    def render(settings: ExportSettings) -> tuple[list[Asset], int]:
        """Return the calendars, and the number of texts that had to be made for them."""
        context = build_context(
            known,
            settings.agency,
            tmp_path,
            REPOSITORY / "overrides" / "agenda",
            settings.home,
            digests=reading.digests,
            context_digest=reading.context_digest,
            cache=counting_cache,
        )
        before = counting_cache.made
        return list(calendars_of(context, settings)), counting_cache.made - before

    other_hours = replace(SETTINGS, hours=OfficeHours(first={}))
    month_count = len(known.months)
    first = list(calendars_of(context_of(known), SETTINGS))
    others = list(calendars_of(context_of(known, other_hours), other_hours))
    assert first != others
    assert (render(SETTINGS), render(SETTINGS)) == ((first, month_count), (first, 0))
    assert render(other_hours) == (others, month_count)
