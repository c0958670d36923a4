"""Keys of Vietnamese text: for searching without diacritics, for equality, for URLs."""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

D_WITHOUT_STROKE = str.maketrans({"đ": "d", "Đ": "D", "ð": "d", "Ð": "D"})
"""đ has no decomposition; old Vietnamese fonts leave Ð (eth) in its place."""

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
    """`text` without diacritics and in lower case: "Đức Thọ" and "duc tho" give the same."""
    decomposed = unicodedata.normalize(
        "NFD", unicodedata.normalize("NFC", text).translate(D_WITHOUT_STROKE)
    )
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).casefold()


@lru_cache(maxsize=1 << 15)
def matching_key(text: str) -> str:
    """A key equal for texts that differ only in case, spacing, typography or tone placement.

    Diacritics count: "hoà" equals "hòa", but "bình" is not "bính". The key writes the tone after
    the last letter of its word, so it is not for display; the key of a key is itself.
    """
    folded = unicodedata.normalize("NFD", text).casefold()
    # Typography before and after: some marks ("´") appear only once text is decomposed.
    toned_last = WORD.sub(_tone_last, unicodedata.normalize("NFD", folded.translate(TYPOGRAPHY)))
    return " ".join(unicodedata.normalize("NFC", toned_last).split())


def mentions(*hints: str) -> Callable[[str], object]:
    """Return a cheap test whether a text, given in lower case, has one of `hints` in it."""
    return re.compile("|".join(map(re.escape, hints))).search


def slugify(text: str) -> str:
    """The part of a URL that stands for `text`: "Phòng QLCN&CN" gives "phong-qlcn-cn".

    Empty for text without Latin letters or digits.
    """
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


def _tone_last(word: re.Match[str]) -> str:
    return TONE.sub("", word[0]) + "".join(TONE.findall(word[0]))
