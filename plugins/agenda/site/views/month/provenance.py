"""Build the provenance of a month: documents, signed files and citation."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from agenda.model import Month, Revision
from agenda.model.composition import documents_in_force
from agenda.site.artifact import Link
from agenda.site.context import SiteContext
from agenda.site.urls import (
    amendment_url,
    month_url,
    original_file,
    original_url,
    revision_url,
)
from agenda.vietnam.dates import date_ranges, full_date, long_date, month_name


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginalView:
    """The signed file: its size in words and its SHA-256 in hexadecimal."""

    name: str
    url: str
    size: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionView:
    """A revision in the list of a month; `changes` is None for the first signed revision.

    `in_force` is True for each document that the month now consists of.
    """

    name: str
    url: str
    issued: str
    number: str | None
    original: OriginalView | None
    changes: str | None
    in_force: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvenanceView:
    """The document of a page, and all revisions if the month has several.

    `composed_of` are the documents in force, named with number and date, if there are several.
    """

    number: str | None
    issued: str
    signer: str | None
    signer_title: str | None
    origin: str | None
    original: OriginalView | None
    recipients: tuple[str, ...]
    updated: str | None
    """The day of the last change without a new document; None without one."""
    first_signed: str
    last_amended: str | None
    revisions: tuple[RevisionView, ...]
    composed_of: tuple[str, ...]
    citation: str


def view_provenance(context: SiteContext, month: Month, revision: Revision) -> ProvenanceView:
    document = revision.document
    issued = long_date(document.issued)
    in_force = documents_in_force(month)
    composed_of = tuple(map(_cited, in_force)) if revision is month.current else ()
    several = len(month.revisions) > 1
    return ProvenanceView(
        number=document.number,
        issued=f"{document.place}, {issued}" if document.place else issued.capitalize(),
        signer=document.signer,
        signer_title=document.signer_title,
        origin=document.origin,
        original=_original(context, document.file),
        recipients=revision.recipients,
        updated=full_date(max(each.day for each in revision.updates)) if revision.updates else None,
        first_signed=long_date(month.revisions[0].document.issued),
        last_amended=long_date(month.newest.document.issued) if several else None,
        revisions=tuple(
            _revision(context, month, each, in_force=each in in_force) for each in month.revisions
        )
        if several
        else (),
        composed_of=composed_of if len(composed_of) > 1 else (),
        citation=_citation(context, revision, in_force),
    )


def revision_name(revision: Revision) -> str:
    """Return the name of a revision: "Bản gốc", "Điều chỉnh lần 1 cho ngày 14–30/6/2021"."""
    name = short_revision_name(revision)
    return f"{name} cho ngày {date_ranges(revision.scope)}" if revision.scope else name


def short_revision_name(revision: Revision) -> str:
    """Return the name of a revision without its days."""
    if not revision.number:
        return "Bản gốc"
    name = f"Điều chỉnh lần {revision.number}"
    return f"{name} (bổ sung)" if revision.is_addition else name


def revision_link(month: Month, revision: Revision) -> Link:
    """Return the link to a revision.

    The newest one is on the page of its month if it covers the whole month.
    """
    current = revision is month.current
    return Link(
        text=revision_name(revision),
        url=month_url(month.month) if current else revision_url(month.month, revision.number),
    )


def _revision(
    context: SiteContext, month: Month, revision: Revision, *, in_force: bool
) -> RevisionView:
    link = revision_link(month, revision)
    return RevisionView(
        name=link.text,
        url=link.url,
        issued=long_date(revision.document.issued),
        number=revision.document.number,
        original=_original(context, revision.document.file),
        changes=amendment_url(month.month, revision.number) if revision.number else None,
        in_force=in_force,
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


def _citation(context: SiteContext, revision: Revision, in_force: Sequence[Revision]) -> str:
    """Return the citation: agency, title, and each document with its number and date."""
    programme = f"{context.agency}, Chương trình công tác {month_name(revision.month)}"
    if revision in in_force or len(in_force) == 1:
        return f"{programme}, {_cited(revision, first=False)}"
    return f"{programme}, gồm {'; '.join(map(_cited, in_force))}"


def _cited(revision: Revision, *, first: bool = True) -> str:
    """Return name, number and date of a document; the name of a first one only if `first`."""
    document = revision.document
    parts = [revision_name(revision).lower()] if revision.number or first else []
    if document.number:
        parts.append(f"số {document.number}")
    parts.append(f"ký ngày {full_date(document.issued)}")
    return ", ".join(parts)
