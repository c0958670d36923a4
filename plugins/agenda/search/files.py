"""The files that `/tim-kiem/` fetches: an index of words, the facets, what results show."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, partial
from math import ceil
from typing import TypeAlias

from agenda.cache.text import CachedText
from agenda.exports.months import json_text
from agenda.model import Agenda, Directory, Person
from agenda.search.inverted_index import InvertedIndex, Spellings, encode, encode_rising, post
from agenda.search.records import PackedRecord, month_records, search_records
from agenda.site.artifact import Asset
from agenda.site.context import SiteContext
from agenda.site.urls import (
    SEARCH_FACETS,
    SEARCH_INDEX,
    search_items_url,
    search_words_url,
)
from agenda.site.views.search import FACETS

RECORDS_A_FILE = 8
"""A page of results lies in up to 20 files: small ones cost fewer bytes, large ones fewer files."""

SIGNS_A_FILE = 8_000
"""Of postings. A word is never divided: the most frequent ones take a file each, and more."""

PARTS = 16
"""Read one after the other, they take a sixteenth of the room."""

File: TypeAlias = tuple[str, bytes]
"""A URL and what is to be published there."""


def search_files(context: SiteContext) -> tuple[Asset, ...]:
    """Everything a search needs; equal agendas give equal bytes."""
    return tuple(
        Asset.of(url, text.encode())
        for part in search_parts(context)
        for url, text in json.loads(part.make())
    )


def search_parts(context: SiteContext) -> Sequence[CachedText]:
    """All the files in a few texts: to make one is to make all, which takes much room."""
    kept = context.kept
    files = cache(partial(_files, context.agenda, month_records(context)))
    return [
        kept.later(kept.of_all(), f"tìm {number}", partial(_part, files, number))
        for number in range(PARTS)
    ]


def _part(files: Callable[[], Sequence[File]], number: int) -> str:
    whole = files()
    size = ceil(len(whole) / PARTS)
    part = whole[number * size : (number + 1) * size]
    return json_text([(url, content.decode()) for url, content in part])


def _files(agenda: Agenda, months: Iterable[CachedText]) -> Sequence[File]:
    records = search_records(months)
    lengths, shards = _words(records)
    parts = [
        (SEARCH_FACETS, _json(_facets(records))),
        *((search_words_url(number), shard) for number, (_, shard) in enumerate(shards)),
        *((search_items_url(number), block) for number, block in enumerate(_blocks(records))),
    ]
    begin = records[0].first if records else date.min
    index = {
        "ban": _digest(parts),
        "khoi": RECORDS_A_FILE,
        "do_dai": encode(lengths),
        "tu_ngay": begin.isoformat(),
        "ngay": encode_rising((record.first - begin).days for record in records),
        "keo_dai": {
            number: (record.last - record.first).days
            for number, record in enumerate(records)
            if record.first < record.last
        },
        "tu": [first for first, _ in shards],
        "thang": _published(agenda),
        "dong_nghia": _synonyms(agenda.directory),
    }
    return [(SEARCH_INDEX, _json(index)), *parts]


def _words(records: Iterable[PackedRecord]) -> tuple[Sequence[int], Sequence[tuple[str, bytes]]]:
    """The places that each record takes, and the files of words, each with its first word."""
    postings = post(record.texts.split("\t") for record in records)
    return postings.lengths, [(first, _json(shard)) for first, shard in _shards(postings)]


def _shards(postings: InvertedIndex) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Runs of words, each with its first folded word, as spellings with their places."""
    first, shard, size = "", dict[str, str](), 0
    for folded, spellings in postings.places.items():
        encoded = _encoded(spellings)
        signs = sum(map(len, encoded.values()))
        if shard and size + signs > SIGNS_A_FILE:
            yield first, shard
            shard, size = {}, 0
        first = first if shard else folded
        shard |= encoded
        size += signs
    if shard:
        yield first, shard


def _encoded(spellings: Spellings) -> Mapping[str, str]:
    return {spelling: encode_rising(spellings[spelling]) for spelling in sorted(spellings)}


def _blocks(records: Sequence[PackedRecord]) -> Iterator[bytes]:
    for start in range(0, len(records), RECORDS_A_FILE):
        block = records[start : start + RECORDS_A_FILE]
        yield f"[{','.join(record.shown for record in block)}]".encode()


def _facets(records: Sequence[PackedRecord]) -> Mapping[str, Mapping[str, str]]:
    """For each facet and value the numbers of the records that have it."""
    having: dict[str, list[int]] = defaultdict(list)
    for number, record in enumerate(records):
        for each in record.filters.split(" "):
            having[each].append(number)
    facets: dict[str, dict[str, str]] = {facet.name: {} for facet in FACETS}
    for each, numbers in sorted(having.items()):
        facet, _, value = each.partition(":")
        facets[facet][value] = encode_rising(numbers)
    return facets


def _published(agenda: Agenda) -> Mapping[str, Sequence[int]]:
    """The published months of each year."""
    months: dict[str, list[int]] = defaultdict(list)
    for month in agenda.months:
        months[f"{month.month.year:04}"].append(month.month.month)
    return months


def _synonyms(directory: Directory) -> Sequence[Sequence[str]]:
    """Ways to write one thing, by the directory: ["UBND", "Ủy ban nhân dân"]."""
    ways: list[tuple[str, ...]] = [(each.short, each.full) for each in directory.abbreviations]
    ways += [(unit.name, *unit.abbreviations) for unit in directory.units]
    ways += [(group.name, *group.abbreviations) for group in directory.groups]
    ways += _titles(directory.people)
    return [each for each in dict.fromkeys(ways) if len(each) > 1]


def _titles(people: Iterable[Person]) -> list[tuple[str, ...]]:
    return [
        (title.abbreviation, title.name)
        for person in people
        for title in person.titles
        if title.abbreviation is not None
    ]


def _digest(parts: Iterable[File]) -> str:
    """Changes with the parts, so that a browser never puts parts of two versions together."""
    digest = hashlib.sha256()
    for _, content in parts:
        digest.update(hashlib.sha256(content).digest())
    return digest.hexdigest()[:12]


def _json(value: object) -> bytes:
    return json_text(value).encode()
