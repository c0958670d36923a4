"""Import documents: upload one, review its draft beside it, and write the draft."""

import unicodedata
from pathlib import PureWindowsPath

from flask import (
    Blueprint,
    abort,
    flash,
    make_response,
    redirect,
    render_template,
    request,
    send_file,
    url_for,
)

from agenda.editing.drafts.cards import CardAnswer
from agenda.editing.drafts.session import ImportSession, SessionState
from agenda.editing.outcomes import EditConflict, EditSaved, ReasonNeeded
from agenda.editor.access import UPLOADS
from agenda.editor.form_page import reason_page, sent_form, sent_reason
from agenda.editor.forms import problem_sentence
from agenda.editor.imports.draft_view import place_anchor, view_draft
from agenda.editor.responses import Answer
from agenda.editor.services import current_services
from agenda.importer.loading.reader import MAX_SIZE
from agenda.vietnam.dates import full_date

blueprint = Blueprint("imports", __name__, url_prefix="/nhap")
blueprint.record_once(lambda setup: setup.app.extensions[UPLOADS].add("imports.upload"))

_FILE = "tep"
_SHOWN = "hien-co"
"""The prefix of the inputs with the digests of the files that a page showed."""

_NAME_LENGTH = 120
_STATES = {
    SessionState.READING: "đang đọc",
    SessionState.REFUSED: "không đọc được",
    SessionState.WRITTEN: "đã ghi vào chương trình",
}

_ANSWERS = {
    CardAnswer.CORRECT: "Đúng như văn bản",
    CardAnswer.FIXED: "Đã sửa",
    CardAnswer.MISPRINT: "Đã ghi ở mục hiệu đính",
    CardAnswer.ADDED: "Đã thêm vào danh bạ",
    CardAnswer.WITHHELD: "Đã che",
    CardAnswer.RESOLVED: "Không còn",
}


@blueprint.get("/")
def show() -> Answer:
    """Return the form for a document, and the imports that are not finished."""
    sessions = [
        (session, _STATES.get(session.state) or f"còn {len(session.open_cards)} chỗ cần xem")
        for session in current_services().review.store.sessions()
    ]
    return render_template(
        "imports.html", sessions=sessions, full_date=full_date, megabytes=MAX_SIZE >> 20
    )


@blueprint.post("/")
def upload() -> Answer:
    """Store a document and begin to read it."""
    file = request.files.get(_FILE)
    content = b""
    if file is not None:
        with file.stream as stream:
            content = stream.read()
    if file is None or not content:
        flash("Chưa chọn tệp, hoặc tệp rỗng. Hãy chọn tệp Word hoặc PDF.", "error")
        return redirect(url_for("imports.show"), 303)
    services = current_services()
    session = services.review.store.create(_shown_name(file.filename or ""), content)
    services.import_jobs.start(session)
    return redirect(url_for("imports.review", session_id=session.id), 303)


@blueprint.get("/<session_id>/")
def review(session_id: str) -> Answer:
    """Return the document and its draft, or how far its reading is."""
    session = find_session(session_id)
    if session.state is not SessionState.REVIEW:
        running = current_services().import_jobs.is_running(session)
        months = [str(each.month) for each in current_services().workspace.load().agenda.months]
        page = make_response(
            render_template("import_state.html", session=session, running=running, months=months)
        )
        if running and session.state is SessionState.READING:
            page.headers["Refresh"] = "1"
        return page
    services = current_services()
    return render_template(
        "import.html",
        session=session,
        drafts=[view_draft(session, index) for index in range(len(session.drafts))],
        comparisons=[
            services.review.compare(session, index) for index in range(len(session.drafts))
        ],
        blocks=services.review.store.blocks(session),
        existing=services.review.exists(session),
        amending=_next_amendment(session),
        shown=services.review.shown(session).items(),
        anchor=lambda place: place_anchor(place, session),
        answers=_ANSWERS,
    )


@blueprint.get("/<session_id>/trang-<int:number>.png")
def page_image(session_id: str, number: int) -> Answer:
    """Return the image of a page of the document."""
    session = find_session(session_id)
    if not 1 <= number <= session.pages:
        abort(404)
    path = current_services().review.store.page(session, number)
    return send_file(path.resolve(), mimetype="image/png", max_age=3600)


