"""Write the files that `/tim-kiem/` fetches: word index, facets and result blocks."""

import functools
import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from math import ceil
from typing import TypeAlias

from agenda.cache.text import CachedText
from agenda.exports.months import json_text
from agenda.model import Agenda, Directory, Person
from agenda.search.inverted_index import (
    InvertedIndex,
    Spellings,
    build_index,
    encode,
    encode_increasing,
)
from agenda.search.months import month_records
from agenda.search.phrases import phrases
from agenda.search.records import DAY_LABEL, MONTH_PLACE, PackedRecord, search_records
from agenda.search.vocabulary import phrases_by_initials, words_by_frequency
from agenda.site.artifact import Asset
from agenda.site.context import SiteContext
from agenda.site.urls import (
    CALENDARS,
    DAY,
    MONTH,
    SEARCH_INDEX,
    SEARCH_VOCABULARY,
    YEAR,
    search_facet_url,
    search_items_url,
    search_words_url,
)
from agenda.site.views.search import FACETS

RECORDS_PER_FILE = 8
"""A page of results needs up to 20 files. Small files save bytes, large files save requests."""

CHARACTERS_PER_SHARD = 8_000
"""Size of a shard in characters of postings. A word is never split: frequent words exceed the size.
"""

CACHE_PARTS = 16
"""The number of cached texts; reading them one by one needs a sixteenth of the memory."""

URLS = {
    "year": YEAR,
    "month": MONTH,
    "day": DAY,
    "entry": "{section}/{code}/",
    "calendar": f"{CALENDARS}{{section}}/{{code}}.ics",
}
"""The patterns of the URLs that a query may lead to."""

SearchFile: TypeAlias = tuple[str, bytes]
"""A URL and the content to publish there."""


def search_files(context: SiteContext) -> tuple[Asset, ...]:
    """Return every file of the search; equal agendas give equal bytes."""
    return tuple(
        Asset.of(url, text.encode())
        for part in search_parts(context)
        for url, text in json.loads(part.make())
    )


def search_parts(context: SiteContext) -> Sequence[CachedText]:
    """Return all search files in a few cached texts, because making one file means making all."""
    cache = context.cache
    files = functools.cache(partial(_make_files, context.agenda, month_records(context)))
    return [
        cache.lazy(cache.all_months_key(), f"tìm {number}", partial(_files_as_json, files, number))
        for number in range(CACHE_PARTS)
    ]


def _files_as_json(files: Callable[[], Sequence[SearchFile]], number: int) -> str:
    all_files = files()
    size = ceil(len(all_files) / CACHE_PARTS)
    part = all_files[number * size : (number + 1) * size]
    return json_text([(url, content.decode()) for url, content in part])


def _make_files(agenda: Agenda, months: Iterable[CachedText]) -> Sequence[SearchFile]:
    records = search_records(months)
    index = build_index(record.texts.split("\t") for record in records)
    shards = [(first, _json(shard)) for first, shard in _shards(index)]
    vocabulary = {
        "tu": words_by_frequency(index),
        "cum_tu": phrases_by_initials(record.texts for record in records),
    }
    parts = [
        *((search_facet_url(name), _json(facet)) for name, facet in _facets(records).items()),
        (SEARCH_VOCABULARY, _json(vocabulary)),
        *((search_words_url(number), shard) for number, (_, shard) in enumerate(shards)),
        *((search_items_url(number), block) for number, block in enumerate(_blocks(records))),
    ]
    begin = records[0].first if records else date.min
    head = {
        "ban": _digest(parts),
        "khoi": RECORDS_PER_FILE,
        "do_dai": encode(index.lengths),
        "tu_ngay": begin.isoformat(),
        "ngay": encode_increasing((record.first - begin).days for record in records),
        "keo_dai": {
            number: (record.last - record.first).days
            for number, record in enumerate(records)
            if record.first < record.last
        },
        "ngoai_viec": {
            kind: encode_increasing(
                number for number, record in enumerate(records) if record.half_day == kind
            )
            for kind in (MONTH_PLACE, DAY_LABEL)
        },
        "tu": [first for first, _ in shards],
        "thang": _published_months(agenda),
        "dia_chi": URLS,
        "dong_nghia": _synonyms(agenda.directory),
        "hieu": phrases(agenda.directory),
    }
    return [(SEARCH_INDEX, _json(head)), *parts]


def _shards(index: InvertedIndex) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Yield consecutive words as shards: the first folded word, and positions by spelling."""
    first, shard, size = "", dict[str, str](), 0
    for folded, spellings in index.positions.items():
        encoded = _encode_spellings(spellings)
        characters = sum(map(len, encoded.values()))
        if shard and size + characters > CHARACTERS_PER_SHARD:
            yield first, shard
            shard, size = {}, 0
        first = first if shard else folded
        shard |= encoded
        size += characters
    if shard:
        yield first, shard


def _encode_spellings(spellings: Spellings) -> Mapping[str, str]:
    return {spelling: encode_increasing(spellings[spelling]) for spelling in sorted(spellings)}


def _blocks(records: Sequence[PackedRecord]) -> Iterator[bytes]:
    for start in range(0, len(records), RECORDS_PER_FILE):
        block = records[start : start + RECORDS_PER_FILE]
        yield f"[{','.join(record.shown for record in block)}]".encode()


def _facets(records: Sequence[PackedRecord]) -> Mapping[str, Mapping[str, str]]:
    """Return the encoded numbers of matching records by facet and value."""
    records_by_filter: dict[str, list[int]] = defaultdict(list)
    for number, record in enumerate(records):
        for each in record.filters.split(" "):
            records_by_filter[each].append(number)
    facets: dict[str, dict[str, str]] = {facet.name: {} for facet in FACETS}
    for each, numbers in sorted(records_by_filter.items()):
        facet, _, value = each.partition(":")
        facets[facet][value] = encode_increasing(numbers)
    return facets


def _published_months(agenda: Agenda) -> Mapping[str, Sequence[int]]:
    """Return the published months of each year."""
    months: dict[str, list[int]] = defaultdict(list)
    for month in agenda.months:
        months[f"{month.month.year:04}"].append(month.month.month)
    return months


def _synonyms(directory: Directory) -> Sequence[Sequence[str]]:
    """Return groups of equivalent terms from the directory: ["UBND", "Ủy ban nhân dân"]."""
    synonyms: list[tuple[str, ...]] = [(each.short, each.full) for each in directory.abbreviations]
    synonyms += [(unit.name, *unit.abbreviations) for unit in directory.units]
    synonyms += [(group.name, *group.abbreviations) for group in directory.groups]
    synonyms += _titles(directory.people)
    return [each for each in dict.fromkeys(synonyms) if len(each) > 1]


def _titles(people: Iterable[Person]) -> list[tuple[str, ...]]:
    return [
        (title.abbreviation, title.name)
        for person in people
        for title in person.titles
        if title.abbreviation is not None
    ]


def _digest(parts: Iterable[SearchFile]) -> str:
    """Return a version of the files, so that a browser never mixes files of two builds."""
    digest = hashlib.sha256()
    for _, content in parts:
        digest.update(hashlib.sha256(content).digest())
    return digest.hexdigest()[:12]


def _json(value: object) -> bytes:
    return json_text(value).encode()
