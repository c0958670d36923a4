"""Build the context of all pages: the agenda with indexes, templates and caches."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType

from agenda.cache.store import NULL_CACHE, Cache
from agenda.cache.version import digest_of_folder
from agenda.history.diff import Amendment, amendments
from agenda.history.digest_memo import DigestMemo
from agenda.model import Agenda, DirectoryEntry, Item, Month, YearMonth
from agenda.site.inline import Abbreviations
from agenda.site.item_line_cache import ItemLineCache
from agenda.site.page_cache import PageCache
from agenda.site.rendering import Renderer
from agenda.site.urls import ASSETS

VERSION_LENGTH = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteContext:
    """An agenda with everything needed to build the pages for the `agency` that publishes it."""

    agenda: Agenda
    agency: str
    folder: Path
    """The folder `agendas/`, where the signed originals lie."""
    renderer: Renderer
    cache: PageCache
    digests: DigestMemo
    lines: ItemLineCache
    abbreviations: Abbreviations
    published: Mapping[YearMonth, date]
    """The published months, each with the date of the document it now shows."""
    years: Mapping[int, Sequence[Month]]
    appearances: Mapping[DirectoryEntry, Sequence[Item]]
    """The items that name an entry, by month and day; every entry of the directory has an entry."""
    entry_years: Mapping[DirectoryEntry, Sequence[int]]
    """The years in which any revision names an entry: its pages of these years stay."""
    amendments: Mapping[YearMonth, Sequence[Amendment]]
    """The changes of each amendment of each month, the first amendment first."""
    assets_version: str
    """A digest of the scripts and styles, for links of pages that have no frame."""
    home: str = ""
    """The site's public URL with a final slash; empty where none is known."""

    @property
    def newest_day(self) -> date:
        """The last day of the newest month; without a month, a day after all others."""
        months = self.agenda.months
        return months[-1].month.last if months else date.max


def build_context(
    agenda: Agenda,
    agency: str,
    folder: Path,
    templates: Path,
    home: str = "",
    *,
    digests: Mapping[str, str] = MappingProxyType({}),
    context_digest: str = "",
    cache: Cache = NULL_CACHE,
) -> SiteContext:
    """Build the context of all pages.

    `digests` and `context_digest` come from reading the agenda. With them, `cache` keeps texts
    between builds.
    """
    years: dict[int, list[Month]] = defaultdict(list)
    for month in agenda.months:
        years[month.month.year].append(month)
    appearances: dict[DirectoryEntry, list[Item]] = {
        entry: [] for entry in agenda.directory.entries
    }
    for item in sorted(agenda.items, key=lambda item: (item.month, item.first)):
        for entry in item.entries():
            appearances[entry].append(item)
    renderer = Renderer(templates, cache)
    renderer.compile_all()
    abbreviations = Abbreviations(agenda.directory.abbreviations)
    published = {month.month: month.newest.document.issued for month in agenda.months}
    return SiteContext(
        agenda=agenda,
        agency=agency,
        folder=folder,
        renderer=renderer,
        cache=PageCache(
            agenda,
            digests=digests,
            everywhere=(agency, context_digest, digest_of_folder(templates, "*")),
            folder=folder,
            cache=cache,
        ),
        digests=DigestMemo(),
        lines=ItemLineCache(renderer, abbreviations, published),
        abbreviations=abbreviations,
        published=published,
        years=years,
        appearances=appearances,
        entry_years=_entry_years(agenda),
        amendments={month.month: amendments(month) for month in agenda.months},
        assets_version=digest_of_folder(templates.parent / ASSETS, "*")[:VERSION_LENGTH],
        home=home,
    )


def _entry_years(agenda: Agenda) -> dict[DirectoryEntry, list[int]]:
    years: dict[DirectoryEntry, set[int]] = {entry: set() for entry in agenda.directory.entries}
    for month in agenda.months:
        for revision in month.revisions:
            former = (update.former_item for update in revision.updates)
            for item in (*revision.items, *filter(None, former)):
                for entry in item.entries():
                    years[entry].add(month.month.year)
    return {entry: sorted(each) for entry, each in years.items()}
