"""The cost of one site: building, storage, pushes and a search."""

import gzip
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Browser

from agenda.site.urls import SEARCH, SEARCH_INDEX
from agenda.source.folder import load_agenda
from tests.benchmarks.compare import ours
from tests.benchmarks.runner import URL, Cost, run
from tests.benchmarks.search import open_page, requests_of, traffic_of
from tests.browser.server import served
from tests.project import Project
from tests.published.site import BuiltSite

QUERY = "Kỳ Lạc"
RESULT = "#ket-qua li"


@dataclass(frozen=True, slots=True, kw_only=True)
class Push:
    """A push of a site: the number of changed files, and the bytes of the pack."""

    files: int
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteMeasurement:
    """Sizes in bytes, times in seconds."""

    items: int
    cold: Cost
    edited: Cost
    files: int
    size: int
    page: int
    """The largest page, uncompressed: a browser renders all of it."""
    index: int
    """The head of the search index, compressed; every search fetches it first."""
    found: int
    """The bytes fetched for a search until its first result, compressed."""
    waiting: float
    """Seconds from opening the URL of a search to its first result."""
    first: Push
    later: Push


@dataclass(frozen=True, slots=True, kw_only=True)
class SitesInTurn:
    """Separate sites of departments, built in turn: seconds are summed, memory is the maximum."""

    items: int
    cost: Cost
    files: int
    size: int


def sum_costs(costs: Sequence[Cost]) -> Cost:
    """Sum the costs of consecutive builds, of which one at a time holds memory."""
    return Cost(
        cpu_seconds=sum(cost.cpu_seconds for cost in costs),
        wall_seconds=sum(cost.wall_seconds for cost in costs),
        memory=max(cost.memory for cost in costs),
    )


def measure_site(project: Project, browser: Browser, folder: Path) -> SiteMeasurement:
    """Build a project cold, push it, search it, then again after an edit; `folder` is for git."""
    whole, _, after_edit = ours(project)
    repository = Repository(folder, project.site)
    cold = run(whole)
    first = repository.push()
    files = {path: path.stat().st_size for path in project.site.rglob("*") if path.is_file()}
    found, waiting = first_result(project, browser)
    edited = run(after_edit)
    return SiteMeasurement(
        items=sum(1 for _ in load_agenda(project.folder / "agendas").agenda.items),
        cold=cold,
        edited=edited,
        files=len(files),
        size=sum(files.values()),
        page=max(size for path, size in files.items() if path.suffix == ".html"),
        index=len(gzip.compress((project.site / SEARCH_INDEX).read_bytes(), 6)),
        found=found,
        waiting=waiting,
        first=first,
        later=repository.push(),
    )


def first_result(project: Project, browser: Browser) -> tuple[int, float]:
    """Return the compressed bytes of a search and the seconds until its first result."""
    site = BuiltSite(folder=project.site, url=URL)
    with served(site) as home:
        context = browser.new_context(viewport={"width": 360, "height": 640})
        page = context.new_page()
        requests = requests_of(page)
        seconds, moment = open_page(page, f"{home}{SEARCH}?q={quote(QUERY)}", RESULT)
        traffic = traffic_of([*requests], home, site, moment)
        context.close()
    return traffic.compressed, seconds / 1000


class Repository:
    """The branch of the site in the folder `site`, in a repository of its own."""

    def __init__(self, folder: Path, site: Path) -> None:
        self._folder = folder
        self._site = site
        self._pushed = False
        subprocess.run(["git", "init", "--quiet", "--bare", str(folder)], check=True)

    def push(self) -> Push:
        """Commit the site and pack what changed since the commit before."""
        self._git("add", "--all")
        self._git("commit", "--quiet", "--message", "Đăng")
        news = "HEAD~1..HEAD" if self._pushed else "HEAD"
        changed = self._git("log", "--max-count=1", "--name-only", "--format=", "HEAD")
        bundle = self._folder / "goi"
        self._git("bundle", "create", "--quiet", str(bundle), news)
        self._pushed = True
        return Push(files=len(changed.splitlines()), size=bundle.stat().st_size)

    def _git(self, *arguments: str) -> str:
        places = (f"--git-dir={self._folder}", f"--work-tree={self._site}")
        who = ("-c", "user.name=bench", "-c", "user.email=bench@example.invalid")
        run = subprocess.run(
            ["git", *places, *who, "-c", "gc.auto=0", *arguments],
            check=True,
            capture_output=True,
            encoding="utf-8",
        )
        return run.stdout
