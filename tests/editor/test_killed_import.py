"""A server that is killed in the middle of an import loses nothing and leaves nothing half done."""

import os
import re
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from agenda.source.folder import load_agenda
from tests.editor.running import UPLOAD_TYPE, RunningEditor, run_editor
from tests.importer.documents.docx_builder import build_docx
from tests.project import Project

pytestmark = pytest.mark.long

FILE = "2021-06.yml"
ROWS = [
    ["Ngày", "Nội dung công việc", "Cơ quan chuẩn bị", "Lãnh đạo Sở"],
    *(
        [str(day), f"<u>Sáng:</u> Làm việc với xã số {day}", "", "Đ/c Văn GĐ"]
        for day in range(1, 31)
    ),
]


@pytest.fixture
def document(tmp_path: Path) -> bytes:
    blocks: list[dict[str, Any]] = [
        {"sides": ["SỞ KHCN\nSố: 9/CTr-SKHCN", "Hà Tĩnh, ngày 31 tháng 5 năm 2021"]},
        {"p": "CHƯƠNG TRÌNH CÔNG TÁC THÁNG 6 NĂM 2021"},
        {"table": ROWS},
    ]
    return build_docx(blocks, tmp_path / "lich.docx").read_bytes()


def sources(project: Project) -> dict[str, bytes]:
    """Return every file of `agendas/`."""
    files = [path for path in (project.folder / "agendas").rglob("*") if path.is_file()]
    return {path.name: path.read_bytes() for path in files}


def let_minutes_pass(project: Project) -> None:
    """Make the temporary files as old as they are when a clerk starts the editor again later."""
    for path in (project.folder / "agendas").rglob(".*.tmp"):
        os.utime(path, (time.time() - 120, time.time() - 120))


def upload_half_and_kill(editor: RunningEditor, document: bytes) -> None:
    body = editor.upload_body("lich.docx", document)
    headers = {"Content-Type": UPLOAD_TYPE, "Content-Length": str(len(body))}
    connection = editor.begin("/nhap/", headers)
    connection.send(body[: len(body) // 2])
    time.sleep(0.3)
    editor.kill()
    connection.close()


def reviewed(editor: RunningEditor, session: str) -> str:
    """Wait until a document is read, and read it again if that was interrupted."""
    for _ in range(300):
        page = editor.get(session)
        assert page.status == 200
        if "bị ngắt giữa chừng" in page.text:
            assert editor.post(f"{session}doc-lai/").status == 303
        if 'id="ban-nhap"' in page.text:
            return page.text
        time.sleep(0.2)
    raise AssertionError("not read in a minute")


def finish(editor: RunningEditor, session: str) -> None:
    """Answer what is doubtful, and write the month."""
    for number in re.findall(r'id="the-(\d+)"', reviewed(editor, session)):
        assert editor.post(f"{session}the/{number}/").status == 303
    shown = dict(re.findall(r'name="(hien-co/[^"]+)" value="([^"]*)"', editor.get(session).text))
    assert "/thang/2021-06/" in editor.post(f"{session}xong/", shown).location


def assert_whole(project: Project, before: dict[str, bytes]) -> None:
    """Assert that the month is there as a whole, and nothing else changed."""
    after = sources(project)
    assert after.keys() - before.keys() == {FILE}
    assert {name: after[name] for name in before} == before
    reading = load_agenda(project.folder / "agendas")
    assert len(reading.agenda.months[-1].items) == 30
    assert [each for each in reading.problems if not each.severity] == []


@pytest.mark.parametrize("moment", ["half sent", 0.0, 0.3, 1.6])
def test_an_import_that_was_killed_is_there_again_or_was_never_accepted(
    project: Project, document: bytes, moment: float | str
) -> None:
    before = sources(project)
    accepted = isinstance(moment, float)
    with run_editor(project.folder) as editor:
        if isinstance(moment, float):
            assert editor.upload("lich.docx", document).status == 303
            time.sleep(moment)
            editor.kill()
        else:
            upload_half_and_kill(editor, document)
    assert sources(project) == before
    with run_editor(project.folder) as editor:
        listed = re.findall(r'href="(/nhap/[0-9a-f]{16}/)"', editor.get("/nhap/").text)
        assert len(listed) == accepted
        if not accepted:
            listed = [editor.upload("lich.docx", document).location]
        finish(editor, listed[0])
    assert_whole(project, before)


@pytest.mark.parametrize("seconds", [0.02, 0.1, 0.3])
def test_a_month_whose_writing_was_killed_is_whole_or_not_there(
    project: Project, document: bytes, seconds: float
) -> None:
    before = sources(project)
    with run_editor(project.folder) as editor:
        session = editor.upload("lich.docx", document).location
        for number in re.findall(r'id="the-(\d+)"', reviewed(editor, session)):
            editor.post(f"{session}the/{number}/")
        sending = threading.Thread(target=_send_and_be_cut, args=(editor, session))
        sending.start()
        time.sleep(seconds)
        editor.kill()
        sending.join()
    left = sources(project)
    assert {name: left[name] for name in before} == before
    let_minutes_pass(project)
    with run_editor(project.folder) as editor:
        if FILE in left:
            assert_whole(project, before)
        page = editor.get(session).text
        if 'id="ban-nhap"' in page:
            shown = dict(re.findall(r'name="(hien-co/[^"]+)" value="([^"]*)"', page))
            again = editor.post(f"{session}xong/", {"thay": "1"} | shown)
            assert "/thang/2021-06/" in again.location
    assert_whole(project, before)


def _send_and_be_cut(editor: RunningEditor, session: str) -> None:
    try:
        editor.post(f"{session}xong/")
    except OSError:
        return
