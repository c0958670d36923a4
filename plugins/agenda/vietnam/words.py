"""Words as a search sees them: `search/words.js` cuts queries in the same way."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from agenda.vietnam.text import fold

WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")
"""Letters and digits; every other sign divides: "252/2020/NQ-HĐND" has four words."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is matched and as it is spelled.

    `folded` is without case, diacritics and the leading zeros of a number ("01/5" is "1/5").
    `spelling` keeps the diacritics; it is in lower case but for acronyms, so that TU (Tỉnh ủy)
    differs from the syllable "tu".
    """

    folded: str
    spelling: str


def words(text: str) -> tuple[Word, ...]:
    """The words of `text`, in order."""
    return tuple(map(as_word, WORD.findall(unicodedata.normalize("NFC", text))))


@lru_cache(maxsize=1 << 15)
def as_word(written: str) -> Word:
    """A single word, as written or as the `spelling` of one: both give the same."""
    folded = fold(written)
    if folded.isdecimal():
        folded = folded.lstrip("0") or "0"
    acronym = len(written) > 1 and written.isupper()
    return Word(folded, written if acronym else written.lower())
