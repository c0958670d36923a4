"""The real month as printed, with the words that were corrected later."""

from dataclasses import replace

from agenda.model import Correction, Item, Mention, Revision


def as_printed(revision: Revision) -> Revision:
    """Return the revision with its declared corrections undone, each on its day."""
    undone = [each for each in revision.corrections if each.corrected and each.day]
    entries = tuple(
        replace(
            entry,
            items=tuple(
                _printed(item, [each for each in undone if each.day and entry.covers(each.day)])
                for item in entry.items
            ),
        )
        for entry in revision.entries
    )
    return replace(revision, entries=entries)


def _printed(item: Item, undone: list[Correction]) -> Item:
    text, preparers, leaders = item.text, item.preparers, item.leaders
    for each in undone:
        corrected = each.corrected or ""
        text = text.replace(corrected, each.printed)
        preparers = _named(preparers, corrected, each.printed)
        leaders = _named(leaders, corrected, each.printed)
    return replace(item, text=text, preparers=preparers, leaders=leaders)


def _named(mentions: tuple[Mention, ...], corrected: str, printed: str) -> tuple[Mention, ...]:
    return tuple(
        replace(mention, text=mention.text.replace(corrected, printed)) for mention in mentions
    )
