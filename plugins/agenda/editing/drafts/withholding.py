"""Withhold words in a draft as other files of its month do."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from agenda.history.matching import match_items
from agenda.history.revealed import RevealedWords, revealed_words, texts_of
from agenda.importer.datamodel.draft import Draft, DraftItem
from agenda.model import Revision
from agenda.vietnam.privacy.detector import WITHHELD
from agenda.vietnam.text import matching_key


def withhold_as_before(
    draft: Draft, as_read: Revision, known: Iterable[Revision]
) -> tuple[Draft, tuple[str, ...]]:
    """Return the draft without the words that stand where a known revision withholds some.

    `as_read` is the draft as a revision. Also returns the texts with words taken out.
    """
    public = dict.fromkeys(word for revision in known for word in revision.public_words)
    kept = tuple(word for word in public if _occurs_in(word, as_read))
    as_read = replace(as_read, public_words=kept)
    redacted = _redact_texts(
        each
        for revision in known
        for each in revealed_words(revision, as_read, match_items(revision.items, as_read.items))
    )
    draft = _with_texts(draft, lambda text: redacted.get(" ".join(text.split()), text))
    return replace(draft, public_words=kept), tuple(redacted.values())


def _occurs_in(word: str, revision: Revision) -> bool:
    return any(matching_key(word) in matching_key(text) for text in texts_of(revision))


def _redact_texts(found: Iterable[RevealedWords]) -> Mapping[str, str]:
    """Map each text to the text with withheld words replaced by the mark."""
    spans_by_text: dict[str, set[tuple[int, int]]] = {}
    for each in found:
        spans_by_text.setdefault(each.text, set()).add((each.start, each.end))
    return {text: _without(text, spans) for text, spans in spans_by_text.items()}


def _without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    stop = len(text)
    for start, end in sorted(spans, reverse=True):
        if end <= stop:  # several revisions may withhold overlapping words
            text = text[:start] + WITHHELD + text[end:]
            stop = start
    return text


def _with_texts(draft: Draft, change: Callable[[str], str]) -> Draft:
    def optional(text: str | None) -> str | None:
        return None if text is None else change(text)

    def item(each: DraftItem) -> DraftItem:
        return replace(
            each,
            text=change(each.text),
            venue=optional(each.venue),
            participants=optional(each.participants),
            note=optional(each.note),
            reason=optional(each.reason),
            preparers=tuple(map(change, each.preparers)),
            leaders=tuple(map(change, each.leaders)),
        )

    return replace(
        draft,
        focus=tuple(map(change, draft.focus)),
        caveat=optional(draft.caveat),
        recipients=tuple(map(change, draft.recipients)),
        entries=tuple(
            replace(
                entry,
                label=optional(entry.label),
                halves=tuple(
                    replace(half, items=tuple(map(item, half.items))) for half in entry.halves
                ),
            )
            for entry in draft.entries
        ),
    )
