"""Render the body of a month page, for the newest or a superseded revision."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from agenda.history.ledger import ContentDigest
from agenda.history.updates import as_signed
from agenda.model import Correction, Month, Revision
from agenda.model.composition import documents_in_force, month_as_signed
from agenda.site.artifact import Link
from agenda.site.context import SiteContext
from agenda.site.urls import (
    CALENDARS,
    FEED,
    amendment_url,
    changes_url,
    day_anchor,
    month_data_url,
    month_url,
    on_page,
    revision_url,
    year_calendar_url,
)
from agenda.site.views.month.days import DayView, view_days
from agenda.site.views.month.grid import view_grid
from agenda.site.views.month.history import History, view_history
from agenda.site.views.month.provenance import (
    revision_link,
    revision_name,
    view_provenance,
)
from agenda.site.views.tombstones import NoteView
from agenda.vietnam.dates import day_heading, long_date, month_name, month_title


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionView:
    """A correction or a doubt about the document; `day` links to the day."""

    day: Link | None
    printed: str
    corrected: str | None
    doubt: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendedView:
    """A notice of amendment: the revision, and links to the changes and the first revision.

    `documents` are the links to the documents in force, if there are several.
    """

    name: str
    issued: str
    changes: str
    first: Link
    documents: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdatedView:
    """A notice of changes without a new document: the last day, their number, and their page."""

    day: str
    count: int
    changes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowView:
    """The downloads and subscriptions of a month; `calendar` covers its whole year."""

    calendar: str
    data: str
    subscribe: str
    feed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SupersededView:
    """A notice on the page of one document: the current page and the later changes.

    `note` says whether the document was replaced.
    """

    name: str
    note: str
    current: Link
    changes: str


DOCUMENT_NOTES = {
    True: "Trang này là riêng một văn bản; lịch đang áp dụng gồm nhiều văn bản",
    False: "Bản này đã được thay thế",
}
"""The sentence about a document, by whether it is in force."""


def programme_title(month: Month) -> str:
    return f"Chương trình công tác {month_name(month.month)}"


def current_body(
    context: SiteContext,
    month: Month,
    digest: ContentDigest,
    *,
    breadcrumbs: Sequence[Link],
    previous: Link | None,
    following: Link | None,
    notes: Sequence[NoteView],
) -> str:
    """Return the body of the month's page, whose content digest is `digest`."""
    return _body(
        context,
        month,
        month_url(month.month),
        digest,
        here=month_title(month.month),
        breadcrumbs=breadcrumbs,
        previous=previous,
        next=following,
        grid=view_grid(month),
        amended=_amended(month),
        updated=_updated(month),
        superseded=None,
        follow=_follow(month),
        notes=notes,
    )


def document_body(
    context: SiteContext,
    month: Month,
    revision: Revision,
    digest: ContentDigest,
    *,
    breadcrumbs: Sequence[Link],
    notes: Sequence[NoteView],
) -> str:
    """Return the body of the page of one document alone, as signed."""
    name = revision_name(revision)
    is_newest = revision is month.newest
    documents = (as_signed(each) if each is revision else each for each in month.revisions)
    signed = replace(month, revisions=tuple(documents))
    return _body(
        context,
        month_as_signed(signed, signed.revisions[revision.number]),
        revision_url(month.month, revision.number),
        digest,
        here=name,
        breadcrumbs=breadcrumbs,
        previous=None,
        next=None,
        grid=(),
        amended=None,
        updated=None,
        follow=None,
        superseded=SupersededView(
            name=name,
            note=DOCUMENT_NOTES[revision in documents_in_force(month)],
            current=Link(text=programme_title(month), url=month_url(month.month)),
            changes=changes_url(month.month)
            if is_newest
            else amendment_url(month.month, revision.number + 1),
        ),
        notes=notes,
        known=month,
    )


def _body(
    context: SiteContext,
    month: Month,
    url: str,
    digest: ContentDigest,
    known: Month | None = None,
    **values: object,
) -> str:
    """Return the body for the newest revision of `month`; `known` also has the later revisions."""
    revision = month.current
    return context.renderer.render(
        "month.html",
        url,
        title=programme_title(month),
        agency=context.agency,
        count=len(month.items),
        focus=[context.abbreviations.runs(text) for text in revision.focus],
        caveat=revision.caveat,
        withheld=digest.withheld,
        days=_days(context, month, History()) if known else current_days(context, month),
        provenance=view_provenance(context, known or month, revision),
        corrections=[
            _correction(correction, url)
            for correction in revision.corrections
            if correction.corrected is not None
        ],
        doubts=[
            _correction(correction, url)
            for correction in revision.corrections
            if correction.doubt is not None
        ],
        **values,
    )


def current_days(context: SiteContext, month: Month) -> tuple[DayView, ...]:
    """Return the rows of the month's page, with the marks of all changes."""
    history = view_history(
        month,
        context.amendments[month.month],
        context.abbreviations,
        context.published,
    )
    return _days(context, month, history)


def _days(context: SiteContext, month: Month, history: History) -> tuple[DayView, ...]:
    return view_days(month, context.abbreviations, context.published, history)


def _amended(month: Month) -> AmendedView | None:
    if len(month.revisions) == 1:
        return None
    return AmendedView(
        name=revision_name(month.newest),
        issued=long_date(month.newest.document.issued),
        changes=changes_url(month.month),
        first=Link(
            text=revision_name(month.revisions[0]),
            url=revision_url(month.month, month.revisions[0].number),
        ),
        documents=tuple(revision_link(month, each) for each in documents_in_force(month))
        if month.composed
        else (),
    )


def _updated(month: Month) -> UpdatedView | None:
    updates = month.current.updates
    if not updates:
        return None
    return UpdatedView(
        day=long_date(max(each.day for each in updates)),
        count=len(updates),
        changes=changes_url(month.month),
    )


def _follow(month: Month) -> FollowView:
    return FollowView(
        calendar=year_calendar_url(month.month.year),
        data=month_data_url(month.month),
        subscribe=CALENDARS,
        feed=FEED,
    )


def _correction(correction: Correction, url: str) -> CorrectionView:
    day = correction.day
    return CorrectionView(
        day=Link(text=day_heading(day), url=on_page(url, day_anchor(day))) if day else None,
        printed=correction.printed,
        corrected=correction.corrected,
        doubt=correction.doubt,
    )
