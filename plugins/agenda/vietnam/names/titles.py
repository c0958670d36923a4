"""Recognise printed offices ("PGĐ", "Phó Giám đốc Sở") and compare them with titles held."""

import difflib
import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from agenda.model import Person, Title
from agenda.vietnam.text import fold, matching_key

ABBREVIATIONS = {
    matching_key(short): matching_key(full)
    for short, full in (("GĐ", "giám đốc"), ("PGĐ", "phó giám đốc"), ("P", "phó"))
}

OFFICE = re.compile(
    r"""
      (?:q|quyen|nguyen|pho)?\s*(?:tong\s)?giam\sdoc\b
    | (?:p|pho)\s(?:gd|giam|chu\stich|bi\sthu|truong|chanh|vien|cuc|chi\scuc|tong|ban|phong|ct)\b
    | (?:quyen\s)?(?:truong\s(?:phong|ban|doan|tram|khoa)|chanh\s(?:van\sphong|thanh\stra))\b
    | (?:quyen\s)?(?:chi\scuc|cuc|vien|hieu|to|ke\stoan)\struong\b
    | chu\stich\b | bi\sthu\b | thu\struong\b | thu\sky\b | (?:tinh\s|dang\s)?uy\svien\b | tuv\b
    """,
    re.VERBOSE,
)
"""The beginning of the name of an office, folded."""

CONSONANTS = re.compile(r"[b-df-hj-np-tv-xz]{2,5}")
"""An abbreviation, folded, as every Vietnamese syllable has a vowel."""


def office_key(text: str) -> str:
    """Return a key that is equal for all spellings of an office: "P. Giám đốc Sở" and "PGĐ"."""
    words = matching_key(text).replace(".", " ").removesuffix(" " + matching_key("Sở")).split()
    return " ".join(ABBREVIATIONS.get(word, word) for word in words)


def office_keys(titles: Iterable[Title]) -> frozenset[str]:
    return frozenset(
        office_key(text)
        for title in titles
        for text in (title.name, title.abbreviation)
        if text is not None
    )


def titles_held(person: Person, day: date) -> tuple[Title, ...]:
    return tuple(title for title in person.titles if title.held_on(day))


@lru_cache(maxsize=1 << 14)
def is_office(text: str, known: frozenset[str]) -> bool:
    """Return whether `text` is an office: one of the `known` keys, a misspelling, or any other.

    A misspelling has the same number of words, so that "Ân PGĐ" is not an office.
    """
    key = office_key(text)
    candidates = [fold(office) for office in known if office.count(" ") == key.count(" ")]
    return key in known or bool(
        OFFICE.match(fold(key)) or difflib.get_close_matches(fold(key), candidates, 1, 0.85)
    )


def may_be_office(text: str) -> bool:
    """Return whether `text` may be a misread office, as "GD" for "GĐ"."""
    return CONSONANTS.fullmatch(fold(text).replace(".", "").replace(" ", "")) is not None
