"""Words that text recognition or a slip of the hand makes of others: "Hợp" for "Họp"."""

import re
from dataclasses import dataclass

_MEETING = re.compile(
    r"^(Hợp|Hộp|Hop)\s+(?!đồng\b|tác\b|nhất\b|lý\b|pháp\b|thức\b|phần\b|quy\b|long\b|chuẩn\b)"
)
"""At the beginning of an appointment a meeting ("Họp"), unless a word with "hợp" is made of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Misreading:
    """A word as printed, and what it was likely to be."""

    word: str
    meant: str


def misread_in_appointment(text: str) -> tuple[Misreading, ...]:
    match = _MEETING.match(text)
    return (Misreading(word=match[1], meant="Họp"),) if match else ()
