"""The whole site: every generated page and file, each at a URL of its own."""

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
    """Two artifacts claim one URL."""


def make_pages(
    context: SiteContext, files: Iterable[Asset] = (), documents: Iterable[str] = ()
) -> tuple[Page | Asset, ...]:
    """Every artifact, with the `files` made for programs.

    `documents` are the URLs of what is written by hand: what was taken back there stands
    again, as it does where a redirect leads on from it. Raises `UrlTaken` rather than let one
    artifact overwrite another.
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
