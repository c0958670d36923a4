"""Render the body of a month page, for the newest or a superseded revision."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from agenda.history.ledger import ContentDigest
from agenda.model import Correction, Day, Month, Revision
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
from agenda.site.views.month.days import view_days
from agenda.site.views.month.grid import view_grid
from agenda.site.views.month.history import History, view_history
from agenda.site.views.month.provenance import revision_name, view_provenance
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
    """A notice of amendment: the revision, and links to the changes and the first revision."""

    name: str
    issued: str
    changes: str
    first: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowView:
    """The downloads and subscriptions of a month; `calendar` covers its whole year."""

    month: str
    calendar: str
    data: str
    ways: str
    feed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SupersededView:
    """A notice on a superseded page: the current page and the later changes."""

    name: str
    current: Link
    changes: str


def programme_title(month: Month) -> str:
    return f"Chương trình công tác {month_name(month.month)}"


def current_body(
    context: SiteContext,
    month: Month,
    digest: ContentDigest,
    *,
    trail: Sequence[Link],
    previous: Link | None,
    following: Link | None,
    notes: Sequence[NoteView],
) -> str:
    """Return the body of the newest revision's page, whose content digest is `digest`."""
    return _body(
        context,
        month,
        month_url(month.month),
        digest,
        here=month_title(month.month),
        trail=trail,
        previous=previous,
        next=following,
        grid=view_grid(month),
        amended=_amended(month),
        superseded=None,
        follow=_follow(month),
        notes=notes,
    )


def superseded_body(
    context: SiteContext,
    month: Month,
    revision: Revision,
    digest: ContentDigest,
    *,
    trail: Sequence[Link],
    notes: Sequence[NoteView],
) -> str:
    """Return the body of a superseded revision's page."""
    name = revision_name(revision.number)
    return _body(
        context,
        _as_of(month, revision),
        revision_url(month.month, revision.number),
        digest,
        here=name,
        trail=trail,
        previous=None,
        next=None,
        grid=(),
        amended=None,
        follow=None,
        superseded=SupersededView(
            name=name,
            current=Link(text=programme_title(month), url=month_url(month.month)),
            changes=amendment_url(month.month, revision.number + 1),
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
        days=view_days(
            month,
            context.abbreviations,
            context.issued,
            History() if known else _history(context, month),
        ),
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


def _as_of(month: Month, revision: Revision) -> Month:
    """Return the month with a superseded revision as its newest one."""
    return replace(
        month,
        revisions=month.revisions[: month.revisions.index(revision) + 1],
        days=tuple(
            Day(date=day, entries=tuple(each for each in revision.entries if each.covers(day)))
            for day in month.month.dates()
        ),
    )


def _history(context: SiteContext, month: Month) -> History:
    return view_history(
        month,
        context.amendments[month.month],
        context.abbreviations,
        context.issued,
    )


def _amended(month: Month) -> AmendedView | None:
    if len(month.revisions) == 1:
        return None
    return AmendedView(
        name=revision_name(month.current.number),
        issued=long_date(month.current.document.issued),
        changes=changes_url(month.month),
        first=Link(
            text=revision_name(month.revisions[0].number),
            url=revision_url(month.month, month.revisions[0].number),
        ),
    )


def _follow(month: Month) -> FollowView:
    return FollowView(
        month=str(month.month),
        calendar=year_calendar_url(month.month.year),
        data=month_data_url(month.month),
        ways=CALENDARS,
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
