"""Arrange a draft of an import: the labels of its days, and the order of its items."""

from flask import Blueprint, abort, flash, redirect, request, url_for

from agenda.editing.items import PlaceItem
from agenda.editing.months import SetLabel, find_day_row
from agenda.editing.outcomes import EditConflict, EditRefused, Outcome
from agenda.editor.form_page import input_page, sent_form
from agenda.editor.forms import FormInput, problem_sentence
from agenda.editor.imports.draft_pages import find_draft
from agenda.editor.responses import Answer
from agenda.editor.services import current_services
from agenda.source.yaml.values import ValueProblem

blueprint = Blueprint("import_days", __name__, url_prefix="/nhap/<session_id>/<int:draft>/ngay")

_DAYS, _LABEL, _BASE = "ngay", "nghi", "goc"


@blueprint.get("/")
def edit(session_id: str, draft: int) -> Answer:
    """Return the form of the label of the days `ngay` of a draft."""
    days = request.args.get(_DAYS, "")
    text = find_draft(session_id, draft).drafts[draft].text
    try:
        row = find_day_row(text, days)
    except ValueProblem:
        abort(404)
    label = row.text(_LABEL) if row is not None else None
    return _form(session_id, draft, days, label or "", label or "")


@blueprint.post("/")
def save(session_id: str, draft: int) -> Answer:
    """Save the label of some days of a draft."""
    session, sent = find_draft(session_id, draft), sent_form()
    days, base, label = sent.text(_DAYS), sent.text(_BASE), sent.text(_LABEL)
    action = SetLabel(days=days, base=base or None, value=label or None)
    outcome = current_services().review.edit(session, draft, [action])
    if isinstance(outcome, EditConflict):
        base = str((outcome.theirs or {}).get(_LABEL) or "")
    if messages := _messages(outcome):
        return _form(session_id, draft, days, base, label, messages), 422
    return _back(session_id)


@blueprint.post("/<code>/")
def place(session_id: str, draft: int, code: str) -> Answer:
    """Put an item of a draft before or after another, as the pressed button says."""
    session = find_draft(session_id, draft)
    before, after = request.form.get("truoc"), request.form.get("sau")
    action = PlaceItem(code=code, beside=before or after or "", after=not before)
    for message in _messages(current_services().review.edit(session, draft, [action])):
        flash(message, "error")
    here = url_for("imports.review", session_id=session_id, _anchor=f"cv-{code}")
    return redirect(here, 303)


def _form(
    session_id: str, draft: int, days: str, base: str, label: str, messages: list[str] | None = None
) -> str:
    name = f"nhap-{draft}-ngay"
    return input_page(
        title=f"Ngày {days}",
        name=name,
        action=url_for("import_days.save", session_id=session_id, draft=draft),
        back=url_for("imports.review", session_id=session_id),
        hidden=[(_DAYS, days), (_BASE, base)],
        inputs=[
            FormInput(
                form=name,
                name=_LABEL,
                label="Chữ ghi cho ngày này",
                about="Như văn bản ghi, ví dụ Nghỉ lễ. Bỏ trống nếu là ngày làm việc thường.",
                values=(label,),
                problems=tuple(messages or ()),
            )
        ],
    )


def _messages(outcome: Outcome) -> list[str]:
    match outcome:
        case EditRefused(problems=problems):
            return [problem_sentence(each.problem) for each in problems]
        case EditConflict():
            return ["Chỗ này vừa được sửa ở cửa sổ khác. Chưa ghi gì; lưu lần nữa để ghi đè."]
    return []


def _back(session_id: str) -> Answer:
    return redirect(url_for("imports.review", session_id=session_id, _anchor="ban-nhap"), 303)
