"""Split text into words for the search, in the same way as `search/words.js`."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from agenda.vietnam.text import fold

WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")
"""Letters and digits. Any other character separates: "252/2020/NQ-HĐND" has four words."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word in folded form and with its spelling.

    `folded` has no case, diacritics or leading zeros ("01/5" is "1/5"). `spelling` keeps
    diacritics, and is in lower case except for acronyms: TU (Tỉnh ủy) differs from "tu".
    """

    folded: str
    spelling: str


def split_words(text: str) -> tuple[Word, ...]:
    """Split `text` into words, in order."""
    return tuple(map(make_word, WORD.findall(unicodedata.normalize("NFC", text))))


@lru_cache(maxsize=1 << 15)
def make_word(written: str) -> Word:
    """Make a `Word` from its written form or its `spelling`, which give the same result."""
    folded = fold(written)
    if folded.isdecimal():
        folded = folded.lstrip("0") or "0"
    acronym = len(written) > 1 and written.isupper()
    return Word(folded, written if acronym else written.lower())
