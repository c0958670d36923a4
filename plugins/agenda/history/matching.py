"""Match the items of a revision one to one with the items of the previous revision."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from agenda.history.assignment import assign
from agenda.history.similarity import similarity, text_similarity
from agenda.model import Item
from agenda.vietnam.text import matching_key

MIN_SAME_CODE_SIMILARITY = 0.5
"""Two items with the same code are doubtful if their texts are less similar than this."""


class MatchBasis(Enum):
    """The reason why two items were matched."""

    CODE = "ma"
    EXACT = "trung"
    SIMILARITY = "giong"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One item in two revisions.

    `similarity` compares the texts, from 0 to 1. A `doubtful` pair should be reviewed by a person.
    """

    before: Item
    after: Item
    basis: MatchBasis
    similarity: float
    doubtful: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Matching:
    """All items of two revisions: in both, only in the later, only in the earlier.

    Items are in the order of their documents, pairs in the order of the later document.
    """

    pairs: tuple[Pair, ...]
    added: tuple[Item, ...]
    dropped: tuple[Item, ...]


def match_items(before: Sequence[Item], after: Sequence[Item]) -> Matching:
    """Match items by code where both have one, else by time and text, else by similarity.

    An item without a code has an empty one. An item is new if the earlier revision lacks its code.

    Three kinds of pairs are doubtful: pairs by similarity alone, pairs of equal texts at the same
    time if another item of that text was moved, and pairs of one code with different texts.
    """
    if not before or not after:
        return Matching(pairs=(), added=tuple(after), dropped=tuple(before))
    matches = _match_by_code(before, after)
    matches |= _match_by_key(_slot_and_text, MatchBasis.EXACT, before, after, matches)
    matches |= _match_by_key(_single_group, MatchBasis.SIMILARITY, before, after, matches)
    moved = Counter(
        matching_key(before[earlier].text)
        for _, (earlier, basis) in matches.items()
        if basis is MatchBasis.SIMILARITY
    )
    pairs = [
        _pair(before[earlier], after[later], basis, moved)
        for later, (earlier, basis) in sorted(matches.items())
    ]
    matched = {earlier for earlier, _ in matches.values()}
    return Matching(
        pairs=tuple(pairs),
        added=tuple(item for later, item in enumerate(after) if later not in matches),
        dropped=tuple(item for earlier, item in enumerate(before) if earlier not in matched),
    )


_Matches = dict[int, tuple[int, MatchBasis]]
"""For the index of a later item: the index of the earlier item, and the reason."""


def _match_by_code(before: Sequence[Item], after: Sequence[Item]) -> _Matches:
    index_by_code = {
        item.code: earlier for earlier, item in reversed(list(enumerate(before))) if item.code
    }
    matches: _Matches = {}
    for later, item in enumerate(after):
        if (earlier := index_by_code.pop(item.code, None)) is not None:
            matches[later] = earlier, MatchBasis.CODE
    return matches


def _match_by_key(
    key: Callable[[Item], Hashable],
    basis: MatchBasis,
    before: Sequence[Item],
    after: Sequence[Item],
    matches: _Matches,
) -> _Matches:
    """Match the remaining items that share a key, for the greatest sum of similarities."""
    matched = {earlier for earlier, _ in matches.values()}
    unmatched = _group_indices(
        key, ((earlier, item) for earlier, item in enumerate(before) if earlier not in matched)
    )
    new_matches: _Matches = {}
    remaining = ((later, item) for later, item in enumerate(after) if later not in matches)
    for group, members in _group_indices(key, remaining).items():
        candidates = unmatched.get(group, [])
        if not candidates:
            continue
        scores = [
            [_score(before[earlier], after[later]) for earlier in candidates] for later in members
        ]
        for row, column in assign(scores):
            new_matches[members[row]] = candidates[column], basis
    return new_matches


def _group_indices(
    key: Callable[[Item], Hashable], items: Iterable[tuple[int, Item]]
) -> dict[Hashable, list[int]]:
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for index, item in items:
        groups[key(item)].append(index)
    return groups


def _score(before: Item, after: Item) -> float:
    return 0.0 if before.code and after.code else similarity(before, after)


def _slot_and_text(item: Item) -> Hashable:
    return item.first, item.last, item.half_day, matching_key(item.text)


def _single_group(_: Item) -> Hashable:
    return None


def _pair(before: Item, after: Item, basis: MatchBasis, moved: Counter[str]) -> Pair:
    text_score = text_similarity(before.text, after.text)
    doubtful = {
        MatchBasis.CODE: text_score < MIN_SAME_CODE_SIMILARITY,
        MatchBasis.EXACT: matching_key(before.text) in moved,
        MatchBasis.SIMILARITY: True,
    }
    return Pair(
        before=before, after=after, basis=basis, similarity=text_score, doubtful=doubtful[basis]
    )
