"""Show what the public will see change, publish it, and show how far that is."""

from dataclasses import dataclass

from flask import Blueprint, flash, jsonify, redirect, render_template, url_for

from agenda.editing.publishing.progress import Obstacle, Step, StepState
from agenda.editor.pages.overview import problem_url
from agenda.editor.publishing_job import JobKind, JobState
from agenda.editor.responses import Answer
from agenda.editor.services import current_services

blueprint = Blueprint("publishing", __name__, url_prefix="/dang")

_WORDS = {
    StepState.RUNNING: "đang làm",
    StepState.DONE: "xong",
    StepState.STOPPED: "dừng ở đây",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRow:
    """A step of a publication; `state` is empty before it begins."""

    title: str
    state: str
    words: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ObstacleRow:
    """A reason not to publish, with the page where it is removed; `url` may be empty."""

    text: str
    url: str


@blueprint.get("/")
def show() -> Answer:
    """Return the state of the last job, or what there is to publish."""
    job = current_services().publishing
    if not job.is_current and not job.state.failure:
        job.start(JobKind.LOOK)  # changes nothing
    state = job.state
    preview = state.preview
    stopped = state.reports[-1].obstacles if state.reports else ()
    return render_template(
        "publishing.html",
        job=state,
        steps=_steps(state) if state.kind is JobKind.PUBLISH else [],
        obstacles=list(map(_obstacle_row, preview.obstacles if preview else stopped)),
        pages=[each for each in preview.changes if each.is_page] if preview else [],
        files=[each for each in preview.changes if not each.is_page] if preview else [],
    )


@blueprint.post("/xem-lai/")
def look() -> Answer:
    """Compare with the published site again."""
    current_services().publishing.start(JobKind.LOOK)
    return redirect(url_for("publishing.show"), 303)


@blueprint.post("/")
def publish() -> Answer:
    """Publish what the page showed; look again if the files changed since."""
    job = current_services().publishing
    if not job.is_current:
        flash("Từ lúc so, các tệp đã được sửa thêm. Chưa đăng gì: xem lại rồi đăng.", "error")
    elif not job.start(JobKind.PUBLISH):
        flash("Một việc khác đang chạy. Đợi xong rồi đăng.", "error")
    return redirect(url_for("publishing.show"), 303)


@blueprint.get("/trang-thai.json")
def state() -> Answer:
    """Return the number of the last report, for the script that shows progress."""
    now = current_services().publishing.state
    return jsonify(number=now.number, running=now.running)


def _steps(state: JobState) -> list[StepRow]:
    last = {report.step: report for report in state.reports}
    return [
        StepRow(
            title=step.value,
            state=last[step].state.value if step in last else "",
            words=_WORDS[last[step].state] if step in last else "",
            message=last[step].message if step in last else "",
        )
        for step in Step
    ]


def _obstacle_row(obstacle: Obstacle) -> ObstacleRow:
    url = problem_url(obstacle.problem) if obstacle.problem else ""
    return ObstacleRow(text=obstacle.message, url=url)
