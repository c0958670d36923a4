"""List what the public will see change, URL by URL."""

import html
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TypeAlias

from agenda.build.live.files import page_file
from agenda.editing.publishing.month_changes import ChangedPlace, Json, describe_month
from agenda.history.ledger import Kind, Ledger
from agenda.model import YearMonth
from agenda.site.urls import DATA, month_data_url, month_url

ReadFile: TypeAlias = Callable[[str], bytes | None]

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
    """A published or built site: its name, its ledger, and its files by URL."""

    name: str
    ledger: Ledger
    read: ReadFile

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
        for url, kind in _differing(live.ledger, new.ledger)
    ]
    kinds = list(ChangeKind)
    return tuple(sorted(found, key=lambda each: (not each.is_page, kinds.index(each.kind))))


def _differing(live: Ledger, new: Ledger) -> Iterator[tuple[str, ChangeKind]]:
    for url in sorted(live.keys() | new.keys()):
        if "#" in url:
            continue
        old, now = live.get(url), new.get(url)
        if old is None:
            yield url, ChangeKind.NEW
        elif now is None or (now.kind is Kind.TOMBSTONE) > (old.kind is Kind.TOMBSTONE):
            yield url, ChangeKind.REMOVED
        elif (old.kind, old.digest) != (now.kind, now.digest):
            yield url, ChangeKind.CHANGED


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
