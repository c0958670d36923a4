"""Test that vdirsyncer, subscribed over HTTP, receives every event."""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from agenda.history.identity import identify
from agenda.model import Agenda
from tests.browser.server import served
from tests.exports.fixtures import FIRST, SECOND, THIRD, every_shape, hard_to_search
from tests.exports.settings import HOME, exported_files
from tests.history.revisions import read_months
from tests.project import run_in
from tests.published.site import BuiltSite

AGENDAS = {"every shape": every_shape, "a generated year": hard_to_search}

PAIR = """
[pair {name}]
a = "{name}_site"
b = "{name}_kept"
collections = null

[storage {name}_site]
type = "http"
url = "{url}"

[storage {name}_kept]
type = "filesystem"
path = "{folder}"
fileext = ".ics"
"""


class Subscriber:
    """A vdirsyncer that subscribes to calendars and keeps a file for each event.

    It names an event by what the event says, so an event is known here by its URL.
    """

    def __init__(self, folder: Path, home: str, urls: list[str]) -> None:
        self.folder = folder
        self.folders = {url: folder / f"kept{number}" for number, url in enumerate(urls)}
        config = [f'[general]\nstatus_path = "{folder / "status"}"\n']
        for number, (url, received) in enumerate(self.folders.items()):
            received.mkdir(parents=True)
            config.append(PAIR.format(name=f"p{number}", url=home + url, folder=received))
        (folder / "config").write_text("".join(config), encoding="utf-8")
        self._run("discover")

    def sync(self) -> None:
        self._run("sync")

    def files(self, url: str) -> dict[str, str]:
        """Return the saved events of a calendar, by file name."""
        return {file.name: read(file) for file in self.folders[url].iterdir()}

    def events(self, url: str) -> list[str]:
        """Return the saved events of a calendar, one per file."""
        received = [events_in(content) for content in self.files(url).values()]
        assert {len(events) for events in received} <= {1}
        return sorted(event for events in received for event in events)

    def _run(self, command: str) -> None:
        options = ("--config", str(self.folder / "config"), command)
        run = run_in(self.folder, sys.executable, "-m", "vdirsyncer", *options)
        assert run.code == 0, run.output


@pytest.mark.parametrize("name", AGENDAS)
def test_every_event_of_every_calendar_is_received(name: str, tmp_path: Path) -> None:
    site = tmp_path / "site"
    urls = write_calendars(AGENDAS[name](tmp_path / "agendas"), site)
    assert {re.sub(r"[^/]+\.ics|\d+", "", url) for url in urls} >= {
        "lich/",
        "lich/lanh-dao/",
        "lich/co-quan/",
        "lich/nhom/",
    }
    with serving(site) as home:
        subscriber = Subscriber(tmp_path / "subscriber", home, urls)
        subscriber.sync()
    for url in urls:
        published = events_in(read(site / url))
        assert len(set(map(url_of, published))) == len(published), url
        assert subscriber.events(url) == published, url


def test_an_amendment_updates_events_without_duplicates(tmp_path: Path) -> None:
    site = tmp_path / "site"
    urls = write_calendars(identify(read_months(FIRST)).agenda, site)
    url = "lich/tat-ca.ics"
    with serving(site) as home:
        subscriber = Subscriber(tmp_path / "subscriber", home, urls)
        subscriber.sync()
        first = subscriber.files(url)
        assert sorted(map(url_of, subscriber.events(url))) == items(
            "bo", "chuyen", "giu", "huy", "sua"
        )

        write_calendars(identify(read_months(FIRST, SECOND, THIRD)).agenda, site)
        subscriber.sync()
        amended = subscriber.files(url)
        assert sorted(map(url_of, subscriber.events(url))) == items(
            "bo", "chuyen", "dai", "giu", "huy", "moi", "sua"
        )
        assert subscriber.events(url) == events_in(read(site / url))
        unchanged = first.keys() & amended.keys()
        assert {url_of(events_in(first[name])[0]) for name in unchanged} == set(items("giu"))

        subscriber.sync()
        assert subscriber.files(url) == amended


def write_calendars(agenda: Agenda, site: Path) -> list[str]:
    """Write every calendar below `site`, and return their URLs."""
    made = exported_files(agenda)
    urls = sorted(url for url in made if url.endswith(".ics"))
    for url in urls:
        (site / url).parent.mkdir(parents=True, exist_ok=True)
        (site / url).write_bytes(made[url].content)
    return urls


@contextmanager
def serving(site: Path) -> Iterator[str]:
    with served(BuiltSite(folder=site, url=HOME)) as home:
        yield home


def events_in(calendar: str) -> list[str]:
    """Return the lines of each event but its UID, which vdirsyncer replaces."""
    unfolded = calendar.replace("\r\n ", "")
    found = re.findall(r"BEGIN:VEVENT\r\n(.*?)END:VEVENT", unfolded, re.DOTALL)
    return sorted(re.sub(r"UID:.*\r\n", "", event) for event in found)


def url_of(event: str) -> str:
    (url,) = re.findall(r"^URL:(.*)\r$", event, re.MULTILINE)
    return str(url)


def items(*codes: str) -> list[str]:
    return [f"{HOME}2021/05/#cv-{code}" for code in codes]


def read(file: Path) -> str:
    return file.read_bytes().decode()
