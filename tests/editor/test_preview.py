"""The preview shows the last good build, and nothing of the editor is in a built site."""

import json
from pathlib import Path

import pytest

from tests.editor.conftest import Office, words
from tests.project import contents
from tests.published.site import BuiltSite

MONTH = "/xem/2021/05/"


@pytest.fixture
def built(closed_office: Office) -> Office:
    """Open the editor with a finished preview."""
    closed_office.get(closed_office.first_url)
    assert closed_office.get(MONTH).status_code == 503
    closed_office.services.preview.wait()
    return closed_office


@pytest.mark.build
def test_the_last_good_build_stays_while_a_file_is_wrong(built: Office) -> None:
    page = built.get(MONTH)
    assert page.status_code == 200
    assert "Lễ chào cờ" in words(page)
    assert 'href="/thang/2021-05/">Sửa trang này' in page.text
    built.project.replace("agendas/2021-05.yml", "thang: 2021-05", "thang: 2021-5x")
    built.get(MONTH)
    built.services.preview.wait()
    page = built.get(MONTH)
    assert "Lễ chào cờ" in words(page)
    assert "trong các tệp đang có chỗ cần sửa" in words(page)
    assert "2021-5x" in words(built.get("/"))
    built.project.replace("agendas/2021-05.yml", "thang: 2021-5x", "thang: 2021-05")
    built.project.replace("agendas/2021-05.yml", "Lễ chào cờ", "Chào cờ đầu tuần")
    number = build_number(built)
    built.services.preview.wait()
    assert "Chào cờ đầu tuần" in words(built.get(MONTH))
    assert build_number(built) == number + 1


def build_number(office: Office) -> int:
    """Return the number of good builds, and start a build if the files changed."""
    return int(json.loads(office.get("/xem/trang-thai.json").text)["number"])


@pytest.mark.build
def test_the_preview_answers_like_the_site(built: Office) -> None:
    assert built.get("/xem/2021/05").headers["Location"] == MONTH
    assert built.get("/xem/khong/co/").status_code == 404
    assert "Sửa trang này" in words(built.get("/xem/khong/co/"))
    style = built.get("/xem/assets/agenda/print.css")
    assert (style.status_code, style.mimetype) == (200, "text/css")
    assert built.get("/xem/../../mkdocs.yml").status_code == 404
    assert built.get("/xem/%2e%2e/%2e%2e/mkdocs.yml").status_code == 404


@pytest.mark.build
def test_a_restart_shows_the_last_good_build_at_once(built: Office) -> None:
    built.services.preview.close()
    again = type(built.services).of(built.services.settings)
    assert again.preview.folder == built.services.preview.folder


def test_a_built_site_has_nothing_of_the_editor(site_at_root: BuiltSite) -> None:
    editor = Path(__file__).parents[2] / "plugins/agenda/editor"
    files = contents(site_at_root.folder)
    own = {path.name for path in (editor / "static").iterdir()}
    assert {name for name in files if Path(name).name in own} == set()
    words = (b"/hoan-tac/", b"data-inline", b'name="phieu"', b"data-preview-number")
    assert {
        name for name, content in files.items() if any(each in content for each in words)
    } == set()
