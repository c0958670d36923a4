"""Everything that the site refers to exists, and nothing loads from elsewhere."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from html import unescape
from xml.etree import ElementTree

import pytest

from tests.published.document import Reference, css_references
from tests.published.site import NOT_FOUND, BuiltSite

TEXT = (".css", ".csv", ".html", ".ics", ".js", ".json", ".txt", ".webmanifest", ".xml")


def test_every_reference_of_a_page_or_style_sheet_resolves(site: BuiltSite) -> None:
    report(
        f"{file}:{reference.line}: <{reference.element}> {reference.value!r} {fault}"
        for file, reference in references(site)
        if (fault := site.broken(reference.value, file))
    )


def test_every_mention_of_an_own_address_in_any_file_resolves(site: BuiltSite) -> None:
    mention = re.compile(re.escape(site.url) + r"""[^\s"'<>\\,;)\]}]*""")
    report(
        f"{file}: {address} {fault}"
        for file in sorted(site.files)
        if file.endswith(TEXT)
        for address in sorted(set(mention.findall(plain_text(site, file))))
        if (fault := site.broken(address, file))
    )


def test_nothing_loads_from_another_host(site: BuiltSite) -> None:
    report(
        f"{file}:{reference.line}: <{reference.element}> loads {reference.value!r}"
        for file, reference in references(site)
        if reference.loads and not reference.value.startswith(("data:", "#"))
        if not site.owns(site.absolute(reference.value, file))
    )


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


def references(site: BuiltSite) -> Iterator[tuple[str, Reference]]:
    for file, page in site.pages.items():
        for reference in page.references:
            yield file, reference
    for file in sorted(site.files):
        if file.endswith(".css"):
            for reference in css_references(site.read(file)):
                yield file, reference


def plain_text(site: BuiltSite, file: str) -> str:
    """The text of a file without what its format does to an address."""
    text = site.read(file)
    if file.endswith((".html", ".xml")):
        return unescape(text)
    if file.endswith(".ics"):
        return re.sub(r"\r?\n[ \t]", "", text)  # RFC 5545, 3.1: long lines are folded
    return text


def report(faults: Iterable[str]) -> None:
    """Fail if there is a fault; name the first of them, one a line."""
    found = list(faults)
    if found:
        pytest.fail(f"{len(found)} faults:\n" + "\n".join(found[:50]), pytrace=False)
