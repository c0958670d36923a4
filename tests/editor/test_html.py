"""Every page of the editor is valid HTML."""

import subprocess
from pathlib import Path

import pytest

from agenda.editing.outcomes import ReasonNeeded
from tests.browser.test_html import CONFIGURATION
from tests.editor.conftest import Office
from tests.editor.test_browser import MONTH, PAGES
from tests.editor.test_imports import imported, june, url  # noqa: F401 - a fixture
from tests.editor.test_items import ITEM, form_values
from tests.machine import require_node, require_node_module

pytestmark = pytest.mark.browser


CARDS = ("the/{}/in-sai/", "the/{}/che/", "the/{}/danh-ba/co_quan/")


def pages_of_an_import(office: Office, document: Path) -> dict[str, str]:
    """Return the pages of an import with doubts, of a refused one and of a written one."""
    session = imported(office, document)
    code = next(iter(session.drafts[0].places))
    paths = ("", "0/viec-moi/", "0/phan-dau/", f"0/viec/{code}/", *(e.format(1) for e in CARDS))
    pages = {f"import {number}": url(session, path) for number, path in enumerate(paths)}
    texts = {name: office.get(path).text for name, path in pages.items()}
    refused = office.post(url(session, "the/1/in-sai/"), {"nguyen_van": ""})
    assert refused.status_code == 422
    junk = document.with_name("hong.docx")
    junk.write_bytes(b"PK\x03\x04")
    states = {"refused": url(imported(office, junk)), "imports": "/nhap/"}
    return (
        texts
        | {"refused answer": refused.text}
        | {n: office.get(p).text for n, p in states.items()}
    )


def pages_after_a_save(office: Office, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Return the pages that appear when a form cannot simply be saved."""
    form = form_values(office.get(ITEM))
    wrong = office.post(ITEM, {**form, "gio": "8h3x"})
    saved = office.post(ITEM, {**form, "gio": "8h30"})
    conflict = office.post(ITEM, {**form, "gio": "9h30"})
    month = office.get(MONTH).text
    monkeypatch.setattr("agenda.editor.pages.items.save_edit", lambda *_: ReasonNeeded(edits=()))
    asked = office.post(ITEM, form_values(office.get(ITEM)))
    assert [each.status_code for each in (wrong, saved, conflict, asked)] == [422, 303, 409, 422]
    return {"wrong": wrong.text, "conflict": conflict.text, "saved": month, "reason": asked.text}


def test_every_page_is_valid_html(
    office: Office,
    june: Path,  # noqa: F811
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    node = str(require_node())
    validator = require_node_module("html-validate") / "bin" / "html-validate.mjs"
    pages = tmp_path / "pages"
    pages.mkdir()
    texts = {name: office.get(path).text for name, path in PAGES.items()}
    texts |= pages_of_an_import(office, june) | pages_after_a_save(office, monkeypatch)
    for name, text in texts.items():
        (pages / f"{name}.html").write_text(text, encoding="utf-8")
    report = tmp_path / "report.txt"
    options = ["--config", str(CONFIGURATION), "--formatter", f"text={report}"]
    run = subprocess.run(
        [node, validator, *options, "."],
        cwd=pages,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    if run.returncode:
        faults = report.read_text(encoding="utf-8") if report.exists() else run.stdout
        pytest.fail("\n".join(faults.splitlines()[:50]), pytrace=False)
