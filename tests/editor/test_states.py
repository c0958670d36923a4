"""Pages that appear only when something goes another way are as accessible as the others."""

from dataclasses import replace

import pytest
from playwright.sync_api import Page

from agenda.editing.drafts.session import SessionState
from agenda.editing.outcomes import ReasonNeeded
from agenda.editing.publishing.progress import Obstacle, Step, StepReport, StepState
from agenda.editing.publishing.public_changes import ChangeKind, PublicChange
from agenda.editing.publishing.publish import PublicationPreview
from agenda.editor.publishing_job import JobKind, JobState, PublishingJob
from tests.browser.accessibility import too_wide, violations
from tests.editor.conftest import HOME, Office, OpenEditor
from tests.editor.test_browser import MONTH

pytestmark = pytest.mark.browser


def faults(page: Page) -> list[str]:
    return violations(page) + too_wide(page)


LONG = "Không hỏi được kho origin: https://example.invalid/" + "a" * 200
CHANGE = PublicChange(kind=ChangeKind.CHANGED, url="2021/05/", title="Tháng 5", is_page=True)
PREVIEW = PublicationPreview(changes=(CHANGE,), obstacles=())
BLOCKED = PublicationPreview(changes=(), obstacles=(Obstacle(message=LONG),))
DONE = StepReport(step=Step.FETCH, state=StepState.DONE, message=LONG)
RUNNING = StepReport(step=Step.CHECK, state=StepState.RUNNING)
STOPPED = StepReport(step=Step.CHECK, state=StepState.STOPPED, obstacles=(Obstacle(message=LONG),))
JOBS = {
    "looking": JobState(kind=JobKind.LOOK, running=True),
    "changes": JobState(kind=JobKind.LOOK, preview=PREVIEW),
    "blocked": JobState(kind=JobKind.LOOK, preview=BLOCKED),
    "publishing": JobState(kind=JobKind.PUBLISH, running=True, reports=(DONE, RUNNING)),
    "stopped": JobState(kind=JobKind.PUBLISH, reports=(DONE, STOPPED)),
}


def test_publishing_is_accessible_in_every_state(
    editor: OpenEditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = editor("/")
    found = {}
    for name, state in JOBS.items():
        monkeypatch.setattr(PublishingJob, "state", state)
        monkeypatch.setattr(PublishingJob, "is_current", True)
        page.goto(f"{HOME}/dang/")
        found[name] = faults(page)
    assert {name: each for name, each in found.items() if each} == {}


def test_a_refused_form_and_two_versions_are_accessible(editor: OpenEditor, office: Office) -> None:
    page = editor(MONTH)
    form = page.locator("#cv-dm8r")
    form.locator(".card__actions > a").click()
    form.get_by_label("Giờ").fill("8h3x")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("[aria-invalid]")
    assert faults(page) == []
    path = office.project.folder / "agendas" / "2021-05.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Ban Soạn thảo", "Văn phòng"), encoding="utf-8")
    form.get_by_label("Giờ").fill("8h30")
    form.get_by_label("Cơ quan chuẩn bị 1").fill("Phòng TT-TK")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector(".versions__differ")
    assert faults(page) == []


def test_the_question_for_a_reason_is_accessible(
    editor: OpenEditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    needed = ReasonNeeded(edits=())
    monkeypatch.setattr("agenda.editor.pages.items.save_edit", lambda *_: needed)
    page = editor(MONTH)
    page.locator("#cv-dm8r .card__actions > a").click()
    page.locator("#cv-dm8r").get_by_label("Giờ").press("Control+Enter")
    page.wait_for_selector("text=Chỗ này đã đăng")
    assert faults(page) == []


def test_a_month_that_cannot_be_read_is_accessible(editor: OpenEditor, office: Office) -> None:
    path = office.project.folder / "agendas" / "2021-05.yml"
    path.write_text("thang: 2021-05\nlich: [\n", encoding="utf-8")
    page = editor(MONTH)
    assert "Chưa đọc được" in page.title()
    assert faults(page) == []
    page.get_by_role("link", name="Sửa tệp 2021-05.yml").click()
    assert "Sửa lỗi trong tệp" in page.title()
    assert faults(page) == []
    page.locator("a[data-line]").first.click()
    line = page.evaluate(
        """() => {
          const { value, selectionStart } = document.activeElement;
          return value.slice(0, selectionStart).split("\\n").length;
        }"""
    )
    assert f"dòng {line}, cột" in page.locator("a[data-line]").first.inner_text()
    page.locator("textarea").fill("1\n2\n3")
    assert page.locator("[data-lines]").inner_text().split() == ["1", "2", "3"]


@pytest.mark.parametrize(
    "state", [SessionState.READING, SessionState.REFUSED, SessionState.WRITTEN]
)
def test_an_import_that_has_no_draft_is_accessible(
    editor: OpenEditor, office: Office, state: SessionState
) -> None:
    store = office.services.review.store
    session = store.create("lich.docx", b"x")
    store.save(replace(session, state=state, message="tệp hỏng."))
    page = editor(f"/nhap/{session.id}/")
    assert page.locator("h1").inner_text() == "lich.docx"
    assert faults(page) == []
    page.goto(f"{HOME}/nhap/")
    assert faults(page) == []


def test_a_page_without_a_session_is_accessible(editor: OpenEditor) -> None:
    page = editor("/")
    page.context.clear_cookies()
    page.reload()
    assert page.locator("h1").inner_text() == "Chưa mở được trang biên tập"
    assert faults(page) == []
