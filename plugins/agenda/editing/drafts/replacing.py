"""Replace words in the items or the header of a draft."""

import re
from collections.abc import Iterable

from agenda.editing.action import Action
from agenda.editing.items import EditItem, read_item, read_items
from agenda.editing.months import SetHeader, read_header
from agenda.editing.outcomes import Values
from agenda.model import PlainValue

_NO_WORDS = ("ngay", "buoi", "trang_thai", "doi_sang")
"""The keys of an item without words of the document; "4" in a text is not the day 4."""


def replacing_actions(text: str, target: str, words: str, by: str) -> list[Action]:
    """Return the edits that replace words in the item at `target`, else in every item.

    If no item has them, they are replaced in the header.
    """
    code = target.removeprefix("cv-")
    found: Iterable[tuple[str, Values]] = read_items(text).items()
    if target.startswith("cv-") and (values := read_item(text, code)):
        found = [(code, values)]
    pattern = re.compile(re.escape(words))
    actions: list[Action] = _item_actions(found, pattern, by)
    header = read_header(text)
    if not actions and (changed := _replaced(header, pattern, by)) != header:
        actions.append(SetHeader(base=header, values=changed))
    return actions


def replacing_everywhere(text: str, words: str, by: str) -> list[Action]:
    """Return the edits that replace whole words in every item."""
    pattern = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
    return _item_actions(read_items(text).items(), pattern, by)


def _item_actions(
    items: Iterable[tuple[str, Values]], pattern: re.Pattern[str], by: str
) -> list[Action]:
    return [
        EditItem(code=code, base=values, values=changed)
        for code, values in items
        if (changed := _replaced(values, pattern, by)) != values
    ]


def _replaced(values: Values, pattern: re.Pattern[str], by: str) -> Values:
    """Return values with what matches replaced in every text."""
    replaced: dict[str, PlainValue] = {}
    for key, value in values.items():
        if key in _NO_WORDS:
            replaced[key] = value
        elif isinstance(value, tuple):
            replaced[key] = tuple(pattern.sub(lambda _: by, each) for each in value)
        else:
            replaced[key] = pattern.sub(lambda _: by, value) if value else value
    return replaced
