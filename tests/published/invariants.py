"""Every published site has complete links, sitemap and ledger."""

import json
import re
from collections import Counter
from collections.abc import Iterable
from xml.etree import ElementTree

import pytest

from tests.published.head import graphs, metas
from tests.published.links import broken_mentions, broken_references, foreign_loads
from tests.published.site import NOT_FOUND, BuiltSite

MONTH = re.compile(r"\d{4}/\d{2}/index\.html")
LASTING = re.compile(r"\.(?:csv|html|ics)$|^(?:.*/)?feed\.xml$|^du-lieu/.*\.json$")
"""Files with a permanent URL. Scripts, styles and parts of the search index have none."""


class SiteInvariants:
    """Tests for the site of any valid archive. A subclass provides the fixture `site`."""

    def test_every_reference_of_a_page_or_style_sheet_resolves(self, site: BuiltSite) -> None:
        report(broken_references(site))

    def test_every_mention_of_an_own_url_in_any_file_resolves(self, site: BuiltSite) -> None:
        report(broken_mentions(site))

    def test_nothing_loads_from_another_host(self, site: BuiltSite) -> None:
        report(foreign_loads(site))

    def test_every_page_declares_a_content_security_policy(self, site: BuiltSite) -> None:
        report(file for file, page in site.pages.items() if not page.policy)

    def test_an_id_stands_once_in_its_page(self, site: BuiltSite) -> None:
        report(
            f"{file}: id {name!r} stands {count} times"
            for file, page in site.pages.items()
            for name, count in Counter(page.ids).items()
            if count > 1
        )

    def test_a_page_for_search_engines_names_its_own_url_as_canonical(
        self, site: BuiltSite
    ) -> None:
        report(
            f"{file}: canonical is {page.canonical}"
            for file, page in site.pages.items()
            if page.is_indexable and file != NOT_FOUND and page.canonical != site.url_of(file)
        )

    def test_the_sitemap_lists_exactly_the_pages_for_search_engines(self, site: BuiltSite) -> None:
        sitemap = ElementTree.fromstring(site.read("sitemap.xml"))
        listed = sorted(location.text or "" for location in sitemap.iterfind("{*}url/{*}loc"))
        assert listed == sorted(
            site.url_of(file)
            for file, page in site.pages.items()
            if page.is_indexable and file != NOT_FOUND
        )

    def test_every_page_shared_has_a_title_and_a_description(self, site: BuiltSite) -> None:
        for file, page in site.pages.items():
            if page.is_indexable:
                shown = metas(site, file)
                assert shown["og:title"], file
                assert shown["og:description"], file

    def test_the_page_of_a_month_alone_tells_search_engines_of_its_events(
        self, site: BuiltSite
    ) -> None:
        months = {
            file for file, page in site.pages.items() if page.is_indexable and MONTH.fullmatch(file)
        }
        assert {file for file in site.pages if graphs(site, file)} == months

    def test_every_url_in_the_ledger_is_published(self, site: BuiltSite) -> None:
        report(url for url, kind in ledger(site).items() if not is_published(site, url, kind))

    def test_the_ledger_lists_every_page_and_every_file_for_programs(self, site: BuiltSite) -> None:
        listed = ledger(site)
        lasting = (file for file in site.files if LASTING.search(file) and file != NOT_FOUND)
        report(file for file in lasting if url_of(file) not in listed)

    def test_the_ledger_lists_every_day_and_every_item_of_a_month(self, site: BuiltSite) -> None:
        listed = ledger(site)
        report(
            f"{url_of(file)}#{name}"
            for file, page in site.pages.items()
            if MONTH.fullmatch(file)
            for name in page.ids
            if name.startswith(("ngay-", "cv-")) and f"{url_of(file)}#{name}" not in listed
        )


def ledger(site: BuiltSite) -> dict[str, str]:
    """Read the kind of every URL in the ledger."""
    rows = json.loads(site.read("ho-so.json"))["dia_chi"]
    return {url: row["loai"] for url, row in rows.items()}


def is_published(site: BuiltSite, url: str, kind: str) -> bool:
    """Return True if the page, anchor or file of a URL in the ledger exists."""
    name, anchor = url.removeprefix("/"), ""
    if kind == "neo":
        name, _, anchor = name.rpartition("#")
    file = f"{name}index.html" if not name or name.endswith("/") else name
    return file in site.files and (not anchor or anchor in site.pages[file].ids)


def url_of(file: str) -> str:
    """Return the URL of a file as the ledger writes it."""
    return f"/{file.removesuffix('index.html')}"


def report(faults: Iterable[str]) -> None:
    """Fail if there is a fault; name the first of them, one a line."""
    found = list(faults)
    if found:
        pytest.fail(f"{len(found)} faults:\n" + "\n".join(found[:50]), pytrace=False)
