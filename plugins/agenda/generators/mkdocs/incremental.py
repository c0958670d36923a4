"""Rebuild only the changed pages for `mkdocs serve`."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jinja2 import Environment
from mkdocs.commands.build import _build_page, _populate_page  # as a whole build makes its pages
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from agenda.build.paths import safe_join
from agenda.build.site import Site
from agenda.generators.mkdocs.generated import file_of
from agenda.site.artifact import Page

Stamp = Mapping[str, tuple[int, int]]
"""Modification time in nanoseconds and size in bytes of files, by path."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A built site with the MkDocs objects that render its pages.

    `others` is the stamp of the site's sources besides the agendas.
    """

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: Environment
    site: Site
    others: Stamp


def stamp(folders: Iterable[Path]) -> Stamp:
    """Return the stamp of all files in the folders; a path may also be a file."""
    found = ((path, _written(path)) for folder in folders for path in _files(folder))
    return {str(path): written for path, written in found if written is not None}


def can_update(built: Built, site: Site) -> bool:
    """Return True if the list of pages is unchanged, so that the sitemap stays valid."""
    return _listed(built.site) == _listed(site)


def update_pages(built: Built, site: Site) -> int:
    """Write the differences to the folder of the built site. Return the number of pages written.

    Call only if `can_update` is True. After an exception the folder holds parts of both sites.
    """
    folder = Path(built.config.site_dir)
    documents = built.files.documentation_pages()
    count = 0
    for artifact in _changed(built.site, site):
        file = file_of(artifact, site, built.config)
        assert file.page is not None
        _populate_page(file.page, built.config, built.files)
        _build_page(file.page, built.config, documents, built.nav, built.env)
        count += 1
    before = {asset.url: asset for asset in built.site.files}
    for asset in site.files:
        if before.pop(asset.url, None) != asset:
            path = safe_join(folder, asset.url)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.unlink(missing_ok=True)  # may be a hard link to a file of an older site
            path.write_bytes(asset.content)
    for url in before:
        (folder / url).unlink()
    return count


def _changed(old: Site, new: Site) -> Iterator[Page]:
    known = {page.url: page for page in _pages(old)}
    for page in _pages(new):
        same_events = old.jsonld.get(page.url) == new.jsonld.get(page.url)
        if page != known[page.url] or not same_events:
            yield page


def _listed(site: Site) -> list[tuple[str, date | None, bool, str | None]]:
    return [(page.url, page.updated, page.indexed, page.canonical) for page in _pages(site)]


def _pages(site: Site) -> Iterator[Page]:
    return (each for each in site.artifacts if isinstance(each, Page))


def _files(path: Path) -> Iterable[Path]:
    return filter(Path.is_file, path.rglob("*")) if path.is_dir() else (path,)


def _written(path: Path) -> tuple[int, int] | None:
    """Return time and size of a file; None if an editor has deleted the file in the meantime."""
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    return status.st_mtime_ns, status.st_size
