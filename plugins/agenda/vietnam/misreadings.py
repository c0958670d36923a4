"""Words that text recognition or a slip of the hand makes of others: "Hợp" for "Họp"."""

import re
from dataclasses import dataclass

_MEETING = re.compile(
    r"^(Hợp|Hop|Hộp|Hop̣)\s+(?!đồng\b|tác\b|nhất\b|lý\b|pháp\b|thức\b|phần\b|quy\b|long\b|chuẩn\b)"
)
"""At the beginning of an appointment a meeting ("Họp"), unless a word with "hợp" is made of it."""

_TITLE = re.compile(r"\bP?GD\b(?!\s*(?:&|và\s+ĐT|-\s*ĐT))")
"""GD is education ("Sở GD&ĐT"); behind a name it is a director with the stroke lost."""

_COMRADE = re.compile(r"[đd]\s?/\s?c\s+[^\W\d_]+(?:\s+[^\W\d_]+)*", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Misreading:
    """A word as printed, and what it was likely to be."""

    word: str
    meant: str


def misread_in_appointment(text: str) -> tuple[Misreading, ...]:
    match = _MEETING.match(text)
    return (Misreading(word=match[1], meant="Họp"),) if match else ()


def misread_in_leaders(text: str) -> tuple[Misreading, ...]:
    """The titles printed behind comrades that lack their stroke."""
    return tuple(
        Misreading(word=title[0], meant=title[0].replace("D", "Đ"))
        for comrade in _COMRADE.finditer(text)
        for title in _TITLE.finditer(comrade[0])
    )
