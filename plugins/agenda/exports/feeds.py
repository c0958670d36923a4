"""Atom feeds (RFC 4287): new months and amendments, of everything and of each leader."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import NAMESPACE_DNS, uuid5
from xml.etree.ElementTree import Element, SubElement, tostring

from agenda.exports.export_settings import NEVER, ExportSettings
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
"""A feed has so many of the newest: who follows it has read the older ones."""

_ATOM = "http://www.w3.org/2005/Atom"
_XHTML = "http://www.w3.org/1999/xhtml"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLine:
    """An item that an entry tells of, what happened to it, and how it was before."""

    what: str
    item: Item
    before: Item | None = None

    def entries(self) -> Iterable[DirectoryEntry]:
        """Whom it concerns, each once: also those whom it named and names no longer."""
        if self.before is None:
            return self.item.entries()
        return dict.fromkeys((*self.item.entries(), *self.before.entries()))


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """A document published: a month as first signed, or an amendment."""

    revision: Revision
    url: str
    lines: tuple[FeedLine, ...]
    others: int = 0
    """Changes of no single item."""


def feeds(context: SiteContext, terms: ExportSettings) -> Iterator[Asset]:
    """The site's feed, and one of each leader with what names them."""
    news = sorted(_news(context), key=_published, reverse=True)
    name = f"Lịch công tác – {terms.agency}"
    yield _feed(FEED, FEED, name, CHANGES, news[:ENTRIES], terms)
    naming = _naming(news)
    for entry in context.appearances:
        if isinstance(entry, Person):
            for code in (entry.code, *entry.former_codes):
                yield _feed(
                    leader_feed_url(code),
                    f"{entry.code}/{FEED}",
                    f"{entry.name} – lịch công tác {terms.agency}",
                    entry_url(entry),
                    naming[entry],
                    terms,
                )


def _news(context: SiteContext) -> Iterator[News]:
    for month in context.agenda.months:
        first = month.revisions[0]
        yield News(
            revision=first,
            url=month_url(month.month),
            lines=tuple(FeedLine(what="", item=item) for item in first.items),
        )
        for amendment in context.amendments[month.month]:
            yield News(
                revision=amendment.after,
                url=amendment_url(month.month, amendment.after.number),
                lines=tuple(_lines(amendment)),
                others=len(amendment.labels) + len(amendment.texts),
            )


def _lines(amendment: Amendment) -> Iterator[FeedLine]:
    for change in amendment.changed:
        fields = ", ".join(each.field.label.lower() for each in change.differences)
        yield FeedLine(what=f"Đổi {fields}", item=change.after, before=change.before)
    yield from (FeedLine(what="Mới", item=item) for item in amendment.added)
    yield from (FeedLine(what="Không còn", item=item) for item in amendment.dropped)


def _naming(news: Iterable[News]) -> Mapping[DirectoryEntry, Sequence[News]]:
    """The newest of each entry, with the lines that concern it."""
    naming: dict[DirectoryEntry, list[News]] = defaultdict(list)
    for each in news:
        lines: dict[DirectoryEntry, list[FeedLine]] = defaultdict(list)
        for line in each.lines:
            for entry in line.entries():
                lines[entry].append(line)
        for entry, own in lines.items():
            if len(naming[entry]) < ENTRIES:
                naming[entry].append(News(revision=each.revision, url=each.url, lines=tuple(own)))
    return naming


def _published(news: News) -> tuple[date, str, int]:
    revision = news.revision
    return revision.document.issued, str(revision.month), revision.number


def _feed(
    url: str, name: str, title: str, page: str, news: Sequence[News], terms: ExportSettings
) -> Asset:
    """`name` tells the feed's own identity, which its URL is not part of."""
    root = Element("feed", {"xmlns": _ATOM, "xml:lang": "vi"})
    _text(root, "id", _identity(name, terms))
    _text(root, "title", title)
    _text(root, "updated", _moment(max((_published(each)[0] for each in news), default=NEVER)))
    author = SubElement(root, "author")
    _text(author, "name", terms.agency)
    if terms.home:
        _link(root, "self", terms.home + url, "application/atom+xml")
    _link(root, "alternate", relative_url(url, page, terms.home), "text/html")
    for each in news:
        root.append(_entry(url, name, each, terms))
    return Asset.of(url, tostring(root, encoding="utf-8", xml_declaration=True))


def _entry(place: str, feed: str, news: News, terms: ExportSettings) -> Element:
    revision = news.revision
    moment = _moment(revision.document.issued)
    entry = Element("entry")
    _text(entry, "id", _identity(f"{feed}#{revision.month}.{revision.number}", terms))
    title = month_title(revision.month)
    _text(
        entry,
        "title",
        f"{title}: {revision_name(revision.number).lower()}" if revision.number else title,
    )
    _text(entry, "published", moment)
    _text(entry, "updated", moment)
    _link(entry, "alternate", relative_url(place, news.url, terms.home), "text/html")
    entry.append(_content(place, news, terms))
    return entry


def _content(place: str, news: News, terms: ExportSettings) -> Element:
    content = Element("content", {"type": "xhtml"})
    block = SubElement(content, "div", {"xmlns": _XHTML})
    count = len(news.lines)
    if news.revision.number:
        others = f", {news.others} chỗ khác" if news.others else ""
        _text(block, "p", f"Đổi {count} việc{others}.")
    else:
        _text(block, "p", f"Chương trình có {count} việc.")
    if news.lines:
        rows = SubElement(block, "ul")
        for each in news.lines:
            row = SubElement(rows, "li")
            row.text = f"{_when(each.item)}: "
            link = SubElement(
                row, "a", {"href": relative_url(place, item_url(each.item), terms.home)}
            )
            link.text = each.item.text
            link.tail = _told(each)
    return content


def _when(item: Item) -> str:
    parts = [day_heading(item.first), half_day_name(item.half_day).lower()]
    if clock := time_range(item.start, item.end):
        parts.append(clock)
    return " ".join(parts)


def _told(line: FeedLine) -> str:
    said = filter(None, (line.what, status_name(line.item.status)))
    text = "; ".join(said)
    return f" ({text})" if text else ""


def _identity(name: str, terms: ExportSettings) -> str:
    """An id that depends on nothing but the record: `tag:` would claim a domain's name."""
    return uuid5(uuid5(NAMESPACE_DNS, terms.record), name).urn


def _moment(issued: date) -> str:
    """The beginning in Vietnam of the day that a document is dated."""
    return f"{issued.isoformat()}T00:00:00+07:00"


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text


def _link(parent: Element, relation: str, url: str, kind: str) -> None:
    SubElement(parent, "link", {"rel": relation, "href": url, "type": kind})
