"""The stylesheet that is taken of the theme, found without its generator."""

from importlib.util import find_spec
from pathlib import Path

from agenda.site.artifact import Asset

STYLESHEET = "assets/stylesheets/main.*.css"
"""Its address; the digest in its name is the theme's own."""


class NoStylesheet(Exception):
    """mkdocs-material is not installed, or has no such file."""


def theme_stylesheet() -> Asset:
    """The stylesheet of the installed mkdocs-material; raises `NoStylesheet`."""
    spec = find_spec("material")
    places = spec.submodule_search_locations if spec else None
    for place in places or ():
        templates = Path(place) / "templates"
        for found in templates.glob(STYLESHEET):
            address = found.relative_to(templates).as_posix()
            return Asset(address=address, content=found.read_bytes())
    raise NoStylesheet
