"""Search records: what a search finds of each item, and what it shows."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial

from agenda.model import HalfDay, Item, Mention, Month, Party, Status
from agenda.site.addresses import item_address
from agenda.site.publication import Publication
from agenda.site.search import FACETS, SCHEDULED
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
class Record:
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


def search_records(publication: Publication) -> tuple[Record, ...]:
    """A record of every item that the newest revisions list, in order of time."""
    kept = publication.kept
    records = (
        _read_record(*row)
        for month in publication.agenda.months
        for row in json.loads(
            kept.text(kept.of_month(month.month), "tìm kiếm", partial(_written, month))
        )
    )
    return tuple(sorted(records, key=lambda record: (record.first, _part_of_day(record))))


def _part_of_day(record: Record) -> int:
    (half_day,) = record.filters["buoi"]
    return _HALF_DAYS[half_day]


def _written(month: Month) -> str:
    """The records of a month for the next build, each by position."""
    return json.dumps([_row(_record(item)) for item in month.items], ensure_ascii=False)


def _row(record: Record) -> Sequence[object]:
    return (
        record.first.isoformat(),
        record.last.isoformat(),
        record.shown,
        record.names,
        json.dumps(record.filters),
        record.texts,
    )


def _read_record(
    first: str,
    last: str,
    shown: Mapping[str, str],
    names: Sequence[str],
    filters: str,
    texts: Sequence[str],
) -> Record:
    return Record(
        first=date.fromisoformat(first),
        last=date.fromisoformat(last),
        shown=shown,
        names=tuple(names),
        filters=_read_filters(filters),
        texts=tuple(texts),
    )


@lru_cache(maxsize=1 << 14)
def _read_filters(text: str) -> Mapping[str, tuple[str, ...]]:
    """Many records share theirs: they hold the same ones."""
    return {facet: tuple(values) for facet, values in json.loads(text).items()}


def _record(item: Item) -> Record:
    parties = tuple(item.parties())
    status = status_name(item.status)
    if status and item.moved_to:
        status = f"{status} sang {slot_name(item.moved_to)}"
    shown = {
        "url": item_address(item),
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
    names = tuple(_names(item, parties))
    told = {field: text for field, text in shown.items() if text}
    return Record(
        first=item.first,
        last=item.last,
        shown=told,
        names=names,
        filters=_filters(item, parties),
        texts=tuple(
            " ".join(word.spelling for word in words(text))
            for text in (*(told[field] for field in SEARCHED if field in told), *names)
        ),
    )


def _printed(mentions: Iterable[Mention]) -> str:
    """The paper's words on one line."""
    text = "".join(mention.joiner + mention.text for mention in mentions)
    return "; ".join(line.strip() for line in text.splitlines() if line.strip())


def _names(item: Item, parties: Iterable[Party]) -> Iterator[str]:
    """The names of those whom the item does not name so."""
    for party in parties:
        mentions = (*item.preparers, *item.leaders)
        printed = (mention.text for mention in mentions if mention.party == party)
        if not any(_holds(text, party.name) for text in printed):
            yield party.name


def _holds(text: str, name: str) -> bool:
    """Whether the words of `name` stand side by side in `text`."""
    return f" {_folded(name)} " in f" {_folded(text)} "


@lru_cache(maxsize=1 << 12)
def _folded(text: str) -> str:
    return " ".join(word.folded for word in words(text))


def _filters(item: Item, parties: Iterable[Party]) -> Mapping[str, tuple[str, ...]]:
    values: dict[str, tuple[str, ...]] = {
        "nam": (f"{item.first.year:04}",),
        "buoi": (item.half_day.value,),
        "trang-thai": (item.status.value if item.status is not Status.PLANNED else SCHEDULED,),
    }
    for facet in FACETS:
        if facet.kind is not None:
            kind = facet.kind
            values[facet.name] = tuple(party.code for party in parties if type(party) is kind)
    return values
