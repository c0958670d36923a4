"""The frame around pages has the policy, titles, edit links and dates."""

import gzip
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import quote, urljoin
from xml.etree import ElementTree

import pytest

from tests.project import REPO_URL, Project, contents
from tests.published.site import BuiltSite

MAY = "agendas/2021-05.yml"
DIRECTORY = "agendas/danh-ba.yml"
URL = "https://example.invalid/lich/"
SCRIPT = "<script>alert(1)</script>"
HOSTILE = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>{{ config }} &amp;"


class Frame(HTMLParser):
    """The policy of a page and its scripts, each with True if it is inside the page's content."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.scripts: list[tuple[dict[str, str | None], bool, str]] = []
        self.policy: dict[str, list[str]] = {}
        self.elements: list[str] = []
        self.title = ""
        self.description = ""
        self.edit: str | None = None
        self.stylesheets: list[str] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        self.elements.append(f"<{tag} {' '.join(sorted(attributes))}>")
        if tag == "meta" and attributes.get("http-equiv") == "Content-Security-Policy":
            for directive in (attributes["content"] or "").split(";"):
                name, *sources = directive.split()
                self.policy[name] = sources
        elif tag == "meta" and attributes.get("name") == "description":
            self.description = attributes["content"] or ""
        elif tag == "a" and "source-link" in self._open and self.edit is None:
            self.edit = attributes["href"]
        elif tag == "link" and attributes.get("rel") == "stylesheet":
            self.stylesheets.append(attributes["href"] or "")
        elif tag == "script":
            self.scripts.append((attributes, "article" in self._open, ""))
        if tag in ("article", "script", "title"):
            self._open.append(tag)
        elif tag == "p":
            self._open.append(attributes.get("class") or tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == "p":
            self._open.pop()
        elif tag in self._open:
            self._open.remove(tag)

    def handle_data(self, data: str) -> None:
        if "script" in self._open:
            attributes, ours, text = self.scripts[-1]
            self.scripts[-1] = (attributes, ours, text + data)
        elif "title" in self._open:
            self.title += data


@pytest.fixture
def built(project: Project) -> Project:
    run = project.build("--strict", SITE_URL=URL, REPO_URL=REPO_URL)
    assert run.code == 0, run.output
    return project


def test_every_page_runs_the_scripts_of_this_site_and_none_among_its_words(built: Project) -> None:
    for name, frame in frames(built):
        assert frame.policy["script-src"] == ["'self'"], name
        assert [text for attributes, _, text in frame.scripts if runs_inline(attributes)] == [], (
            name
        )


def test_every_page_loads_from_this_site_alone(built: Project) -> None:
    for name, frame in frames(built):
        sources = {source for sources in frame.policy.values() for source in sources}
        assert sources <= {"'none'", "'self'", "data:"}, name
        assert frame.policy["default-src"] == ["'none'"], name


def test_a_script_among_the_words_of_a_page_is_not_allowed(project: Project) -> None:
    project.write("docs/gioi-thieu.md", f"# Giới thiệu\n\n{SCRIPT}\n")
    assert project.build().code == 0
    frame = Frame(project.read("site/gioi-thieu/index.html"))
    assert [text for _, ours, text in frame.scripts if ours] == ["alert(1)"]
    assert frame.policy["script-src"] == ["'self'"]


def test_columns_are_aligned_without_inline_styles(site_of_every_shape: BuiltSite) -> None:
    assert '<td class="right">10.653</td>' in site_of_every_shape.read("bang-so/index.html")
    files = contents(site_of_every_shape.folder)
    assert [name for name, content in files.items() if b" style=" in content] == []


def test_of_the_theme_nothing_is_published_but_what_pages_need_of_its_stylesheet(
    built: Project,
) -> None:
    names = [name for name in contents(built.site) if name.startswith("assets/")]
    assert [name for name in names if not name.startswith("assets/agenda/")] == []
    styles = built.read("site/assets/agenda/site.css")
    assert ".md-typeset .headerlink" in styles
    assert ".md-search" not in styles
    for name, frame in frames(built):
        shown, *printed = (href.partition("?")[0].rpartition("/")[2] for href in frame.stylesheets)
        assert (shown, printed) == (
            ("embedded.css", []) if is_embedded(name) else ("site.css", ["print.css"])
        )


def test_scripts_and_styles_are_linked_with_the_digest_of_all(project: Project) -> None:
    def versions() -> list[set[str]]:
        assert project.build().code == 0
        page, frame = (
            re.findall(r'(?:css|js)(?:\?v=([0-9a-f]+))?"', project.read(f"site/{name}/index.html"))
            for name in ("2021/05", "nhung/hom-nay")
        )
        scripts = project.read("site/assets/agenda/agenda.js")
        imported = re.findall(r'import\("[^"?]*(?:\?v=([0-9a-f]+))?"\)', scripts)
        assert (len(page), len(frame)) == (4, 2)
        assert len(imported) > 4
        return [{*page, *imported}, {*frame}]

    before = versions()
    project.replace("overrides/assets/agenda/print.css", "margin: 20mm", "margin: 21mm")
    project.replace("overrides/assets/agenda/embedded.css", "margin: 0;", "margin: 1px;")
    after = versions()
    assert [len(each) for each in (*before, *after)] == [1] * 4
    assert all(one.isdisjoint(other) for one, other in zip(before, after, strict=True))


def test_what_a_guide_names_of_the_theme_has_its_style(project: Project) -> None:
    assert project.build().code == 0
    assert ".md-typeset .md-button" not in project.read("site/assets/agenda/site.css")
    project.write("docs/gioi-thieu.md", "# Giới thiệu\n\n[Xem](index.md){.md-button}\n")
    assert project.build().code == 0
    assert ".md-typeset .md-button" in project.read("site/assets/agenda/site.css")


def test_a_script_that_cannot_be_joined_stops_the_build_and_is_named(project: Project) -> None:
    project.write("overrides/assets/agenda/today.js", "export default 1;\n")
    run = project.build()
    assert run.code == 1
    assert "assets/agenda/today.js: export default 1;" in run.output
    assert "Traceback" not in run.output


def test_a_guide_lists_its_sections_and_a_short_page_does_not(built: Project) -> None:
    listed = {
        name: re.findall(r'<a href="#([^"]*)"', html.partition("</nav>")[0])
        for name, content in contents(built.site).items()
        if name.endswith(".html")
        if (html := content.decode().partition('<nav class="contents"')[2])
    }
    headings = re.findall(r'<h2 id="([^"]*)"', built.read("site/huong-dan/dang-lich/index.html"))
    assert listed["huong-dan/dang-lich/index.html"] == headings
    assert "2021/05/index.html" not in listed


@pytest.mark.parametrize(
    ("page", "beside"),
    [
        ("huong-dan", {"prev": "../lich/", "next": "../gioi-thieu/"}),
        ("gioi-thieu", {"prev": "../huong-dan/"}),
        ("huong-dan/tra-cuu", {}),
    ],
)
def test_a_guide_of_the_menu_leads_to_the_pages_beside_it(
    page: str, beside: dict[str, str], built: Project
) -> None:
    html = built.read(f"site/{page}/index.html")
    assert dict(re.findall(r'<link rel="(prev|next)" href="([^"]*)"', html)) == beside


def test_no_element_around_a_page_comes_from_the_data(built: Project) -> None:
    harmless = elements(built)
    built.replace(DIRECTORY, "ten: Hoàn", f"ten: {quoted(HOSTILE)}")
    built.replace(DIRECTORY, "ten: Phòng QLKH", f"ten: {quoted(HOSTILE)}")
    built.replace(DIRECTORY, "BGH: Ban giám hiệu", f"BGH: {quoted(HOSTILE)}")
    built.replace("mkdocs.yml", "agency: Sở", f"agency: {quoted(HOSTILE)} #")
    run = built.build(SITE_URL=URL, REPO_URL=REPO_URL)
    assert run.code == 0, run.output
    hostile = elements(built)
    # Whom no text names any more has a list of items no more: there can only be fewer elements.
    assert {"lanh-dao/hoan/index.html", "co-quan/phong-qlkh/index.html"} <= hostile.keys()
    new = {name: set(found) - set(harmless[name]) for name, found in hostile.items()}
    assert {name: found for name, found in new.items() if found} == {}


def test_a_title_and_a_description_are_text_whatever_a_name_holds(project: Project) -> None:
    project.replace(DIRECTORY, "ten: Hoàn", f"ten: {quoted(HOSTILE)}")
    assert project.build().code == 0
    frame = Frame(project.read("site/lanh-dao/hoan/index.html"))
    assert HOSTILE in frame.description
    assert "onerror" not in "".join(frame.elements)
    assert [text for _, ours, text in frame.scripts if "alert" in text] == []


def test_every_page_leads_to_the_source_that_made_it(built: Project) -> None:
    sources = {name: frame.edit for name, frame in frames(built)}
    may, directory = (f"{REPO_URL}/edit/main/{file}" for file in (MAY, DIRECTORY))
    assert {name: sources[name] for name in ("2021/05/index.html", "lanh-dao/binh/index.html")} == {
        "2021/05/index.html": may,
        "lanh-dao/binh/index.html": directory,
    }
    assert {name for name, source in sources.items() if source == may} == {"2021/05/index.html"}
    assert {
        name for name, source in sources.items() if source is None and not is_embedded(name)
    } == {
        *("index.html", "2021/index.html", "404.html", "thay-doi/index.html"),
        *("tim-kiem/index.html", "lich/index.html"),
    }
    assert sources["gioi-thieu/index.html"] == f"{REPO_URL}/edit/main/docs/gioi-thieu.md"


@pytest.mark.parametrize("folder", ["lich", "du-lieu/lịch tháng"])
def test_sources_are_edited_where_the_agendas_lie(folder: str, project: Project) -> None:
    (project.folder / folder).parent.mkdir(exist_ok=True)
    (project.folder / "agendas").rename(project.folder / folder)
    gone = "da_go: [{dia_chi: /2020/12/, ngay: 2021-06-01, ly_do: Sai}]"
    project.write(f"{folder}/da-go.yml", gone)
    project.replace("mkdocs.yml", "agency:", f"agendas: {folder}\n      agency:")
    run = project.build(REPO_URL=REPO_URL)
    assert run.code == 0, run.output
    sources = {
        "2021/05/": "2021-05.yml",
        "lanh-dao/": "danh-ba.yml",
        "lanh-dao/binh/2021/": "danh-ba.yml",
        "chu-viet-tat/": "danh-ba.yml",
        "2020/12/": "da-go.yml",
    }
    assert {url: Frame(project.read(f"site/{url}index.html")).edit for url in sources} == {
        url: f"{REPO_URL}/edit/main/{quote(folder)}/{file}" for url, file in sources.items()
    }


def test_without_a_repository_nothing_leads_to_one(project: Project) -> None:
    run = project.build("--strict")
    assert run.code == 0, run.output
    assert {name: frame.edit for name, frame in frames(project) if frame.edit} == {}


def test_the_sitemap_dates_a_page_by_its_document(project: Project) -> None:
    june = project.read(MAY).replace("thang: 2021-05", "thang: 2021-06")
    june = june.replace("ngay_ban_hanh: 2021-05-04", "ngay_ban_hanh: 2021-05-31")
    june = june[: june.index("lich:")] + "lich:\n  - {ngay: 2, sang: {ma: b1, noi_dung: Họp}}\n"
    project.write("agendas/2021-06.yml", june)
    run = project.build(SITE_URL=URL)
    assert run.code == 0, run.output
    sitemap = ElementTree.fromstring(project.read("site/sitemap.xml"))
    dates = {
        urljoin(URL, url.findtext("{*}loc") or "").removeprefix(URL): url.findtext("{*}lastmod")
        for url in sitemap
    }
    newest, pages = "2021-05-31", ("", "2021/", "2021/06/", "gioi-thieu/", "chu-viet-tat/")
    assert {page: dates[page] for page in ("2021/05/", "lanh-dao/binh/", *pages)} == {
        "2021/05/": "2021-05-04",
        "lanh-dao/binh/": "2021-05-04",
        **dict.fromkeys(pages, newest),
    }
    assert gzip.decompress((project.site / "sitemap.xml.gz").read_bytes()).decode() == (
        project.read("site/sitemap.xml")
    )


def test_the_page_for_what_is_missing_leads_back_from_anywhere(built: Project) -> None:
    html = built.read("site/404.html")
    frame = Frame(html)
    assert frame.title.startswith("Không tìm thấy trang – ")
    links = re.findall(r'<li><a href="([^"]*)">', html[html.index("<article") :])
    elsewhere = f"{URL}khong/co/trang/nay/"
    assert [urljoin(elsewhere, link) for link in links[:3]] == [
        URL,
        f"{URL}lanh-dao/",
        f"{URL}co-quan/",
    ]


def test_nothing_but_pages_data_styles_scripts_and_pictures_is_published(built: Project) -> None:
    kinds = {name.rpartition(".")[2] for name in contents(built.site)}
    assert kinds == {
        *("html", "css", "js", "json", "png", "svg", "xml", "gz", "webmanifest", "csv", "ics")
    }


def is_embedded(name: str) -> bool:
    """Return True for a page that other sites embed."""
    return name.startswith("nhung/")


def frames(project: Project) -> Iterator[tuple[str, Frame]]:
    for name, content in contents(project.site).items():
        if name.endswith(".html"):
            yield name, Frame(content.decode())


def elements(project: Project) -> dict[str, list[str]]:
    return {name: frame.elements for name, frame in frames(project)}


def runs_inline(attributes: dict[str, str | None]) -> bool:
    """Return True if a browser runs a script's text (HTML, 4.12.1: no `src`, no data block)."""
    return "src" not in attributes and attributes.get("type") in (None, "", "module")


def quoted(text: str) -> str:
    """Return the text as YAML."""
    return "'" + text.replace("'", "''") + "'"
