"""Half-days as documents write them: "Sáng", "buổi chiều", "Đêm", "C/chiều", "S+C"."""

import re

from agenda.model import HalfDay

HALF_DAYS = {
    "sáng": HalfDay.MORNING,
    "trưa": HalfDay.AFTERNOON,
    "chiều": HalfDay.AFTERNOON,
    "tối": HalfDay.EVENING,
    "đêm": HalfDay.EVENING,
    "cả ngày": HalfDay.ALL_DAY,
}
"""The half-day of each word."""

_WORD = "|".join(word.replace(" ", r"\s+") for word in HALF_DAYS)
_OWN_LETTER = r"(?:(?:(?-i:S)(?=/sáng)|(?-i:C)(?=/chiều)|(?-i:T)(?=/tối))/)?"
HALF_DAY = rf"(?:buổi\s+)?{_OWN_LETTER}(?:{_WORD})"
"""A half-day where its position or its punctuation marks it as one: "Sáng", "buổi chiều".

Ignore case. Its letter may stand before it: "C/chiều".
"""

UNMARKED_HALF_DAY = rf"(?!đêm){HALF_DAY}"
"""A half-day without such a mark. "Đêm" alone begins names of events: "Đêm hội Trăng rằm"."""

LETTER = r"(?-i:[SCT])"
"""A half-day as one capital letter: "S"."""

_SEPARATOR = r"[-–—,+/&]|\bvà\b"
_BETWEEN = rf"\s*(?:{_SEPARATOR})\s*"
SEVERAL_HALF_DAYS = rf"{HALF_DAY}(?:{_BETWEEN}{HALF_DAY})*"
"""One half-day or more: "Sáng – Chiều"."""

SEVERAL_UNMARKED = rf"{UNMARKED_HALF_DAY}(?:{_BETWEEN}{UNMARKED_HALF_DAY}\b)*"
"""One half-day or more, without a mark: "Sáng, chiều họp", but not "Đêm hội"."""

SEVERAL_LETTERS = rf"{LETTER}(?:{_BETWEEN}{LETTER})?"
"""One half-day or two as letters: "S+C"."""

_BY_LETTER = {"S": "Sáng", "C": "Chiều", "T": "Tối"}
_NAMED = re.compile(rf"\b(?:{_WORD})\b", re.IGNORECASE)
_LETTER = re.compile(rf"\b{LETTER}(?![^\W\d_])")
_MENTION = re.compile(rf"\b(?:(?:vào|các)\s+)?{HALF_DAY}\b", re.IGNORECASE)
"""A half-day within a text about dates: "vào buổi sáng"."""

HALF_DAY_AT_END = re.compile(
    rf"(?:(?:[,;]|\s[-–])\s*(?:vào\s+)?|\s+vào\s+|\s+(?=buổi\b))(?P<words>{UNMARKED_HALF_DAY})\s*[.;,]?$",
    re.IGNORECASE,
)
"""A half-day at the end of an item, where only punctuation or "buổi" marks it."""

HALF_DAY_FIRST = re.compile(rf"(?P<words>{HALF_DAY})\b\s*[,;:–-]?\s*", re.IGNORECASE)
"""A half-day at the beginning of a value: "Sáng, Hội trường"."""

_LEFT_SEPARATOR = re.compile(rf"^(?:\s|;|{_SEPARATOR})+|(?<=\s)và(?=\s)")
_BOTH_LETTERS = re.compile(rf"S(?:{_BETWEEN}|\s*)C")
_ANNOUNCED = re.compile(rf"(?<![^\W\d_]){HALF_DAY}\s*[:：]", re.IGNORECASE)


def half_days_in(text: str) -> tuple[HalfDay, ...]:
    """Return the distinct half-days that words of the text name: both for "Sáng, chiều"."""
    return tuple(dict.fromkeys(HALF_DAYS[word] for word in half_day_words(text)))


def half_day_words(text: str) -> list[str]:
    """Return the words for half-days in the text, in lower case: "sáng", "cả ngày"."""
    return [" ".join(word.lower().split()) for word in _NAMED.findall(text)]


def remove_half_days(text: str) -> str:
    """Return a text about dates without half-days: "Sáng và chiều 4/5" gives " 4/5".

    The separators between two half-days are removed, too.
    """
    rest = _MENTION.sub(" ", text)
    return _LEFT_SEPARATOR.sub(" ", rest) if len(half_day_words(text)) > 1 else rest


def combine_half_days(text: str) -> HalfDay | None:
    """Return the half-day that words or letters name: all day for "S+C", None for "4/5"."""
    spelled = _LETTER.sub(lambda match: f"{_BY_LETTER[match[0]]} ", text)
    named = half_days_in(spelled)
    return None if not named else named[0] if len(named) == 1 else HalfDay.ALL_DAY


def announced_half_days(text: str) -> tuple[HalfDay, ...]:
    """Return the half-days that the text announces with a colon: "Sáng: …; Chiều: …"."""
    return tuple(
        half_day for match in _ANNOUNCED.finditer(text) for half_day in half_days_in(match[0])
    )


def expand_letters(text: str) -> str:
    """Return "S", "C" or "T" as the word for the half-day, "S+C" as "Cả ngày".

    Any other text returns unchanged.
    """
    return "Cả ngày" if _BOTH_LETTERS.fullmatch(text) else _BY_LETTER.get(text, text)
