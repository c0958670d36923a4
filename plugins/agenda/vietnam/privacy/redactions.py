"""Where words are withheld in a text, and which words stand there in another text.

The withheld words are stored nowhere: a place is known by the words around its mark.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from agenda.vietnam.text import fold

NEAR = 4
"""Words on either side that tell a place from others."""

MOST = 12
"""Words that may stand in one place; a longer stretch is another text."""

MARK = ""
"""Stands for the mark among folded words."""

_TOKEN = re.compile(r"(?P<mark>\[không\s+công\s+bố\])|[^\W_]+", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[,;:()]|\.(?:\s|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Redaction:
    """A withheld place by the folded words before and after it, of the same text.

    Without words on one side it stands at that end of the text, or beside another place.
    `opens` says that no word stands before those in `before`.
    """

    before: tuple[str, ...]
    after: tuple[str, ...]
    opens: bool

    @property
    def size(self) -> int:
        return len(self.before) + len(self.after)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of a text, folded, with where each stands; marks are words too."""

    text: str
    folded: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, text: str) -> "Words":
        return _words_of(text)

    def find(self, words: Sequence[str], start: int = 0) -> int | None:
        """Return where `words` stand from `start` on."""
        size, wanted = len(words), tuple(words)
        places = range(start, len(self.folded) - size + 1)
        return next((at for at in places if self.folded[at : at + size] == wanted), None)

    def clause_end(self, start: int) -> int:
        """Return the number of the word that follows the clause that goes on at `start`."""
        for at in range(start, len(self.folded)):
            end = self.spans[at + 1][0] if at + 1 < len(self.folded) else len(self.text)
            if _CLAUSE_END.search(self.text, self.spans[at][1], end):
                return at + 1
        return len(self.folded)

    def clause_start(self, stop: int) -> int:
        """Return the number of the first word of the clause that ends before `stop`."""
        for at in range(stop, 0, -1):
            if _CLAUSE_END.search(self.text, self.spans[at - 1][1], self.spans[at][0]):
                return at
        return 0


@lru_cache(maxsize=1 << 10)
def _words_of(text: str) -> Words:
    found = list(_TOKEN.finditer(text))
    return Words(
        text=text,
        folded=tuple(MARK if each["mark"] else fold(each[0]) for each in found),
        spans=tuple(each.span() for each in found),
    )


def redactions(text: str) -> tuple[Redaction, ...]:
    """Return the withheld places of a text, in order; marks side by side are one place."""
    folded = Words.of(text).folded
    places: list[Redaction] = []
    first = at = 0
    while MARK in folded[at:]:
        at = folded.index(MARK, at)
        stop = next((n for n in range(at, len(folded)) if folded[n] != MARK), len(folded))
        last = folded.index(MARK, stop) if MARK in folded[stop:] else len(folded)
        places.append(
            Redaction(
                before=folded[max(first, at - NEAR) : at],
                after=folded[stop : min(last, stop + NEAR)],
                opens=at <= NEAR and not places,
            )
        )
        first = at = stop
    return tuple(places)


def words_in_place(
    place: Redaction, text: str, *, loose: bool = False
) -> Iterator[tuple[int, int]]:
    """Yield the spans of `text` whose words stand in a withheld place.

    `loose` is for a text known to be another version of the redacted one: the words on one side
    of the place are enough. Where nothing or the mark stands there, nothing is yielded.
    """
    words = Words.of(text)
    stretches = list(_stretches(place, words))
    if loose and not stretches:
        stretches = list(_loose_stretches(place, words))
    for start, stop in stretches:
        if start < stop <= start + MOST and MARK not in words.folded[start:stop]:
            yield words.spans[start][0], words.spans[stop - 1][1]


def _stretches(place: Redaction, words: Words) -> Iterator[tuple[int, int]]:
    """Yield where both sides fit, from word to word."""
    found = words.find(place.before) if place.size else None
    while found is not None and not (place.opens and found):
        begin = found + len(place.before)
        stop = words.find(place.after, begin) if place.after else len(words.folded)
        if stop is not None:
            yield begin, stop
        found = words.find(place.before, found + 1) if place.before else None


def _loose_stretches(place: Redaction, words: Words) -> Iterator[tuple[int, int]]:
    """Yield where one side fits, to the end or from the beginning of the clause."""
    if place.before and (found := words.find(place.before)) is not None:
        begin = found + len(place.before)
        yield begin, words.clause_end(begin)
    elif place.after and (stop := words.find(place.after)) is not None:
        yield words.clause_start(stop), stop
    elif not place.size:
        yield 0, len(words.folded)
