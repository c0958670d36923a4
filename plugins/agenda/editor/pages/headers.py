"""The form of a month's document: number, date, signer, focus, caveat and recipients."""

from collections.abc import Sequence

from flask import Blueprint, abort, flash, redirect, url_for

from agenda.editing.fields import FormField, header_fields
from agenda.editing.months import SetHeader, read_header
from agenda.editing.outcomes import EditRefused, EditSaved, FieldProblem, ReasonNeeded, Values
from agenda.editor.field_inputs import sent_values
from agenda.editor.form_page import (
    conflict_page,
    field_page,
    reason_page,
    save_edit,
    sent_base,
    sent_form,
)
from agenda.editor.month_view import header_revision
from agenda.editor.pages.months import find_month
from agenda.editor.responses import Answer
from agenda.editor.services import current_services
from agenda.model import Directory, Revision

blueprint = Blueprint("headers", __name__, url_prefix="/thang/<month>")

_AMENDMENT_KEYS = ("pham_vi", "bo_sung")
"""The keys that the first document of a month does not have."""


@blueprint.get("/phan-dau/")
def edit(month: str) -> Answer:
    """Return the form of a month's document."""
    revision = _revision(month)
    values = read_header(current_services().workspace.open(revision.file))
    return _form(month, revision, values, values)


@blueprint.post("/phan-dau/")
def save(month: str) -> Answer:
    """Save a month's document."""
    revision = _revision(month)
    sent = sent_form()
    try:
        base = sent_base(sent)
    except ValueError:
        abort(400)
    keys = _keys(revision)
    values = sent_values(keys, sent, base)
    if values == base:
        return _saved(month, "Không có gì thay đổi.")
    outcome = save_edit(revision.file, SetHeader(base=base, values=values))
    match outcome:
        case EditSaved():
            return _saved(month, "Đã lưu phần đầu văn bản.")
        case EditRefused(problems=problems):
            return _form(month, revision, base, values, problems), 422
        case ReasonNeeded():
            return reason_page(url_for("months.show", month=month)), 422
    page = conflict_page(
        action=url_for("headers.save", month=month),
        back=url_for("months.show", month=month),
        fields=_fields(values),
        keys=keys,
        base=base,
        ours=values,
        theirs={**base, **(outcome.theirs or {})},
    )
    return page, 409


def _form(
    month: str,
    revision: Revision,
    base: Values,
    values: Values,
    problems: Sequence[FieldProblem] = (),
) -> str:
    return field_page(
        title="Phần đầu văn bản",
        name="phan-dau",
        action=url_for("headers.save", month=month),
        back=url_for("months.show", month=month),
        fields=_fields(values),
        keys=_keys(revision),
        base=base,
        problems=problems,
    )


def _fields(values: Values) -> tuple[FormField, ...]:
    return header_fields(values, Directory())


def _keys(revision: Revision) -> list[str]:
    hidden = () if revision.number else _AMENDMENT_KEYS
    return [field.key for field in _fields({}) if field.key not in hidden]


def _revision(month: str) -> Revision:
    return header_revision(find_month(current_services().workspace.load(), month))


def _saved(month: str, message: str) -> Answer:
    flash(message, "saved")
    current_services().preview.refresh()
    return redirect(url_for("months.show", month=month), 303)
