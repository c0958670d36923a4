"""Build every generated page and file of the site."""

from collections.abc import Iterable, Iterator

from agenda.site.artifact import Asset, Page
from agenda.site.context import SiteContext
from agenda.site.originals import originals
from agenda.site.redirects import redirects
from agenda.site.urls import normalise_url
from agenda.site.views.changes import changes_pages
from agenda.site.views.directory.entries import entry_pages
from agenda.site.views.embedding import embedded_pages
from agenda.site.views.follow import follow_page
from agenda.site.views.glossary import glossary_page
from agenda.site.views.home import home_page
from agenda.site.views.month.pages import month_pages
from agenda.site.views.search import search_page
from agenda.site.views.tombstones import tombstone_pages
from agenda.site.views.years import year_pages


class UrlTaken(ValueError):
    """An error for two artifacts with the same URL."""


def make_pages(
    context: SiteContext, files: Iterable[Asset] = (), documents: Iterable[str] = ()
) -> tuple[Page | Asset, ...]:
    """Return every artifact, including the `files` made for programs.

    `documents` are the URLs of hand-written pages; they need no tombstone. Raise `UrlTaken` if two
    artifacts have the same URL.
    """
    artifacts = [*_artifacts(context), *files]
    present = {normalise_url(artifact.url) for artifact in artifacts}
    present.update(map(normalise_url, documents))
    artifacts += tombstone_pages(context, present)
    _check_urls(artifacts)
    return tuple(artifacts)


def _artifacts(context: SiteContext) -> Iterator[Page | Asset]:
    yield home_page(context)
    yield from year_pages(context)
    yield from month_pages(context)
    yield from changes_pages(context)
    yield from entry_pages(context)
    yield glossary_page(context)
    yield search_page(context)
    yield follow_page(context)
    yield from embedded_pages(context)
    yield from originals(context)
    yield from redirects(context)


def _check_urls(artifacts: Iterable[Page | Asset]) -> None:
    taken: set[str] = set()
    for artifact in artifacts:
        place = normalise_url(artifact.url)
        if place in taken:
            raise UrlTaken(artifact.url)
        taken.add(place)
