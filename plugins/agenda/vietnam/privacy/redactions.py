"""Find redactions in a text, and the words at the same places in another text.

The withheld words are not stored. A redaction is identified by the words around its mark.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from agenda.vietnam.text import fold

CONTEXT_WORDS = 4
"""Words on either side that identify a redaction."""

MAX_WORDS = 12
"""The most words that one redaction replaces. A longer span is a different text."""

MARK = ""
"""The placeholder for a mark among folded words."""

_TOKEN = re.compile(r"(?P<mark>\[không\s+công\s+bố\])|[^\W_]+", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[,;:()]|\.(?:\s|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Redaction:
    """A redaction, identified by the folded words before and after its mark.

    Without words on one side, it is at that end of the text or beside another redaction.
    `opens` means that the text begins with the words in `before`.
    """

    before: tuple[str, ...]
    after: tuple[str, ...]
    opens: bool

    @property
    def size(self) -> int:
        return len(self.before) + len(self.after)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoldedText:
    """The folded words of a text with their spans. A mark counts as a word."""

    text: str
    folded: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, text: str) -> "FoldedText":
        return _folded_text(text)

    def find(self, words: Sequence[str], start: int = 0) -> int | None:
        """Return the index of the first occurrence of `words` from `start` on, or None."""
        size, sought = len(words), tuple(words)
        starts = range(start, len(self.folded) - size + 1)
        return next((at for at in starts if self.folded[at : at + size] == sought), None)

    def clause_end(self, start: int) -> int:
        """Return the index after the last word of the clause that contains `start`."""
        for index in range(start, len(self.folded)):
            end = self.spans[index + 1][0] if index + 1 < len(self.folded) else len(self.text)
            if _CLAUSE_END.search(self.text, self.spans[index][1], end):
                return index + 1
        return len(self.folded)

    def clause_start(self, stop: int) -> int:
        """Return the index of the first word of the clause that ends before `stop`."""
        for index in range(stop, 0, -1):
            if _CLAUSE_END.search(self.text, self.spans[index - 1][1], self.spans[index][0]):
                return index
        return 0


@lru_cache(maxsize=1 << 10)
def _folded_text(text: str) -> FoldedText:
    tokens = list(_TOKEN.finditer(text))
    return FoldedText(
        text=text,
        folded=tuple(MARK if each["mark"] else fold(each[0]) for each in tokens),
        spans=tuple(each.span() for each in tokens),
    )


def find_redactions(text: str) -> tuple[Redaction, ...]:
    """Return the redactions of a text, in order. Adjacent marks form one redaction."""
    folded = FoldedText.of(text).folded
    redactions: list[Redaction] = []
    first = index = 0
    while MARK in folded[index:]:
        index = folded.index(MARK, index)
        stop = next((n for n in range(index, len(folded)) if folded[n] != MARK), len(folded))
        last = folded.index(MARK, stop) if MARK in folded[stop:] else len(folded)
        redactions.append(
            Redaction(
                before=folded[max(first, index - CONTEXT_WORDS) : index],
                after=folded[stop : min(last, stop + CONTEXT_WORDS)],
                opens=index <= CONTEXT_WORDS and not redactions,
            )
        )
        first = index = stop
    return tuple(redactions)


def find_revealed_spans(
    redaction: Redaction, text: str, *, loose: bool = False
) -> Iterator[tuple[int, int]]:
    """Yield the spans of `text` that contain words in place of a redaction.

    With `loose`, the words on one side are enough; `text` must then be another version of the
    redacted text. Empty spans and spans with a mark are left out.
    """
    words = FoldedText.of(text)
    spans = list(_spans(redaction, words))
    if loose and not spans:
        spans = list(_one_sided_spans(redaction, words))
    for start, stop in spans:
        if start < stop <= start + MAX_WORDS and MARK not in words.folded[start:stop]:
            yield words.spans[start][0], words.spans[stop - 1][1]


def _spans(redaction: Redaction, words: FoldedText) -> Iterator[tuple[int, int]]:
    """Yield start and stop, as word indices, of spans whose context matches on both sides."""
    index = words.find(redaction.before) if redaction.size else None
    while index is not None and not (redaction.opens and index):
        begin = index + len(redaction.before)
        stop = words.find(redaction.after, begin) if redaction.after else len(words.folded)
        if stop is not None:
            yield begin, stop
        index = words.find(redaction.before, index + 1) if redaction.before else None


def _one_sided_spans(redaction: Redaction, words: FoldedText) -> Iterator[tuple[int, int]]:
    """Yield start and stop of the rest of a clause whose context matches on one side."""
    if redaction.before and (index := words.find(redaction.before)) is not None:
        begin = index + len(redaction.before)
        yield begin, words.clause_end(begin)
    elif redaction.after and (stop := words.find(redaction.after)) is not None:
        yield words.clause_start(stop), stop
    elif not redaction.size:
        yield 0, len(words.folded)
