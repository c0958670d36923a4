"""Build the pages of changes: of each changed month, and of all months."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from agenda.cache.text import CachedText
from agenda.history.content import revision_content
from agenda.history.diff import Amendment
from agenda.history.ledger import digest_content
from agenda.history.update_words import describe_update
from agenda.history.updates import ListedUpdate, as_signed, updates_of
from agenda.model import Month
from agenda.site.artifact import Link, Page
from agenda.site.context import SiteContext
from agenda.site.urls import (
    CHANGES,
    HOME,
    amendment_url,
    changes_url,
    month_url,
    update_url,
    year_url,
)
from agenda.site.views.month.amendments import (
    AmendmentView,
    summarise,
    view_amendment,
)
from agenda.site.views.month.provenance import revision_name
from agenda.site.views.month.updates import UpdatesView, view_updates
from agenda.vietnam.dates import full_date, month_title

LATEST = 6
"""The number of newest changes on the home page, and that a visitor's browser counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """A publication: a month, an amendment or an update.

    `items` is the number of items changed; 0 for a new month.
    """

    name: str
    url: str
    issued: str
    summary: str
    items: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class YearOfEvents:
    """The changes and the new months of a year, each newest first."""

    year: int
    changes: tuple[EventView, ...]
    months: tuple[EventView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentView:
    """The changes of a document and its updates; None if there are none."""

    amendment: AmendmentView | None
    updates: UpdatesView | None


def changes_pages(context: SiteContext) -> Iterator[Page]:
    yield _all_changes(context)
    for month in context.agenda.months:
        if len(month.revisions) > 1 or month.revisions[0].updates:
            yield _month_changes(context, month)


def latest_changes(context: SiteContext) -> list[EventView]:
    """Return the newest amendments and updates of all months, newest first."""
    return [event for _, event in _changes(context)[:LATEST]]


def _changes(context: SiteContext) -> list[tuple[date, EventView]]:
    """Return the amendments and updates of all months with their dates, newest first."""
    events: list[tuple[tuple[date, str, int, int], EventView]] = [
        ((*_newest_first(amendment), 0), _amended(amendment)) for amendment in _amendments(context)
    ]
    for month in context.agenda.months:
        for each in updates_of(month):
            place = each.update.day, str(month.month), each.revision.number, each.number
            events.append((place, _updated(each)))
    return [(place[0], event) for place, event in sorted(events, key=_place, reverse=True)]


def _place(
    event: tuple[tuple[date, str, int, int], EventView],
) -> tuple[date, str, int, int]:
    return event[0]


def _all_changes(context: SiteContext) -> Page:
    changes = _changes(context)
    by_month = ((_first_signed(month), month) for month in context.agenda.months[::-1])
    months = sorted(by_month, key=lambda each: each[0], reverse=True)
    dates = [day for day, _ in (*changes, *months)]
    title = "Thay đổi"
    breadcrumbs = (Link(text="Trang chủ", url=HOME),)
    return Page(
        url=CHANGES,
        name=title,
        title="Các lần đăng và điều chỉnh",
        description="Mọi lần điều chỉnh chương trình công tác và mọi tháng đã đăng của "
        f"{context.agency}, mới nhất ở trên.",
        html=CachedText.of(
            context.renderer.render(
                "all_changes.html",
                CHANGES,
                title="Các lần đăng và điều chỉnh",
                here=title,
                breadcrumbs=breadcrumbs,
                latest=latest_changes(context),
                years=[
                    YearOfEvents(
                        year=year,
                        changes=tuple(event for day, event in changes if day.year == year),
                        months=tuple(
                            _published(month) for day, month in months if day.year == year
                        ),
                    )
                    for year in sorted({day.year for day in dates}, reverse=True)
                ],
            )
        ),
        updated=max(dates, default=None),
        breadcrumbs=breadcrumbs,
    )


def _month_changes(context: SiteContext, month: Month) -> Page:
    url = changes_url(month.month)
    key = context.cache.month_key(month.month)
    title = f"Thay đổi của chương trình công tác {month_title(month.month).lower()}"
    breadcrumbs = (
        Link(text="Trang chủ", url=HOME),
        Link(text=f"Năm {month.month.year}", url=year_url(month.month.year)),
        Link(text=month_title(month.month), url=month_url(month.month)),
    )
    return Page(
        url=url,
        name="Thay đổi",
        title=title,
        description=f"Từng chỗ đã đổi qua các lần điều chỉnh chương trình công tác "
        f"{month_title(month.month).lower()} của {context.agency}, trước và sau.",
        html=context.cache.lazy(
            key,
            f"thân {url}",
            lambda: context.renderer.render(
                "changes.html",
                url,
                title=title,
                breadcrumbs=breadcrumbs,
                documents=_documents(context, month),
            ),
        ),
        updated=_last_change(month),
        source=month.newest.file,
        breadcrumbs=breadcrumbs,
        content=context.cache.content_digest(
            key,
            f"lời {url}",
            lambda: digest_content([revision_content(revision) for revision in month.revisions]),
        ),
    )


def _documents(context: SiteContext, month: Month) -> list[DocumentView]:
    amendments = {each.document.number: each for each in context.amendments[month.month]}
    return [
        DocumentView(
            amendment=view_amendment(month, amendments[revision.number])
            if revision.number in amendments
            else None,
            updates=view_updates(month, revision),
        )
        for revision in month.revisions
    ]


def _last_change(month: Month) -> date:
    days = [each.update.day for each in updates_of(month)]
    return max((month.newest.document.issued, *days))


def _amendments(context: SiteContext) -> Iterator[Amendment]:
    for amendments in context.amendments.values():
        yield from amendments


def _first_signed(month: Month) -> date:
    return month.revisions[0].document.issued


def _newest_first(amendment: Amendment) -> tuple[date, str, int]:
    document = amendment.document
    return document.document.issued, str(document.month), document.number


def _amended(amendment: Amendment) -> EventView:
    after = amendment.document
    return EventView(
        name=f"{month_title(after.month)}: {revision_name(after).lower()}",
        url=amendment_url(after.month, after.number),
        issued=full_date(after.document.issued),
        summary=summarise(amendment),
        items=len(amendment.changed) + len(amendment.added) + len(amendment.dropped),
    )


def _updated(listed: ListedUpdate) -> EventView:
    month, update = listed.revision.month, listed.update
    item = update.new_item or update.former_item
    what = describe_update(update)
    return EventView(
        name=f"{month_title(month)}: cập nhật",
        url=update_url(month, listed.revision.number, listed.number),
        issued=full_date(update.day),
        summary=f"{what}: {item.text}" if item else what,
        items=1 if item else 0,
    )


def _published(month: Month) -> EventView:
    first = month.revisions[0]
    return EventView(
        name=month_title(month.month),
        url=month_url(month.month),
        issued=full_date(first.document.issued),
        summary=f"đăng chương trình, {len(as_signed(first).items)} việc",
    )
