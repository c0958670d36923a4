"""Assemble everything that is published: pages, files, search index and ledger."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from agenda.build.settings.options import office_hours_option
from agenda.cache.text import CachedText
from agenda.exports.export_settings import ExportSettings, OfficeHours
from agenda.exports.files import files
from agenda.exports.jsonld import jsonld_months
from agenda.history.ledger import Ledger, LedgerEntry, write_ledger
from agenda.search.files import search_files
from agenda.site.artifact import Asset, Page
from agenda.site.context import SiteContext
from agenda.site.ledger import make_ledger, with_documents
from agenda.site.pages import make_pages
from agenda.site.urls import LEDGER

CACHE = ".cache/agenda/thang.sqlite"
"""Relative to the folder of `mkdocs.yml`. The cache is safe to delete."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Everything that is published, independent of the generator.

    `jsonld` is the JSON-LD of pages by their URLs. No page links to a file of the `index`.
    """

    artifacts: tuple[Page | Asset, ...]
    jsonld: Mapping[str, CachedText]
    index: tuple[Asset, ...]
    ledger: Ledger
    record: str
    """The name of the record in the ids of events and news."""
    hours: OfficeHours
    """The office hours in calendars."""
    folder: Path
    """The folder `agendas/`, where the sources of pages lie."""

    @property
    def files(self) -> Iterator[Asset]:
        """Yield the files that are published byte for byte."""
        yield from (each for each in self.artifacts if isinstance(each, Asset))
        yield from self.index


def build_site(
    context: SiteContext, terms: ExportSettings, documents: Mapping[str, LedgerEntry]
) -> Site:
    """Build the site of an agenda.

    `documents` are the ledger entries of hand-written pages and files, by URL.
    Raises `UrlTaken` if two artifacts claim one URL.
    """
    artifacts = make_pages(context, files(context, terms), documents)
    index = search_files(context)
    jsonld = dict(jsonld_months(context, terms))
    withdrawals = context.agenda.withdrawals
    ledger = with_documents(make_ledger(artifacts, withdrawals), documents, withdrawals)
    file = write_ledger(ledger, terms.record, office_hours_option(terms.hours))
    return Site(
        artifacts=(*artifacts, Asset.of(LEDGER, file)),
        jsonld=jsonld,
        index=index,
        ledger=ledger,
        record=terms.record,
        hours=terms.hours,
        folder=context.folder,
    )
