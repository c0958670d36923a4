"""Keys of Vietnamese text: for search without diacritics, for equality, and for URLs."""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

D_WITHOUT_STROKE = str.maketrans({"đ": "d", "Đ": "D", "ð": "d", "Ð": "D"})
"""The letter đ has no decomposition. Text in old Vietnamese fonts has Ð (eth) instead."""

TYPOGRAPHY = str.maketrans(
    {"Ð": "Đ", "ð": "đ"}
    | dict.fromkeys("“”„‟«»″", '"')
    | dict.fromkeys("‘’‚‛′´`", "'")
    | dict.fromkeys("‐‑‒–—―−", "-")
)

TONES = "\u0300\u0301\u0303\u0309\u0323"
"""Combining marks of huyền, sắc, ngã, hỏi and nặng."""

WORD = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*")
"""A word of decomposed text: letters with their marks."""

TONE = re.compile(f"[{TONES}]")

SENTENCE_END = re.compile(r"[.;!?]\)?$")


def ends_sentence(text: str) -> bool:
    """Tell whether a text ends with ".", ";", "!" or "?", be it before a closing bracket."""
    return SENTENCE_END.search(text) is not None


def fold(text: str) -> str:
    """Return `text` in lower case without diacritics: "Đức Thọ" gives "duc tho"."""
    decomposed = unicodedata.normalize(
        "NFD", unicodedata.normalize("NFC", text).translate(D_WITHOUT_STROKE)
    )
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).casefold()


@lru_cache(maxsize=1 << 15)
def matching_key(text: str) -> str:
    """Return a key that ignores case, spacing, typography and tone placement.

    Diacritics count: "hoà" equals "hòa", but "bình" differs from "bính". The key has the tone
    after the last letter of its word, so it is not for display. The key of a key is the same.
    """
    folded = unicodedata.normalize("NFD", text).casefold()
    # Some typographic marks ("´") appear only after decomposition.
    toned_last = WORD.sub(
        _move_tones_to_end, unicodedata.normalize("NFD", folded.translate(TYPOGRAPHY))
    )
    return " ".join(unicodedata.normalize("NFC", toned_last).split())


def contains_any(*hints: str) -> Callable[[str], object]:
    """Return a cheap test whether a lower-case text contains one of `hints`."""
    return re.compile("|".join(map(re.escape, hints))).search


def slugify(text: str) -> str:
    """Return the slug of `text` for URLs: "Phòng QLCN&CN" gives "phong-qlcn-cn".

    The slug is empty for text without Latin letters or digits.
    """
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


def _move_tones_to_end(word: re.Match[str]) -> str:
    return TONE.sub("", word[0]) + "".join(TONE.findall(word[0]))
