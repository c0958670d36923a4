"""Write the Atom feeds (RFC 4287): new months and amendments, overall and per leader."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import NAMESPACE_DNS, uuid5
from xml.etree.ElementTree import Element, SubElement, tostring

from agenda.exports.export_settings import EMPTY_FEED_DATE, ExportSettings
from agenda.history.diff import Amendment
from agenda.model import DirectoryEntry, Item, Person, Revision
from agenda.site.artifact import Asset
from agenda.site.context import SiteContext
from agenda.site.urls import (
    CHANGES,
    FEED,
    amendment_url,
    entry_url,
    item_url,
    leader_feed_url,
    month_url,
    relative_url,
)
from agenda.site.views.month.provenance import revision_name
from agenda.vietnam.dates import day_heading, half_day_name, month_title
from agenda.vietnam.wording import status_name, time_range

ENTRIES = 24
"""The maximum number of entries in a feed."""

_ATOM = "http://www.w3.org/2005/Atom"
_XHTML = "http://www.w3.org/1999/xhtml"


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
    """A published document: a month as first signed, or an amendment."""

    revision: Revision
    url: str
    lines: tuple[FeedLine, ...]
    others: int = 0
    """The number of changes that concern no single item."""


def feeds(context: SiteContext, settings: ExportSettings) -> Iterator[Asset]:
    """Yield the feed of the site, and a feed for each leader."""
    news = sorted(_news(context), key=_publication_key, reverse=True)
    name = f"Lịch công tác – {settings.agency}"
    yield _feed(FEED, FEED, name, CHANGES, news[:ENTRIES], settings)
    news_by_entry = _news_by_entry(news)
    for entry in context.appearances:
        if isinstance(entry, Person):
            for code in (entry.code, *entry.former_codes):
                yield _feed(
                    leader_feed_url(code),
                    f"{entry.code}/{FEED}",
                    f"{entry.name} – lịch công tác {settings.agency}",
                    entry_url(entry),
                    news_by_entry[entry],
                    settings,
                )


def _news(context: SiteContext) -> Iterator[News]:
    for month in context.agenda.months:
        first = month.revisions[0]
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


def _lines(amendment: Amendment) -> Iterator[FeedLine]:
    for change in amendment.changed:
        fields = ", ".join(each.field.label.lower() for each in change.differences)
        yield FeedLine(change=f"Đổi {fields}", item=change.after, before=change.before)
    yield from (FeedLine(change="Mới", item=item) for item in amendment.added)
    yield from (FeedLine(change="Không còn", item=item) for item in amendment.dropped)


def _news_by_entry(news: Iterable[News]) -> Mapping[DirectoryEntry, Sequence[News]]:
    """Return the newest documents by directory entry, with the lines that concern the entry."""
    news_by_entry: dict[DirectoryEntry, list[News]] = defaultdict(list)
    for each in news:
        lines: dict[DirectoryEntry, list[FeedLine]] = defaultdict(list)
        for line in each.lines:
            for entry in line.entries():
                lines[entry].append(line)
        for entry, own_lines in lines.items():
            if len(news_by_entry[entry]) < ENTRIES:
                news_by_entry[entry].append(
                    News(revision=each.revision, url=each.url, lines=tuple(own_lines))
                )
    return news_by_entry


def _publication_key(news: News) -> tuple[date, str, int]:
    revision = news.revision
    return revision.document.issued, str(revision.month), revision.number


def _feed(
    url: str, name: str, title: str, page: str, news: Sequence[News], settings: ExportSettings
) -> Asset:
    """Return a feed; its id is derived from `name`, not from its URL."""
    root = Element("feed", {"xmlns": _ATOM, "xml:lang": "vi"})
    _text(root, "id", _identity(name, settings))
    _text(root, "title", title)
    _text(
        root,
        "updated",
        _timestamp(max((_publication_key(each)[0] for each in news), default=EMPTY_FEED_DATE)),
    )
    author = SubElement(root, "author")
    _text(author, "name", settings.agency)
    if settings.home:
        _link(root, "self", settings.home + url, "application/atom+xml")
    _link(root, "alternate", relative_url(url, page, settings.home), "text/html")
    for each in news:
        root.append(_entry(url, name, each, settings))
    return Asset.of(url, tostring(root, encoding="utf-8", xml_declaration=True))


def _entry(feed_url: str, feed: str, news: News, settings: ExportSettings) -> Element:
    revision = news.revision
    timestamp = _timestamp(revision.document.issued)
    entry = Element("entry")
    _text(entry, "id", _identity(f"{feed}#{revision.month}.{revision.number}", settings))
    title = month_title(revision.month)
    _text(
        entry,
        "title",
        f"{title}: {revision_name(revision).lower()}" if revision.number else title,
    )
    _text(entry, "published", timestamp)
    _text(entry, "updated", timestamp)
    _link(entry, "alternate", relative_url(feed_url, news.url, settings.home), "text/html")
    entry.append(_content(feed_url, news, settings))
    return entry


def _content(feed_url: str, news: News, settings: ExportSettings) -> Element:
    content = Element("content", {"type": "xhtml"})
    block = SubElement(content, "div", {"xmlns": _XHTML})
    count = len(news.lines)
    if news.revision.number:
        others = f", {news.others} chỗ khác" if news.others else ""
        _text(block, "p", f"Đổi {count} việc{others}.")
    else:
        _text(block, "p", f"Chương trình có {count} việc.")
    if news.lines:
        items = SubElement(block, "ul")
        for each in news.lines:
            list_item = SubElement(items, "li")
            list_item.text = f"{_item_time(each.item)}: "
            link = SubElement(
                list_item, "a", {"href": relative_url(feed_url, item_url(each.item), settings.home)}
            )
            link.text = each.item.text
            link.tail = _line_notes(each)
    return content


def _item_time(item: Item) -> str:
    parts = [day_heading(item.first), half_day_name(item.half_day).lower()]
    if clock := time_range(item.start, item.end):
        parts.append(clock)
    return " ".join(parts)


def _line_notes(line: FeedLine) -> str:
    notes = filter(None, (line.change, status_name(line.item.status)))
    text = "; ".join(notes)
    return f" ({text})" if text else ""


def _identity(name: str, settings: ExportSettings) -> str:
    """Return a UUID derived from the record name alone: a `tag:` id would contain a domain."""
    return uuid5(uuid5(NAMESPACE_DNS, settings.record), name).urn


def _timestamp(issued: date) -> str:
    """Return the start of a day in Vietnam in RFC 3339."""
    return f"{issued.isoformat()}T00:00:00+07:00"


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text


def _link(parent: Element, relation: str, url: str, kind: str) -> None:
    SubElement(parent, "link", {"rel": relation, "href": url, "type": kind})
