"""Write the Atom feeds (RFC 4287): new months and amendments, overall and per leader."""

from collections.abc import Iterator, Sequence
from datetime import date
from uuid import NAMESPACE_DNS, uuid5
from xml.etree.ElementTree import Element, SubElement, tostring

from agenda.exports.export_settings import EMPTY_FEED_DATE, ExportSettings
from agenda.exports.news import (
    ENTRIES,
    FeedLine,
    News,
    describe_values,
    news_by_entry,
    site_news,
)
from agenda.history.update_words import changed_values, describe_update
from agenda.model import Item, Person
from agenda.site.artifact import Asset
from agenda.site.context import SiteContext
from agenda.site.urls import (
    CHANGES,
    FEED,
    entry_url,
    item_url,
    leader_feed_url,
    relative_url,
)
from agenda.site.views.month.provenance import revision_name
from agenda.vietnam.dates import day_heading, half_day_name, month_title, short_date
from agenda.vietnam.wording import status_name, time_range

_ATOM = "http://www.w3.org/2005/Atom"
_XHTML = "http://www.w3.org/1999/xhtml"


def feeds(context: SiteContext, settings: ExportSettings) -> Iterator[Asset]:
    """Yield the feed of the site, and a feed for each leader."""
    news = site_news(context)
    name = f"Lịch công tác – {settings.agency}"
    yield _feed(FEED, FEED, name, CHANGES, news[:ENTRIES], settings)
    by_entry = news_by_entry(news)
    for entry in context.appearances:
        if isinstance(entry, Person):
            for code in (entry.code, *entry.former_codes):
                yield _feed(
                    leader_feed_url(code),
                    f"{entry.code}/{FEED}",
                    f"{entry.name} – lịch công tác {settings.agency}",
                    entry_url(entry),
                    by_entry[entry],
                    settings,
                )


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
        _timestamp(max((each.day for each in news), default=EMPTY_FEED_DATE)),
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
    timestamp = _timestamp(news.day)
    entry = Element("entry")
    _text(entry, "id", _identity(f"{feed}#{news.name}", settings))
    _text(entry, "title", _title(news))
    _text(entry, "published", timestamp)
    _text(entry, "updated", timestamp)
    _link(entry, "alternate", relative_url(feed_url, news.url, settings.home), "text/html")
    entry.append(_content(feed_url, news, settings))
    return entry


def _content(feed_url: str, news: News, settings: ExportSettings) -> Element:
    content = Element("content", {"type": "xhtml"})
    block = SubElement(content, "div", {"xmlns": _XHTML})
    for sentence in _summary(news):
        _text(block, "p", sentence)
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


def _title(news: News) -> str:
    title = month_title(news.revision.month)
    if news.update is not None:
        update = news.update.update
        item = update.new_item or update.former_item
        what = f"{describe_update(update)}: {item.text}" if item else describe_update(update)
        return f"{title}, cập nhật {short_date(update.day)}: {what}"
    number = news.revision.number
    return f"{title}: {revision_name(news.revision).lower()}" if number else title


def _summary(news: News) -> Iterator[str]:
    count = len(news.lines)
    if news.update is not None:
        update = news.update.update
        words = describe_update(update)
        yield f"{words[0].upper()}{words[1:]}, không có văn bản mới."
        if update.code is None:
            yield f"{describe_values(changed_values(update))}."
        if update.reason:
            yield f"{update.reason.rstrip('.')}."
    elif news.revision.number:
        others = f", {news.others} chỗ khác" if news.others else ""
        yield f"Đổi {count} việc{others}."
    else:
        yield f"Chương trình có {count} việc."


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
