"""Actions of the menu of an item that need no form: move, copy, restore and remove."""

from flask import Blueprint, abort, flash, redirect, request

from agenda.editing.action import Action
from agenda.editing.items import PlaceItem, RemoveItem, duplicate, read_item, set_status
from agenda.editing.outcomes import EditConflict, EditRefused, EditSaved, ReasonNeeded, Values
from agenda.editor.form_page import reason_page, save_edit
from agenda.editor.forms import problem_sentence
from agenda.editor.pages.items import find_item_place, item_saved, item_url
from agenda.editor.responses import Answer
from agenda.editor.services import current_services
from agenda.model import Status

blueprint = Blueprint("item_actions", __name__, url_prefix="/thang/<month>/viec")


@blueprint.post("/<code>/lam/")
def act(month: str, code: str) -> Answer:
    """Move an item, copy it, restore it or remove it, as the pressed button says."""
    _, file = find_item_place(month, code)
    values = read_item(current_services().workspace.read(file), code)
    action = _action(code, values) if values is not None else None
    if action is None:
        abort(404)
    outcome = save_edit(file, action)
    match outcome:
        case EditSaved(new_codes=codes):
            return item_saved(month, codes[0] if codes else code, f"Đã ghi: {action.label}.")
        case EditRefused(problems=problems):
            for each in problems:
                flash(problem_sentence(each.problem), "error")
        case ReasonNeeded():
            return reason_page(item_url(month, code)), 422
        case EditConflict():
            flash("Việc này vừa được sửa ở nơi khác. Hãy xem lại rồi làm lại.", "error")
    return redirect(item_url(month, code), 303)


def _action(code: str, values: Values) -> Action | None:
    """Return the edit of the pressed button."""
    if beside := request.form.get("truoc"):
        return PlaceItem(code=code, beside=beside, after=False)
    if beside := request.form.get("sau"):
        return PlaceItem(code=code, beside=beside, after=True)
    if "nhan-doi" in request.form:
        return duplicate(code, values, None, None)
    if "nhu-dinh" in request.form:
        return set_status(code, values, Status.PLANNED, None)
    return RemoveItem(code=code, base=values) if "xoa" in request.form else None
