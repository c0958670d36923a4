"""The forms of an item: edit, add and change the status."""

from collections.abc import Sequence

from flask import Blueprint, abort, flash, redirect, request, url_for

from agenda.editing.fields import FormField, item_fields
from agenda.editing.items import AddItem, EditItem, read_item
from agenda.editing.outcomes import (
    EditRefused,
    EditSaved,
    FieldProblem,
    ReasonNeeded,
    Values,
)
from agenda.editor.directory_forms import NAME_INPUTS
from agenda.editor.field_inputs import CONTENT, STATUS, sent_values
from agenda.editor.form_page import (
    NewName,
    add_sent_name,
    conflict_page,
    field_page,
    reason_page,
    save_edit,
    sent_base,
    sent_form,
)
from agenda.editor.month_view import files_by_code
from agenda.editor.pages.months import find_month
from agenda.editor.responses import Answer
from agenda.editor.services import current_services
from agenda.model import HalfDay, Month, Status
from agenda.model.composition import documents_on
from agenda.source.yaml.values import ValueProblem, parse_days

blueprint = Blueprint("items", __name__, url_prefix="/thang/<month>/viec")

_STATUS_FORMS = {
    Status.CANCELLED.value: ("Hủy việc", ("ly_do",)),
    Status.POSTPONED.value: ("Hoãn việc", ("ly_do",)),
    Status.MOVED.value: ("Đổi sang ngày khác", ("doi_sang", "ly_do")),
}
"""The title and the inputs of the form of each status."""


@blueprint.get("/<code>/")
def edit(month: str, code: str) -> Answer:
    """Return the form of an item."""
    return _form_of(month, code, CONTENT)


@blueprint.get("/<code>/tinh-trang/")
def status(month: str, code: str) -> Answer:
    """Return the form that gives an item the status `la`."""
    if (status := request.args.get("la", "")) not in _STATUS_FORMS:
        abort(404)
    return _form_of(month, code, STATUS, status)


@blueprint.post("/<code>/")
def save(month: str, code: str) -> Answer:
    """Save an item."""
    return _save(month, code, CONTENT)


@blueprint.post("/<code>/tinh-trang/")
def save_status(month: str, code: str) -> Answer:
    """Save the status of an item."""
    return _save(month, code, STATUS)


@blueprint.get("/moi/")
def new(month: str) -> Answer:
    """Return the form of a new item on the day `ngay`."""
    half_day = request.args.get("buoi", HalfDay.MORNING.value)
    return _new_form(_month(month), {"ngay": request.args.get("ngay", ""), "buoi": half_day})


@blueprint.post("/moi/")
def add(month: str) -> Answer:
    """Add an item."""
    found = _month(month)
    values = sent_values(CONTENT, sent_form(), {})
    if (new_name := add_sent_name()) is not None:
        return _new_form(found, values, new_name=new_name)
    outcome = save_edit(_file_for(found, values), AddItem(values=values))
    if isinstance(outcome, EditSaved):
        saved = item_saved(month, outcome.new_codes[0], "Đã thêm việc.")
        again = url_for("items.new", month=month, ngay=values["ngay"], buoi=values["buoi"])
        return redirect(again, 303) if "tiep" in request.form else saved
    if isinstance(outcome, ReasonNeeded):
        return reason_page(url_for("months.show", month=month)), 422
    problems = outcome.problems if isinstance(outcome, EditRefused) else ()
    return _new_form(found, values, problems), 422


def _form_of(month: str, code: str, keys: Sequence[str], status: str = "") -> Answer:
    found, file = find_item_place(month, code)
    base = read_item(current_services().workspace.open(file), code)
    if base is None:
        abort(404)
    is_other = bool(status) and base.get("trang_thai") != status
    values = {**base, "trang_thai": status, "ly_do": None} if is_other else base
    return _form(found, code, keys, base, values)


