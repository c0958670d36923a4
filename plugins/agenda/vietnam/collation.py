"""The Vietnamese order of words and of people's names.

The order is that of dictionaries, as set down by Vũ Xuân Lương of the Vietnam Lexicography
Centre (http://vietunicode.sourceforge.net/charset/quytacABC_en.html), with which CLDR agrees on
letters and tones (common/collation/vi.xml): syllable by syllable from the left, in each the
letters of the whole syllable first and only then its tone.
"""

import re
import unicodedata
from typing import TypeAlias

from agenda.vietnam.text import fold

SyllableKey: TypeAlias = tuple[int, tuple[int, ...], tuple[int, ...]]
"""0 for a number or 1 for letters; their places; the places of the tones."""

CollationKey: TypeAlias = tuple[tuple[SyllableKey, ...], str]

ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
PLACES = {letter: place for place, letter in enumerate(ALPHABET)}

TONE_PLACES = {tone: place for place, tone in enumerate("\u0300\u0309\u0303\u0301\u0323")}
"""huyền, hỏi, ngã, sắc, nặng; ngang has no mark and so comes first."""

SYLLABLE = re.compile(r"[0-9]+|(?:[^\W\d_]|[\u0300-\u036f])+")
"""In decomposed text."""


def collation_key(text: str) -> CollationKey:
    """A key that sorts texts into Vietnamese order, numbers by value before letters.

    Punctuation does not count. What is otherwise equal goes with small letters before capitals.
    """
    decomposed = unicodedata.normalize("NFD", text)
    syllables = SYLLABLE.findall(decomposed.casefold())
    return tuple(_syllable_key(syllable) for syllable in syllables), decomposed.swapcase()


def person_key(name: str) -> tuple[CollationKey, CollationKey]:
    """Sorts people as Vietnamese lists do: by given name, the last word, then by the rest."""
    rest, _, given = name.strip().rpartition(" ")
    return collation_key(given), collation_key(rest)


def _syllable_key(syllable: str) -> SyllableKey:
    if syllable[0] in "0123456789":
        digits = syllable.lstrip("0")
        return 0, (len(digits), *map(int, digits)), ()
    tones = tuple(TONE_PLACES[mark] for mark in syllable if mark in TONE_PLACES)
    toneless = "".join(letter for letter in syllable if letter not in TONE_PLACES)
    return 1, tuple(map(_place, unicodedata.normalize("NFC", toneless))), tones


def _place(letter: str) -> int:
    """Foreign letters stand with the letter they are a variant of, others after z."""
    return PLACES.get(letter, PLACES.get(fold(letter), len(ALPHABET) + ord(letter)))
