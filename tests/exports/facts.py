"""Read the time and the status of each item from every published format.

Each reader uses a parser that is independent of the code that wrote the format.
"""

import csv
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from io import StringIO
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

import vobject  # type: ignore[import-untyped]

from agenda.exports.jsonld import jsonld_months
from agenda.model import Agenda
from agenda.search.months import month_records
from agenda.search.records import search_records
from agenda.site.artifact import Page
from agenda.site.pages import make_pages
from tests.exports.settings import HOME, SETTINGS, context_of, exported_files
from tests.site.elements import Element, parse

HALF_DAYS = {"Cả ngày": "ca_ngay", "Sáng": "sang", "Chiều": "chieu", "Tối": "toi"}
STATUSES = {"Đã hủy": "huy", "Hoãn, chưa định ngày": "hoan", "Đã đổi lịch": "doi"}
OFFICE = {"sang": ("07:30", "11:30"), "chieu": ("13:30", "17:00"), "toi": ("19:00", "21:00")}
ATOM = "{http://www.w3.org/2005/Atom}"
XHTML = "{http://www.w3.org/1999/xhtml}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """ISO dates, half-day key, "08:00–09:30" or less, and status key of one item.

    `moved_to` is as in the YAML files: "2021-05-20 - 2021-05-22 chieu 14:00-15:30" or less.
    """

    first: str
    last: str
    half_day: str
    clock: str
    status: str
    moved_to: str = ""


FactsByKey = Mapping[str, Facts]
"""By the item's key over all months."""


class Published:
    """All published files of an agenda, in the formats to compare."""

    def __init__(self, agenda: Agenda, folder: Path) -> None:
        context = context_of(agenda, folder=folder)
        self.agenda = agenda
        self.context = context
        self.files = {url: asset.content for url, asset in exported_files(agenda).items()}
        self.pages = {each.url: each.body for each in make_pages(context) if isinstance(each, Page)}
        self.jsonld = {url: text.make() for url, text in jsonld_months(context, SETTINGS)}

    def json(self) -> dict[str, Facts]:
        found: dict[str, Facts] = {}
        for url, content in self.files.items():
            if re.fullmatch(r"du-lieu/\d{4}-\d{2}\.json", url):
                for day in json.loads(content)["ngay"]:
                    for item in day["muc"]:
                        facts = _facts_from_row(item)
                        assert found.setdefault(item["ma_day_du"], facts) == facts
                        assert facts.first <= day["ngay"] <= facts.last
        return found

    def items_table(self) -> dict[str, Facts]:
        rows = self._rows("du-lieu/lich-cong-tac.csv")
        assert len({row["ma"] for row in rows}) == len(rows)
        return {row["ma"]: _facts_from_row(row) for row in rows}

    def attendance_table(self) -> dict[str, Facts]:
        return {row["ma"]: _facts_from_row(row) for row in self._rows("du-lieu/tham-du.csv")}

    def html(self) -> dict[str, Facts]:
        found: dict[str, Facts] = {}
        for url, body in self.pages.items():
            if match := re.fullmatch(r"(\d{4})/(\d{2})/", url):
                found |= _facts_from_page(f"{match[1]}-{match[2]}", parse(body))
        return found

    def dropped_in_search(self) -> set[str]:
        """Return the keys of the items that the search marks as no longer in their month."""
        records = self._item_records()
        return {_key_of(shown["url"]) for shown in records if _is_dropped(shown)}

    def search(self) -> dict[str, Facts]:
        return {
            _key_of(shown["url"]): Facts(
                first=shown["ngay"],
                last=_last_day(shown.get("den"), shown["ngay"]),
                half_day=HALF_DAYS[shown["buoi"]],
                clock=shown.get("gio", ""),
                **_parse_status(shown.get("trang_thai", "")),
            )
            for shown in self._item_records()
            if not _is_dropped(shown)
        }

    def _item_records(self) -> list[dict[str, str]]:
        records = search_records(month_records(self.context))
        shown = [json.loads(each.shown) for each in records]
        return [each for each in shown if "loai" not in each]

    def events(self, url: str) -> dict[str, Any]:
        """Return the events of a calendar by key, as vobject parses them."""
        calendar = vobject.readOne(self.files[url].decode())
        events = calendar.contents.get("vevent", [])
        found = {event.uid.value.removesuffix(f"@{SETTINGS.record}"): event for event in events}
        assert len(found) == len(events)
        return found

    def calendars_of_years(self) -> dict[str, Any]:
        return {
            key: event
            for url in self.files
            if re.fullmatch(r"lich/\d{4}\.ics", url)
            for key, event in self.events(url).items()
        }

    def jsonld_events(self) -> dict[str, dict[str, Any]]:
        return {
            _key_of(event["url"].removeprefix(HOME)): event
            for text in self.jsonld.values()
            for event in json.loads(text)["@graph"]
        }

    def news_entries(self) -> set[str]:
        """Return the URLs of the documents in the feed of the site."""
        feed = ElementTree.fromstring(self.files["feed.xml"])
        links = feed.findall(f"{ATOM}entry/{ATOM}link[@rel='alternate']")
        return {link.attrib["href"].removeprefix(HOME) for link in links}

    def news(self) -> dict[str, str]:
        """Return the newest feed text of each item; the newest feed entry comes first."""
        found: dict[str, str] = {}
        feed = ElementTree.fromstring(self.files["feed.xml"])
        for line in feed.iterfind(f"{ATOM}entry/{ATOM}content/{XHTML}div/{XHTML}ul/{XHTML}li"):
            link = line.find(f"{XHTML}a")
            assert link is not None
            text = f"{line.text}{link.tail or ''}"
            found.setdefault(_key_of(link.attrib["href"].removeprefix(HOME)), text)
        return found

    def _rows(self, url: str) -> list[dict[str, str]]:
        return list(csv.DictReader(StringIO(self.files[url].decode("utf-8"), newline="")))


