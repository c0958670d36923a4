"""The page of a month."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from agenda.model import Correction, Document, Month
from agenda.site.addresses import HOME, day_address, month_address, original_address, year_address
from agenda.site.artifact import Asset, Link, Page
from agenda.site.days import view_days
from agenda.site.grid import view_grid
from agenda.site.publication import Publication
from agenda.vietnam.dates import day_heading, long_date, month_name, month_title


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginalView:
    """The signed file: its size in bytes, worded, and its SHA-256 in hexadecimal."""

    name: str
    address: str
    size: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvenanceView:
    """The document a month comes from."""

    number: str | None
    issued: str
    signer: str | None
    signer_title: str | None
    origin: str | None
    original: OriginalView | None
    recipients: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionView:
    """A place that differs from the paper, or is doubted; `day` leads there."""

    day: Link | None
    printed: str
    corrected: str | None
    doubt: str | None


def month_pages(publication: Publication) -> Iterator[Page]:
    months = publication.agenda.months
    links = [
        Link(text=month_title(month.month), address=month_address(month.month)) for month in months
    ]
    before = dict(pairwise(links[::-1]))
    after = dict(pairwise(links))
    for month, link in zip(months, links, strict=True):
        yield _page(publication, month, before.get(link), after.get(link))


def originals(publication: Publication) -> Iterator[Asset]:
    """The signed files that months publish, each once."""
    files = dict.fromkeys(
        revision.document.file
        for month in publication.agenda.months
        for revision in month.revisions
        if revision.document.file is not None
    )
    for file in files:
        yield Asset(address=file, content=(publication.folder / file).read_bytes())


def _page(
    publication: Publication, month: Month, previous: Link | None, following: Link | None
) -> Page:
    revision = month.current
    address = month_address(month.month)
    title = f"Chương trình công tác {month_name(month.month)}"
    trail = (
        Link(text="Trang chủ", address=HOME),
        Link(text=f"Năm {month.month.year}", address=year_address(month.month.year)),
    )
    count = len(month.items)
    return Page(
        address=address,
        name=month_title(month.month),
        title=title,
        description=f"{title} của {publication.agency}: {count} việc, từng ngày, từng buổi, "
        "cơ quan chuẩn bị và lãnh đạo tham dự.",
        body=publication.renderer.render(
            "month.html",
            address,
            title=title,
            agency=publication.agency,
            trail=trail,
            month=month_title(month.month),
            count=count,
            revision=revision.number,
            previous=previous,
            next=following,
            focus=[publication.abbreviations.runs(text) for text in revision.focus],
            caveat=revision.caveat,
            days=view_days(month, publication.abbreviations, publication.issued),
            grid=view_grid(month),
            provenance=_provenance(publication, revision.document, revision.recipients),
            corrections=[
                _correction(correction)
                for correction in revision.corrections
                if correction.corrected is not None
            ],
            doubts=[
                _correction(correction)
                for correction in revision.corrections
                if correction.doubt is not None
            ],
        ),
        updated=revision.document.issued,
        source=revision.source,
        trail=trail,
        previous=previous,
        next=following,
    )


def _provenance(
    publication: Publication, document: Document, recipients: tuple[str, ...]
) -> ProvenanceView:
    issued = long_date(document.issued)
    return ProvenanceView(
        number=document.number,
        issued=f"{document.place}, {issued}" if document.place else issued.capitalize(),
        signer=document.signer,
        signer_title=document.signer_title,
        origin=document.origin,
        original=_original(publication, document.file) if document.file else None,
        recipients=recipients,
    )


def _original(publication: Publication, file: str) -> OriginalView:
    content = (publication.folder / file).read_bytes()
    return OriginalView(
        name=file.rsplit("/", 1)[-1],
        address=original_address(file),
        size=f"{len(content):,} byte".replace(",", "."),
        sha256=hashlib.sha256(content).hexdigest(),
    )


def _correction(correction: Correction) -> CorrectionView:
    day = correction.day
    return CorrectionView(
        day=Link(text=day_heading(day), address=day_address(day)) if day else None,
        printed=correction.printed,
        corrected=correction.corrected,
        doubt=correction.doubt,
    )
