"""Collect what the feeds announce: new months, amendments and updates, overall and per entry."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from agenda.history.diff import Amendment
from agenda.history.update_words import ChangedValue, changed_values
from agenda.history.updates import ListedUpdate, as_signed, updates_of
from agenda.model import DirectoryEntry, Item, Revision
from agenda.site.context import SiteContext
from agenda.site.urls import amendment_url, month_url, update_url

ENTRIES = 24
"""The maximum number of entries in a feed."""

NOTHING = "(không ghi)"
"""The words for an empty value before or after a change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLine:
    """An item in a feed entry, its change in words, and the item before the change."""

    change: str
    item: Item
    before: Item | None = None

    def entries(self) -> Iterable[DirectoryEntry]:
        """Return the directory entries of the item before and after, without duplicates."""
        if self.before is None:
            return self.item.entries()
        return dict.fromkeys((*self.item.entries(), *self.before.entries()))


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """A published document, or an update of its file: a change without a new document."""

    revision: Revision
    url: str
    lines: tuple[FeedLine, ...]
    others: int = 0
    """The number of changes that concern no single item."""
    update: ListedUpdate | None = None

    @property
    def day(self) -> date:
        return self.update.update.day if self.update else self.revision.document.issued

    @property
    def name(self) -> str:
        """The name of the entry in the ids of feeds; it never changes."""
        name = f"{self.revision.month}.{self.revision.number}"
        return f"{name}.{self.update.number}" if self.update else name


def site_news(context: SiteContext) -> list[News]:
    """Return all news, newest first."""
    return sorted(_news(context), key=_newest_last, reverse=True)


def _news(context: SiteContext) -> Iterator[News]:
    for month in context.agenda.months:
        first = as_signed(month.revisions[0])
        yield News(
            revision=first,
            url=month_url(month.month),
            lines=tuple(FeedLine(change="", item=item) for item in first.items),
        )
        for amendment in context.amendments[month.month]:
            yield News(
                revision=amendment.document,
                url=amendment_url(month.month, amendment.document.number),
                lines=tuple(_lines(amendment)),
                others=len(amendment.labels) + len(amendment.texts),
            )
        yield from map(_update_news, updates_of(month))


def _update_news(listed: ListedUpdate) -> News:
    update = listed.update
    item = update.new_item or update.former_item
    line = item and FeedLine(
        change=describe_values(changed_values(update)), item=item, before=update.former_item
    )
    return News(
        revision=listed.revision,
        url=update_url(listed.revision.month, listed.revision.number, listed.number),
        lines=(line,) if line else (),
        update=listed,
    )


def _lines(amendment: Amendment) -> Iterator[FeedLine]:
    for change in amendment.changed:
        values = (
            ChangedValue(label=each.field.label, before=each.before, after=each.after)
            for each in change.differences
        )
        yield FeedLine(change=describe_values(values), item=change.after, before=change.before)
    yield from (FeedLine(change="Mới", item=item) for item in amendment.added)
    yield from (FeedLine(change="Không còn", item=item) for item in amendment.dropped)


def describe_values(values: Iterable[ChangedValue]) -> str:
    """Return the changed values before and after: "Giờ: 08:00 → 09:00"."""
    return "; ".join(
        f"{each.label}: {each.before or NOTHING} → {each.after or NOTHING}" for each in values
    )


def news_by_entry(news: Iterable[News]) -> Mapping[DirectoryEntry, Sequence[News]]:
    """Return the newest documents by directory entry, with the lines that concern the entry."""
    found: dict[DirectoryEntry, list[News]] = defaultdict(list)
    for each in news:
        lines: dict[DirectoryEntry, list[FeedLine]] = defaultdict(list)
        for line in each.lines:
            for entry in line.entries():
                lines[entry].append(line)
        for entry, own_lines in lines.items():
            if len(found[entry]) < ENTRIES:
                found[entry].append(replace(each, lines=tuple(own_lines), others=0))
    return found


def _newest_last(news: News) -> tuple[date, str, int, int]:
    revision = news.revision
    number = news.update.number if news.update else 0
    return news.day, str(revision.month), revision.number, number
