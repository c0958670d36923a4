"""Export the site with `agenda export` and build it with Zensical."""

import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import TypeAlias

from tests.project import Project, Run, run_in
from tests.published.site import BuiltSite

EXPORT = """
import sys
sys.modules |= dict.fromkeys(["mkdocs", "properdocs"])  # whoever imports them fails
from agenda.cli import main
sys.exit(main(["export", *sys.argv[1:]]))
"""

Event: TypeAlias = str | tuple[str, tuple[tuple[str, str], ...]]


def export(project: Project, folder: Path, **variables: str) -> Run:
    """Run `agenda export` in the project, where nothing can import MkDocs."""
    return run_in(project.folder, sys.executable, "-c", EXPORT, str(folder), **variables)


def build_with_zensical(folder: Path) -> Run:
    return run_in(folder, sys.executable, "-m", "zensical", "build", "--strict")


def events_of(site: BuiltSite, file: str) -> list[Event]:
    """Return all that a browser takes from a page: elements, attributes and words, in order.

    URLs are resolved, and white space is normalised.
    """
    return _EventReader(site, file).events


class _EventReader(HTMLParser):
    def __init__(self, site: BuiltSite, file: str) -> None:
        super().__init__()
        self.events: list[Event] = []
        self._site = site
        self._file = file
        self.feed(site.read(file))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.events.append((tag, tuple(sorted(map(self._attribute, attrs)))))

    def handle_endtag(self, tag: str) -> None:
        self.events.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        if words := " ".join(data.split()):
            self.events.append(f'"{words}')

    def _attribute(self, attribute: tuple[str, str | None]) -> tuple[str, str]:
        name, value = attribute
        if name in ("action", "href", "src"):
            return name, self._site.absolute(value or "", self._file)
        return name, " ".join((value or "").split())
