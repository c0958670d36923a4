"""A reader who keeps every published URL, and a subscriber of the calendars and feeds."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from xml.etree import ElementTree

import icalendar

from tests.generators.deployment import Deployment, Server
from tests.site.elements import Element, parse

ATOM = "{http://www.w3.org/2005/Atom}"


@dataclass(kw_only=True)
class Reader:
    """A reader who keeps every published URL and visits each again."""

    deployment: Deployment
    urls: set[str] = field(default_factory=set)

    def deploy(self, *options: str) -> None:
        """Publish, and visit the site."""
        done = self.deployment.deploy(*options)
        assert done.code == 0, done.said
        self.visit()

    def visit(self) -> None:
        """Request every URL ever published over HTTP."""
        ledger = json.loads(self.deployment.published("ho-so.json"))
        self.urls |= {url.removeprefix("/") for url in ledger["dia_chi"]}
        with self.deployment.served() as site:
            assert list(self._lost(site)) == []

    def _lost(self, site: Server) -> Iterator[str]:
        pages: dict[str, str] = {}
        for url in sorted(self.urls):
            page, _, anchor = url.partition("#")
            if page not in pages:
                status, pages[page] = site.get(page)
                if status != 200:
                    yield f"/{page} answers {status}"
            if anchor and f'id="{anchor}"' not in pages[page]:
                yield f"/{url} has no place on its page"

    def rows(self) -> dict[str, str]:
        """Return the text at the anchor of each item, struck out or not."""
        with self.deployment.served() as site:
            page = table_of(site.page("2021/05/"))
        return {
            row.attributes["id"].removeprefix("cv-"): words_of(row)
            for row in page.all("tr")
            if row.attributes.get("id", "").startswith("cv-")
        }

    def page(self, url: str) -> str:
        with self.deployment.served() as site:
            return site.page(url)


def words_of(row: Element) -> str:
    said = (
        row.texts(".item__changes")
        + row.texts(".item__status")
        + row.texts(".item__text")
        + row.texts(".item__leaders")
    )
    return " / ".join(filter(None, said))


def article(html: str) -> str:
    """Return the table of a month without the text around it."""
    return table_of(html).text


def table_of(html: str) -> Element:
    table = re.search(r'<table class="agenda".*?</table>', html, re.DOTALL)
    assert table is not None
    return parse(table[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """The values of an event that a calendar program compares and shows."""

    sequence: int
    modified: datetime
    shown: tuple[str, ...]


@dataclass(kw_only=True)
class Subscriber:
    """A subscriber who fetches a year's calendar and the feed after each deploy.

    Calendar programs drop an event with a lower SEQUENCE, and may ignore one that changed under an
    equal one. Feed readers show an entry once, by its id.
    """

    year: int
    events: dict[str, Event] = field(default_factory=dict)
    entries: set[str] = field(default_factory=set)

    def fetch(self, site: Server, withdrawn: str = "") -> int:
        """Fetch everything again. Return the number of new entries of the feed.

        Only the event of the item with the code `withdrawn` may be gone.
        """
        events = dict(self._events(site.page(f"lich/{self.year}.ics")))
        for uid, before in self.events.items():
            if withdrawn and f"-{withdrawn}@" in uid:
                assert uid not in events
                continue
            now = events[uid]
            assert now.sequence >= before.sequence, uid
            assert now.modified >= before.modified, uid
            if now.shown != before.shown:
                assert now.sequence > before.sequence, (uid, before.shown, now.shown)
        self.events |= events
        feed = ElementTree.fromstring(site.page("feed.xml"))
        names = [entry.findtext(f"{ATOM}id", "") for entry in feed.iter(f"{ATOM}entry")]
        assert len(names) == len(set(names))
        new = set(names) - self.entries
        self.entries |= new
        return len(new)

    def summary(self, code: str) -> str:
        """Return what the program shows of an item: "04/01 08:00 CONFIRMED Họp"."""
        (event,) = (event for uid, event in self.events.items() if f"-{code}@" in uid)
        return " ".join(event.shown)

    def _events(self, calendar: str) -> Iterator[tuple[str, Event]]:
        for event in icalendar.Calendar.from_ical(calendar).walk("VEVENT"):
            start = event.decoded("DTSTART")
            yield (
                str(event["UID"]),
                Event(
                    sequence=int(event.decoded("SEQUENCE")),
                    modified=event.decoded("LAST-MODIFIED"),
                    shown=(
                        f"{start:%d/%m %H:%M}" if isinstance(start, datetime) else f"{start:%d/%m}",
                        str(event["STATUS"]),
                        str(event["SUMMARY"]),
                        *([str(event["LOCATION"])] if "LOCATION" in event else []),
                    ),
                ),
            )
