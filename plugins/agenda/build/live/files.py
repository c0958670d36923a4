"""Compare the files of a published branch with its ledger."""

import re
from collections.abc import Collection

from agenda.build.assets.frame import STYLESHEET
from agenda.history.ledger import Kind, Ledger
from agenda.site.urls import LEDGER, SEARCH, SEARCH_INDEX, SEARCH_VOCABULARY

_PAGE_FILE = "index.html"
_MADE_FILES = {
    ".nojekyll",
    "404.html",
    "manifest.webmanifest",
    "sitemap.xml",
    "sitemap.xml.gz",
    STYLESHEET,
    SEARCH_INDEX,
    SEARCH_VOCABULARY,
    LEDGER,
}
"""The files of every build that the ledger does not list."""

_SEARCH_FILE = re.compile(rf"{SEARCH}(?:(?:tu|viec)/\d+|loc/[a-z-]+|bo-loc)\.json")
"""The files of the search of which another build makes others, and `bo-loc`, a former one."""


def page_file(url: str) -> str:
    """Return the file that is served at a page's URL."""
    return f"{url}{_PAGE_FILE}"


def unlisted_pages(ledger: Ledger, files: Collection[str]) -> list[str]:
    """Return the URLs of published pages that the ledger does not have, sorted."""
    urls = {
        name.removesuffix(_PAGE_FILE)
        for name in files
        if name == _PAGE_FILE or name.endswith(f"/{_PAGE_FILE}")
    }
    return sorted(urls - ledger.keys())


def vanished_files(ledger: Ledger, files: Collection[str]) -> list[str]:
    """Return the URLs that the ledger has and no published file answers, sorted."""
    return sorted(
        url
        for url, entry in ledger.items()
        if "#" not in url and (url if entry.kind is Kind.FILE else page_file(url)) not in files
    )


def foreign_files(ledger: Ledger, files: Collection[str], theme: Collection[str]) -> list[str]:
    """Return the published files that no build has made, sorted: `CNAME` is one.

    `theme` are the files of the templates that the live site was built from. What the ledger has
    is judged by its URLs.
    """
    listed = {url if entry.kind is Kind.FILE else page_file(url) for url, entry in ledger.items()}
    made = listed.union(theme, _MADE_FILES)
    return sorted(name for name in set(files) - made if not _SEARCH_FILE.fullmatch(name))
