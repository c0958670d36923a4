"""The site that Zensical built behaves in a browser like the site that MkDocs built."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import visits
from tests.browser.pages import OTHER_PAGES
from tests.browser.search_page import Results, ask
from tests.browser.server import served
from tests.published.site import BuiltSite

QUERIES = ("le chao co", "Họp", '"phòng chống dịch"', "hop huy", "UBND", "xyzzy họp", "5/2021")


@pytest.fixture(scope="module")
def zensical_site(zensical_site_of_every_shape: BuiltSite) -> Iterator[str]:
    with served(zensical_site_of_every_shape) as url:
        yield url


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(locale="vi-VN", reduced_motion="reduce")
    context.set_default_timeout(5_000)
    yield context.new_page()
    context.close()


def test_a_search_finds_the_same(page: Page, other_home: str, zensical_site: str) -> None:
    answers: dict[str, Results] = {query: ask(page, zensical_site, query) for query in QUERIES}
    assert answers == {query: ask(page, other_home, query) for query in QUERIES}
    assert {query for query, found in answers.items() if not found.total} == set()


def test_every_page_works_without_an_error(chromium: Browser, zensical_site: str) -> None:
    with visits(chromium, zensical_site) as open_page:
        for path in ("", "tim-kiem/", "huong-dan/dang-lich/", "khong/co/", *OTHER_PAGES.values()):
            visit = open_page(path)
            assert visit.page.locator("main h1").count() == 1, path
            assert visit.faults == [], path
