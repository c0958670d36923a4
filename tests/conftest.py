"""Sites built once a session, each from a copy of the project."""

import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser

from tests.browser.launch import launch_chromium
from tests.machine import IN_CI
from tests.project import MAY_2021, REPO_URL, Project
from tests.published.site import BuiltSite
from tests.second_month import write_second_month
from tests.shared_sites import SharedSites
from tests.succession import build_with_zensical, export
from tests.synthetic import write_years

EVERY_SHAPE = Path(__file__).with_name("every_shape")
SUBPATH = "https://example.invalid/lich/"
ROOT = "https://example.invalid/"

TABLE_OF_FIGURES = """\
# Bảng số

| Đơn vị | Loại | Số việc | Số ngày | Sáng | Chiều | Tối | Cả ngày | Hoãn | Hủy |
| --- | :---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
| Phòng Thông tin - Thống kê | A | 10.653 | 2.592 | 6.112 | 4.020 | 101 | 420 | 17 | 9 |
"""
"""A page as somebody could add it to `docs/`: wider than a phone, in every alignment."""

# Tests that several modules share. Without this their failures would not say what differs.
pytest.register_assert_rewrite("tests.exports.agreement", "tests.published.invariants")

# A slow machine is no fault of the code: no deadline.
settings.register_profile("local", deadline=None, max_examples=20)
settings.register_profile("ci", deadline=None, max_examples=60)
settings.load_profile("ci" if IN_CI else "local")

MARKED_FOLDERS = {
    "benchmarks": "build",
    "browser": "browser",
    "ci": "build",
    "generators": "build",
    "live": "build",
    "published": "build",
}


def pytest_xdist_auto_num_workers() -> int:
    """Return one worker more than there are processors: tests often wait for other programs."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that `make test-fast` leaves out, and begin with files of long tests.

    A folder or a fixture tells which tests to leave out.
    """
    for item in items:
        folder = item.path.relative_to(Path(__file__).parent).parts[0]
        if mark := MARKED_FOLDERS.get(folder):
            item.add_marker(mark)
        fixtures = getattr(item, "fixturenames", ())
        if any(name.startswith(("site_", "zensical_site_")) for name in fixtures):
            item.add_marker("build")
        if "official_pdf" in fixtures:
            item.add_marker("office")
    # Files run in parallel: one that takes minutes must not begin last.
    long = {item.path for item in items if item.get_closest_marker("long")}
    items.sort(key=lambda item: item.path not in long)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say once for each reason how many tests were skipped, instead of once for each test."""
    reports = terminalreporter.getreports("skipped")
    reasons = Counter(str(report.longrepr[2]).removeprefix("Skipped: ") for report in reports)
    for reason, count in reasons.most_common():
        terminalreporter.write_line(f"skipped {count}: {reason}")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Start one browser for all tests: Playwright allows only one in a process."""
    with launch_chromium() as browser:
        yield browser


@pytest.fixture(scope="session")
def shared_sites(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> SharedSites:
    return SharedSites(tmp_path_factory, worker_id)


@pytest.fixture(scope="session")
def site_at_subpath(shared_sites: SharedSites) -> BuiltSite:
    """Build the site below a path of its host, as on GitHub Pages."""
    return build_shared(shared_sites, "subpath", SUBPATH)


@pytest.fixture(scope="session")
def site_at_root(shared_sites: SharedSites) -> BuiltSite:
    """Build the site at the root of its own domain."""
    return build_shared(shared_sites, "root", ROOT)


@pytest.fixture(scope="session")
def site_of_every_shape(shared_sites: SharedSites) -> BuiltSite:
    """Build the site with another month, which has every shape that May 2021 lacks."""
    return build_shared(shared_sites, "every", SUBPATH, add_every_shape, strictness="--no-strict")


@pytest.fixture(scope="session")
def zensical_site_of_every_shape(
    site_of_every_shape: BuiltSite, shared_sites: SharedSites
) -> BuiltSite:
    """Build the same project with Zensical, exported without MkDocs."""
    project, url = Project(site_of_every_shape.folder.parent), site_of_every_shape.url
    folder = shared_sites.folder("zensical", lambda folder: export_and_build(project, folder, url))
    return BuiltSite(folder=folder / "site", url=url)


@pytest.fixture(scope="session")
def site_of_two_months(shared_sites: SharedSites) -> BuiltSite:
    """May 2021 and a second month, with what a clerk does to them after publication."""
    return build_shared(
        shared_sites,
        "second",
        SUBPATH,
        lambda project: write_second_month(project.folder / "agendas"),
    )


@pytest.fixture(scope="session")
def site_of_two_years(shared_sites: SharedSites) -> BuiltSite:
    """Two generated years."""
    return build_shared(
        shared_sites,
        "years",
        SUBPATH,
        lambda project: write_years(project.folder / "agendas", 2024, 2),
        agendas=None,
    )


@pytest.fixture(scope="session")
def site_without_a_month(shared_sites: SharedSites) -> BuiltSite:
    """Build the site before its first month, with an empty directory."""
    return build_shared(shared_sites, "empty", SUBPATH, agendas=None)


def add_every_shape(project: Project) -> None:
    """Add a month with every shape that May 2021 lacks, a wide table and a former URL."""
    for file in EVERY_SHAPE.iterdir():
        shutil.copy(file, project.folder / "agendas")
    project.write("docs/bang-so.md", TABLE_OF_FIGURES)
    project.replace(
        "agendas/danh-ba.yml", "  - ma: hoan\n", "  - ma: hoan\n    ten_cu: [hoan-cu]\n"
    )


def build_shared(
    shared_sites: SharedSites,
    name: str,
    url: str,
    prepare: Callable[[Project], object] | None = None,
    *,
    agendas: Path | None = MAY_2021,
    strictness: str = "--strict",
) -> BuiltSite:
    """Return the site of a copy of the project, built once for all workers."""

    def build(folder: Path) -> None:
        project = Project.copy_to(folder, agendas)
        if prepare:
            prepare(project)
        build_site(project, url, strictness)

    return BuiltSite(folder=Project(shared_sites.folder(name, build)).site, url=url)


def export_and_build(project: Project, folder: Path, url: str) -> BuiltSite:
    """Export a project for `url` into `folder` and build it there with Zensical."""
    for run in (
        export(project, folder, SITE_URL=url, REPO_URL=REPO_URL),
        build_with_zensical(folder),
    ):
        if run.code:
            pytest.fail(run.output, pytrace=False)
    return BuiltSite(folder=folder / "site", url=url)


def build_site(project: Project, url: str, strictness: str = "--strict") -> BuiltSite:
    """Build a project for `url`, or fail with MkDocs's output."""
    run = project.build(strictness, SITE_URL=url, REPO_URL=REPO_URL)
    if run.code:
        pytest.fail(f"mkdocs build {strictness} failed:\n{run.output}", pytrace=False)
    return BuiltSite(folder=project.site, url=url)
