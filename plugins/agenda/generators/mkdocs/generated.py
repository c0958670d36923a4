"""Turn artifacts into MkDocs files and pages that bypass Markdown."""

from collections.abc import Iterable
from dataclasses import replace
from html import escape
from pathlib import Path
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import TableOfContents

from agenda.build.docs.anchors import anchors_in
from agenda.build.docs.edit_url import edit_url
from agenda.build.paths import safe_join
from agenda.build.site import Site
from agenda.cache.text import NO_TEXT, CachedText
from agenda.site.artifact import Asset, Page
from agenda.site.head import LINKED, head_of, linked_head
from agenda.site.pages import UrlTaken
from agenda.site.urls import normalise_url


class GeneratedPage(MkDocsPage):
    """A page with a finished body, made only while MkDocs writes the page.

    The frame prints the name in its menu unescaped, so the title is HTML.
    """

    def __init__(
        self, artifact: Page, file: File, config: MkDocsConfig, jsonld: CachedText
    ) -> None:
        super().__init__(escape(artifact.name), file, config)
        self._artifact = artifact
        self._jsonld = jsonld
        if artifact.updated is not None:
            self.update_date = artifact.updated.isoformat()
        if artifact.canonical is not None and config.site_url:
            self.canonical_url = urljoin(f"{config.site_url.rstrip('/')}/", artifact.canonical)

    def read_source(self, config: MkDocsConfig) -> None:
        self.markdown = ""
        self.meta = head_of(self._artifact)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        self.content = ""
        self.toc = TableOfContents([])

    @property
    def present_anchor_ids(self) -> frozenset[str]:  # type: ignore[override]
        """Return the ids in the body. MkDocs asks only for pages whose anchors a guide links to."""
        return anchors_in(self._artifact.body)

    def fill(self) -> None:
        """Load the body and the JSON-LD."""
        self.content = self._artifact.body
        self.meta.update(linked_head(self._jsonld.make()))

    def empty(self) -> None:
        """Drop the body and the JSON-LD to keep memory flat on large sites."""
        self.content = ""
        self.meta.pop(LINKED, None)


def add_artifacts(site: Site, files: Files, config: MkDocsConfig) -> None:
    """Add a file for each artifact.

    Raise `UrlTaken` if the documentation has a file at that URL, `UrlOutsideSite` if the URL
    leads out of the site.
    """
    taken = {normalise_url(file.dest_uri) for file in files}
    for artifact in site.artifacts:
        file = file_of(artifact, site, config)
        place = normalise_url(file.dest_uri)
        if place in taken:
            raise UrlTaken(artifact.url)
        taken.add(place)
        files.append(file)


def file_of(artifact: Page | Asset, site: Site, config: MkDocsConfig) -> File:
    """Return the MkDocs file of an artifact: a page, or an asset that is already written."""
    place = safe_join(Path(config.site_dir), artifact.url)
    if isinstance(artifact, Asset):
        return File.generated(config, artifact.url, abs_src_path=str(place))
    file = File.generated(
        config,
        f"{artifact.url}index.md",
        content="",
        inclusion=InclusionLevel.NOT_IN_NAV,
    )
    if artifact.source is not None:
        file.edit_uri = edit_url(Path(config.docs_dir), site.folder, artifact.source)
    jsonld = site.jsonld.get(artifact.url, NO_TEXT)
    GeneratedPage(replace(artifact, anchors=()), file, config, jsonld)  # the ledger has them
    return file


def check_free(assets: Iterable[Asset], files: Files) -> None:
    """Raise `UrlTaken` where the documentation has a file at the URL of an asset."""
    taken = {normalise_url(file.dest_uri) for file in files}
    for asset in assets:
        if normalise_url(asset.url) in taken:
            raise UrlTaken(asset.url)
