"""Define every URL of the site, relative to its root; no other module builds paths."""

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
SEARCH_VOCABULARY = f"{SEARCH}tu-vung.json"
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

FOCUS_ANCHOR = "trong-tam"
CAVEAT_ANCHOR = "luu-y"
SOURCE_ANCHOR = "nguon"
CORRECTIONS_ANCHOR = "hieu-dinh"
"""Anchors of the page of a month."""

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
    """Return the page of a superseded revision; 0 is the first signed revision."""
    return f"{month_url(month)}{f'dieu-chinh-{number}' if number else 'ban-goc'}/"


def changes_url(month: YearMonth) -> str:
    """Return the page of a month's amendments."""
    return f"{month_url(month)}{CHANGES}"


def amendment_anchor(number: int) -> str:
    return f"lan-{number}"


def amendment_url(month: YearMonth, number: int) -> str:
    return f"{changes_url(month)}#{amendment_anchor(number)}"


def update_anchor(revision: int, number: int) -> str:
    """Return the anchor of an update, counted from 1 in the file of its revision."""
    return f"cap-nhat-{revision}-{number}"


def update_url(month: YearMonth, revision: int, number: int) -> str:
    return f"{changes_url(month)}#{update_anchor(revision, number)}"


def on_page(url: str, anchor: str) -> str:
    return f"{url}#{anchor}"


def day_anchor(day: date) -> str:
    return DAY_ANCHOR.format(day=f"{day.day:02}")


def day_url(day: date) -> str:
    return f"{month_url(YearMonth.of(day))}#{day_anchor(day)}"


def item_anchor(item: Item) -> str:
    return f"cv-{item.code}"


def item_url(item: Item) -> str:
    """Return the URL of an item: its anchor on the page of the month that lists it."""
    return f"{month_url(item.month)}#{item_anchor(item)}"


def section_url(kind: type[DirectoryEntry]) -> str:
    return _SECTIONS[kind]


def entry_url(entry: DirectoryEntry) -> str:
    return f"{_SECTIONS[type(entry)]}{entry.code}/"


def entry_code(url: str) -> str:
    """Return the code, maybe a former one, whose page has a URL; empty for another page."""
    section, _, code = url.removesuffix("/").rpartition("/")
    return code if url.endswith("/") and f"{section}/" in _SECTIONS.values() else ""


def former_entry_url(entry: DirectoryEntry, code: str) -> str:
    """Return the page of an entry under a former code."""
    return f"{_SECTIONS[type(entry)]}{code}/"


def year_calendar_url(year: int) -> str:
    return f"{CALENDARS}{year:04}.ics"


def entry_calendar_url(entry: DirectoryEntry, code: str) -> str:
    """Return the calendar of an entry under its present or a former code."""
    return f"{CALENDARS}{_SECTIONS[type(entry)]}{code}.ics"


def leader_feed_url(code: str) -> str:
    """Return the feed of a leader under the present or a former code."""
    return f"{PEOPLE}{code}/{FEED}"


def month_data_url(month: YearMonth) -> str:
    return f"{DATA}{month}.json"


def page_url(url: str) -> str:
    """Return the URL of the page at a URL, also where a file stood."""
    return url if not url or url.endswith("/") else f"{url}/"


def normalise_url(url: str) -> str:
    """Return a common form of equivalent URLs: `a`, `a/` and `a/index.html` are one.

    A site cannot have both a file and a folder of one name.
    """
    return f"/{url}".removesuffix("/index.html").removesuffix("/")


def entry_year_url(entry: DirectoryEntry, year: int) -> str:
    return f"{entry_url(entry)}{year:04}/"


def original_file(file: str) -> str:
    """Return the path of a signed original in the site, for its path inside `agendas/`.

    The path is in NFC, because some file systems decompose names.
    """
    return normalize("NFC", file)


def original_url(file: str) -> str:
    """Return the percent-encoded URL of a signed original, for its path inside `agendas/`."""
    return quote(original_file(file))


def search_facet_url(name: str) -> str:
    """Return the URL of the records by value of a facet."""
    return f"{SEARCH}loc/{name}.json"


def search_words_url(number: int) -> str:
    """Return the URL of a shard of the search index, in alphabetical order."""
    return f"{SEARCH}tu/{number}.json"


def search_items_url(number: int) -> str:
    """Return the URL of a block of search results, in order of time."""
    return f"{SEARCH}viec/{number}.json"


def relative_url(url: str, target: str, home: str) -> str:
    """Return the link from `url` to `target`: absolute if the site's `home` is known."""
    return (home or relative_root(url)) + target


def relative_root(url: str) -> str:
    """Return the relative path from a page to the root, as a prefix of URLs: `../../`."""
    return "../" * url.count("/") or "./"
