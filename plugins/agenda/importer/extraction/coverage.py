"""Check that every word of a document ends up in a field or a diagnostic."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

_WORD = re.compile(r"\w+")


def count_words(text: str) -> Counter[str]:
    """Count the words of a text in lower case, numbers without leading zeros."""
    plain = unicodedata.normalize("NFC", text).lower()
    return Counter(word.lstrip("0") or "0" for word in _WORD.findall(plain))


def missing_words(text: str, recorded: Iterable[str]) -> list[str]:
    """Return the words of a text that the kept texts lack, repeated as often as missing."""
    missing = count_words(text)
    for each in recorded:
        missing -= count_words(each)
    return list(missing.elements())
