"""The items of a revision against those of the one before it, one to one."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from agenda.history.assignment import assign
from agenda.history.similarity import alike_words, similarity
from agenda.model import Item
from agenda.vietnam.text import matching_key

UNLIKE = 0.5
"""Two items of one code whose words are less alike than this may bear it by mistake."""


class MatchBasis(Enum):
    """What two items were taken for the same by."""

    CODE = "ma"
    EXACT = "trung"
    SIMILARITY = "giong"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One item in two revisions; `doubtful` is what a person should look at.

    `similarity` of the words is from 0 to 1.
    """

    before: Item
    after: Item
    basis: MatchBasis
    similarity: float
    doubtful: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Matching:
    """All items of two revisions: paired, new in the later, dropped from the earlier one.

    All are in the order of their papers, pairs in that of the later paper.
    """

    pairs: tuple[Pair, ...]
    added: tuple[Item, ...]
    dropped: tuple[Item, ...]


def match_items(before: Sequence[Item], after: Sequence[Item]) -> Matching:
    """Match items by code where both have one, else by day, half-day and words, else by likeness.

    An item without a code has an empty one. An item whose code the earlier revision does not
    have is new. What likeness alone decides is doubtful, and so are equal words at the same time
    where the same words were moved elsewhere too; a code borne by quite other words is as well.
    """
    if not before or not after:
        return Matching(pairs=(), added=tuple(after), dropped=tuple(before))
    paired = _by_code(before, after)
    paired |= _by(_slot_and_words, MatchBasis.EXACT, before, after, paired)
    paired |= _by(_anything, MatchBasis.SIMILARITY, before, after, paired)
    moved = Counter(
        matching_key(before[index].text)
        for _, (index, basis) in paired.items()
        if basis is MatchBasis.SIMILARITY
    )
    pairs = [
        _pair(before[index], after[number], basis, moved)
        for number, (index, basis) in sorted(paired.items())
    ]
    kept = {index for index, _ in paired.values()}
    return Matching(
        pairs=tuple(pairs),
        added=tuple(item for number, item in enumerate(after) if number not in paired),
        dropped=tuple(item for index, item in enumerate(before) if index not in kept),
    )


_Paired = dict[int, tuple[int, MatchBasis]]
"""By the index of an item of the later revision: that of the earlier one, and what by."""


def _by_code(before: Sequence[Item], after: Sequence[Item]) -> _Paired:
    index_of = {item.code: index for index, item in reversed(list(enumerate(before))) if item.code}
    paired: _Paired = {}
    for number, item in enumerate(after):
        if (index := index_of.pop(item.code, None)) is not None:
            paired[number] = index, MatchBasis.CODE
    return paired


def _by(
    key: Callable[[Item], Hashable],
    basis: MatchBasis,
    before: Sequence[Item],
    after: Sequence[Item],
    paired: _Paired,
) -> _Paired:
    """Pair what is left among the items of one key, so that the likeness of all is greatest."""
    kept = {index for index, _ in paired.values()}
    left = _grouped(key, ((index, item) for index, item in enumerate(before) if index not in kept))
    found: _Paired = {}
    open_items = ((number, item) for number, item in enumerate(after) if number not in paired)
    for group, numbers in _grouped(key, open_items).items():
        indices = left.get(group, [])
        if not indices:
            continue
        worth = [[_worth(before[index], after[number]) for index in indices] for number in numbers]
        for row, column in assign(worth):
            found[numbers[row]] = indices[column], basis
    return found


def _grouped(
    key: Callable[[Item], Hashable], items: Iterable[tuple[int, Item]]
) -> dict[Hashable, list[int]]:
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for index, item in items:
        groups[key(item)].append(index)
    return groups


def _worth(before: Item, after: Item) -> float:
    return 0.0 if before.code and after.code else similarity(before, after)


def _slot_and_words(item: Item) -> Hashable:
    return item.first, item.last, item.half_day, matching_key(item.text)


def _anything(_: Item) -> Hashable:
    return None


def _pair(before: Item, after: Item, basis: MatchBasis, moved: Counter[str]) -> Pair:
    words = alike_words(before.text, after.text)
    doubtful = {
        MatchBasis.CODE: words < UNLIKE,
        MatchBasis.EXACT: matching_key(before.text) in moved,
        MatchBasis.SIMILARITY: True,
    }
    return Pair(before=before, after=after, basis=basis, similarity=words, doubtful=doubtful[basis])
