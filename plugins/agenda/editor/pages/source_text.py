"""The text of a file with errors: the only page where a clerk sees YAML."""

from collections.abc import Sequence
from pathlib import Path

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for

from agenda.editing.checks.errors import blocking_errors
from agenda.editing.outcomes import EditConflict, EditRefused, EditSaved, ReasonNeeded
from agenda.editing.workspace import TEXT
from agenda.editor.form_page import reason_page, sent_form, sent_reason
from agenda.editor.pages.overview import edit_url, file_of
from agenda.editor.responses import Answer
from agenda.editor.services import current_services
from agenda.model import Problem
from agenda.source.file_names import is_source_file

blueprint = Blueprint("source_text", __name__, url_prefix="/tep")

_SHOWN = "hien-co"
_WITHOUT_TEXT = {"not-utf-8", "too-large", "unreadable"}
"""The kinds of errors of a file whose text cannot be shown as it is."""


@blueprint.get("/<name>/")
def edit(name: str) -> Answer:
    """Return the text of a file with errors, beside what is wrong with it."""
    workspace = current_services().workspace
    problems = errors_of(workspace.load().problems, name)
    if not problems:
        return redirect(page_of(name), 303)
    if any(each.kind in _WITHOUT_TEXT for each in problems):
        return render_template("unreadable.html", name=name, problems=problems, files=[]), 422
    return _page(name, workspace.read(name), workspace.shown_digest(name), problems)


@blueprint.post("/<name>/")
def save(name: str) -> Answer:
    """Save the text of a file if the check finds no error in it."""
    if not is_source_file(name):
        abort(404)
    workspace, shown = current_services().workspace, sent_form().text(_SHOWN)
    if any(each.kind in _WITHOUT_TEXT for each in errors_of(workspace.load().problems, name)):
        abort(404)
    text = request.form.get(TEXT, "").replace("\r\n", "\n")
    try:
        is_windows = "\r\n" in workspace.read(name)
    except FileNotFoundError:
        abort(404)
    written = text.replace("\n", "\r\n") if is_windows else text
    label = f"Sửa chữ trong tệp {name}"
    outcome = workspace.replace(label, {name: written}, {name: shown}, sent_reason())
    match outcome:
        case EditSaved():
            flash(f"Đã lưu {name}. Tệp không còn lỗi.", "saved")
            current_services().preview.refresh()
            return redirect(page_of(name), 303)
        case ReasonNeeded(edits=edits):
            return reason_page(url_for("source_text.edit", name=name), edits), 422
        case EditRefused(problems=found):
            return _page(name, text, shown, [each.problem for each in found]), 422
        case EditConflict(theirs=theirs):
            now = str((theirs or {}).get(TEXT) or "")
            return _page(name, text, workspace.shown_digest(name), (), now), 409


def errors_of(problems: Sequence[Problem], name: str) -> list[Problem]:
    """Return the errors of a file, without which its month cannot be shown."""
    return [each for each in blocking_errors(problems) if file_of(each) == name]


def page_of(name: str) -> str:
    """Return the page where a file is edited once it has no error."""
    return edit_url(name) or url_for("overview.show")


def _page(
    name: str, text: str, shown: str, problems: Sequence[Problem], theirs: str | None = None
) -> str:
    return render_template(
        "source_text.html",
        name=name,
        text=text,
        shown=shown,
        shown_name=_SHOWN,
        text_name=TEXT,
        lines=text.count("\n") + 1,
        problems=[(each, file_of(each) == name) for each in problems],
        theirs=theirs,
        folder=Path(current_services().workspace.folder).name,
    )
