"""Understanding of a query by the published table: the reference of `understanding/`."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from agenda.model import Directory
from agenda.search.phrases import phrases
from tests.browser.plain_times import Meaning, TimeReader

WEAK = {"a", "c", "co", "chu", "bac", "thay"}
WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Reading:
    """An expression of a query. Without meanings it is mere words.

    `beside` says which neighbours the expression needs: a time, anything, or the end. A title
    without a name has `titles`, of which its people hold each.
    """

    start: int
    end: int
    meanings: tuple[Meaning, ...] | None
    beside: str = ""
    titles: tuple[frozenset[str], ...] = ()


@dataclass(frozen=True)
class Understood:
    readings: tuple[Reading, ...]
    rest: str

    @property
    def meanings(self) -> list[Meaning]:
        return [each for reading in self.readings for each in reading.meanings or ()]


class PlainReader:
    """A reader of queries for one directory and the years that have an agenda."""

    def __init__(self, directory: Directory, years: Sequence[int]) -> None:
        self._table: Mapping[str, Any] = phrases(directory)
        self._years = years

    def understand(self, query: str, today: date) -> Understood:
        text = unicodedata.normalize("NFC", query)
        folded = _quotes_blanked(text)
        times = TimeReader(today, self._years, self._table)
        found: list[Reading] = []
        for word in WORD.finditer(folded):
            start = word.start()
            joined = start > 0 and folded[start - 1] in "/.:-"
            if not joined and (not found or start >= found[-1].end):
                candidates = [*self._expressions(text, folded, start, times)]
                candidates += self._names(text, folded, start)
                longest = max(candidates, key=lambda each: each.end, default=None)
                if longest:
                    found.append(longest)
        bare = _blanked(folded, self._lead_ins(text, folded, found))
        meant = [
            each
            for each in found
            if (each.meanings or each.titles) and _is_meant(each, found, text, folded, bare)
        ]
        readings = [self._with_holders(each, meant, today) for each in meant]
        readings = [each for each in readings if each.meanings]
        return Understood(tuple(readings), self._rest(text, folded, readings))

    def _expressions(
        self, text: str, folded: str, start: int, times: TimeReader
    ) -> Iterator[Reading]:
        """Yield the expressions of time and status from a position, words first."""
        table = self._table
        rows: list[tuple[str, str, str]] = [("", each, "") for each in table["nguyen_van"]]
        rows += [(shape, pattern, "") for shape, pattern in table["gio"]]
        rows += [(shape, pattern, "") for shape, pattern in table["tinh_trang"]]
        rows += [
            (shape, pattern, "time" if shape == "half" else "any")
            for shape, pattern in table["canh_gio"]
        ]
        names = table["ten_tinh_trang"]
        for shape, pattern, beside in rows:
            match = _match(pattern, text, folded, start)
            if match is None:
                continue
            if not shape:
                yield Reading(start, match.end(), None)
            elif shape in names:
                status = Meaning("status", names[shape], facet="trang-thai", values=(shape,))
                yield Reading(start, match.end(), (status,), beside)
            elif meanings := times.read(shape, match.groupdict()):
                yield Reading(start, match.end(), meanings, beside)

    def _names(self, text: str, folded: str, start: int) -> Iterator[Reading]:
        words = [word for word in WORD.finditer(text, start) if folded[word.start()] != '"']
        person = self._person(words)
        if person and person.titles:
            yield person
        for entry in self._table["danh_ba"]:
            for way in entry.get("cach_goi", ()):
                if (size := _size_of(way, words)) and self._is_first(entry, way, words[:size]):
                    yield Reading(start, words[size - 1].end(), (self._entries(way, words[:size]),))
        for way in self._table["cum_tu"]:
            if (size := _size_of(way, words)) and _agrees(words[:size], way):
                yield Reading(start, words[size - 1].end(), None)
        if person:
            yield person

    def _is_first(self, entry: Mapping[str, Any], way: str, words: Sequence[re.Match[str]]) -> bool:
        return entry["ma"] in self._entries(way, words).values

    def _entries(self, way: str, words: Sequence[re.Match[str]]) -> Meaning:
        called = [
            entry
            for entry in self._table["danh_ba"]
            if any(
                _letters(each) == _letters(way) and _agrees(words, each)
                for each in entry.get("cach_goi", ())
            )
        ]
        return _meaning(called)

    def _person(self, words: Sequence[re.Match[str]]) -> Reading | None:
        """Return forms of address and titles, a name, and a title."""
        people = [each for each in self._table["danh_ba"] if "chuc_vu" in each]
        titles: list[set[str]] = []
        position, weak = 0, True
        while True:
            title, held = self._title(people, words[position:])
            address, name = max(
                ((_size_of(each, words[position:]), each) for each in self._table["xung_ho"]),
                default=(0, ""),
            )
            if not title and not address:
                break
            if title:
                titles.append(held)
            weak = weak and not title and _letters(name) in WEAK
            position += max(title, address)
        size, _, named = max(
            (
                (_size_of(way, words[position:]), len(way), way)
                for person in people
                for way in _names_of(person)
                if _agrees(words[position : position + _size_of(way, words[position:])], way)
            ),
            default=(0, 0, ""),
        )
        unit = max(
            (
                length
                for way in self._unit_names()
                if (length := _size_of(way, words[position:]))
                and _agrees(words[position : position + length], way)
            ),
            default=0,
        )
        if not size or unit > size:
            if not titles:
                return None
            end = words[position - 1].end()
            held_together = tuple(map(frozenset, titles))
            return Reading(words[0].start(), end, None, "time", held_together)
        after, held = self._title(people, words[position + size :])
        if after:
            titles.append(held)
        typed = words[position : position + size]
        found = [
            person
            for person in people
            for way in _names_of(person)
            if _letters(way) == _letters(named)
            and _agrees(typed, way)
            and (position or after or " " in way)
            and all(
                any(_letters(title[0]) in each for title in person["chuc_vu"]) for each in titles
            )
        ]
        if not found:
            return None
        beside = "end" if position and weak and not after else ""
        end = words[position + size + after - 1].end()
        return Reading(words[0].start(), end, (_meaning(found),), beside)

    def _title(
        self, people: Sequence[Mapping[str, Any]], words: Sequence[re.Match[str]]
    ) -> tuple[int, set[str]]:
        """Return the length of the longest title that begins here, and the titles it may be."""
        sizes: dict[int, set[str]] = {}
        for person in people:
            for name, short, *_ in person["chuc_vu"]:
                for way in self._ways_of_title(name, short):
                    size = _size_of(way, words)
                    if size and _agrees(words[:size], way):
                        sizes.setdefault(size, set()).add(_letters(name))
        return max(sizes.items(), default=(0, set()), key=lambda each: each[0])

    def _ways_of_title(self, *titles: str) -> Iterator[str]:
        for title in filter(None, titles):
            yield title
            for after in self._table["sau_chuc_vu"]:
                yield f"{title} {after}"

    def _unit_names(self) -> Iterator[str]:
        yield from self._table["cum_tu"]
        for entry in self._table["danh_ba"]:
            yield from entry.get("cach_goi", ())

    def _with_holders(self, reading: Reading, readings: Sequence[Reading], today: date) -> Reading:
        """Return a title with those who hold it at the time beside it."""
        if not reading.titles:
            return reading
        ranges = [
            each
            for other in readings
            for meaning in other.meanings or ()
            for each in meaning.ranges or ()
        ]
        first, last = ranges[0] if len(ranges) == 1 else (today, today)
        holders = [
            entry
            for entry in self._table["danh_ba"]
            if all(
                any(
                    _letters(name) in held
                    and (since or "0001-01-01") <= last.isoformat()
                    and first.isoformat() <= (until or "9999-12-31")
                    for name, _, since, until in entry.get("chuc_vu", ())
                )
                for held in reading.titles
            )
        ]
        return replace(reading, meanings=(_meaning(holders),) if holders else ())

    def _rest(self, text: str, folded: str, readings: Sequence[Reading]) -> str:
        if not readings:
            return text
        spans = [(each.start, each.end) for each in readings]
        return _blanked(text, [*spans, *self._lead_ins(text, folded, readings)]).strip()

    def _lead_ins(
        self, text: str, folded: str, readings: Sequence[Reading]
    ) -> Iterator[tuple[int, int]]:
        spans = [(each.start, each.end) for each in readings]
        end = 0
        for word in WORD.finditer(folded):
            start = word.start()
            if start < end or any(first <= start < last for first, last in spans):
                continue
            if start and folded[start - 1] in "/.:-":
                continue
            if match := _match(self._table["loi_dan"], text, folded, start):
                end = match.end()
                yield start, end


def _match(pattern: str, text: str, folded: str, start: int) -> re.Match[str] | None:
    """Match with the diacritics that the words have in the pattern, or with none."""
    bare = "".join(letter if letter.isascii() else fold(letter) for letter in pattern)
    # In a regular expression of JavaScript `^` is the start of the text, as here.
    found = re.compile(bare.replace("(?<", "(?P<").replace("(?P<!", "(?<!")).match(folded, start)
    if found is None or not found[0] or (start and pattern.startswith("(?:^")):
        return None
    spelled = [word for word in re.findall(r"[^\W\d_]+", pattern) if len(word) > 1]
    for word in WORD.finditer(text, start, found.end()):
        meant = {key(each) for each in spelled if fold(each) == fold(word[0])}
        if meant and key(word[0]) not in {fold(word[0]), *meant}:
            return None
    return found


def _blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    letters = list(text)
    for first, last in spans:
        letters[first:last] = " " * (last - first)
    return "".join(letters)


def fold(text: str) -> str:
    letters = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(letter for letter in letters if unicodedata.category(letter) != "Mn")


def key(word: str) -> str:
    """Return the letters of a word, with its tone last: "hoà" and "hòa" have the same."""
    letters = unicodedata.normalize("NFD", word.lower())
    tones = "".join(letter for letter in letters if letter in "\u0300\u0301\u0303\u0309\u0323")
    bare = "".join(letter for letter in letters if letter not in tones)
    return unicodedata.normalize("NFC", bare + tones)


def _quotes_blanked(text: str) -> str:
    blanked = re.sub('["“”„][^"“”„]*["“”„]?', lambda quoted: '"' * len(quoted[0]), text)
    return "".join(fold(letter) if len(fold(letter)) == 1 else letter for letter in blanked)


def _is_meant(
    reading: Reading, found: Sequence[Reading], text: str, folded: str, bare: str
) -> bool:
    before, after = folded[: reading.start].strip(), folded[reading.end :].strip()
    if not reading.beside or (not before and not after):
        return not reading.titles
    beside = [
        other
        for other in found
        if other is not reading
        and other.meanings
        and other.beside in ("", "end")
        and _touches(other, reading, bare)
    ]
    if reading.beside == "time":
        units = {each.unit for other in beside for each in other.meanings or ()}
        return bool(units & {"day", "month", "quarter", "year", "weekday"})
    if reading.beside == "end":
        return not after or any(other.start >= reading.end for other in beside)
    typed = text[reading.start : reading.end]
    return bool(beside) or fold(typed).replace("d", "") != typed.lower().replace("d", "").replace(
        "đ", ""
    )


def _touches(one: Reading, other: Reading, bare: str) -> bool:
    first, second = sorted((one, other), key=lambda each: each.start)
    return first.end <= second.start and not bare[first.end : second.start].strip(" \t,")


def _letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", fold(text))


def _size_of(way: str, words: Sequence[re.Match[str]]) -> int:
    """Return how many words are together written like this; 0 if none."""
    sought, typed = _letters(way), ""
    for size, word in enumerate(words[:9], 1):
        typed += _letters(word[0]) if not word[0].isdecimal() else str(int(word[0]))
        if typed == sought:
            return size
    return 0


def _agrees(words: Sequence[re.Match[str]], way: str) -> bool:
    typed = "".join(word[0] for word in words).lower()
    meant = re.sub(r"[\W_]", "", unicodedata.normalize("NFC", way)).lower()
    return key(typed) == key(meant) or (
        len(typed) == len(meant)
        and all(one in (other, fold(other)) for one, other in zip(typed, meant, strict=True))
    )


def _names_of(person: Mapping[str, Any]) -> Iterator[str]:
    parts = person["ten"].split()
    for size in {1, 2, len(parts)}:
        if size <= len(parts):
            yield " ".join(parts[-size:])


def _meaning(entries: Sequence[Mapping[str, Any]]) -> Meaning:
    unique = list({entry["ma"]: entry for entry in entries}.values())
    same = [entry for entry in unique if entry["loc"] == unique[0]["loc"]]
    return Meaning(
        "entry",
        " hoặc ".join(entry["ten"] for entry in same),
        facet=unique[0]["loc"],
        values=tuple(entry["ma"] for entry in same),
    )
