"""A search by looking through every item and every other place, word by word.

It defines what the search in the browser must give.

It shares nothing with it but the model, the URLs and the rules, which are these. All words
are required, whole, in one item, in any of its texts, whatever their case and diacritics. Words
in quotation marks or joined by signs stand side by side in one text. Zeros before a number do not
count. An abbreviation of the directory finds its full words and the other way round, the longest
one that was typed first; there it must be in capitals, as printed. What no item has is left out.

A query that is understood as more than words (`plain_understanding.py`) finds the items that this
holds for and that have the other words, and the items that have all words as typed.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeAlias

from agenda.model import Agenda, Item, Mention
from agenda.model.calendar import dates_between
from agenda.site.urls import item_url
from tests.browser.plain_places import Place, places_of
from tests.browser.plain_superseded import superseded_of
from tests.browser.plain_times import Meaning
from tests.browser.plain_understanding import PlainReader, Understood


@dataclass(frozen=True)
class Token:
    """A word as it stands."""

    written: str

    @cached_property
    def folded(self) -> str:
        letters = unicodedata.normalize("NFD", self.written.lower().replace("đ", "d"))
        bare = "".join(letter for letter in letters if unicodedata.category(letter) != "Mn")
        return str(int(bare)) if bare.isdecimal() else bare

    @cached_property
    def marks(self) -> list[str]:
        """The word's diacritics, wherever they are: "hoà" and "hòa" have the same."""
        letters = unicodedata.normalize("NFD", self.written.lower())
        return sorted(
            letter for letter in letters if unicodedata.category(letter) == "Mn" or letter == "đ"
        )

    @cached_property
    def capitals(self) -> bool:
        return len(self.written) > 1 and self.written.isupper()


Tokens = tuple[Token, ...]


@dataclass(frozen=True)
class Text:
    """A text of an item, with its folded words in a row: " kiem tra co so "."""

    tokens: Tokens
    row: str

    @classmethod
    def of(cls, text: str) -> "Text":
        found = tokens(text)
        return cls(tokens=found, row=row(found))


Found: TypeAlias = Item | Place


@dataclass(frozen=True)
class Answer:
    """The items and places found, in any order, and the terms that no item has."""

    items: tuple[Found, ...]
    missing: tuple[str, ...]

    @property
    def urls(self) -> set[str]:
        return set(map(url_of, self.items))


@dataclass(frozen=True)
class _Term:
    text: str
    quoted: bool
    tokens: Tokens


@dataclass(frozen=True)
class _Demand:
    """Required adjacent terms, or one of `others` in their place."""

    terms: tuple[_Term, ...]
    others: tuple[Tokens, ...]


class PlainSearch:
    """A search over one agenda."""

    def __init__(self, agenda: Agenda) -> None:
        self.items = tuple(agenda.items)
        self._places = tuple(
            place for month in agenda.months for place in (*places_of(month), *superseded_of(month))
        )
        everything: tuple[Found, ...] = (*self.items, *self._places)
        self._texts = {found: tuple(map(Text.of, texts_of(found))) for found in everything}
        directory = agenda.directory
        ways: list[tuple[str, ...]] = [(each.short, each.full) for each in directory.abbreviations]
        ways += [(unit.name, *unit.abbreviations) for unit in directory.units]
        ways += [(group.name, *group.abbreviations) for group in directory.groups]
        ways += [
            (title.abbreviation, title.name)
            for person in directory.people
            for title in person.titles
            if title.abbreviation
        ]
        self._ways = [tuple(map(tokens, each)) for each in ways]
        self._reader = PlainReader(directory, sorted({m.month.year for m in agenda.months}))

    def find(self, query: str, today: date = date.min) -> Answer:
        typed = self._find_words(query)
        if not terms_of(query):
            return Answer(items=() if query else self.items, missing=())
        understood = self._reader.understand(query, today)
        if not understood.readings:
            return typed
        inside = self._find_words(understood.rest)
        has_words = len(terms_of(understood.rest)) > len(inside.missing)
        among: Iterable[Found] = inside.items if has_words else self._without_words(understood)
        found = {item for item in among if holds_for(item, understood.meanings)}
        if set(typed.missing) <= set(inside.missing):
            found.update(typed.items)
        items = found or (set(among) if has_words else found)
        return Answer(tuple(item for item in self._texts if item in items), inside.missing)

    def _without_words(self, understood: Understood) -> tuple[Found, ...]:
        """Return the items, and for some days at most a month long what is said of the days."""
        ranges = [each for meaning in understood.meanings for each in meaning.ranges or ()]
        if len(ranges) == 1 and (ranges[0][1] - ranges[0][0]).days <= 31:
            return (*self.items, *(place for place in self._places if not place.of_month))
        return self.items

    def _find_words(self, query: str) -> Answer:
        found: list[set[Found]] = []
        missing: list[str] = []
        for demand in self._demands(terms_of(query)):
            if items := self._meeting(demand):
                found.append(items)
                continue
            for term in demand.terms:
                if items := self._meeting(self._alone(term)):
                    found.append(items)
                else:
                    missing.append(term.text)
        together = set[Found].intersection(*found) if found else set()
        return Answer(tuple(item for item in self._texts if item in together), tuple(missing))

    def _demands(self, terms: Sequence[_Term]) -> Iterator[_Demand]:
        while terms:
            for size in range(len(terms), 0, -1):
                run = terms[:size]
                typed = tuple(token for term in run for token in term.tokens)
                others = self._other_ways(typed)
                if others and not any(term.quoted for term in run):
                    yield _Demand(tuple(run), others)
                    break
            else:
                size = 1
                yield self._alone(terms[0])
            terms = terms[size:]

    def _alone(self, term: _Term) -> _Demand:
        return _Demand((term,), tuple(self._wordings(term.tokens)))

    def _other_ways(self, typed: Tokens) -> tuple[Tokens, ...]:
        return tuple(
            way
            for ways in self._ways
            if any(means(typed, each) for each in ways)
            for way in ways
            if not means(typed, way)
        )

    def _wordings(self, typed: Tokens) -> Iterator[Tokens]:
        """Return the words with alternative spellings of any part of them."""
        for start in range(len(typed)):
            for end in range(start + 1, len(typed) + 1):
                for way in self._other_ways(typed[start:end]):
                    for rest in (typed[end:], *self._wordings(typed[end:])):
                        yield typed[:start] + way + rest

    def _meeting(self, demand: _Demand) -> set[Found]:
        return {
            item
            for item, texts in self._texts.items()
            if all(stands_in(term.tokens, texts, typed=True) for term in demand.terms)
            or any(stands_in(other, texts, typed=False) for other in demand.others)
        }


