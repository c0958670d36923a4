"""Search records: what a search finds of each item, and what it shows."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial

from agenda.cache.text import CachedText
from agenda.exports.months import json_text
from agenda.model import DirectoryEntry, HalfDay, Item, Mention, Month, Status
from agenda.site.context import SiteContext
from agenda.site.urls import item_url
from agenda.site.views.search import FACETS, SCHEDULED
from agenda.vietnam.dates import date_range, full_date, half_day_name, weekday_name
from agenda.vietnam.wording import slot_name, status_name, time_range
from agenda.vietnam.words import words

_HALF_DAYS = {
    half_day.value: place
    for place, half_day in enumerate(
        (HalfDay.ALL_DAY, HalfDay.MORNING, HalfDay.AFTERNOON, HalfDay.EVENING)
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
"""The fields of a record whose words find it, besides its `names`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchRecord:
    """An item as a search has it.

    `shown` are its finished words by the names of the files' own fields, empty ones left out;
    `names` are the directory's names of those whom it prints otherwise ("Đ/c Văn GĐ");
    `filters` are its values for each facet. `texts` are all that finds it, each as the spellings
    of its words with a space between: words stand side by side only within one text.
    """

    first: date
    last: date
    shown: Mapping[str, str]
    names: tuple[str, ...]
    filters: Mapping[str, tuple[str, ...]]
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PackedRecord:
    """A record in little room: of a large site a search has all of them at once.

    `shown` is JSON, with the `names` as "ten". `filters` are a facet and a value each
    ("nam:2021"), with a space between; `texts` have a tab between.
    """

    first: date
    last: date
    half_day: str
    shown: str
    filters: str
    texts: str


def month_records(context: SiteContext) -> list[CachedText]:
    """A record of every item that the newest revisions list, the records of each month in one."""
    kept = context.kept
    return [
        kept.later(kept.of_month(month.month), "tìm kiếm", partial(_written, month))
        for month in context.agenda.months
    ]


def search_records(months: Iterable[CachedText]) -> list[PackedRecord]:
    """The records of months in order of time."""
    lines = (line for month in months for line in month.make().split("\n"))
    records = [_read(line) for line in lines if line]
    return sorted(records, key=lambda record: (record.first, _HALF_DAYS[record.half_day]))


def _written(month: Month) -> str:
    """The records of a month for the next build, a line each: neither JSON nor words have tabs."""
    return "\n".join("\t".join(_fields(record_of(item))) for item in month.items)


def _fields(record: SearchRecord) -> Iterator[str]:
    shown = dict(record.shown)
    if record.names:
        shown["ten"] = "; ".join(record.names)
    yield record.first.isoformat()
    yield record.last.isoformat()
    yield from record.filters["buoi"]
    yield json_text(shown)
    yield " ".join(
        f"{facet}:{value}" for facet, values in record.filters.items() for value in values
    )
    yield from record.texts


def _read(line: str) -> PackedRecord:
    first, last, half_day, shown, filters, texts = line.split("\t", 5)
    return PackedRecord(
        date.fromisoformat(first), date.fromisoformat(last), half_day, shown, filters, texts
    )


def record_of(item: Item) -> SearchRecord:
    """What a search finds and shows of an item."""
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
        "den": date_range(item.first, item.last) if item.first < item.last else None,
        "trang_thai": status,
        "noi_dung": item.text,
        "dia_diem": item.venue,
        "thanh_phan": item.participants,
        "ghi_chu": item.note,
        "ly_do": item.reason,
        "chuan_bi": _printed(item.preparers),
        "lanh_dao": _printed(item.leaders),
    }
    names = tuple(_names(item, entries))
    told = {field: text for field, text in shown.items() if text}
    return SearchRecord(
        first=item.first,
        last=item.last,
        shown=told,
        names=names,
        filters=_filters(item, entries),
        texts=tuple(map(_spelled, (*(told[field] for field in SEARCHED if field in told), *names))),
    )


@lru_cache(maxsize=1 << 12)
def _spelled(text: str) -> str:
    """Venues, units and leaders are the same time and again."""
    return " ".join(word.spelling for word in words(text))


def _printed(mentions: Iterable[Mention]) -> str:
    """The paper's words on one line."""
    text = "".join(mention.joiner + mention.text for mention in mentions)
    return "; ".join(line.strip() for line in text.splitlines() if line.strip())


def _names(item: Item, entries: Iterable[DirectoryEntry]) -> Iterator[str]:
    """The names of those whom the item does not name so."""
    for entry in entries:
        mentions = (*item.preparers, *item.leaders)
        printed = (mention.text for mention in mentions if mention.entry == entry)
        if not any(_holds(text, entry.name) for text in printed):
            yield entry.name


def _holds(text: str, name: str) -> bool:
    """Whether the words of `name` stand side by side in `text`."""
    return f" {_folded(name)} " in f" {_folded(text)} "


@lru_cache(maxsize=1 << 12)
def _folded(text: str) -> str:
    return " ".join(word.folded for word in words(text))


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
