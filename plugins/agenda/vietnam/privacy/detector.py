"""Find private details in public texts: numbers, dates, illnesses and names of citizens."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from agenda.vietnam.privacy.citizens import find_citizens, is_about_citizens
from agenda.vietnam.privacy.illness import find_illnesses
from agenda.vietnam.privacy.numbers import NumberKind, find_numbers
from agenda.vietnam.text import matching_key

Kind: TypeAlias = NumberKind | Literal["illness", "citizen"]

WITHHELD = "[không công bố]"
"""The mark in place of words that are not published."""

_WITHHELD_KEY = matching_key(WITHHELD)
_WITHHELD_START = re.compile(r"\[[kK\u212a]")
"""The beginning of a mark. The last character is the Kelvin sign, whose lower case is "k"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateDetail:
    """A detail that should not be public, at an `offset` of a text, from 0."""

    kind: Kind
    text: str
    offset: int


def find_private_details(
    text: str, *, concerns_citizens: bool = False
) -> tuple[PrivateDetail, ...]:
    """Return the details in `text` that look private, in order and without overlaps.

    `concerns_citizens` marks the text as part of an item about a complaint, a visit or aid.
    Phone numbers of offices are found too, and a person decides which may be published.
    """
    found: list[tuple[int, int, Kind]] = []
    for start, end, kind in _candidates(text, concerns_citizens):
        if all(end <= other_start or other_end <= start for other_start, other_end, _ in found):
            found.append((start, end, kind))
    return tuple(
        PrivateDetail(kind=kind, text=text[start:end], offset=start)
        for start, end, kind in sorted(found)
    )


def _candidates(text: str, concerns_citizens: bool) -> Iterator[tuple[int, int, Kind]]:
    yield from find_numbers(text)
    if concerns_citizens or is_about_citizens(text):
        yield from ((start, end, "citizen") for start, end in find_citizens(text))
    yield from ((start, end, "illness") for start, end in find_illnesses(text))


def may_contain_withheld(text: str) -> bool:
    """Return whether `text` may contain withheld words: a fast check before the exact count."""
    return _WITHHELD_START.search(text) is not None


def count_withheld(content: object) -> int:
    """Count the withheld places in a text, or in a list or mapping of texts, at any depth."""
    match content:
        case str():
            return matching_key(content).count(_WITHHELD_KEY) if "[" in content else 0
        case dict():
            return sum(map(count_withheld, content.values()))
        case list() | tuple():
            return sum(map(count_withheld, content))
    return 0


def is_redaction(text: str, redacted: str) -> bool:
    """Return whether `redacted` equals `text` except for withheld words."""
    parts = redacted.split(WITHHELD)
    if len(parts) < 2:
        return False
    pattern = ".+".join(map(re.escape, parts))
    return re.fullmatch(pattern, text, re.DOTALL) is not None
