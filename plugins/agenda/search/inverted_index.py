"""Where each word stands in the record, as text that a browser reads quickly."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter, sub

from agenda.vietnam.words import as_word

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

Spellings = Mapping[str, Sequence[int]]
"""The places of a word by the ways to spell it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InvertedIndex:
    """The texts of all records as one row of words, its places numbered from 0.

    Between two texts one place stays empty, so that neighbouring places are neighbouring words.
    `lengths` are the places that each record takes; `places` go by folded word, in order.
    """

    lengths: tuple[int, ...]
    places: Mapping[str, Spellings]


def post(records: Iterable[Iterable[str]]) -> InvertedIndex:
    """The postings of records, each given as its texts: spellings with a space between."""
    places: dict[str, array[int]] = defaultdict(_row)
    lengths = []
    start = here = 0
    for texts in records:
        for text in texts:
            for spelling in text.split():
                places[spelling].append(here)
                here += 1
            here += 1
        lengths.append(here - start)
        start = here
    by_word: dict[str, dict[str, array[int]]] = defaultdict(dict)
    for word in sorted(map(as_word, places), key=attrgetter("folded")):
        by_word[word.folded][word.spelling] = places[word.spelling]
    return InvertedIndex(lengths=tuple(lengths), places=by_word)


def _row() -> "array[int]":
    """Numbers below 2**32, which takes a tenth of the room of a list."""
    return array("I")


def encode_rising(numbers: Iterable[int]) -> str:
    """Rising numbers from 0 as the steps between them; see `encode`."""
    rising = tuple(numbers)
    return encode((*rising[:1], *map(sub, rising[1:], rising)))


def encode(numbers: Iterable[int]) -> str:
    """Numbers from 0 in base 32, lowest digit first, 32 added to all digits but the last.

    The way of source maps (tc39.es/ecma426), without its sign; the 64 signs are those of
    base64url (RFC 4648, section 5).
    """
    return "".join(map(_encode_one, numbers))


@lru_cache(maxsize=1 << 14)
def _encode_one(number: int) -> str:
    signs = ""
    while number >= 32:
        signs += DIGITS[32 + number % 32]
        number //= 32
    return signs + DIGITS[number]
