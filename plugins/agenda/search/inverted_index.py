"""Build an inverted index of word positions and encode it compactly for the browser."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter, sub

from agenda.vietnam.words import make_word

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

Spellings = Mapping[str, Sequence[int]]
"""The positions of a word by spelling."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InvertedIndex:
    """The texts of all records as one sequence of words, with positions numbered from 0.

    One position between two texts stays empty, so that adjacent positions are adjacent words.
    `lengths` are the numbers of positions of each record. `positions` are sorted by folded word.
    """

    lengths: tuple[int, ...]
    positions: Mapping[str, Spellings]


def build_index(records: Iterable[Iterable[str]]) -> InvertedIndex:
    """Build the index of records, each given as its texts: spellings separated by spaces."""
    positions: dict[str, array[int]] = defaultdict(_new_positions)
    lengths = []
    start = position = 0
    for texts in records:
        for text in texts:
            for spelling in text.split():
                positions[spelling].append(position)
                position += 1
            position += 1
        lengths.append(position - start)
        start = position
    by_word: dict[str, dict[str, array[int]]] = defaultdict(dict)
    for word in sorted(map(make_word, positions), key=attrgetter("folded")):
        by_word[word.folded][word.spelling] = positions[word.spelling]
    return InvertedIndex(lengths=tuple(lengths), positions=by_word)


def _new_positions() -> "array[int]":
    """Return an array of numbers below 2**32, which needs a tenth of the memory of a list."""
    return array("I")


def encode_increasing(numbers: Iterable[int]) -> str:
    """Encode increasing numbers from 0 as their differences; see `encode`."""
    increasing = tuple(numbers)
    return encode((*increasing[:1], *map(sub, increasing[1:], increasing)))


def encode(numbers: Iterable[int]) -> str:
    """Encode numbers from 0 in base 32, lowest digit first.

    All digits but the last are increased by 32. This is the encoding of source maps
    (tc39.es/ecma426) without its sign. The 64 digits are those of base64url (RFC 4648, section 5).
    """
    return "".join(map(_encode_one, numbers))


@lru_cache(maxsize=1 << 14)
def _encode_one(number: int) -> str:
    digits = ""
    while number >= 32:
        digits += DIGITS[32 + number % 32]
        number //= 32
    return digits + DIGITS[number]
