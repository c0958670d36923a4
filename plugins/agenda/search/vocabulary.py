"""Make the vocabulary that a browser looks words up in that no record has."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from agenda.search.inverted_index import InvertedIndex
from agenda.vietnam.words import make_word

SIZES = (3, 4)
"""Lengths in words of the phrases that people shorten to their initials."""

MOST_PHRASES = 3
"""The largest number of phrases of the same initials."""

RARE = 200
"""A phrase is known by its initials if more than one of so many texts has it."""

SAMPLE = 4_000
"""About as many different texts are enough to know what is frequent."""

_LINKS = "và của các về cho tại với do trên theo trong là ở đến từ để một những có được bị"
_NOT_AT_ENDS = frozenset(_LINKS.split(" "))


def words_by_frequency(index: InvertedIndex) -> str:
    """Return all folded words without digits, the most frequent first, by spaces."""
    counts = {
        folded: sum(map(len, spellings.values())) for folded, spellings in index.positions.items()
    }
    words = (word for word in counts if word.isalpha())
    return " ".join(sorted(words, key=lambda word: (-counts[word], word)))


def phrases_by_initials(records: Iterable[str]) -> Mapping[str, Sequence[str]]:
    """Return frequent phrases by their initials: {"cds": ["chuyển đổi số"]}.

    Each record is its texts, separated by tabs: spellings separated by spaces.
    """
    texts = sorted({text for record in records for text in record.split("\t")})
    texts = texts[:: max(1, len(texts) // SAMPLE)]
    counts = _count_phrases(texts)
    least = max(2, len(texts) // RARE)
    phrases: dict[str, list[str]] = defaultdict(list)
    frequent = [each for each in counts.items() if each[1] >= least]
    for phrase, _ in sorted(frequent, key=lambda each: (-each[1], each[0])):
        if "" in phrase or _NOT_AT_ENDS & {phrase[0], phrase[-1]}:
            continue
        initials = "".join(make_word(word).folded[0] for word in phrase)
        if initials.isalpha() and len(phrases[initials]) < MOST_PHRASES:
            phrases[initials].append(" ".join(phrase))
    return {initials: phrases[initials] for initials in sorted(phrases) if phrases[initials]}


def _count_phrases(texts: Iterable[str]) -> Counter[tuple[str, ...]]:
    """Count the runs of words; an empty word stands between two texts."""
    words = "  ".join(texts).split(" ")
    counts: Counter[tuple[str, ...]] = Counter()
    for size in SIZES:
        counts.update(zip(*(words[start:] for start in range(size)), strict=False))
    return counts
