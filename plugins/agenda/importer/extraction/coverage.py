"""Counts words: that nothing a document says is in no value and in no remark."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

_WORD = re.compile(r"\w+")


def words_of(text: str) -> Counter[str]:
    """The words of a text, numbers without leading zeros, in lower case."""
    plain = unicodedata.normalize("NFC", text).lower()
    return Counter(word.lstrip("0") or "0" for word in _WORD.findall(plain))


def missing_words(text: str, kept: Iterable[str]) -> list[str]:
    """The words of a text that none of the kept ones says, each as often as it is missing."""
    missing = words_of(text)
    for each in kept:
        missing -= words_of(each)
    return list(missing.elements())
