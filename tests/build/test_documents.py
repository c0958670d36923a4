"""Hand-written pages are read as MkDocs reads them, with the same links."""

from collections.abc import Callable
from pathlib import Path
from unicodedata import normalize

import pytest

from agenda.build.docs.pages import DocsPages, docs_page_url, read_docs
from agenda.build.settings.mkdocs_file import read_settings
from agenda.build.settings.yaml_tree import Unsettled
from tests.project import Project

Read = Callable[[dict[str, str]], DocsPages]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Read these files of `docs/`, in place of those of the repository."""

    def read_(files: dict[str, str]) -> DocsPages:
        project = Project.copy_to(tmp_path / "lich")
        settings = read_settings(project.folder / "mkdocs.yml")
        for path in sorted(settings.docs.rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
        for name, text in files.items():
            project.write(f"docs/{name}", text)
        return read_docs(settings)

    return read_


@pytest.mark.parametrize(
    ("file", "url"),
    [
        ("index.md", ""),
        ("gioi-thieu.md", "gioi-thieu/"),
        ("huong-dan/index.md", "huong-dan/"),
        ("a/README.md", "a/"),
        ("a/my-index.md", "a/my-index/"),
    ],
)
def test_a_page_stands_at_a_folder_of_its_name(file: str, url: str) -> None:
    assert docs_page_url(file) == url


@pytest.mark.parametrize(
    ("link", "led"),
    [
        ("b.md", "../../a/b/"),
        ("b.md#đo", "../../a/b/#đo"),
        ("index.md", "../../a/"),
        ("../index.md", "../../"),
        ("anh/c.png", "../../a/anh/c.png"),
        ("../d%20e.pdf", "../../d%20e.pdf"),
        ("tep/a%23b%3Fc.pdf", "../../a/tep/a%23b%3Fc.pdf"),
        ("tep/100%25.pdf", "../../a/tep/100%25.pdf"),
        ("dẫn.md?q=%20#đo", "../../a/d%E1%BA%ABn/?q=%20#đo"),
        ("#f", "#f"),
        ("/g/", "/g/"),
        ("../../h.md", "../../h.md"),
        ("https://example.invalid/i.md", "https://example.invalid/i.md"),
        ("mailto:k@example.invalid", "mailto:k@example.invalid"),
    ],
)
def test_links_between_files_become_links_between_pages(link: str, led: str, read: Read) -> None:
    page = read({"a/trang.md": f"# T\n\n[x]({link})\n"}).pages[0]
    assert f'<a href="{led}">x</a>' in page.body


def test_a_link_is_known_by_what_it_leads_to(read: Read) -> None:
    (page,) = read({"a.md": "[x](tep/a%23b.pdf) [y](d%C6%B0%E1%BB%9Dng.md#m)\n"}).pages
    assert page.targets == frozenset({"tep/a#b.pdf", "dường/"})
    assert page.places == frozenset({("dường/", "m")})


def test_a_page_knows_its_title_its_outline_and_what_it_links_to(read: Read) -> None:
    text = "---\nrobots: noindex\n---\n\n# Đường *đi*\n\n## Một\n\n![](x.png)\n\n## Hai\n"
    (page,) = read({"duong.md": text}).pages
    assert (page.url, page.title, page.targets) == ("duong/", "Đường đi", frozenset({"x.png"}))
    assert page.head == {
        "title": "Đường đi",
        "robots": "noindex",
        "heading": "duong-di",
        "sections": [{"url": "#mot", "title": "Một"}, {"url": "#hai", "title": "Hai"}],
    }


def test_the_lines_of_a_page_may_end_as_windows_ends_them(read: Read) -> None:
    text = "---\r\nrobots: noindex\r\n---\r\n\r\n# Đường\r\n\r\nMột\r\n"
    (page,) = read({"duong.md": text}).pages
    assert (page.title, page.head["robots"]) == ("Đường", "noindex")
    assert "robots" not in page.body


def test_every_place_that_an_author_named_is_a_published_url(read: Read) -> None:
    text = '# T\n\n<a id="cu"></a> <a name="ten"></a>\n\nĐoạn văn\n{: #doan }\n\n## Hai {#hai}\n'
    entries = read({"a.md": text}).ledger_entries()
    assert entries.keys() == {"a/", "a/#t", "a/#cu", "a/#ten", "a/#doan", "a/#hai"}


def test_what_is_not_a_page_is_published_as_it_is_unless_hidden(read: Read) -> None:
    documentation = read({"a.md": "# A", "b/c.json": "{}", ".d": "", ".e/f.txt": ""})
    assert [(file.url, file.content) for file in documentation.files] == [("b/c.json", b"{}")]
    assert documentation.ledger_entries().keys() == {"a/", "a/#a", "b/c.json"}


def test_pages_written_with_marks_apart_are_those_that_links_lead_to(read: Read) -> None:
    kept = read(
        {
            normalize("NFD", "hướng/dẫn.md"): normalize("NFD", "# Hướng dẫn\n\n![](ảnh.png)\n"),
            normalize("NFD", "hướng/ảnh.png"): "x",
            "index.md": "# Lịch\n\n[x](hướng/dẫn.md)\n",
        }
    )
    assert {page.url: (page.title, page.targets) for page in kept.pages} == {
        "": ("Lịch", frozenset({"hướng/dẫn/"})),
        "hướng/dẫn/": ("Hướng dẫn", frozenset({"hướng/ảnh.png"})),
    }
    assert [file.url for file in kept.files] == ["hướng/ảnh.png"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("---\na: [\n---\n# A\n", "docs/a.md: phần giữa hai dòng --- không phải là YAML đúng"),
        ("\udcff", "docs/a.md không phải là văn bản UTF-8"),
    ],
)
def test_a_page_that_cannot_be_read_is_named(text: str, told: str, tmp_path: Path) -> None:
    project = Project.copy_to(tmp_path / "lich")
    (project.folder / "docs/a.md").write_bytes(text.encode(errors="surrogateescape"))
    with pytest.raises(Unsettled) as refused:
        read_docs(read_settings(project.folder / "mkdocs.yml"))
    assert str(refused.value) == told


@pytest.mark.parametrize("name", ["a.markdown", "a.MD"])
def test_a_page_that_does_not_end_in_md_is_refused(name: str, tmp_path: Path) -> None:
    project = Project.copy_to(tmp_path / "lich")
    (project.folder / "docs" / name).write_text("# A\n", encoding="utf-8")
    with pytest.raises(Unsettled, match=f"docs/{name}: đổi đuôi tệp thành .md"):
        read_docs(read_settings(project.folder / "mkdocs.yml"))
