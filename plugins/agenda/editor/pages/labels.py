"""The days of a month: the words printed for a day, and whether the schedule lists it."""

from flask import Blueprint, abort, flash, redirect, request, url_for

from agenda.editing.months import AddDay, RemoveDay, SetLabel, find_day_row, read_labels
from agenda.editing.outcomes import EditConflict, EditRefused, EditSaved, ReasonNeeded
from agenda.editor.form_page import input_page, reason_page, save_edit, sent_form
from agenda.editor.forms import FormInput, problem_sentence
from agenda.editor.pages.months import find_month
from agenda.editor.responses import Answer
from agenda.editor.services import current_services
from agenda.model import Month
from agenda.model.composition import documents_on
from agenda.schema.schedule import ENTRY
from agenda.source.yaml.values import ValueProblem, parse_days

blueprint = Blueprint("labels", __name__, url_prefix="/thang/<month>/ngay")

_DAYS, _LABEL, _BASE = "ngay", "nghi", "goc"


@blueprint.get("/")
def edit(month: str) -> Answer:
    """Return the form of the label of the days `ngay`."""
    found, days, file = _days(month, request.args.get(_DAYS, ""))
    label = read_labels(current_services().workspace.read(file)).get(days)
    return _form(found, days, label if isinstance(label, str) else "")


@blueprint.post("/")
def save(month: str) -> Answer:
    """Save the label of some days."""
    sent = sent_form()
    found, days, file = _days(month, sent.text(_DAYS))
    base, label = sent.text(_BASE), sent.text(_LABEL)
    action = SetLabel(days=days, base=base or None, value=label or None)
    outcome = save_edit(file, action)
    match outcome:
        case EditRefused(problems=problems):
            messages = [problem_sentence(each.problem) for each in problems]
            return _form(found, days, base, label, messages), 422
        case ReasonNeeded():
            return reason_page(_url(found, days)), 422
        case EditConflict(theirs=theirs):
            now = str((theirs or {}).get(_LABEL) or "")
            message = f"Chỗ này vừa được sửa ở nơi khác, nay là “{now}”. Lưu lần nữa để ghi đè."
            return _form(found, days, now, label, [message]), 409
    flash("Đã lưu.", "saved")
    current_services().preview.refresh()
    return redirect(_url(found, days), 303)


@blueprint.post("/lam/")
def list_days(month: str) -> Answer:
    """Add days to the schedule, or take days without items out of it, as the button says."""
    found, days, file = _days(month, sent_form().text(_DAYS))
    label = _label(file, days)
    action = AddDay(days=days) if "them" in request.form else RemoveDay(days=days, base=label)
    outcome = save_edit(file, action)
    match outcome:
        case EditSaved():
            flash(f"Đã ghi: {action.label}.", "saved")
            current_services().preview.refresh()
        case EditRefused(problems=problems):
            for each in problems:
                flash(problem_sentence(each.problem), "error")
        case ReasonNeeded():
            return reason_page(_url(found, days)), 422
        case EditConflict():
            flash("Ngày này vừa được sửa ở nơi khác. Chưa ghi gì; hãy xem lại.", "error")
    return redirect(_url(found, days), 303)


def _label(file: str, days: str) -> str | None:
    """Return the label of days, which may have a row together with others."""
    text = current_services().workspace.read(file)
    row = find_day_row(text, days)
    return row.text("nghi") if row is not None else None


def _form(
    month: Month, days: str, base: str, label: str | None = None, problems: list[str] | None = None
) -> str:
    field = ENTRY.field(_LABEL)
    assert field is not None
    return input_page(
        title=f"Ngày {days}",
        name=f"ngay-{days}",
        action=url_for("labels.save", month=month.month),
        back=_url(month, days),
        hidden=[(_DAYS, days), (_BASE, base)],
        inputs=[
            FormInput(
                form=f"ngay-{days}",
                name=_LABEL,
                label="Chữ ghi cho ngày này",
                about=f"{field.about} Bỏ trống nếu là ngày làm việc thường.",
                values=(base if label is None else label,),
                problems=tuple(problems or ()),
            )
        ],
    )


def _days(month: str, days: str) -> tuple[Month, str, str]:
    """Return the month, the days as its file writes them, and the file that covers them."""
    found = find_month(current_services().workspace.load(), month)
    try:
        first, last = parse_days(days, found.month)
    except ValueProblem:
        abort(404)
    if first not in found.month:
        abort(404)
    file = documents_on(found, first)[0].file
    written = read_labels(current_services().workspace.read(file))
    same = (each for each in written if _span(each, found) == (first, last))
    return found, next(same, days), file


def _span(days: str, month: Month) -> object:
    try:
        return parse_days(days, month.month)
    except ValueProblem:
        return None


def _url(month: Month, days: str) -> str:
    first, _ = parse_days(days, month.month)
    return url_for("months.show", month=month.month, _anchor=f"ngay-{first.day:02}")
