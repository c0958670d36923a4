"""Build the pages of a month: the month as it stands now, and each of its other documents."""

from collections.abc import Iterator
from itertools import pairwise

from agenda.history.content import revision_content
from agenda.history.ledger import ContentDigest, Kind, combine_digests, digest_content
from agenda.history.updates import as_signed, updates_of
from agenda.model import Month, Revision
from agenda.model.composition import documents_in_force
from agenda.site.artifact import Alternate, Anchor, Link, Page
from agenda.site.context import SiteContext
from agenda.site.urls import (
    HOME,
    day_anchor,
    item_anchor,
    month_data_url,
    month_url,
    revision_url,
    year_calendar_url,
    year_url,
)
from agenda.site.views.month.month_view import (
    DOCUMENT_NOTES,
    current_body,
    document_body,
    programme_title,
)
from agenda.site.views.month.provenance import revision_name
from agenda.site.views.tombstones import notes_on
from agenda.vietnam.dates import month_title


def month_pages(context: SiteContext) -> Iterator[Page]:
    months = context.agenda.months
    links = [Link(text=month_title(month.month), url=month_url(month.month)) for month in months]
    before = dict(pairwise(links[::-1]))
    after = dict(pairwise(links))
    for month, link in zip(months, links, strict=True):
        yield _current_page(context, month, before.get(link), after.get(link))
        for revision in month.revisions:
            if revision is not month.current:
                yield _document_page(context, month, revision)


def month_digest(context: SiteContext, month: Month) -> ContentDigest:
    """Return the content digest of the newest revision of a month."""
    return context.cache.content_digest(
        context.cache.month_key(month.month),
        f"lời {month_url(month.month)}",
        lambda: digest_content(revision_content(month.current)),
    )


def _current_page(
    context: SiteContext, month: Month, previous: Link | None, following: Link | None
) -> Page:
    url = month_url(month.month)
    title = programme_title(month)
    breadcrumbs = _breadcrumbs(month)
    key = context.cache.month_key(month.month)
    digest = month_digest(context, month)
    anchors = tuple(
        Anchor(name=name, content=digest)
        for name, digest in context.cache.anchor_digests(
            key, f"neo {url}", lambda: _anchors(context, month)
        )
    )
    notes = notes_on(context, url, {each.name for each in anchors}, _files(month))
    gone = [
        Anchor(
            name=note.anchor, content=digest_content([note.day, note.reason]), kind=Kind.TOMBSTONE
        )
        for note in notes
        if note.anchor
    ]
    return Page(
        url=url,
        name=month_title(month.month),
        title=title,
        description=f"{title} của {context.agency}: {len(month.items)} việc, từng ngày, "
        "từng buổi, cơ quan chuẩn bị và lãnh đạo.",
        html=context.cache.lazy(
            key,
            f"thân {url}",
            lambda: current_body(
                context,
                month,
                digest,
                breadcrumbs=breadcrumbs,
                previous=previous,
                following=following,
                notes=notes,
            ),
        ),
        updated=month.newest.document.issued,
        source=month.newest.file,
        breadcrumbs=breadcrumbs,
        previous=previous,
        next=following,
        content=digest,
        anchors=(*anchors, *gone),
        alternates=(
            Alternate(
                title=f"Lịch công tác năm {month.month.year}",
                media_type="text/calendar",
                url=year_calendar_url(month.month.year),
            ),
            Alternate(
                title=title,
                media_type="application/json",
                url=month_data_url(month.month),
            ),
        ),
    )


def _document_page(context: SiteContext, month: Month, revision: Revision) -> Page:
    url = revision_url(month.month, revision.number)
    key = context.cache.month_key(month.month)
    digest = context.cache.content_digest(
        key, f"lời {url}", lambda: digest_content(revision_content(as_signed(revision)))
    )
    name = revision_name(revision)
    in_force = revision in documents_in_force(month)
    state = "riêng văn bản này" if in_force else "đã được thay thế"
    current = Link(text=programme_title(month), url=month_url(month.month))
    breadcrumbs = (*_breadcrumbs(month), Link(text=month_title(month.month), url=current.url))
    return Page(
        url=url,
        name=f"{month_title(month.month)}, {name.lower()}",
        title=f"{programme_title(month)} ({name.lower()}, {state})",
        description=f"{name} của {programme_title(month).lower()}, {context.agency}. "
        f"{DOCUMENT_NOTES[in_force]}.",
        html=context.cache.lazy(
            key,
            f"thân {url}",
            lambda: document_body(
                context,
                month,
                revision,
                digest,
                breadcrumbs=breadcrumbs,
                notes=notes_on(context, url, ()),
            ),
        ),
        updated=revision.document.issued,
        source=revision.file,
        breadcrumbs=breadcrumbs,
        indexed=False,
        canonical=current.url,
        content=digest,
        frozen=True,
    )


def _anchors(context: SiteContext, month: Month) -> Iterator[tuple[str, ContentDigest]]:
    """Yield the anchors of all days and of all items of any revision, with their digests."""
    updates = (each.update for each in updates_of(month))
    removed = (update.former_item for update in updates)
    items = {item.code: item for item in removed if item is not None}
    items |= {item.code: item for state in month.states for item in state.items}
    for day in month.days:
        digest = combine_digests(list(day.labels), map(context.digests.of, day.items))
        yield day_anchor(day.date), digest
    for item in items.values():
        yield item_anchor(item), context.digests.of(item)


def _files(month: Month) -> tuple[str, ...]:
    files = (revision.document.file for revision in month.revisions)
    return tuple(file for file in files if file is not None)


def _breadcrumbs(month: Month) -> tuple[Link, ...]:
    return (
        Link(text="Trang chủ", url=HOME),
        Link(text=f"Năm {month.month.year}", url=year_url(month.month.year)),
    )
