"""Find words in a revision that the previous revision withholds."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from agenda.history.matching import Matching
from agenda.model import Item, Mention, Revision
from agenda.vietnam.privacy.detector import may_contain_withheld
from agenda.vietnam.privacy.redactions import find_redactions, find_revealed_spans
from agenda.vietnam.text import matching_key


@dataclass(frozen=True, slots=True, kw_only=True)
class RevealedWords:
    """A span of a text of the later revision."""

    text: str
    start: int
    end: int

    @property
    def words(self) -> str:
        return self.text[self.start : self.end]


def withholds(revision: Revision) -> bool:
    """Return whether a revision withholds words anywhere."""
    return any(map(may_contain_withheld, texts_of(revision)))


def revealed_words(
    before: Revision, after: Revision, matching: Matching
) -> tuple[RevealedWords, ...]:
    """Return the words of `after` that `before` withholds, without duplicates.

    `matching` matches the items of the two revisions. Words that `after` lists as public are left
    out: one entry has to list the whole span.
    """
    if not withholds(before):
        return ()
    found = [
        *_revealed_in_pairs(matching),
        *_revealed_elsewhere(
            [text for item in matching.dropped for text in _item_texts(item).values()],
            [text for item in matching.added for text in _item_texts(item).values()],
        ),
        *_revealed_elsewhere(list(_texts_outside_items(before)), list(_texts_outside_items(after))),
    ]
    public = tuple(map(matching_key, after.public_words))
    return tuple(
        revealed
        for revealed in dict.fromkeys(found)
        if not any(_has_words(words, matching_key(revealed.words)) for words in public)
    )


def texts_of(revision: Revision) -> Iterator[str]:
    """Yield every text of a revision that a file gives as one value."""
    yield from _texts_outside_items(revision)
    for item in revision.items:
        yield from _item_texts(item).values()


def _has_words(text: str, words: str) -> bool:
    """Tell whether a key has the words of another key, whole; its tones are combining marks."""
    return re.search(rf"(?<!\w){re.escape(words)}(?![\w\u0300-\u036f])", text) is not None


def _revealed_in_pairs(matching: Matching) -> Iterator[RevealedWords]:
    for pair in matching.pairs:
        later_texts = _item_texts(pair.after)
        for key, redacted in _item_texts(pair.before).items():
            if may_contain_withheld(redacted) and key in later_texts:
                yield from _revealed(redacted, later_texts[key], loose=True)


def _revealed_elsewhere(before: Sequence[str], after: Sequence[str]) -> Iterator[RevealedWords]:
    """Yield revealed words from texts that only the later revision has."""
    before_texts, after_texts = set(before), set(after)
    for redacted in before:
        if may_contain_withheld(redacted) and redacted not in after_texts:
            for text in after:
                if text not in before_texts:
                    yield from _revealed(redacted, text, loose=False)


def _revealed(redacted: str, text: str, *, loose: bool) -> Iterator[RevealedWords]:
    for redaction in find_redactions(redacted):
        for start, end in find_revealed_spans(redaction, text, loose=loose):
            yield RevealedWords(text=text, start=start, end=end)


def _item_texts(item: Item) -> Mapping[str, str]:
    """Return the texts of an item by field, as its file gives them."""
    texts = {
        "text": item.text,
        "venue": item.venue,
        "participants": item.participants,
        "note": item.note,
        "reason": item.reason,
    }
    for field, mentions in (("preparers", item.preparers), ("leaders", item.leaders)):
        for number, printed in enumerate(_printed_names(mentions)):
            texts[f"{field} {number}"] = printed
    return {field: text for field, text in texts.items() if text}


def _printed_names(mentions: Sequence[Mention]) -> Sequence[str]:
    return "".join(mention.joiner + mention.text for mention in mentions).split("\n")


def _texts_outside_items(revision: Revision) -> Iterator[str]:
    """Yield the texts of a revision outside its items."""
    document = revision.document
    for text in (
        *revision.focus,
        revision.caveat,
        *(entry.label for entry in revision.entries),
        *revision.recipients,
        *(document.number, document.place, document.signer, document.signer_title),
        document.origin,
        *(text for each in revision.corrections for text in (each.printed, each.doubt)),
    ):
        if text:
            yield text