def url_of(found: Found) -> str:
    return found.url if isinstance(found, Place) else item_url(found)


def holds_for(item: Found, meanings: Iterable[Meaning]) -> bool:
    """Return whether an item is on the days, has the status, and names everybody."""
    by_unit: dict[object, list[Meaning]] = {}
    for number, meaning in enumerate(meanings):
        key = number if meaning.unit == "entry" else meaning.unit
        by_unit.setdefault(key, []).append(meaning)
    return all(any(holds(item, each) for each in some) for some in by_unit.values())


def holds(item: Found, meaning: Meaning) -> bool:
    if isinstance(item, Place):
        return item.holds(meaning)
    if meaning.values:
        entries = {entry.code for entry in item.entries()}
        values = {"buoi": {item.half_day.value}, "trang-thai": {item.status.value}}
        return bool(values.get(meaning.facet, entries) & set(meaning.values))
    days = list(dates_between(item.first, item.last))
    if meaning.weekday is not None and meaning.weekday not in {day.weekday() for day in days}:
        return False
    return meaning.ranges is None or any(
        first <= item.last and item.first <= last for first, last in meaning.ranges
    )


def tokens(text: str) -> Tokens:
    return tuple(map(Token, re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text))))


def terms_of(query: str) -> list[_Term]:
    pieces = re.findall(r'"([^"]*)"?|([^\s"]+)', query)
    terms = [
        _Term(text=(quoted or plain).strip(), quoted=not plain, tokens=tokens(quoted or plain))
        for quoted, plain in pieces
    ]
    return [term for term in terms if term.tokens]


def texts_of(item: Found) -> Iterator[str]:
    if isinstance(item, Place):
        yield from item.texts
        return
    plain = (item.text, item.venue, item.participants, item.note, item.reason)
    yield from (text for text in plain if text)
    yield printed(item.preparers)
    yield printed(item.leaders)
    yield from (entry.name for entry in item.entries())


def printed(mentions: Iterable[Mention]) -> str:
    return "".join(mention.joiner + mention.text for mention in mentions)


def means(typed: Tokens, way: Tokens) -> bool:
    """Return True if the query is this spelling, with its diacritics or without any."""
    return len(typed) == len(way) and all(
        one.folded == other.folded and (not one.marks or one.marks == other.marks)
        for one, other in zip(typed, way, strict=True)
    )


def row(sought: Tokens) -> str:
    return f" {' '.join(token.folded for token in sought)} "


def stands_in(sought: Tokens, texts: Iterable[Text], *, typed: bool) -> bool:
    folded = row(sought)
    return any(
        folded in text.row and (typed or has_capitals(sought, text.tokens)) for text in texts
    )


def has_capitals(sought: Tokens, found: Tokens) -> bool:
    """Return True if the words are there, with capitals as written."""
    return any(
        all(
            one.folded == other.folded and (not one.capitals or one.written == other.written)
            for one, other in zip(sought, found[start:], strict=False)
        )
        for start in range(len(found) - len(sought) + 1)
    )
