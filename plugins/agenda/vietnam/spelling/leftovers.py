"""Words that an input method or text recognition left unfinished: "Xu6an", "ddồng", "Iaf"."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from agenda.vietnam.spelling.keystrokes import read_telex, read_vni
from agenda.vietnam.spelling.syllables import is_syllable

WORD = re.compile(
    r"(?<![\w@/&.:+=?#%~])(?<!\w-)(?:[^\W_]|[\u0300-\u036f])++(?![\w@/&+=]|[-.:][\w/])"
)
"""A word that is no part of a number, an abbreviation, a web or an e-mail address."""

TELEX_SIGN = re.compile(
    r"""
      ^dd | aa | uo?w
    | (?<=.)[aeiouyw](?:n|m|ng|nh|c|ch|p|t)?[fj](?:n|m|ng|nh|c|ch|p|t)?$
    | (?:n|m|ng|nh)r$ | (?:ng|nh)x$
    """,
    re.VERBOSE,
)
"""Keys in plain letters that are hardly ever in a foreign word."""

FOREIGN_WORDS = "beef chef conf def gif goof haj hajj hoof inf loaf raj ref reef roof taj"
FOREIGN = frozenset(FOREIGN_WORDS.split())
"""Foreign words and short forms that would pass for keys."""

MARKED_LETTER = re.compile(
    "[đăơưảẻỉỏủỷạẹịọụỵấầẩẫậếềểễệốồổỗộắằẳẵặớờởỡợứừửữự]",
)
"""What no language but Vietnamese has."""

STRAY_KEY = re.compile(r"(?<=.)[fjw]")
"""Letters that are in no Vietnamese word; names of other peoples begin with them ("Cư Jút")."""

VNI_SIGN = re.compile(r"(?!\D+\d+[a-e]$).*[^\W\d]\d+[^\W\d]")
"""A digit inside a word, but no house or room number: "khu2a"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leftover:
    """A word with unconverted keys in it; `offset` is its place in the text, from 0.

    `suggestion` is the word that was meant; None where the keys give no Vietnamese syllable.
    """

    word: str
    offset: int
    suggestion: str | None


def typing_leftovers(text: str) -> tuple[Leftover, ...]:
    """The words of `text` with unconverted Telex or VNI keys, or with I in place of l.

    Made to be quiet: what could be a foreign word, a name or an abbreviation is left alone.
    """
    return tuple(
        Leftover(word=match[0], offset=match.start(), suggestion=suggestion)
        for match in WORD.finditer(text)
        for suggestion in _suggestions(match[0])
    )


def decomposed(text: str) -> bool:
    """Whether letters of `text` stand apart from their marks (not in NFC)."""
    return not unicodedata.is_normalized("NFC", text)


@lru_cache(maxsize=1 << 14)
def _suggestions(word: str) -> tuple[str | None, ...]:
    """What a leftover was meant to be, or None, in a tuple of one; empty for any other word."""
    lower = unicodedata.normalize("NFC", word).lower()
    abbreviated = word[1:] != word[1:].lower()
    if abbreviated or lower in FOREIGN or is_syllable(lower):
        return ()
    if word.startswith("I") and (meant := _with_l(lower)):
        return (meant,)
    meant = _syllable_meant(lower)
    if meant is None and not (MARKED_LETTER.search(lower) and STRAY_KEY.search(lower)):
        return ()
    return (meant.capitalize() if meant and word[0].isupper() else meant,)


def _with_l(lower: str) -> str | None:
    """The word with l for its first letter, which print and recognition confuse with I."""
    corrected = "l" + lower[1:]
    if not corrected.isascii() and is_syllable(corrected):
        return corrected
    return _syllable_meant(corrected)


def _syllable_meant(lower: str) -> str | None:
    if VNI_SIGN.match(lower):
        return read_vni(lower)
    sign = TELEX_SIGN if lower.isascii() else MARKED_LETTER
    return read_telex(lower) if sign.search(lower) else None
