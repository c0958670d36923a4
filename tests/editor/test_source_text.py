"""A file with errors is mended in the browser, and nothing that was typed is lost."""

import html
import re

import pytest
from werkzeug.test import TestResponse

from tests.editor.conftest import Office, words
from tests.editor.test_items import month_file, undo_values

MONTH = "/thang/2021-05/"
SOURCE = "/tep/2021-05.yml/"
GOOD = "    sang:\n"
BROKEN = "    sang\n"


def break_file(office: Office) -> str:
    """Damage the file of May as a slip in a text editor does. Return its good text."""
    good = month_file(office)
    path = office.project.folder / "agendas" / "2021-05.yml"
    path.write_text(good.replace(GOOD, BROKEN, 1), "utf-8")
    return good


def form(page: TestResponse) -> dict[str, str]:
    """Return what a browser would send: it leaves out the first line break of the text."""
    shown = re.findall(r'name="hien-co" value="([^"]*)"', page.text)[0]
    text = re.findall(r'<textarea[^>]* name="text"[^>]*>\n(.*?)</textarea>', page.text, re.S)[0]
    return {"hien-co": shown, "text": "\r\n".join(html.unescape(text).splitlines()) + "\r\n"}


def test_a_broken_month_leads_to_its_text_with_line_and_column(office: Office) -> None:
    good = break_file(office)
    for page in (office.get(MONTH), office.get("/")):
        assert f'href="{SOURCE}"' in page.text
    page = office.get(SOURCE)
    line = good.split("\n").index(GOOD.strip("\n")) + 1
    assert re.search(rf"dòng {line}(?!\d)|dòng {line + 1}(?!\d)", words(page))
    sent = form(page)
    assert sent["text"].replace("\r\n", "\n") == month_file(office)
    mended = sent["text"].replace("    sang\r\n", "    sang:\r\n", 1)
    response = office.post(SOURCE, {**sent, "text": mended})
    assert response.location == MONTH
    assert month_file(office) == good
    assert office.get(SOURCE).location == MONTH
    office.post("/hoan-tac/", undo_values(office.get(MONTH)))
    assert month_file(office) == good  # undoing would bring the error back


def test_text_that_is_still_wrong_is_kept_on_the_page_and_not_written(office: Office) -> None:
    break_file(office)
    before = month_file(office)
    sent = form(office.get(SOURCE))
    typed = sent["text"].replace("2021-05\r\n", "2021-05 # chữ <mới>\r\n", 1)
    response = office.post(SOURCE, {**sent, "text": typed})
    assert response.status_code == 422
    assert form(response)["text"] == typed
    assert month_file(office) == before


def test_a_file_that_changed_meanwhile_is_not_overwritten_unseen(office: Office) -> None:
    good = break_file(office)
    sent = form(office.get(SOURCE))
    (office.project.folder / "agendas/2021-05.yml").write_text(good + "# nơi khác\n", "utf-8")
    mended = {**sent, "text": good}
    response = office.post(SOURCE, mended)
    assert response.status_code == 409
    assert "# nơi khác" in response.text
    assert form(response)["text"].replace("\r\n", "\n") == good
    assert month_file(office) == good + "# nơi khác\n"
    assert office.post(SOURCE, form(response)).status_code == 303
    assert month_file(office) == good


def test_line_endings_and_the_mark_of_a_windows_file_stay(office: Office) -> None:
    path = office.project.folder / "agendas" / "2021-05.yml"
    good = "\ufeff" + month_file(office).replace("\n", "\r\n")
    path.write_bytes(good.replace("    sang:\r\n", "    sang\r\n", 1).encode())
    sent = form(office.get(SOURCE))
    mended = sent["text"].replace("    sang\r\n", "    sang:\r\n", 1)
    assert office.post(SOURCE, {**sent, "text": mended}).status_code == 303
    assert path.read_bytes() == good.encode()


@pytest.mark.parametrize("name", ["x", "..%2Fmkdocs.yml", "mkdocs.yml", "ghi-chu.yml"])
def test_other_files_are_neither_shown_nor_written(office: Office, name: str) -> None:
    assert office.get(f"/tep/{name}/").status_code in (303, 404)
    assert office.post(f"/tep/{name}/", {"text": "a: 1"}).status_code == 404


def test_a_broken_directory_is_mended(office: Office) -> None:
    good = office.project.read("agendas/danh-ba.yml")
    office.project.replace("agendas/danh-ba.yml", "lanh_dao:", "lanh_dao")
    assert 'href="/tep/danh-ba.yml/"' in office.get("/danh-ba/").text
    sent = form(office.get("/tep/danh-ba.yml/"))
    assert office.post("/tep/danh-ba.yml/", {**sent, "text": good}).location == "/danh-ba/"
    assert office.project.read("agendas/danh-ba.yml") == good


@pytest.mark.parametrize(
    ("old", "new", "in_text"),
    [
        ("noi_dung: Lễ chào cờ", "gio: 8h3x\n        noi_dung: Lễ chào cờ", False),
        ("ngay_ban_hanh: 2021-05-04", "ngay_ban_hanh: 2021-15-04", False),
        ("noi_dung: Lễ chào cờ", "noi_dung:", True),
        ("noi_dung: Lễ chào cờ", "noidungg: Lễ chào cờ", True),
        ("thang: 2021-05", "thang: 2021-06", True),
    ],
)
def test_only_what_no_form_shows_leads_to_the_text(
    office: Office, old: str, new: str, in_text: bool
) -> None:
    office.project.replace("agendas/2021-05.yml", old, new)
    for path in ("/", MONTH):
        assert (f'href="{SOURCE}"' in office.get(path).text) is in_text


def test_other_files_with_errors_lead_somewhere_too(office: Office) -> None:
    agendas = office.project.folder / "agendas"
    (agendas / "ngay-nghi.yml").write_text("ngay_nghi: [\n", "utf-8")
    (agendas / "2021-05.yml.txt").write_text("thang: 2021-05\n", "utf-8")
    (agendas / "2021-05.dc1.yml").write_text("thang: 2021-05\nlich: [\n", "utf-8")
    page = office.get("/").text
    assert 'href="/tep/ngay-nghi.yml/"' in page
    month = office.get(MONTH)
    assert month.status_code == 200
    assert 'href="/tep/2021-05.dc1.yml/"' in month.text
    assert "2021-05.yml.txt/" not in month.text
    sent = form(office.get("/tep/ngay-nghi.yml/"))
    assert office.post("/tep/ngay-nghi.yml/", {**sent, "text": "nghi: []\n"}).location == "/"


def test_a_file_that_is_too_large_is_named_and_stays(office: Office) -> None:
    path = office.project.folder / "agendas" / "2021-05.yml"
    content = (month_file(office) + "# thừa\n" * 200_000).encode()
    path.write_bytes(content)
    for page in (office.get("/"), office.get(MONTH), office.get(SOURCE)):
        assert "lớn hơn mức 1.000.000 byte" in words(page)
    assert office.get(SOURCE).status_code == 422
    assert office.post(SOURCE, {"hien-co": "", "text": "thang: 2021-05\n"}).status_code == 404
    assert path.read_bytes() == content