@blueprint.post("/<session_id>/doc-lai/")
def read_again(session_id: str) -> Answer:
    """Read the document anew, as the number of the revision that the form gives."""
    services, session = current_services(), find_session(session_id)
    number = request.form.get("lan", "").strip()
    if number and not (number.isdecimal() and len(number) <= 2):
        flash("Lần điều chỉnh là một số, như 1; bản ban đầu là 0.", "error")
        return redirect(url_for("imports.review", session_id=session_id), 303)
    again = services.review.store.restart(
        session, int(number) if number else None, merging="ghep" in request.form
    )
    services.import_jobs.start(again)
    return redirect(url_for("imports.review", session_id=session_id), 303)


@blueprint.post("/<session_id>/xong/")
def finish(session_id: str) -> Answer:
    """Write the drafts as files of months."""
    services, session = current_services(), find_session(session_id)
    if session.state is not SessionState.REVIEW:
        abort(404)
    here = url_for("imports.review", session_id=session_id, _anchor="ghi")
    if services.review.exists(session) and "thay" not in request.form:
        flash(
            "Chưa ghi: hãy đánh dấu thay tệp đang có, hoặc đọc lại là bản điều chỉnh.",
            "error",
        )
        return redirect(here, 303)
    outcome = services.review.finish(
        session, _sent_digests(), sent_reason(), keep_document="giu" in request.form
    )
    if isinstance(outcome, ReasonNeeded):
        return reason_page(here, outcome.edits), 422
    if isinstance(outcome, EditConflict):
        flash(
            f"Chưa ghi: tệp {outcome.target} vừa được sửa hoặc lập ở nơi khác. Trang này đã tải "
            "lại; hãy xem tháng ấy, rồi mới ghi.",
            "error",
        )
        return redirect(here, 303)
    if isinstance(outcome, EditSaved):
        services.preview.refresh()
        names = ", ".join(draft.name for draft in session.drafts)
        flash(f"Đã ghi {names}.", "saved")
        return redirect(url_for("months.show", month=session.drafts[0].name[:7]), 303)
    for each in outcome.problems:
        flash(problem_sentence(each.problem), "error")
    return redirect(url_for("imports.review", session_id=session_id), 303)


@blueprint.post("/<session_id>/mo-lai/")
def resume(session_id: str) -> Answer:
    """Open the drafts again of an import that was written."""
    current_services().review.resume(find_session(session_id))
    return redirect(url_for("imports.review", session_id=session_id), 303)


@blueprint.post("/<session_id>/bo/")
def drop(session_id: str) -> Answer:
    """Remove an import with its document."""
    session = find_session(session_id)
    current_services().review.store.drop(session.id)
    flash(f"Đã bỏ {session.file_name}.", "info")
    return redirect(url_for("imports.show"), 303)


def find_session(session_id: str) -> ImportSession:
    """Return the session that a URL names, or answer that there is none."""
    session = current_services().review.find(session_id)
    return session if session is not None else abort(404)


def _sent_digests() -> dict[str, str]:
    """Return the digests of the files that the page showed."""
    names = sent_form().fields
    prefix = f"{_SHOWN}/"
    return {
        name.removeprefix(prefix): sent_form().text(name)
        for name in names
        if name.startswith(prefix)
    }


def _next_amendment(session: ImportSession) -> int | None:
    """Return the number of the next amendment if a draft would replace a published document."""
    workspace = current_services().workspace
    name = session.drafts[0].name
    if not workspace.published.has_document(name):
        return None
    months = workspace.load().agenda.months
    month = next((each for each in months if str(each.month) == name[:7]), None)
    return month.newest.number + 1 if month else None


def _shown_name(name: str) -> str:
    """Return the name of an uploaded file without folders and control characters."""
    last = PureWindowsPath(unicodedata.normalize("NFC", name)).name
    shown = "".join(c for c in last if unicodedata.category(c)[0] != "C").strip()
    return shown[-_NAME_LENGTH:] or "văn bản"
