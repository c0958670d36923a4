"""The pages of a month: as its newest document has it, and each superseded revision whole."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from agenda.model import Correction, Day, Month, Revision
from agenda.record.content import revision_content
from agenda.record.ledger import Kind, Said, said, said_together
from agenda.site.addresses import (
    CALENDARS,
    FEED,
    HOME,
    amendment_address,
    changes_address,
    day_anchor,
    item_anchor,
    month_address,
    month_data_address,
    on_page,
    original_file,
    revision_address,
    year_address,
    year_calendar_address,
)
from agenda.site.artifact import Alternate, Anchor, Asset, Link, Page
from agenda.site.days import view_days
from agenda.site.grid import view_grid
from agenda.site.history import History, view_history
from agenda.site.provenance import revision_name, view_provenance
from agenda.site.publication import Publication
from agenda.site.tombstones import notes_on
from agenda.vietnam.dates import day_heading, long_date, month_name, month_title


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionView:
    """A place that differs from the paper, or is doubted; `day` leads there."""

    day: Link | None
    printed: str
    corrected: str | None
    doubt: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendedView:
    """That a month was amended: by which revision, and where to see what it changed."""

    name: str
    issued: str
    changes: str
    first: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowView:
    """The ways to keep a month or to follow what comes; `calendar` has all of its year."""

    month: str
    calendar: str
    data: str
    ways: str
    feed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SupersededView:
    """That a page is of the past: what stands in its place, and what changed since."""

    name: str
    current: Link
    changes: str


def month_pages(publication: Publication) -> Iterator[Page]:
    months = publication.agenda.months
    links = [
        Link(text=month_title(month.month), address=month_address(month.month)) for month in months
    ]
    before = dict(pairwise(links[::-1]))
    after = dict(pairwise(links))
    for month, link in zip(months, links, strict=True):
        yield _current_page(publication, month, before.get(link), after.get(link))
        for revision in month.revisions[:-1]:
            yield _superseded_page(publication, month, revision)


def month_said(publication: Publication, month: Month) -> Said:
    """What the newest revision of a month says, as the ledger keeps it."""
    return publication.kept.said(
        publication.kept.of_month(month.month),
        f"lời {month_address(month.month)}",
        lambda: said(revision_content(month.current)),
    )


def originals(publication: Publication) -> Iterator[Asset]:
    """The signed files that months publish, each once."""
    files = dict.fromkeys(
        revision.document.file
        for month in publication.agenda.months
        for revision in month.revisions
        if revision.document.file is not None
    )
    for file in files:
        make = (publication.folder / file).read_bytes
        yield Asset.later(original_file(file), make, frozen=True)


def _current_page(
    publication: Publication, month: Month, previous: Link | None, following: Link | None
) -> Page:
    address = month_address(month.month)
    title = _title(month)
    trail = _trail(month)
    key = publication.kept.of_month(month.month)
    told = month_said(publication, month)
    anchors = tuple(
        Anchor(name=name, content=told)
        for name, told in publication.kept.anchored(
            key, f"neo {address}", lambda: _anchors(publication, month)
        )
    )
    notes = notes_on(publication, address, {each.name for each in anchors}, _files(month))
    gone = [
        Anchor(name=note.anchor, content=said([note.day, note.reason]), kind=Kind.TOMBSTONE)
        for note in notes
        if note.anchor
    ]
    return Page(
        address=address,
        name=month_title(month.month),
        title=title,
        description=f"{title} của {publication.agency}: {len(month.items)} việc, từng ngày, "
        "từng buổi, cơ quan chuẩn bị và lãnh đạo tham dự.",
        html=publication.kept.later(
            key,
            f"thân {address}",
            lambda: _body(
                publication,
                month,
                address,
                told,
                here=month_title(month.month),
                trail=trail,
                previous=previous,
                next=following,
                grid=view_grid(month),
                amended=_amended(month),
                superseded=None,
                follow=_follow(month),
                notes=notes,
            ),
        ),
        updated=month.current.document.issued,
        source=month.current.source,
        trail=trail,
        previous=previous,
        next=following,
        content=told,
        anchors=(*anchors, *gone),
        alternates=(
            Alternate(
                title=f"Lịch công tác năm {month.month.year}",
                media_type="text/calendar",
                address=year_calendar_address(month.month.year),
            ),
            Alternate(
                title=title,
                media_type="application/json",
                address=month_data_address(month.month),
            ),
        ),
    )


def _superseded_page(publication: Publication, month: Month, revision: Revision) -> Page:
    address = revision_address(month.month, revision.number)
    key = publication.kept.of_month(month.month)
    told = publication.kept.said(key, f"lời {address}", lambda: said(revision_content(revision)))
    name = revision_name(revision.number)
    current = Link(text=_title(month), address=month_address(month.month))
    trail = (*_trail(month), Link(text=month_title(month.month), address=current.address))
    return Page(
        address=address,
        name=f"{month_title(month.month)}, {name.lower()}",
        title=f"{_title(month)} ({name.lower()}, đã được thay thế)",
        description=f"{name} của {_title(month).lower()}, {publication.agency}. Bản này đã được "
        "thay thế.",
        html=publication.kept.later(
            key,
            f"thân {address}",
            lambda: _body(
                publication,
                _as_of(month, revision),
                address,
                told,
                here=name,
                trail=trail,
                previous=None,
                next=None,
                grid=(),
                amended=None,
                follow=None,
                superseded=SupersededView(
                    name=name,
                    current=current,
                    changes=amendment_address(month.month, revision.number + 1),
                ),
                notes=notes_on(publication, address, ()),
                known=month,
            ),
        ),
        updated=revision.document.issued,
        source=revision.source,
        trail=trail,
        indexed=False,
        canonical=current.address,
        content=told,
        frozen=True,
    )


def _body(
    publication: Publication,
    month: Month,
    address: str,
    told: Said,
    known: Month | None = None,
    **values: object,
) -> str:
    """The month as its newest revision has it; `known` has the revisions that came after too."""
    revision = month.current
    return publication.renderer.render(
        "month.html",
        address,
        title=_title(month),
        agency=publication.agency,
        count=len(month.items),
        focus=[publication.abbreviations.runs(text) for text in revision.focus],
        caveat=revision.caveat,
        withheld=told.withheld,
        days=view_days(
            month,
            publication.abbreviations,
            publication.issued,
            History() if known else _history(publication, month),
        ),
        provenance=view_provenance(publication, known or month, revision),
        corrections=[
            _correction(correction, address)
            for correction in revision.corrections
            if correction.corrected is not None
        ],
        doubts=[
            _correction(correction, address)
            for correction in revision.corrections
            if correction.doubt is not None
        ],
        **values,
    )


def _anchors(publication: Publication, month: Month) -> Iterator[tuple[str, Said]]:
    """Every day, and every item that any revision has, as it was last published."""
    items = {item.code: item for revision in month.revisions for item in revision.items}
    for day in month.days:
        told = said_together(list(day.labels), map(publication.sayings.of, day.items))
        yield day_anchor(day.date), told
    for item in items.values():
        yield item_anchor(item), publication.sayings.of(item)


def _files(month: Month) -> tuple[str, ...]:
    files = (revision.document.file for revision in month.revisions)
    return tuple(file for file in files if file is not None)


def _as_of(month: Month, revision: Revision) -> Month:
    """The month as a superseded revision had it, by itself."""
    return replace(
        month,
        revisions=month.revisions[: month.revisions.index(revision) + 1],
        days=tuple(
            Day(date=day, entries=tuple(each for each in revision.entries if each.covers(day)))
            for day in month.month.dates()
        ),
    )


def _history(publication: Publication, month: Month) -> History:
    return view_history(
        month,
        publication.amendments[month.month],
        publication.abbreviations,
        publication.issued,
    )


def _amended(month: Month) -> AmendedView | None:
    if len(month.revisions) == 1:
        return None
    return AmendedView(
        name=revision_name(month.current.number),
        issued=long_date(month.current.document.issued),
        changes=changes_address(month.month),
        first=Link(
            text=revision_name(month.revisions[0].number),
            address=revision_address(month.month, month.revisions[0].number),
        ),
    )


def _follow(month: Month) -> FollowView:
    return FollowView(
        month=str(month.month),
        calendar=year_calendar_address(month.month.year),
        data=month_data_address(month.month),
        ways=CALENDARS,
        feed=FEED,
    )


def _title(month: Month) -> str:
    return f"Chương trình công tác {month_name(month.month)}"


def _trail(month: Month) -> tuple[Link, ...]:
    return (
        Link(text="Trang chủ", address=HOME),
        Link(text=f"Năm {month.month.year}", address=year_address(month.month.year)),
    )


def _correction(correction: Correction, address: str) -> CorrectionView:
    day = correction.day
    return CorrectionView(
        day=Link(text=day_heading(day), address=on_page(address, day_anchor(day))) if day else None,
        printed=correction.printed,
        corrected=correction.corrected,
        doubt=correction.doubt,
    )
