"""Zensical builds the same site from the export as MkDocs."""

import gzip
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.conftest import export_and_build
from tests.project import REPO_URL, Project, contents
from tests.published.site import BuiltSite
from tests.succession import events_of, export
from tests.synthetic import write_years

pytestmark = pytest.mark.build

URL = "https://example.invalid/"
HOSTILE = "\"'><script>alert(1)</script><img src=x>{{ config }} {% raw %} &amp; *a* _b_ `c` \\x"
ITS_OWN = {"search.json"}
"""A file that Zensical always writes."""


@pytest.fixture(scope="module")
def years(tmp_path_factory: pytest.TempPathFactory) -> tuple[BuiltSite, BuiltSite]:
    """Write a year of many items, with names that are code wherever they are not escaped."""
    folder = tmp_path_factory.mktemp("years")
    project = Project.copy_to(folder / "lich")
    write_years(project.folder / "agendas", 2022, 1)
    quoted = "'" + HOSTILE.replace("'", "''") + "'"
    project.replace("agendas/danh-ba.yml", "ten: Võ Quốc Dũng", f"ten: {quoted}")
    project.replace("agendas/danh-ba.yml", "ten: Văn phòng", f"ten: {quoted}")
    project.replace("mkdocs.yml", "site_name: Lịch", f"site_name: {quoted} #")
    run = project.build(SITE_URL=URL, REPO_URL=REPO_URL)
    assert run.code == 0, run.output
    built = BuiltSite(folder=project.site, url=URL)
    return built, export_and_build(project, folder / "xuat", URL)


@pytest.fixture(params=["every shape", "years"])
def pair(request: pytest.FixtureRequest) -> tuple[BuiltSite, BuiltSite]:
    """Return the site of MkDocs and that of Zensical."""
    if request.param == "years":
        both: tuple[BuiltSite, BuiltSite] = request.getfixturevalue("years")
        return both
    return (
        request.getfixturevalue("site_of_every_shape"),
        request.getfixturevalue("zensical_site_of_every_shape"),
    )


def test_every_url_stays(pair: tuple[BuiltSite, BuiltSite]) -> None:
    built, zensical_site = pair
    assert zensical_site.files - ITS_OWN == built.files


def test_every_page_says_the_same_in_the_same_elements(pair: tuple[BuiltSite, BuiltSite]) -> None:
    built, zensical_site = pair
    assert {file: events_of(zensical_site, file) for file in zensical_site.pages} == {
        file: events_of(built, file) for file in built.pages
    }


def test_every_other_file_is_the_same_to_the_byte(pair: tuple[BuiltSite, BuiltSite]) -> None:
    built, zensical_site = pair
    made_anew = {"sitemap.xml", "sitemap.xml.gz", *built.pages}
    assert {
        file for file in built.files if not same(built, zensical_site, file)
    } - made_anew == set()


def test_the_sitemap_tells_the_same_of_every_page(pair: tuple[BuiltSite, BuiltSite]) -> None:
    built, zensical_site = pair
    assert dates(zensical_site) == dates(built)
    assert gzip.decompress((zensical_site.folder / "sitemap.xml.gz").read_bytes()).decode() == (
        zensical_site.read("sitemap.xml")
    )


def test_without_a_public_url_or_a_month_the_site_is_whole_too(tmp_path: Path) -> None:
    project = Project.copy_to(tmp_path / "lich", agendas=None)
    assert project.build(REPO_URL=REPO_URL).code == 0
    built = BuiltSite(folder=project.site, url=URL)
    zensical_site = BuiltSite(
        folder=export_and_build(project, tmp_path / "xuat", "").folder, url=URL
    )
    assert zensical_site.files - ITS_OWN == built.files
    assert [
        file for file in built.pages if events_of(zensical_site, file) != events_of(built, file)
    ] == []


def test_an_export_depends_on_its_sources_alone(tmp_path: Path) -> None:
    exported = []
    for name, variables in (
        ("here", {"PYTHONHASHSEED": "1", "TZ": "UTC"}),
        ("else where", {"PYTHONHASHSEED": "2", "TZ": "Asia/Ho_Chi_Minh", "LC_ALL": "C"}),
    ):
        project = Project.copy_to(tmp_path / name / "lich")
        run = export(project, tmp_path / name / "xuat", SITE_URL=URL, **variables)
        assert run.code == 0, run.output
        exported.append(contents(tmp_path / name / "xuat"))
    assert exported[0] == exported[1]
    assert "docs/2021/05/index.md" in exported[0]


def test_of_the_theme_it_suffices_to_keep_the_stylesheet(tmp_path: Path) -> None:
    project = Project.copy_to(tmp_path / "lich")
    kept = "assets/stylesheets/main.0.min.css"
    project.write(f"overrides/{kept}", "body{color:teal}")
    assert export(project, tmp_path / "xuat").code == 0
    exported = contents(tmp_path / "xuat")
    assert exported["docs/assets/agenda/site.css"].startswith(b"body{color:teal}")
    assert [name for name in exported if "stylesheets/main." in name] == []


def same(built: BuiltSite, zensical_site: BuiltSite, file: str) -> bool:
    return (built.folder / file).read_bytes() == (zensical_site.folder / file).read_bytes()


def dates(site: BuiltSite) -> dict[str | None, str | None]:
    sitemap = ElementTree.fromstring(site.read("sitemap.xml"))
    return {url.findtext("{*}loc"): url.findtext("{*}lastmod") for url in sitemap}
