"""Build the provenance of a month: documents, signed files and citation."""

import hashlib
from dataclasses import dataclass

from agenda.model import Month, Revision
from agenda.site.artifact import Link
from agenda.site.context import SiteContext
from agenda.site.urls import (
    amendment_url,
    month_url,
    original_file,
    original_url,
    revision_url,
)
from agenda.vietnam.dates import full_date, long_date, month_name


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginalView:
    """The signed file: its size in words and its SHA-256 in hexadecimal."""

    name: str
    url: str
    size: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionView:
    """A revision in the list of a month; `changes` is None for the first signed revision."""

    name: str
    url: str
    issued: str
    number: str | None
    original: OriginalView | None
    changes: str | None
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvenanceView:
    """The document of a page, and all revisions if the month has several."""

    number: str | None
    issued: str
    signer: str | None
    signer_title: str | None
    origin: str | None
    original: OriginalView | None
    recipients: tuple[str, ...]
    first_signed: str
    last_amended: str | None
    revisions: tuple[RevisionView, ...]
    citation: str


def view_provenance(context: SiteContext, month: Month, revision: Revision) -> ProvenanceView:
    document = revision.document
    issued = long_date(document.issued)
    several = len(month.revisions) > 1
    return ProvenanceView(
        number=document.number,
        issued=f"{document.place}, {issued}" if document.place else issued.capitalize(),
        signer=document.signer,
        signer_title=document.signer_title,
        origin=document.origin,
        original=_original(context, document.file),
        recipients=revision.recipients,
        first_signed=long_date(month.revisions[0].document.issued),
        last_amended=long_date(month.current.document.issued) if several else None,
        revisions=tuple(_revision(context, month, each) for each in month.revisions)
        if several
        else (),
        citation=_citation(context, revision),
    )


def revision_name(number: int) -> str:
    """Return the name of a revision: "Bản gốc", "Điều chỉnh lần 1"."""
    return f"Điều chỉnh lần {number}" if number else "Bản gốc"


def revision_link(month: Month, revision: Revision) -> Link:
    """Return the link to a revision; the newest one is on the page of its month."""
    current = revision.number == month.current.number
    return Link(
        text=revision_name(revision.number),
        url=month_url(month.month) if current else revision_url(month.month, revision.number),
    )


def _revision(context: SiteContext, month: Month, revision: Revision) -> RevisionView:
    link = revision_link(month, revision)
    return RevisionView(
        name=link.text,
        url=link.url,
        issued=long_date(revision.document.issued),
        number=revision.document.number,
        original=_original(context, revision.document.file),
        changes=amendment_url(month.month, revision.number) if revision.number else None,
        current=revision.number == month.current.number,
    )


def _original(context: SiteContext, file: str | None) -> OriginalView | None:
    if file is None:
        return None
    content = (context.folder / file).read_bytes()
    return OriginalView(
        name=original_file(file).rsplit("/", 1)[-1],
        url=original_url(file),
        size=f"{len(content):,} byte".replace(",", "."),
        sha256=hashlib.sha256(content).hexdigest(),
    )


def _citation(context: SiteContext, revision: Revision) -> str:
    """Return the citation: agency, title, revision, number and date."""
    document = revision.document
    parts = [context.agency, f"Chương trình công tác {month_name(revision.month)}"]
    if revision.number:
        parts.append(revision_name(revision.number).lower())
    if document.number:
        parts.append(f"số {document.number}")
    parts.append(f"ký ngày {full_date(document.issued)}")
    return ", ".join(parts)
