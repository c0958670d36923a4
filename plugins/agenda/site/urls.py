"""Every URL of the site, relative to its root; the only module that glues a path together."""

from datetime import date
from functools import lru_cache
from unicodedata import normalize
from urllib.parse import quote

from agenda.model import DirectoryEntry, Group, Item, Person, Unit, YearMonth

HOME = ""
PEOPLE = "lanh-dao/"
UNITS = "co-quan/"
GROUPS = "nhom/"
GLOSSARY = "chu-viet-tat/"
CHANGES = "thay-doi/"
LEDGER = "ho-so.json"
SEARCH = "tim-kiem/"
SEARCH_INDEX = f"{SEARCH}muc-luc.json"
SEARCH_FACETS = f"{SEARCH}bo-loc.json"
CALENDARS = "lich/"
ALL_CALENDAR = f"{CALENDARS}tat-ca.ics"
FEED = "feed.xml"
DATA = "du-lieu/"
ITEMS_TABLE = f"{DATA}lich-cong-tac.csv"
ATTENDANCE_TABLE = f"{DATA}tham-du.csv"
DATA_PACKAGE = f"{DATA}datapackage.json"
EMBEDDED = "nhung/"
EMBEDDED_TODAY = f"{EMBEDDED}hom-nay/"
EMBEDDED_WEEK = f"{EMBEDDED}tuan-nay/"
ASSETS = "assets/agenda/"

YEAR = "{year}/"
MONTH = "{year}/{month}/"
DAY_ANCHOR = "ngay-{day}"
DAY = f"{MONTH}#{DAY_ANCHOR}"
"""Patterns, for scripts too: the year has four digits, month and day have two."""

_SECTIONS: dict[type[DirectoryEntry], str] = {Person: PEOPLE, Unit: UNITS, Group: GROUPS}


def year_url(year: int) -> str:
    return YEAR.format(year=f"{year:04}")


@lru_cache(maxsize=1 << 12)
def month_url(month: YearMonth) -> str:
    return MONTH.format(year=f"{month.year:04}", month=f"{month.month:02}")


def revision_url(month: YearMonth, number: int) -> str:
    """Where a revision stands whole once it is superseded; 0 is as first signed."""
    return f"{month_url(month)}{f'dieu-chinh-{number}' if number else 'ban-goc'}/"


def changes_url(month: YearMonth) -> str:
    """What the amendments of a month changed."""
    return f"{month_url(month)}{CHANGES}"


def amendment_anchor(number: int) -> str:
    return f"lan-{number}"


def amendment_url(month: YearMonth, number: int) -> str:
    return f"{changes_url(month)}#{amendment_anchor(number)}"


def on_page(url: str, anchor: str) -> str:
    return f"{url}#{anchor}"


def day_anchor(day: date) -> str:
    return DAY_ANCHOR.format(day=f"{day.day:02}")


def day_url(day: date) -> str:
    return f"{month_url(YearMonth.of(day))}#{day_anchor(day)}"


def item_anchor(item: Item) -> str:
    return f"cv-{item.code}"


def item_url(item: Item) -> str:
    """Where an item stands: on the page of the month whose paper lists it."""
    return f"{month_url(item.month)}#{item_anchor(item)}"


def section_url(kind: type[DirectoryEntry]) -> str:
    return _SECTIONS[kind]


def entry_url(entry: DirectoryEntry) -> str:
    return f"{_SECTIONS[type(entry)]}{entry.code}/"


def former_entry_url(entry: DirectoryEntry, code: str) -> str:
    """Where an entry had its page under a code that it no longer bears."""
    return f"{_SECTIONS[type(entry)]}{code}/"


def year_calendar_url(year: int) -> str:
    return f"{CALENDARS}{year:04}.ics"


def entry_calendar_url(entry: DirectoryEntry, code: str) -> str:
    """The calendar of an entry under its code, or under one that it once bore."""
    return f"{CALENDARS}{_SECTIONS[type(entry)]}{code}.ics"


def leader_feed_url(code: str) -> str:
    """The feed of a leader under their code, or under one that they once bore."""
    return f"{PEOPLE}{code}/{FEED}"


def month_data_url(month: YearMonth) -> str:
    return f"{DATA}{month}.json"


def page_url(url: str) -> str:
    """The page that can stand at a URL, also where a file stood."""
    return url if not url or url.endswith("/") else f"{url}/"


def normalise_url(url: str) -> str:
    """What the URLs of one place have in common: `a`, `a/` and `a/index.html` are one.

    A site cannot have both a file and a folder of one name.
    """
    return f"/{url}".removesuffix("/index.html").removesuffix("/")


def entry_year_url(entry: DirectoryEntry, year: int) -> str:
    return f"{entry_url(entry)}{year:04}/"


def original_file(file: str) -> str:
    """Where the original that lies at `file` inside `agendas/` stands in the site.

    In NFC, whatever the system that it was copied from made of its name.
    """
    return normalize("NFC", file)


def original_url(file: str) -> str:
    """What leads to the original that lies at `file` inside `agendas/`, whatever its name."""
    return quote(original_file(file))


def search_words_url(number: int) -> str:
    """A file of the search index: some of the words, by the alphabet."""
    return f"{SEARCH}tu/{number}.json"


def search_items_url(number: int) -> str:
    """A file of the search index: what results show of some items, in order of time."""
    return f"{SEARCH}viec/{number}.json"


def relative_url(url: str, target: str, home: str) -> str:
    """The way from `url` to `target`: in full where the site's `home` is known."""
    return (home or relative_root(url)) + target


def relative_root(url: str) -> str:
    """The way from a page back to the root, to put before any other URL: `../../`."""
    return "../" * url.count("/") or "./"
