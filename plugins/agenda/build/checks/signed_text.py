"""Find withheld words of a month in the text of its signed file."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from agenda.importer.datamodel.document import Document, Paragraph, Table
from agenda.vietnam.privacy.redactions import (
    MARK,
    MAX_WORDS,
    FoldedText,
    Redaction,
    find_redactions,
)

_IN_PRINT = frozenset(
    (
        *("đầu trang", "chân trang", "khung chữ", "chữ xoay"),
        *("chú thích cuối trang", "chú thích cuối văn bản"),
    )
)
"""Kinds of asides that a reader sees; pictures apart, the others lie hidden in the file."""
_UNREADABLE = frozenset(("hình ảnh", "phần nhúng"))
_ENDS = 3
"""Words that tell a text by its beginning or its end."""
_LABEL = (
    r"(?:sáng|chiều|tối|cả\s+ngày|thứ\s+\w+|chủ\s+nhật|ngày\s+[\d/]+)\s*:|\d{1,2}\s*(?:h|g|giờ|:)"
)
_LABEL_NEXT = re.compile(rf"[\W_]*(?:{_LABEL})", re.IGNORECASE)
_LABEL_LAST = re.compile(
    r"(?:sáng|chiều|tối|cả\s+ngày|\d\s*(?:h|g|giờ|:)\s*\d{0,2}'?)[\W_]*$", re.IGNORECASE
)
"""The text that a document prints between two items."""


class Verdict(IntEnum):
    """The verdicts on a signed file at the withheld places of its month, the worst last."""

    COVERED = 1
    UNKNOWN = 2
    """Nothing in the file is like the text with the mark, or the file has pictures."""
    UNREAD = 3
    """The file has no text that can be read."""
    HIDDEN = 4
    """The file has text that it does not show, as deletions that are tracked."""
    SHOWN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A verdict and what it is about: the marked text, or what kind of text is hidden."""

    verdict: Verdict
    about: str = ""


def judge(document: Document, texts: Sequence[str], others: Sequence[str] = ()) -> Judgement:
    """Hold a document against the `texts` of its revision and the `others` of its month.

    Some texts have marks. The document need not have the other texts.
    """
    public = [FoldedText.of(text) for text in (*texts, *others)]
    streams = [FoldedText.of(text) for text in _streams(document)]
    judged = [
        Judgement(verdict=_verdict(place, streams, public), about=text)
        for text in texts
        for place in find_redactions(text)
    ]
    judged += [
        Judgement(verdict=Verdict.SHOWN, about=text)
        for text in others
        for place in find_redactions(text)
        if _verdict(place, streams, public) is Verdict.SHOWN
    ]
    for aside in document.asides:
        if aside.kind not in _IN_PRINT:
            verdict = Verdict.UNKNOWN if aside.kind in _UNREADABLE else Verdict.HIDDEN
            judged.append(Judgement(verdict=verdict, about=aside.kind))
    return max(judged, key=lambda each: each.verdict, default=Judgement(verdict=Verdict.COVERED))


def _streams(document: Document) -> Iterator[str]:
    """Yield what is read in one go: paragraphs, each column of each table, each aside."""
    yield "\n".join(block.text for block in document.blocks if isinstance(block, Paragraph))
    for block in document.blocks:
        if isinstance(block, Table):
            rows = (row.cells for row in block.rows if not row.heading)
            for column in zip(*rows, strict=True):
                yield "\n".join(cell.text for cell in dict.fromkeys(column))
    for aside in document.asides:
        yield aside.text


def _verdict(
    place: Redaction, streams: Iterable[FoldedText], public: Sequence[FoldedText]
) -> Verdict:
    seen = [
        verdict
        for stream in streams
        for verdict in (
            _between(place, stream, public)
            if place.before and place.after
            else _behind(place, stream, public)
            if place.before
            else _ahead(place, stream, public)
            if place.after
            else ()
        )
    ]
    return max(seen, default=Verdict.UNKNOWN)


def _between(
    place: Redaction, stream: FoldedText, public: Sequence[FoldedText]
) -> Iterator[Verdict]:
    """Judge what stands between the words on both sides, unless a public text says it all."""
    for found in _places(place.before, stream):
        begin = found + len(place.before)
        stop = stream.find(place.after, begin)
        if stop is not None and stop - begin <= MAX_WORDS:
            verdict = _judge_words(stream.folded[begin:stop])
            said = stream.folded[found : stop + len(place.after)]
            if verdict is Verdict.COVERED or all(text.find(said) is None for text in public):
                yield verdict


def _behind(
    place: Redaction, stream: FoldedText, public: Sequence[FoldedText]
) -> Iterator[Verdict]:
    """Judge what follows a place that ends its text: something else, or what is withheld."""
    texts = [text.folded for text in public]
    for found in _places(place.before, stream):
        begin = found + len(place.before)
        words = stream.folded[begin : begin + _ENDS]
        label = _LABEL_NEXT.match(stream.text, stream.spans[begin - 1][1])
        if verdict := _at_end(place.before, words, texts, label is not None):
            yield verdict


def _ahead(place: Redaction, stream: FoldedText, public: Sequence[FoldedText]) -> Iterator[Verdict]:
    """Judge what goes before a place that begins its text, as `_behind` does."""
    texts = [text.folded[::-1] for text in public]
    for stop in _places(place.after, stream):
        words = stream.folded[max(0, stop - _ENDS) : stop][::-1]
        label = _LABEL_LAST.search(stream.text[: stream.spans[stop][0]])
        if verdict := _at_end(place.after[::-1], words, texts, label is not None):
            yield verdict


def _at_end(
    known: Sequence[str], words: Sequence[str], texts: Sequence[Sequence[str]], label: bool
) -> Verdict | None:
    """Judge the words that follow `known`; None where they belong to another, public text.

    A `label` between the two begins another item.
    """
    if words[:1] != (MARK,) and any(_goes_on(text, known, words) for text in texts):
        return None
    if label or any(_begins(text, words) for text in texts):
        return Verdict.COVERED
    return _judge_words(words[:1])


def _judge_words(words: Sequence[str]) -> Verdict:
    """Judge the words in a place; crosses cover as a mark does."""
    covered = all(word == MARK or set(word) == {"x"} for word in words)
    return Verdict.COVERED if covered else Verdict.SHOWN


def _places(words: Sequence[str], stream: FoldedText) -> Iterator[int]:
    found = stream.find(words)
    while found is not None:
        yield found
        found = stream.find(words, found + 1)


def _goes_on(text: Sequence[str], known: Sequence[str], words: Sequence[str]) -> bool:
    """Return whether `known` stands in a text and goes on with as many of the words as it has."""
    size = len(known)
    return any(
        text[at : at + size] == known and _begins(text[at + size : at + size + _ENDS], words)
        for at in range(len(text) - size)
    )


def _begins(text: Sequence[str], words: Sequence[str]) -> bool:
    """Return whether a text begins with as many of the words as it has."""
    size = min(len(text), len(words))
    return size > 0 and text[:size] == words[:size]
