"""Everything that the site refers to exists, and nothing loads from elsewhere."""

from collections import Counter
from collections.abc import Iterable
from xml.etree import ElementTree

import pytest

from tests.published.links import broken_mentions, broken_references, foreign_loads
from tests.published.site import NOT_FOUND, BuiltSite


def test_every_reference_of_a_page_or_style_sheet_resolves(site: BuiltSite) -> None:
    report(broken_references(site))


def test_every_mention_of_an_own_address_in_any_file_resolves(site: BuiltSite) -> None:
    report(broken_mentions(site))


def test_nothing_loads_from_another_host(site: BuiltSite) -> None:
    report(foreign_loads(site))


def test_every_page_declares_a_content_security_policy(site: BuiltSite) -> None:
    report(file for file, page in site.pages.items() if not page.policy)


def test_an_id_stands_once_in_its_page(site: BuiltSite) -> None:
    report(
        f"{file}: id {name!r} stands {count} times"
        for file, page in site.pages.items()
        for name, count in Counter(page.ids).items()
        if count > 1
    )


def test_a_page_for_search_engines_names_its_own_address_as_canonical(site: BuiltSite) -> None:
    report(
        f"{file}: canonical is {page.canonical}"
        for file, page in site.pages.items()
        if page.is_indexable and file != NOT_FOUND and page.canonical != site.address(file)
    )


def test_the_sitemap_lists_exactly_the_pages_for_search_engines(site: BuiltSite) -> None:
    sitemap = ElementTree.fromstring(site.read("sitemap.xml"))
    listed = sorted(location.text or "" for location in sitemap.iterfind("{*}url/{*}loc"))
    assert listed == sorted(
        site.address(file)
        for file, page in site.pages.items()
        if page.is_indexable and file != NOT_FOUND
    )


def report(faults: Iterable[str]) -> None:
    """Fail if there is a fault; name the first of them, one a line."""
    found = list(faults)
    if found:
        pytest.fail(f"{len(found)} faults:\n" + "\n".join(found[:50]), pytrace=False)
