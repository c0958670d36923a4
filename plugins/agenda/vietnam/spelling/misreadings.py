"""Find misread or mistyped words: "Hợp" for "Họp"."""

import re
from dataclasses import dataclass

_MEETING = re.compile(
    r"^(Hợp|Hộp|Hop)\s+(?!đồng\b|tác\b|nhất\b|lý\b|pháp\b|thức\b|phần\b|quy\b|long\b|chuẩn\b)"
)
"""A misread "Họp" (meeting) at the beginning of an item, and no compound of "hợp"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Misreading:
    """A word as printed, and the word that was probably intended."""

    word: str
    suggestion: str


def find_misreadings(text: str) -> tuple[Misreading, ...]:
    match = _MEETING.match(text)
    return (Misreading(word=match[1], suggestion="Họp"),) if match else ()
