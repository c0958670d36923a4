"""The stylesheet that is taken of the theme, found without its generator."""

from importlib.util import find_spec
from pathlib import Path

from agenda.site.artifact import Asset

STYLESHEET = "assets/stylesheets/main.*.css"
"""Its URL; the digest in its name is the theme's own."""


class NoStylesheet(Exception):
    """The stylesheet is neither among the templates nor in an installed mkdocs-material."""


def theme_stylesheet(templates: Path) -> Asset:
    """The stylesheet as somebody kept it among the templates, or that of mkdocs-material.

    Raises `NoStylesheet`.
    """
    spec = find_spec("material")
    places = spec.submodule_search_locations if spec else None
    for folder in (templates, *(Path(place) / "templates" for place in places or ())):
        for found in sorted(folder.glob(STYLESHEET)):
            url = found.relative_to(folder).as_posix()
            return Asset.of(url, found.read_bytes())
    raise NoStylesheet
