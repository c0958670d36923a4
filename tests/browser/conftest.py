"""Fixtures: Chromium, the served site, and a visitor who records faults."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeAlias

import pytest
from playwright.sync_api import Browser, Page

from agenda.source.folder import load_agenda
from tests.browser.plain_search import PlainSearch
from tests.browser.records import Record
from tests.browser.server import served
from tests.browser.visit import Visit
from tests.browser.years import build_years
from tests.project import MAY_2021
from tests.published.site import BuiltSite
from tests.shared_sites import SharedSites

OpenPage: TypeAlias = Callable[..., Visit]


@pytest.fixture(scope="session")
def home(site_at_subpath: BuiltSite) -> Iterator[str]:
    """URL of the served site, which lies below a path like the public one."""
    with served(site_at_subpath) as url:
        yield url


@pytest.fixture(scope="session")
def other_home(site_of_every_shape: BuiltSite) -> Iterator[str]:
    with served(site_of_every_shape) as url:
        yield url


@pytest.fixture(scope="session")
def empty_home(site_without_a_month: BuiltSite) -> Iterator[str]:
    with served(site_without_a_month) as url:
        yield url


@pytest.fixture
def visit(chromium: Browser, home: str) -> Iterator[OpenPage]:
    """Open a page of the site: `visit("2021/05/", scheme="dark", width=320)`."""
    with visits(chromium, home) as open_page:
        yield open_page


@pytest.fixture
def visit_other(chromium: Browser, other_home: str) -> Iterator[OpenPage]:
    """Open a page of the site that has every shape an agenda can have."""
    with visits(chromium, other_home) as open_page:
        yield open_page


@pytest.fixture
def visit_empty(chromium: Browser, empty_home: str) -> Iterator[OpenPage]:
    """Open a page of the site before its first month."""
    with visits(chromium, empty_home) as open_page:
        yield open_page


@contextmanager
def visits(browser: Browser, home: str) -> Iterator[OpenPage]:
    opened: list[Visit] = []

    def open_page(path: str, **options: Any) -> Visit:
        opened.append(Visit(browser, home, path, **options))
        return opened[-1]

    yield open_page
    for each in opened:
        each.end()


@pytest.fixture(scope="session")
def site_of_years(shared_sites: SharedSites) -> BuiltSite:
    """Build twenty generated years and a month that is hard to search."""
    url = "https://example.invalid/lich/"
    folder = shared_sites.folder("twenty-years", lambda folder: build_years(folder, url))
    return BuiltSite(folder=folder / "site", url=url)


@pytest.fixture(scope="session")
def home_of_years(site_of_years: BuiltSite) -> Iterator[str]:
    with served(site_of_years) as url:
        yield url


@pytest.fixture(scope="session")
def years(site_of_years: BuiltSite, home_of_years: str) -> Record:
    agenda = load_agenda(site_of_years.folder.parent / "agendas").agenda
    return Record(home=home_of_years, plain=PlainSearch(agenda))


@pytest.fixture(scope="session")
def seed(home: str) -> Record:
    return Record(home=home, plain=PlainSearch(load_agenda(MAY_2021).agenda))


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(locale="vi-VN", reduced_motion="reduce")
    context.set_default_timeout(5_000)
    yield context.new_page()
    context.close()