def _facts_from_row(row: Mapping[str, Any]) -> Facts:
    moved = row.get("doi_sang") or ""
    return Facts(
        first=row["ngay"],
        last=row["den_ngay"],
        half_day=row["buoi"],
        clock=_clock(row),
        status=row["trang_thai"] or "",
        moved_to=moved if isinstance(moved, str) else _moved_to(moved),
    )


def _clock(row: Mapping[str, str | None]) -> str:
    start, end = row.get("gio_bat_dau") or "", row.get("gio_ket_thuc") or ""
    next_day = " hôm sau" if end and end < start else ""
    return "–".join(filter(None, (start, end))) + next_day


def _moved_to(row: Mapping[str, str | None]) -> str:
    days = " - ".join(filter(None, (row["ngay"], row.get("den_ngay"))))
    times = _clock(row).removesuffix(" hôm sau").replace("–", "-")
    return " ".join(filter(None, (days, row["buoi"], times)))


def _facts_from_page(month: str, page: Element) -> Iterator[tuple[str, Facts]]:
    for body in page.all("tbody"):
        if "data-dates" not in body.attributes:
            continue
        half_day = ""
        for row in body.all("tr"):
            for head in row.all(".item__half"):
                half_day = HALF_DAYS[head.text]
            name = row.attributes.get("id", "")
            status = " ".join(row.texts(".item__status"))
            if name.startswith("cv-") and not status.startswith(("Không còn", "Đã bỏ")):
                day = body["data-dates"].split()[0]
                spans = [
                    fact.one("dd").text
                    for facts in row.all(".item__facts")
                    for fact in facts.all("div")
                    if fact.one("dt").text == "Thời gian"
                ]
                span = spans[0] if spans else None
                yield (
                    f"{month}-{name.removeprefix('cv-')}",
                    Facts(
                        first=_first_day(span, day),
                        last=_last_day(span, day),
                        half_day=half_day,
                        clock=" ".join(row.texts(".item__time")),
                        **_parse_status(status),
                    ),
                )


def _parse_status(text: str) -> dict[str, str]:
    """Parse a status text such as "Đã đổi lịch sang 14:00, chiều Thứ Năm, 20/5/2021: Bận"."""
    words = next((words for words in STATUSES if text.startswith(words)), "")
    rest = text.removeprefix(words)
    moved = re.match(
        r" sang (?:([\d:–]+)(?: hôm sau)?, )?(?:(sáng|chiều|tối|cả ngày) )?"
        r"(?:\D+, (\d+/\d+/\d{4})|([\d/]+–\d+/\d+/\d{4}))",
        rest,
    )
    slot = ""
    if moved:
        half_day = HALF_DAYS[moved[2].capitalize()] if moved[2] else ""
        span = moved[4] or f"{moved[3]}–{moved[3]}"
        days = dict.fromkeys((_first_day(span, ""), _last_day(span, "")))
        times = (moved[1] or "").replace("–", "-")
        slot = " ".join(filter(None, (" - ".join(days), half_day, times)))
    return {"status": STATUSES.get(words, ""), "moved_to": slot}


def _last_day(span: str | None, day: str) -> str:
    """Return the end of a range such as "30/12/2021–02/01/2022"."""
    if span is None:
        return day
    number, month, year = span.split("–")[1].split("/")
    return f"{year}-{int(month):02}-{int(number):02}"


def _first_day(span: str | None, day: str) -> str:
    if span is None:
        return day
    first, last = span.split("–")
    parts = [*first.split("/"), *last.split("/")[len(first.split("/")) :]]
    return "{2}-{1:0>2}-{0:0>2}".format(*parts)


def _is_dropped(shown: dict[str, str]) -> bool:
    """Return whether a record is of an item that its month dropped."""
    return shown.get("trang_thai", "").startswith(("Không còn trong", "Đã bỏ khỏi"))


def _key_of(url: str) -> str:
    parts = urlsplit(url)
    year, month = parts.path.strip("/").split("/")
    return f"{year}-{month}-{parts.fragment.removeprefix('cv-')}"


MOVED_TO = re.compile(
    r"(?P<first>[\d-]{10})(?: - (?P<last>[\d-]{10}))?(?: (?P<half_day>[a-z_]+))?"
    r"(?: (?P<clock>[\d:-]+))?"
)
EventTimes = tuple[date | datetime, date | datetime | None, int]
"""The start, the end and the number of days on which an event of a calendar recurs."""


def event_times(facts: Facts) -> EventTimes:
    """Return the expected times of an item in a calendar: office hours if it has no hour."""
    first, last, half_day, clock = facts.first, facts.last, facts.half_day, facts.clock
    if moved := MOVED_TO.fullmatch(facts.moved_to):
        first, last = moved["first"], moved["last"] or moved["first"]
        half_day, clock = moved["half_day"] or "", (moved["clock"] or "").replace("-", "–")
    days = (date.fromisoformat(last) - date.fromisoformat(first)).days + 1
    if clock or (days == 1 and half_day in OFFICE):
        start, _, end = (
            clock.removesuffix(" hôm sau").partition("–")
            if clock
            else (OFFICE[half_day][0], "", OFFICE[half_day][1])
        )
        starts, ends = _moment(first, start), _moment(first, end) if end else None
        if ends is not None and ends < starts:
            ends += timedelta(days=1)
        return starts, ends, days
    return date.fromisoformat(first), date.fromisoformat(last) + timedelta(days=1), 1


def _moment(day: str, clock: str) -> datetime:
    return datetime.fromisoformat(f"{day}T{clock}:00+07:00")
