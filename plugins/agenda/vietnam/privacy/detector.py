"""Private details in public text: numbers of phones, vehicles and papers, names of citizens."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from agenda.vietnam.privacy.citizens import citizens_named, speaks_of_citizens
from agenda.vietnam.privacy.illness import illnesses_in
from agenda.vietnam.privacy.numbers import NumberKind, numbers_in
from agenda.vietnam.text import matching_key

Kind: TypeAlias = NumberKind | Literal["illness", "citizen"]

WITHHELD = "[không công bố]"
"""What stands in a text for words that are not published."""

_WITHHELD_KEY = matching_key(WITHHELD)
_MAY_WITHHOLD = re.compile(r"\[[kK\u212a]")
"""The beginning of all that has that key; the last is the sign of kelvin, a "k" in lower case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateDetail:
    """Something that a public text should not say; `offset` is its place in the text, from 0."""

    kind: Kind
    text: str
    offset: int


def private_details(text: str, *, concerns_citizens: bool = False) -> tuple[PrivateDetail, ...]:
    """Return what looks private in `text`, in its order, without overlaps.

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
    yield from numbers_in(text)
    if concerns_citizens or speaks_of_citizens(text):
        yield from ((start, end, "citizen") for start, end in citizens_named(text))
    yield from ((start, end, "illness") for start, end in illnesses_in(text))


def may_withhold(text: str) -> bool:
    """Whether words may be withheld in values written as `text`: a look before the long count."""
    return _MAY_WITHHOLD.search(text) is not None


def count_withheld(content: object) -> int:
    """In how many places words are withheld in plain values: texts, lists and mappings of them."""
    match content:
        case str():
            return matching_key(content).count(_WITHHELD_KEY) if "[" in content else 0
        case dict():
            return sum(map(count_withheld, content.values()))
        case list() | tuple():
            return sum(map(count_withheld, content))
    return 0


def is_redaction(text: str, redacted: str) -> bool:
    """Tell whether `redacted` is `text` with some of its words withheld, and nothing else."""
    parts = redacted.split(WITHHELD)
    if len(parts) < 2:
        return False
    pattern = ".+".join(map(re.escape, parts))
    return re.fullmatch(pattern, text, re.DOTALL) is not None
