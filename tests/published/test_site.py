"""The link tests find broken links and nothing else."""

from pathlib import Path

import pytest

from tests.published.document import Document
from tests.published.site import BuiltSite

PAGE = """<!doctype html>
<link rel="canonical" href="https://example.invalid/lich/2021/05/">
<link rel="stylesheet" href="https://elsewhere.invalid/a.css">
<style>@import "b.css"; p { background: url(c.png) }</style>
<p id="ngay-01" style="background: url('d.png')"><a href="../">2021</a></p>
<img src="e.png" srcset="f.png 1x, g.png 2x"><svg><use xlink:href="#h"/></svg>
"""


@pytest.fixture
def site(tmp_path: Path) -> BuiltSite:
    for file in ("index.html", "404.html", "2021/05/index.html", "du-lieu/2021-05.json"):
        path = tmp_path / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PAGE, encoding="utf-8")
    return BuiltSite(folder=tmp_path, url="https://example.invalid/lich/")


@pytest.mark.parametrize(
    ("value", "fault"),
    [
        ("#ngay-01", None),
        ("#ngay-02", "has no anchor in 2021/05/index.html"),
        ("", None),
        ("?q=ky+lac", None),
        (".", None),
        ("../../", None),
        ("../../#ngay-01", None),
        ("../../#ngay-02", "has no anchor in index.html"),
        ("../", "does not exist"),
        ("../05", "lacks its final slash"),
        ("/lich/du-lieu/2021-05.json", None),
        ("/du-lieu/2021-05.json", "leaves /lich/"),
        ("../../../", "leaves /lich/"),
        ("https://example.invalid/lich/2021/05/#ngay-01", None),
        ("https://example.invalid/lich/2021/06/", "does not exist"),
        ("https://elsewhere.invalid/2021/06/", None),
        ("mailto:tttk@example.invalid", None),
        ("javascript:void(0)", "is a script"),
    ],
)
def test_a_reference_is_broken_if_it_leads_nowhere(
    site: BuiltSite, value: str, fault: str | None
) -> None:
    assert site.broken(value, "2021/05/index.html") == fault


def test_relative_references_of_the_page_for_what_is_missing_are_broken(site: BuiltSite) -> None:
    assert site.broken("2021/05/", "404.html") == "does not exist"
    assert site.broken("/lich/2021/05/", "404.html") is None


def test_a_document_knows_its_ids_and_all_it_refers_to() -> None:
    page = Document(PAGE)
    assert page.ids == ["ngay-01"]
    assert page.canonical == "https://example.invalid/lich/2021/05/"
    assert [(each.line, each.value, each.loads) for each in page.references] == [
        (2, "https://example.invalid/lich/2021/05/", False),
        (3, "https://elsewhere.invalid/a.css", True),
        (4, "b.css", True),
        (4, "c.png", True),
        (5, "d.png", True),
        (5, "../", False),
        (6, "e.png", True),
        (6, "f.png", True),
        (6, "g.png", True),
        (6, "#h", True),
    ]
