"""How alike two items are, from 0 to 1."""

from functools import lru_cache

from rapidfuzz import fuzz

from agenda.model import Item, Mention
from agenda.vietnam.text import matching_key

LEAST_WORDS = 0.5
"""Items whose words are less alike than this are two different items."""

LEAST = 0.55
"""So are items that are less alike than this on the whole."""


def similarity(before: Item, after: Item) -> float:
    """How alike two items are; 0 where they cannot be the same.

    The words count most. Who prepares and who attends, the day, the half-day and the hour tell
    apart items with the same words.
    """
    words = alike_words(before.text, after.text)
    if words < LEAST_WORDS:
        return 0.0
    days = abs((after.first - before.first).days)
    score = (
        0.70 * words
        + 0.12 / (1 + days)
        + 0.04 * (before.half_day is after.half_day)
        + 0.07 * _alike_names(before.leaders, after.leaders)
        + 0.04 * _alike_names(before.preparers, after.preparers)
        + 0.02 * ((before.start, before.end) == (after.start, after.end))
        + 0.01 * (before.venue == after.venue)
    )
    return score if score >= LEAST else 0.0


@lru_cache(maxsize=1 << 15)
def alike_words(before: str, after: str) -> float:
    """How alike two texts are, also where words were added, left out or put in another order."""
    one, other = matching_key(before), matching_key(after)
    score = max(fuzz.ratio(one, other), 0.95 * fuzz.token_sort_ratio(one, other))
    shared = set(one.split()) & set(other.split())
    if len(shared) >= 4:  # "họp", "kiểm tra" and their like are part of half of all texts
        score = max(score, 0.85 * fuzz.token_set_ratio(one, other))
    return score / 100


def _alike_names(before: tuple[Mention, ...], after: tuple[Mention, ...]) -> float:
    one = {matching_key(mention.text) for mention in before}
    other = {matching_key(mention.text) for mention in after}
    return len(one & other) / len(one | other) if one or other else 1.0
