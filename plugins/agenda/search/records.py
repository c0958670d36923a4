"""Make search records of items: searchable texts, displayed fields and facet values."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from agenda.cache.text import CachedText
from agenda.exports.months import json_text
from agenda.model import DirectoryEntry, HalfDay, Item, Mention, Status
from agenda.site.urls import item_url
from agenda.site.views.search import FACETS, SCHEDULED
from agenda.vietnam.dates import date_ranges, full_date, half_day_name, weekday_name
from agenda.vietnam.wording import slot_name, status_name, time_range
from agenda.vietnam.words import split_words

MONTH_PLACE = "thang"
"""In place of a half-day: the record belongs to a month, not to the first day of it."""

DAY_LABEL = "nghi"
"""In place of a half-day: the record is the label of a day."""

_RANKS = {
    half_day: rank
    for rank, half_day in enumerate(
        (
            MONTH_PLACE,
            DAY_LABEL,
            HalfDay.ALL_DAY.value,
            HalfDay.MORNING.value,
            HalfDay.AFTERNOON.value,
            HalfDay.EVENING.value,
        )
    )
}

SEARCHED = (
    "noi_dung",
    "dia_diem",
    "thanh_phan",
    "ghi_chu",
    "ly_do",
    "chuan_bi",
    "lanh_dao",
)
"""The fields of a record that are searched, besides its `names`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchRecord:
    """A result of the search: an item, or a place with other words of a month.

    `half_day` is that of an item, `MONTH_PLACE` or `DAY_LABEL`.
    `shown` are the displayed texts by field name, without empty ones. `names` are the directory
    names of entries that the item prints differently ("Đ/c Văn GĐ"). `filters` are the values of
    each facet. `texts` are the searched texts, each as its spellings separated by spaces: words
    are adjacent only within one text.
    """

    first: date
    last: date
    half_day: str
    shown: Mapping[str, str]
    names: tuple[str, ...]
    filters: Mapping[str, tuple[str, ...]]
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PackedRecord:
    """A record in little memory: the search holds all records of a large site at once.

    `shown` is JSON, with the `names` as "ten". `filters` are pairs of facet and value
    ("nam:2021"), separated by spaces. `texts` are separated by tabs.
    """

    first: date
    last: date
    half_day: str
    shown: str
    filters: str
    texts: str


def search_records(months: Iterable[CachedText]) -> list[PackedRecord]:
    """Parse the records of months and sort them by time."""
    lines = (line for month in months for line in month.make().split("\n"))
    records = [_parse_record(line) for line in lines if line]
    return sorted(records, key=lambda record: (record.first, _RANKS[record.half_day]))


def format_records(records: Iterable[SearchRecord]) -> str:
    """Return records, one per line: neither JSON nor words contain tabs."""
    return "\n".join("\t".join(_record_fields(record)) for record in records)


def _record_fields(record: SearchRecord) -> Iterator[str]:
    shown = dict(record.shown)
    if record.names:
        shown["ten"] = "; ".join(record.names)
    yield record.first.isoformat()
    yield record.last.isoformat()
    yield record.half_day
    yield json_text(shown)
    yield " ".join(
        f"{facet}:{value}" for facet, values in record.filters.items() for value in values
    )
    yield from record.texts


def _parse_record(line: str) -> PackedRecord:
    first, last, half_day, shown, filters, texts = line.split("\t", 5)
    return PackedRecord(
        date.fromisoformat(first), date.fromisoformat(last), half_day, shown, filters, texts
    )


def record_of(item: Item) -> SearchRecord:
    """Return the search record of an item."""
    entries = tuple(item.entries())
    status = status_name(item.status)
    if status and item.moved_to:
        status = f"{status} sang {slot_name(item.moved_to)}"
    shown = {
        "url": item_url(item),
        "ngay": item.first.isoformat(),
        "khi": f"{weekday_name(item.first)}, {full_date(item.first)}",
        "buoi": half_day_name(item.half_day),
        "gio": time_range(item.start, item.end),
        "den": date_ranges(item.days) if item.first < item.last else None,
        "trang_thai": status,
        "noi_dung": item.text,
        "dia_diem": item.venue,
        "thanh_phan": item.participants,
        "ghi_chu": item.note,
        "ly_do": item.reason,
        "chuan_bi": _printed_names(item.preparers),
        "lanh_dao": _printed_names(item.leaders),
    }
    names = tuple(_directory_names(item, entries))
    present = {field: text for field, text in shown.items() if text}
    searched = (present[field] for field in SEARCHED if field in present)
    return SearchRecord(
        first=item.first,
        last=item.last,
        half_day=item.half_day.value,
        shown=present,
        names=names,
        filters=_filters(item, entries),
        texts=tuple(map(spellings, (*searched, *names))),
    )


@lru_cache(maxsize=1 << 12)
def spellings(text: str) -> str:
    """Return the spellings of a text; cached, because venues, units and leaders recur."""
    return " ".join(word.spelling for word in split_words(text))


def _printed_names(mentions: Iterable[Mention]) -> str:
    """Return the names as printed, on one line."""
    text = "".join(mention.joiner + mention.text for mention in mentions)
    return "; ".join(line.strip() for line in text.splitlines() if line.strip())


def _directory_names(item: Item, entries: Iterable[DirectoryEntry]) -> Iterator[str]:
    """Yield the directory names of entries that the item prints differently."""
    for entry in entries:
        mentions = (*item.preparers, *item.leaders)
        printed = (mention.text for mention in mentions if mention.entry == entry)
        if not any(contains_words(text, entry.name) for text in printed):
            yield entry.name


def contains_words(text: str, words: str) -> bool:
    """Return whether words are adjacent in a text."""
    return f" {_folded(words)} " in f" {_folded(text)} "


@lru_cache(maxsize=1 << 12)
def _folded(text: str) -> str:
    return " ".join(word.folded for word in split_words(text))


def _filters(item: Item, entries: Iterable[DirectoryEntry]) -> Mapping[str, tuple[str, ...]]:
    values: dict[str, tuple[str, ...]] = {
        "nam": (f"{item.first.year:04}",),
        "buoi": (item.half_day.value,),
        "trang-thai": (item.status.value if item.status is not Status.PLANNED else SCHEDULED,),
    }
    for facet in FACETS:
        if facet.kind is not None:
            kind = facet.kind
            values[facet.name] = tuple(entry.code for entry in entries if type(entry) is kind)
    return values
