"""Compute the similarity of two items, from 0 to 1."""

from functools import lru_cache

from rapidfuzz import fuzz

from agenda.model import Item, Mention
from agenda.vietnam.text import matching_key

MIN_TEXT_SIMILARITY = 0.5
"""Items whose texts are less similar than this never match."""

MIN_SIMILARITY = 0.55
"""Items with a lower total score than this never match."""


def similarity(before: Item, after: Item) -> float:
    """Return the similarity of two items from 0 to 1; 0 if they cannot be the same.

    The text has the greatest weight. Names, day, half-day, hour and venue separate items with
    equal texts.
    """
    text_score = text_similarity(before.text, after.text)
    if text_score < MIN_TEXT_SIMILARITY:
        return 0.0
    days = abs((after.first - before.first).days)
    score = (
        0.70 * text_score
        + 0.12 / (1 + days)
        + 0.04 * (before.half_day is after.half_day)
        + 0.07 * _name_similarity(before.leaders, after.leaders)
        + 0.04 * _name_similarity(before.preparers, after.preparers)
        + 0.02 * ((before.start, before.end) == (after.start, after.end))
        + 0.01 * (before.venue == after.venue)
    )
    return score if score >= MIN_SIMILARITY else 0.0


@lru_cache(maxsize=1 << 15)
def text_similarity(before: str, after: str) -> float:
    """Return the similarity of two texts from 0 to 1, regardless of the order of their words."""
    first, other = matching_key(before), matching_key(after)
    score = max(fuzz.ratio(first, other), 0.95 * fuzz.token_sort_ratio(first, other))
    shared = set(first.split()) & set(other.split())
    if len(shared) >= 4:  # half of all texts contain words such as "họp" and "kiểm tra"
        score = max(score, 0.85 * fuzz.token_set_ratio(first, other))
    return score / 100


def _name_similarity(before: tuple[Mention, ...], after: tuple[Mention, ...]) -> float:
    first = {matching_key(mention.text) for mention in before}
    other = {matching_key(mention.text) for mention in after}
    return len(first & other) / len(first | other) if first or other else 1.0
