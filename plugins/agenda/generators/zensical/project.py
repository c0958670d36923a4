"""Write the site as a project for Zensical, which only renders the frame around each page."""

import gzip
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatch
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import yaml

from agenda.build.assets.frame import PageFrame, make_page_frame
from agenda.build.assets.theme import STYLESHEET, theme_stylesheet
from agenda.build.docs.anchors import anchors_in
from agenda.build.docs.pages import DocsPages, docs_page_url
from agenda.build.paths import safe_join
from agenda.build.settings.mkdocs_file import Settings
from agenda.build.settings.yaml_tree import FILE, Unsettled
from agenda.build.site import Site
from agenda.build.sources import Source, page_sources
from agenda.cache.store import NULL_CACHE, Cache
from agenda.site.artifact import MARKDOWN, Asset
from agenda.site.pages import UrlTaken
from agenda.site.rendering import Renderer
from agenda.site.urls import normalise_url

DOCS, TEMPLATES = "docs", "overrides"
BODIES = "agenda"
"""The folder of the templates of bodies; the project holds finished bodies instead."""
SITEMAP = "sitemap.xml"

MARK = "# Do lệnh agenda export tạo ra; đừng sửa ở đây, lần sau lệnh ghi lại từ đầu.\n"
"""The first line of the project's settings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Listed:
    """A page as `overrides/sitemap.xml` reads it."""

    canonical_url: str
    update_date: str
    meta: Mapping[str, str]
    abs_url: str = ""
    is_link: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Listing:
    page: _Listed


def project_files(
    settings: Settings,
    site: Site,
    documentation: DocsPages,
    day: date | None,
    cache: Cache = NULL_CACHE,
) -> dict[str, bytes]:
    """Return every file of the project by its path.

    `day` is the date in the sitemap of pages without a document. Raise `UrlTaken` if two files
    claim one URL, `UrlOutsideSite`, `Unsettled`, `StylesheetMissing` or `UnsupportedImport`.
    """
    sources = tuple(page_sources(settings, site, documentation))
    frame = make_page_frame(
        settings.templates,
        theme_stylesheet(settings.templates).content.decode(),
        settings.styles,
        [page.body for page in documentation.pages],
        cache,
    )
    sitemap = _sitemap(settings, sources, day)
    files = {
        FILE: _settings(settings, {source.file: source.title for source in sources}, frame),
        f"{TEMPLATES}/{SITEMAP}": sitemap,
    }
    for name in _files(settings.templates, html=True):
        files[f"{TEMPLATES}/{name}"] = (settings.templates / name).read_bytes()
    assets = [
        *site.files,
        *documentation.files,
        *_beside(settings.templates, frame),
        Asset.of(f"{SITEMAP}.gz", gzip.compress(sitemap, mtime=0)),
    ]
    taken: set[str] = set()
    for url, path, content in (
        *((each.url, each.file, each.encode()) for each in sources),
        *((asset.url, asset.url, asset.content) for asset in assets),
    ):
        place = normalise_url(url)
        if place in taken:
            raise UrlTaken(url)
        taken.add(place)
        files[safe_join(Path(DOCS), path).as_posix()] = content
    return files


def dead_links(files: Mapping[str, bytes], documentation: DocsPages) -> Iterator[tuple[str, str]]:
    """Yield each dead link of a hand-written page: the page's file and the URL.

    `files` are all files of the project. Anchors are read only from pages that are linked to.
    """
    there: dict[str, frozenset[str]] = {}
    for page in documentation.pages:
        for target in sorted(page.targets):
            ends = (f"{target}index.md", f"{target}index.html", target)
            if not any(f"{DOCS}/{end}" in files for end in ends):
                yield page.file, target
        for target, anchor in sorted(page.places):
            if (content := files.get(f"{DOCS}/{target}index.md")) is None:
                continue
            if target not in there:
                there[target] = anchors_in(content.decode())
            if anchor not in there[target]:
                yield page.file, f"{target}#{anchor}"


def _files(templates: Path, *, html: bool) -> Iterator[str]:
    """Yield the `html` files of the templates' folder, or the files published unchanged."""
    for path in sorted(templates.rglob("*")):
        name = path.relative_to(templates).as_posix()
        hidden = any(part.startswith(".") for part in name.split("/"))
        markdown = name.lower().endswith(MARKDOWN)  # would become a page
        ours = path.is_file() and not hidden and not markdown and name != SITEMAP
        if ours and (path.suffix == ".html") is html and not name.startswith(f"{BODIES}/"):
            yield name


def _beside(templates: Path, frame: PageFrame) -> Iterator[Asset]:
    """Yield the assets of the frame and the unchanged files of the templates' folder."""
    yield from frame.assets
    for name in _files(templates, html=False):
        if name not in frame.replaced and not fnmatch(name, STYLESHEET):
            yield Asset.lazy(name, (templates / name).read_bytes)


def _settings(settings: Settings, titles: Mapping[str, str], frame: PageFrame) -> bytes:
    written: dict[str, Any] = {
        "site_name": settings.name,
        "site_description": settings.description,
        "site_url": settings.home or None,
        "copyright": settings.copyright,
        "docs_dir": DOCS,
        "site_dir": "site",
        "theme": {
            "name": None,  # no theme of the generator
            "custom_dir": TEMPLATES,
            "language": "vi",
            "font": False,
            "favicon": settings.favicon,
            "logo": settings.logo,
        },
        "extra": {"frame_version": frame.version},
        "extra_css": list(frame.styles),
        "extra_javascript": [
            {"path": script.path, "type": script.type} if script.type else script.path
            for script in settings.scripts
        ],
        "nav": list(_menu(settings, titles)),
        "markdown_extensions": [],
        "plugins": [{"search": {"enabled": False}}],  # the site has its own
        "validation": False,  # there are no Markdown links; the check would take most of the time
    }
    return (MARK + yaml.safe_dump(written, allow_unicode=True, sort_keys=False)).encode()


def _menu(settings: Settings, titles: Mapping[str, str]) -> Iterator[dict[str, str]]:
    if not settings.menu:
        raise Unsettled(f"{FILE}: nav: chưa ghi")
    for entry in settings.menu:
        file = f"{docs_page_url(entry.file)}index.md"
        if file not in titles:
            raise Unsettled(f"{FILE}: nav: không có trang {entry.file}")
        yield {entry.title or titles[file]: file}


def _sitemap(settings: Settings, sources: tuple[Source, ...], day: date | None) -> bytes:
    pages = [
        _Listing(
            page=_Listed(
                canonical_url=source.head.get("canonical")
                or (settings.home and urljoin(settings.home, source.url)),
                update_date=str(source.updated or day or ""),
                meta={"robots": source.head.get("robots", "")},
            )
        )
        for source in sources
    ]
    return Renderer(settings.templates).render(SITEMAP, "", pages=pages).encode()
