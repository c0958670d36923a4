"""List what the public will see change, URL by URL."""

import hashlib
import html
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import TypeAlias

from agenda.build.live.files import page_file
from agenda.editing.publishing.month_changes import ChangedPlace, Json, describe_month
from agenda.history.ledger import Kind, Ledger
from agenda.model import YearMonth
from agenda.site.urls import DATA, month_data_url, month_url

ReadFile: TypeAlias = Callable[[str], bytes | None]

_MAIN = re.compile(r"<main\b(.*?)</main>", re.DOTALL)
_TAG = re.compile(r"<(script|style)\b.*?</\1>|<[^>]*>", re.DOTALL)
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_MONTH_DATA = re.compile(rf"{DATA}(\d{{4}}-\d{{2}})\.json")
_FILES = {
    ".ics": "Lịch để đăng ký",
    ".xml": "Nguồn tin",
    ".json": "Dữ liệu mở",
    ".csv": "Dữ liệu mở",
}
_FILE = "Tệp"


class ChangeKind(Enum):
    """The kind of change at a URL; the value is the heading for changes of this kind."""

    NEW = "Mới"
    CHANGED = "Thay đổi"
    REMOVED = "Không còn"


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicChange:
    """A page or file that the public will see change.

    `url` is relative to the root of the site. `places` tell what changes on the page of a month.
    """

    url: str
    kind: ChangeKind
    title: str
    is_page: bool
    places: tuple[ChangedPlace, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteState:
    """A published or built site: its name, its ledger, and its files by URL.

    `blobs` are the ids that git gives the contents of files; a built site has none.
    """

    name: str
    ledger: Ledger
    read: ReadFile
    blobs: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def built(cls, name: str, ledger: Ledger, site: Path) -> "SiteState":
        """Return the state of a site that lies in a folder."""

        def read(url: str) -> bytes | None:
            path = site / url
            return path.read_bytes() if path.is_file() else None

        return cls(name=name, ledger=ledger, read=read)


def find_changes(live: SiteState, new: SiteState) -> tuple[PublicChange, ...]:
    """Return the pages and files that differ: pages first, each kind by URL."""
    months = dict(_changed_months(live, new))
    found = [
        PublicChange(
            url=url,
            kind=kind,
            title=_title(url, new if kind is not ChangeKind.REMOVED else live),
            is_page=_is_page(url, new if kind is not ChangeKind.REMOVED else live),
            places=months.get(url, ()),
        )
        for url, kind in _differing(live, new)
    ]
    kinds = list(ChangeKind)
    return tuple(sorted(found, key=lambda each: (not each.is_page, kinds.index(each.kind))))


def _differing(live: SiteState, new: SiteState) -> Iterator[tuple[str, ChangeKind]]:
    for url in sorted(live.ledger.keys() | new.ledger.keys()):
        if "#" in url:
            continue
        old, now = live.ledger.get(url), new.ledger.get(url)
        if old is None:
            yield url, ChangeKind.NEW
        elif now is None or (now.kind is Kind.TOMBSTONE) > (old.kind is Kind.TOMBSTONE):
            yield url, ChangeKind.REMOVED
        elif (old.kind, old.digest) != (now.kind, now.digest) or (
            now.kind is not Kind.FILE and _other_words(url, live, new)
        ):
            yield url, ChangeKind.CHANGED


def _other_words(url: str, live: SiteState, new: SiteState) -> bool:
    """Tell whether a page shows other words; the ledger has the title alone of lists."""
    file = page_file(url)
    content, blob = new.read(file), live.blobs.get(file)
    if content is None or blob is None or _blob_of(content, blob) == blob:
        return False
    return _words(content) != _words(live.read(file) or b"")


def _blob_of(content: bytes, like: str) -> str:
    """Return the id that git gives a content, in the format of another id."""
    named = b"blob %d\0%b" % (len(content), content)
    algorithm = hashlib.sha1 if len(like) == 40 else hashlib.sha256
    return algorithm(named).hexdigest()


def _words(page: bytes) -> list[str]:
    """Return the words in the main part of a page, without the menus around it."""
    text = page.decode(errors="replace")
    match = _MAIN.search(text)
    return html.unescape(_TAG.sub(" ", match[1] if match else text)).split()


def _changed_months(
    live: SiteState, new: SiteState
) -> Iterator[tuple[str, tuple[ChangedPlace, ...]]]:
    for url, entry in new.ledger.items():
        match = _MONTH_DATA.fullmatch(url)
        if match is None or (url in live.ledger and live.ledger[url].digest == entry.digest):
            continue
        month = YearMonth.parse(match[1])
        now = _month_data(new, month)
        if now is not None:
            yield month_url(month), tuple(describe_month(_month_data(live, month), now))


def _month_data(site: SiteState, month: YearMonth) -> Json | None:
    content = site.read(month_data_url(month))
    data: Json | None = None if content is None else json.loads(content)
    return data


def _is_page(url: str, site: SiteState) -> bool:
    return site.ledger[url].kind is not Kind.FILE


def _title(url: str, site: SiteState) -> str:
    if not _is_page(url, site):
        return _FILES.get(Path(url).suffix, _FILE)
    content = site.read(page_file(url)) or b""
    match = _TITLE.search(content.decode(errors="replace"))
    title = html.unescape(match[1]).strip() if match else ""
    return title.removesuffix(f" – {site.name}")
