"""Words of a revision that stand where an earlier one withholds some."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from agenda.history.matching import Matching
from agenda.model import Item, Mention, Revision
from agenda.vietnam.privacy.detector import may_withhold
from agenda.vietnam.privacy.redactions import redactions, words_in_place
from agenda.vietnam.text import matching_key


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoredWords:
    """A stretch of one text of the later revision."""

    text: str
    start: int
    end: int

    @property
    def words(self) -> str:
        return self.text[self.start : self.end]


def withholds(revision: Revision) -> bool:
    """Return whether a revision withholds words anywhere."""
    return any(map(may_withhold, texts_of(revision)))


def restored_words(
    before: Revision, after: Revision, matching: Matching
) -> tuple[RestoredWords, ...]:
    """Return what `after` says where `before` withholds words, each once.

    `matching` is that of their items. Words that `after` lists as public are left out.
    """
    if not withholds(before):
        return ()
    found = [
        *_in_pairs(matching),
        *_in_others(
            [text for item in matching.dropped for text in _texts_of_item(item).values()],
            [text for item in matching.added for text in _texts_of_item(item).values()],
        ),
        *_in_others(list(_texts_around(before)), list(_texts_around(after))),
    ]
    public = tuple(map(matching_key, after.public_words))
    return tuple(
        each
        for each in dict.fromkeys(found)
        if not any(word in matching_key(each.words) for word in public)
    )


def texts_of(revision: Revision) -> Iterator[str]:
    """Yield every text of a revision that a file gives as one value."""
    yield from _texts_around(revision)
    for item in revision.items:
        yield from _texts_of_item(item).values()


def _in_pairs(matching: Matching) -> Iterator[RestoredWords]:
    for pair in matching.pairs:
        now = _texts_of_item(pair.after)
        for key, marked in _texts_of_item(pair.before).items():
            if may_withhold(marked) and key in now:
                yield from _restored(marked, now[key], loose=True)


def _in_others(before: Sequence[str], after: Sequence[str]) -> Iterator[RestoredWords]:
    """Yield what stands in texts that only the later revision has."""
    known, still = set(before), set(after)
    for marked in before:
        if may_withhold(marked) and marked not in still:
            for text in after:
                if text not in known:
                    yield from _restored(marked, text, loose=False)


def _restored(marked: str, text: str, *, loose: bool) -> Iterator[RestoredWords]:
    for place in redactions(marked):
        for start, end in words_in_place(place, text, loose=loose):
            yield RestoredWords(text=text, start=start, end=end)


def _texts_of_item(item: Item) -> Mapping[str, str]:
    """The texts of an item by field, as its file gives them."""
    texts = {
        "text": item.text,
        "venue": item.venue,
        "participants": item.participants,
        "note": item.note,
        "reason": item.reason,
    }
    for field, mentions in (("preparers", item.preparers), ("leaders", item.leaders)):
        for number, printed in enumerate(_printed(mentions)):
            texts[f"{field} {number}"] = printed
    return {field: text for field, text in texts.items() if text}


def _printed(mentions: Sequence[Mention]) -> Sequence[str]:
    return "".join(mention.joiner + mention.text for mention in mentions).split("\n")


def _texts_around(revision: Revision) -> Iterator[str]:
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