def _save(month: str, code: str, keys: Sequence[str]) -> Answer:
    found, file = find_item_place(month, code)
    sent = sent_form()
    try:
        base = sent_base(sent)
    except ValueError:
        abort(400)
    values = sent_values(keys, sent, base)
    if (new_name := add_sent_name()) is not None:
        return _form(found, code, keys, base, values, new_name=new_name)
    outcome = save_edit(file, EditItem(code=code, base=base, values=values))
    match outcome:
        case EditSaved():
            return item_saved(month, code, "Đã lưu.")
        case EditRefused(problems=problems):
            return _form(found, code, keys, base, values, problems), 422
        case ReasonNeeded():
            return reason_page(item_url(month, code)), 422
    page = conflict_page(
        action=_action_url(month, code, keys),
        back=item_url(month, code),
        fields=_fields(values),
        keys=keys,
        base=base,
        ours=values,
        theirs=outcome.theirs,
    )
    return page, 409


def _form(
    month: Month,
    code: str,
    keys: Sequence[str],
    base: Values,
    values: Values,
    problems: Sequence[FieldProblem] = (),
    new_name: NewName | None = None,
) -> str:
    status = str(values.get("trang_thai") or "")
    title, shown = "Sửa việc", keys
    hidden: list[tuple[str, str]] = []
    if keys is STATUS:
        title, shown = _STATUS_FORMS.get(status, ("Tình trạng của việc", STATUS))
        hidden = [(key, status) for key in STATUS[:1] if key not in shown]
    return field_page(
        title=title,
        note=str(values.get("noi_dung")) if keys is STATUS else "",
        name=f"cv-{code}",
        action=_action_url(str(month.month), code, keys),
        back=item_url(str(month.month), code),
        fields=_fields(values),
        keys=shown,
        base=base,
        problems=problems,
        new_name=None if keys is STATUS else new_name or NewName(inputs=NAME_INPUTS),
        hidden=hidden,
    )


def _new_form(
    month: Month,
    values: Values,
    problems: Sequence[FieldProblem] = (),
    new_name: NewName | None = None,
) -> str:
    return field_page(
        title="Thêm việc",
        name="moi",
        action=url_for("items.add", month=month.month),
        back=url_for("months.show", month=month.month),
        submit="Thêm việc",
        submit_more="Thêm, rồi ghi việc tiếp",
        fields=_fields(values),
        keys=CONTENT,
        base={},
        problems=problems,
        new_name=new_name or NewName(inputs=NAME_INPUTS),
    )


def _fields(values: Values) -> tuple[FormField, ...]:
    return item_fields(values, current_services().workspace.load().agenda.directory)


def item_saved(month: str, code: str, message: str) -> Answer:
    """Return the way to an item that was saved."""
    flash(message, "saved")
    current_services().preview.refresh()
    return redirect(item_url(month, code), 303)


def item_url(month: str, code: str) -> str:
    """Return the place of an item on the page of its month."""
    return url_for("months.show", month=month, _anchor=f"cv-{code}")


def _action_url(month: str, code: str, keys: Sequence[str]) -> str:
    endpoint = "items.save_status" if keys is STATUS else "items.save"
    return url_for(endpoint, month=month, code=code)


def _month(month: str) -> Month:
    return find_month(current_services().workspace.load(), month)


def find_item_place(month: str, code: str) -> tuple[Month, str]:
    """Return the month of an item and the file that holds it, or answer that there is none."""
    found = _month(month)
    file = files_by_code(found).get(code)
    return (found, file) if file is not None else abort(404)


def _file_for(month: Month, values: Values) -> str:
    """Return the file for a new item: the document that covers its day."""
    days = values.get("ngay")
    try:
        first, _ = parse_days(days if isinstance(days, str) else "", month.month)
    except ValueProblem:
        return month.newest.file  # where saving reports the day
    return documents_on(month, first)[0].file if first in month.month else month.newest.file
