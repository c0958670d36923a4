"""Sort keys for Vietnamese words.

The order is that of dictionaries, as defined by Vũ Xuân Lương of the Vietnam Lexicography
Centre (http://vietunicode.sourceforge.net/charset/quytacABC_en.html). CLDR agrees on letters
and tones (common/collation/vi.xml). Texts are compared syllable by syllable from the left: first
the letters of the whole syllable, then its tone.
"""

import re
import unicodedata
from typing import TypeAlias

from agenda.vietnam.text import fold

SyllableKey: TypeAlias = tuple[int, tuple[int, ...], tuple[int, ...]]
"""0 for a number or 1 for letters, the positions of the letters, the positions of the tones."""

CollationKey: TypeAlias = tuple[tuple[SyllableKey, ...], str]

ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
ALPHABET_POSITIONS = {letter: position for position, letter in enumerate(ALPHABET)}

TONE_POSITIONS = {tone: position for position, tone in enumerate("\u0300\u0309\u0303\u0301\u0323")}
"""huyền, hỏi, ngã, sắc, nặng. The tone ngang has no mark and so comes first."""

SYLLABLE = re.compile(r"[0-9]+|(?:[^\W\d_]|[\u0300-\u036f])+")
"""A syllable or number in decomposed text."""


def collation_key(text: str) -> CollationKey:
    """Return a key for Vietnamese order, with numbers by value before letters.

    Punctuation is ignored. Between otherwise equal texts, lower case comes first.
    """
    decomposed = unicodedata.normalize("NFD", text)
    syllables = SYLLABLE.findall(decomposed.casefold())
    return tuple(_syllable_key(syllable) for syllable in syllables), decomposed.swapcase()


def _syllable_key(syllable: str) -> SyllableKey:
    if syllable[0] in "0123456789":
        digits = syllable.lstrip("0")
        return 0, (len(digits), *map(int, digits)), ()
    tones = tuple(TONE_POSITIONS[mark] for mark in syllable if mark in TONE_POSITIONS)
    toneless = "".join(letter for letter in syllable if letter not in TONE_POSITIONS)
    return 1, tuple(map(_letter_position, unicodedata.normalize("NFC", toneless))), tones


def _letter_position(letter: str) -> int:
    """Return the position of a letter. Foreign letters follow their base letter, or z."""
    return ALPHABET_POSITIONS.get(
        letter, ALPHABET_POSITIONS.get(fold(letter), len(ALPHABET) + ord(letter))
    )
