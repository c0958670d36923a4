"""The forms of a correction: what a month declares to differ from the paper, and why."""

from flask import Blueprint, abort, flash, redirect, request, url_for

from agenda.editing.corrections import SetCorrection, read_corrections
from agenda.editing.fields import form_fields
from agenda.editing.outcomes import (
    EditConflict,
    EditRefused,
    FieldProblem,
    ReasonNeeded,
    Values,
)
from agenda.editor.field_inputs import field_inputs, pack, sent_values
from agenda.editor.form_page import BASE, input_page, reason_page, save_edit, sent_base, sent_form
from agenda.editor.forms import FormInput, problem_sentence
from agenda.editor.month_view import header_revision
from agenda.editor.pages.months import find_month
from agenda.editor.responses import Answer
from agenda.editor.services import current_services
from agenda.model import Directory, Month
from agenda.schema.signed_document import CORRECTION

blueprint = Blueprint("corrections", __name__, url_prefix="/thang/<month>/hieu-dinh")

_FILE, _REMOVE = "tep", "bo"
_KEYS = tuple(field.key for field in CORRECTION.fields)


@blueprint.get("/moi/")
def new(month: str) -> Answer:
    """Return the form of a new correction."""
    found = _month(month)
    return _form(found, header_revision(found).file, None, {})


@blueprint.get("/<file>/<int:number>/")
def edit(month: str, file: str, number: int) -> Answer:
    """Return the form of a correction, by its position in the file, from 1."""
    found = _month(month)
    _check(found, file)
    corrections = read_corrections(current_services().workspace.read(file))
    if not 1 <= number <= len(corrections):
        abort(404)
    return _form(found, file, corrections[number - 1], corrections[number - 1])


@blueprint.post("/")
def save(month: str) -> Answer:
    """Add, change or remove a correction."""
    found, sent = _month(month), sent_form()
    file = sent.text(_FILE)
    _check(found, file)
    try:
        base = sent_base(sent) if BASE in request.form else None
    except ValueError:
        abort(400)
    values = sent_values(_KEYS, sent, base or {})
    removes = base is not None and bool(sent.text(_REMOVE))
    action = SetCorrection(base=base, values=None if removes else values)
    outcome = save_edit(file, action)
    match outcome:
        case EditRefused(problems=problems):
            return _form(found, file, base, values, problems), 422
        case ReasonNeeded():
            return reason_page(_url(month)), 422
        case EditConflict():
            message = "Mục này vừa được sửa ở nơi khác. Chưa ghi gì; lưu lần nữa để thêm mục mới."
            return _form(found, file, None, values, messages=[message]), 409
    flash(f"Đã ghi: {action.label}.", "saved")
    current_services().preview.refresh()
    return redirect(_url(month), 303)


def _form(
    month: Month,
    file: str,
    base: Values | None,
    values: Values,
    problems: tuple[FieldProblem, ...] = (),
    messages: list[str] | None = None,
) -> str:
    fields = form_fields(CORRECTION.fields, values, Directory())
    inputs = list(field_inputs(fields, _KEYS, (), "hieu-dinh"))
    if base is not None:
        inputs.append(FormInput(form="hieu-dinh", name=_REMOVE, label="Bỏ mục này", kind="flag"))
    return input_page(
        title="Sửa mục hiệu đính" if base is not None else "Thêm mục hiệu đính",
        name="hieu-dinh",
        action=url_for("corrections.save", month=month.month),
        back=_url(str(month.month)),
        note="Ghi khi bản ký in sai và chương trình đã ghi lại cho đúng, hoặc khi còn ngờ mà vẫn "
        "giữ như bản in. Trang công khai nêu chỗ này ở mục Hiệu đính. Chữ của việc thì sửa ở việc.",
        hidden=[(_FILE, file), *([(BASE, pack(base))] if base is not None else [])],
        inputs=inputs,
        messages=messages or [problem_sentence(each.problem) for each in problems],
    )


def _month(month: str) -> Month:
    return find_month(current_services().workspace.load(), month)


def _check(month: Month, file: str) -> None:
    """Answer that there is no such page unless a file is one of the month."""
    if file not in {revision.file for revision in month.revisions}:
        abort(404)


def _url(month: str) -> str:
    return url_for("months.show", month=month, _anchor="hieu-dinh")
