"""Make the assets of the page frame: joined scripts and one style sheet."""

import posixpath
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

from agenda.build.assets.scripts import join_scripts, with_version
from agenda.build.assets.styles import needed_styles
from agenda.build.assets.theme import STYLESHEET as THEME
from agenda.cache.store import NULL_CACHE, Cache, get_or_make
from agenda.cache.version import code_version, digest
from agenda.site.artifact import Asset

STYLESHEET = "assets/agenda/site.css"

LENGTH = 10
"""Characters of the version."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFrame:
    """The assets that replace files of the templates' folder.

    `replaced` are the URLs of those files. `styles` are the URLs of the style sheets that every
    page links to. `version` is a digest of all scripts and styles: links to them carry it, so that
    a new page never meets an old style in a browser's cache.
    """

    assets: tuple[Asset, ...]
    replaced: Set[str]
    styles: tuple[str, ...]
    version: str


def make_page_frame(
    templates: Path,
    theme: str,
    styles: Sequence[str],
    bodies: Iterable[str],
    cache: Cache = NULL_CACHE,
) -> PageFrame:
    """Join the scripts and styles that pages would otherwise fetch one by one.

    `theme` is the theme's stylesheet, `styles` are the URLs of what follows it, `bodies` the
    pages that no template makes. Raises `UnsupportedImport`.
    """
    modules = {
        path.relative_to(templates).as_posix(): path.read_text("utf-8")
        for path in sorted(templates.rglob("*.js"))
    }
    scripts = join_scripts(modules)
    # Relative URLs in a style sheet stay right only if it lies in the folder of the joined one.
    beside = posixpath.dirname(STYLESHEET)
    parts = [
        each
        for each in styles
        if posixpath.dirname(each) == beside and (templates / each).is_file()
    ]
    ours = "".join((templates / each).read_text("utf-8") for each in parts)
    texts = [
        *(path.read_text("utf-8") for path in sorted(templates.rglob("*.html"))),
        *modules.values(),
        *bodies,
    ]
    kept = set(templates.glob(THEME))  # a copy of the theme's style sheet
    others = "".join(
        path.read_text("utf-8") for path in sorted(templates.rglob("*.css")) if path not in kept
    )
    key = digest(each.encode() for each in (code_version(), "styles", theme, others, *texts))
    needed = get_or_make(cache, key, lambda: needed_styles(theme, texts, others))
    version = digest(each.encode() for each in (needed, others, *scripts.values()))[:LENGTH]
    return PageFrame(
        assets=(
            Asset.of(STYLESHEET, f"{needed}\n{ours}".encode()),
            *(
                Asset.of(each, with_version(text, version).encode())
                for each, text in scripts.items()
            ),
        ),
        version=version,
        replaced={*modules, *parts},
        styles=(STYLESHEET, *(each for each in styles if each not in parts)),
    )
