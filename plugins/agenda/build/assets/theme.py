"""Find the style sheet of the theme without MkDocs."""

from importlib.util import find_spec
from pathlib import Path

from agenda.site.artifact import Asset

STYLESHEET = "assets/stylesheets/main.*.css"
"""The pattern of its URL; the theme puts a digest into the name."""


class StylesheetMissing(Exception):
    """A missing style sheet: neither the templates nor an installed mkdocs-material have it."""


def theme_stylesheet(templates: Path) -> Asset:
    """Return the style sheet from the templates, or else from mkdocs-material.

    Raise `StylesheetMissing` if neither has one.
    """
    spec = find_spec("material")
    places = spec.submodule_search_locations if spec else None
    for folder in (templates, *(Path(place) / "templates" for place in places or ())):
        for found in sorted(folder.glob(STYLESHEET)):
            url = found.relative_to(folder).as_posix()
            return Asset.of(url, found.read_bytes())
    raise StylesheetMissing
