"""Find what a month no longer says: the reference of `superseded.py`."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from agenda.history.diff import Amendment, amendments
from agenda.model import Item, Mention, Month
from agenda.vietnam.words import split_words
from tests.browser.plain_places import Place


def superseded_of(month: Month) -> Iterator[Place]:
    """Return dropped items, and texts that an amendment replaced by others."""
    dropped = {code: item for code, item in dropped_items(month) if code not in items_of(month)}
    for code, item in dropped.items():
        url = f"{month.month.year:04}/{month.month.month:02}/#cv-{code}"
        place = _place(month, url, texts_of(replace(item, reason=None)))
        yield replace(place, shown=item.first)
    for amendment in amendments(month):
        number = amendment.document.number
        url = f"{month.month.year:04}/{month.month.month:02}/thay-doi/#lan-{number}"
        for texts in (
            *replaced_fields(amendment, dropped | items_of(month)),
            *replaced_labels(amendment),
            *replaced_paragraphs(amendment, month),
        ):
            yield _place(month, url, texts)


def items_of(month: Month) -> dict[str, Item]:
    return {item.code: item for item in month.items}


def dropped_items(month: Month) -> Iterator[tuple[str, Item]]:
    for amendment in amendments(month):
        yield from ((item.code, item) for item in amendment.dropped)
    for update in (each for revision in month.revisions for each in revision.updates):
        if update.former_item and update.new_item is None:
            yield update.former_item.code, update.former_item


def replaced_fields(amendment: Amendment, last: Mapping[str, Item]) -> Iterator[list[str]]:
    for change in amendment.changed:
        now = texts_of(last.get(change.after.code, change.after))
        pairs = zip(fields(change.before), fields(change.after), strict=True)
        if replaced := [old for old, new in pairs if old and old != new and not stands(old, now)]:
            yield replaced


def replaced_labels(amendment: Amendment) -> Iterator[list[str]]:
    for label in amendment.labels:
        if label.before and not stands(label.before, [label.after or ""]):
            yield [label.before]


def replaced_paragraphs(amendment: Amendment, month: Month) -> Iterator[list[str]]:
    now = [*month.current.focus, month.current.caveat or ""]
    for text in amendment.texts:
        yield from ([paragraph] for paragraph in text.before if not stands(paragraph, now))


def texts_of(item: Item) -> list[str]:
    return [text for text in (*fields(item), *(each.name for each in item.entries())) if text]


def fields(item: Item) -> tuple[str | None, ...]:
    plain = (item.text, item.venue, item.participants, item.note, item.reason)
    return (*plain, printed(item.preparers), printed(item.leaders))


def printed(mentions: Iterable[Mention]) -> str:
    return "".join(mention.joiner + mention.text for mention in mentions)


def stands(words: str, texts: Iterable[str]) -> bool:
    return any(row(words) in row(text) for text in texts)


def row(text: str) -> str:
    return f" {' '.join(word.folded for word in split_words(text))} "


def _place(month: Month, url: str, texts: Iterable[str]) -> Place:
    return Place(url, month.month.first, month.month.last, True, tuple(texts))
