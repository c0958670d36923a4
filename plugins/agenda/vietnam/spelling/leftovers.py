"""Find words with unconverted keystrokes or misread letters: "Xu6an", "ddồng", "Iaf"."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from agenda.vietnam.spelling.keystrokes import read_telex, read_vni
from agenda.vietnam.spelling.syllables import is_syllable

WORD = re.compile(
    r"(?<![\w@/&.:+=?#%~])(?<!\w-)(?:[^\W_]|[\u0300-\u036f])++(?![\w@/&+=]|[-.:][\w/])"
)
"""A word that is not part of a number, an abbreviation, a URL or an e-mail address."""

TELEX_SIGN = re.compile(
    r"""
      ^dd | aa | uo?w
    | (?<=.)[aeiouyw](?:n|m|ng|nh|c|ch|p|t)?[fj](?:n|m|ng|nh|c|ch|p|t)?$
    | (?:n|m|ng|nh)r$ | (?:ng|nh)x$
    """,
    re.VERBOSE,
)
"""Sequences of keys that hardly ever occur in foreign words."""

FOREIGN_WORDS = "beef chef conf def gif goof haj hajj hoof inf loaf raj ref reef roof taj"
FOREIGN_WORD_SET = frozenset(FOREIGN_WORDS.split())
"""Foreign words and short forms that look like keystrokes."""

MARKED_LETTER = re.compile(
    "[đăơưảẻỉỏủỷạẹịọụỵấầẩẫậếềểễệốồổỗộắằẳẵặớờởỡợứừửữự]",
)
"""Letters that only Vietnamese uses."""

STRAY_KEY = re.compile(r"(?<=.)[fjw]")
"""Letters that Vietnamese words lack, though names of other peoples begin with them ("Jút")."""

VNI_SIGN = re.compile(r"(?!\D+\d+[a-e]$).*[^\W\d]\d+[^\W\d]")
"""A digit inside a word ("khu2a"), but not in a house or room number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leftover:
    """A word with unconverted keystrokes, at an `offset` of a text, from 0.

    `suggestion` is the intended word, or None if the keystrokes give no Vietnamese syllable.
    """

    word: str
    offset: int
    suggestion: str | None


def find_typing_leftovers(text: str) -> tuple[Leftover, ...]:
    """Return the words of `text` with unconverted Telex or VNI keys, or with I in place of l.

    Possible foreign words, names and abbreviations are left out, to avoid false warnings.
    """
    return tuple(
        Leftover(word=match[0], offset=match.start(), suggestion=suggestion)
        for match in WORD.finditer(text)
        for suggestion in _suggestions(match[0])
    )


@lru_cache(maxsize=1 << 14)
def _suggestions(word: str) -> tuple[str | None, ...]:
    """Return a tuple with the suggestion, or None, for a leftover; empty for any other word."""
    lower = unicodedata.normalize("NFC", word).lower()
    abbreviated = word[1:] != word[1:].lower()
    if abbreviated or lower in FOREIGN_WORD_SET or is_syllable(lower):
        return ()
    if word.startswith("I") and (suggestion := _with_initial_l(lower)):
        return (suggestion,)
    suggestion = _intended_syllable(lower)
    if suggestion is None and not (MARKED_LETTER.search(lower) and STRAY_KEY.search(lower)):
        return ()
    return (suggestion.capitalize() if suggestion and word[0].isupper() else suggestion,)


def _with_initial_l(lower: str) -> str | None:
    """Return the intended word if its first letter is l, which text recognition reads as I."""
    corrected = "l" + lower[1:]
    if not corrected.isascii() and is_syllable(corrected):
        return corrected
    return _intended_syllable(corrected)


def _intended_syllable(lower: str) -> str | None:
    if VNI_SIGN.match(lower):
        return read_vni(lower)
    sign = TELEX_SIGN if lower.isascii() else MARKED_LETTER
    return read_telex(lower) if sign.search(lower) else None
