"""Edit a draft of an import: its items, and its header with the days that it covers."""

from collections.abc import Sequence

from flask import Blueprint, abort, flash, redirect, request, url_for

from agenda.editing.action import Action
from agenda.editing.drafts.session import ImportSession, SessionState
from agenda.editing.fields import FormField, header_fields, item_fields
from agenda.editing.items import AddItem, EditItem, RemoveItem, read_item
from agenda.editing.months import SetHeader, read_header
from agenda.editing.outcomes import (
    EditConflict,
    EditRefused,
    EditSaved,
    FieldProblem,
    Outcome,
    Values,
)
from agenda.editor.directory_forms import NAME_INPUTS
from agenda.editor.field_inputs import CONTENT, STATUS, sent_values
from agenda.editor.form_page import (
    NewName,
    add_sent_name,
    conflict_page,
    field_page,
    sent_base,
    sent_form,
)
from agenda.editor.forms import problem_sentence
from agenda.editor.imports.card_pages import card_url, next_card_url
from agenda.editor.imports.pages import find_session
from agenda.editor.responses import Answer
from agenda.editor.services import current_services
from agenda.model import Directory, HalfDay

blueprint = Blueprint("import_drafts", __name__, url_prefix="/nhap/<session_id>/<int:draft>")

_CARD = "the"
"""The number of the card that an edit answers, in the URL of its form."""

_ITEM_KEYS = (*CONTENT, *STATUS)
_HEADER_KEYS = tuple(field.key for field in header_fields({}, Directory()))


@blueprint.get("/viec/<code>/")
def edit(session_id: str, draft: int, code: str) -> Answer:
    """Return the form of an item of a draft."""
    session = find_draft(session_id, draft)
    values = read_item(session.drafts[draft].text, code)
    if values is None:
        abort(404)
    card = session.card(_card() or 0)
    note = card.message if card else ""
    return _item_form(session_id, "Sửa việc", f"cv-{code}", values, values, note=note)


@blueprint.post("/viec/<code>/")
def save(session_id: str, draft: int, code: str) -> Answer:
    """Save an item of a draft."""
    session, base = find_draft(session_id, draft), _base()
    values = sent_values(_ITEM_KEYS, sent_form(), base)
    if (name := add_sent_name()) is not None:
        return _item_form(session_id, "Sửa việc", f"cv-{code}", base, values, new_name=name)
    outcome = _edit(session, draft, EditItem(code=code, base=base, values=values))
    match outcome:
        case EditRefused(problems=problems):
            return _item_form(session_id, "Sửa việc", f"cv-{code}", base, values, problems), 422
        case EditConflict(theirs=theirs):
            return _conflict(session_id, _item_fields(values), base, values, theirs), 409
    return _saved(session_id, f"cv-{code}")


@blueprint.get("/viec-moi/")
def new(session_id: str, draft: int) -> Answer:
    """Return the form of an item that a draft lacks."""
    find_draft(session_id, draft)
    values = {"ngay": request.args.get("ngay", ""), "buoi": HalfDay.MORNING.value}
    return _item_form(session_id, "Thêm việc", "moi", {}, values)


@blueprint.post("/viec-moi/")
def add(session_id: str, draft: int) -> Answer:
    """Add an item to a draft."""
    session = find_draft(session_id, draft)
    values = sent_values(_ITEM_KEYS, sent_form(), {})
    if (name := add_sent_name()) is not None:
        return _item_form(session_id, "Thêm việc", "moi", {}, values, new_name=name)
    outcome = _edit(session, draft, AddItem(values=values))
    if isinstance(outcome, EditSaved):
        return _saved(session_id, f"cv-{outcome.new_codes[0]}" if outcome.new_codes else "")
    problems = outcome.problems if isinstance(outcome, EditRefused) else ()
    return _item_form(session_id, "Thêm việc", "moi", {}, values, problems), 422


@blueprint.post("/viec/<code>/xoa/")
def remove(session_id: str, draft: int, code: str) -> Answer:
    """Take an item out of a draft."""
    session = find_draft(session_id, draft)
    values = read_item(session.drafts[draft].text, code)
    if values is None:
        abort(404)
    outcome = _edit(session, draft, RemoveItem(code=code, base=values))
    for each in outcome.problems if isinstance(outcome, EditRefused) else ():
        flash(problem_sentence(each.problem), "error")
    return _saved(session_id, "ban-nhap")


@blueprint.post("/viec/<code>/ghep/")
def pair(session_id: str, draft: int, code: str) -> Answer:
    """Take an item for an earlier one of its month, or for a new one."""
    session = find_draft(session_id, draft)
    outcome = current_services().review.pair(session, draft, code, sent_form().text("viec"))
    for each in outcome.problems if isinstance(outcome, EditRefused) else ():
        flash(problem_sentence(each.problem), "error")
    return _saved(session_id, f"so-sanh-{draft}")


@blueprint.get("/phan-dau/")
def header(session_id: str, draft: int) -> Answer:
    """Return the form of the header of a draft, with the days that an amendment covers."""
    session = find_draft(session_id, draft)
    values = read_header(session.drafts[draft].text)
    return _header_form(session_id, values, values)


@blueprint.post("/phan-dau/")
def save_header(session_id: str, draft: int) -> Answer:
    """Save the header of a draft."""
    session, base = find_draft(session_id, draft), _base()
    values = sent_values(_HEADER_KEYS, sent_form(), base)
    outcome = _edit(session, draft, SetHeader(base=base, values=values))
    match outcome:
        case EditRefused(problems=problems):
            return _header_form(session_id, base, values, problems), 422
        case EditConflict(theirs=theirs):
            fields = header_fields(values, Directory())
            theirs = {**base, **(theirs or {})}
            return _conflict(session_id, fields, base, values, theirs), 409
    return _saved(session_id, "phan-dau")


def find_draft(session_id: str, draft: int) -> ImportSession:
    """Return the session with a draft that a URL names, or answer that there is none."""
    session = find_session(session_id)
    if session.state is not SessionState.REVIEW or draft >= len(session.drafts):
        abort(404)
    return session


def _base() -> Values:
    try:
        return sent_base(sent_form())
    except ValueError:
        abort(400)


def _edit(session: ImportSession, draft: int, action: Action) -> Outcome:
    return current_services().review.edit(session, draft, [action], _card())


def _card() -> int | None:
    return request.args.get(_CARD, type=int)


def _saved(session_id: str, anchor: str) -> Answer:
    """Return the way to the next open card, or back to what was edited."""
    card = _card()
    if card is None:
        return redirect(url_for("imports.review", session_id=session_id, _anchor=anchor), 303)
    edited = find_session(session_id).card(card)
    if edited is not None and edited.is_open:
        flash("Đã ghi, nhưng chỗ này vẫn cần xem.", "info")
        return redirect(card_url(session_id, card), 303)
    return redirect(next_card_url(session_id, card), 303)


def _item_form(
    session_id: str,
    title: str,
    name: str,
    base: Values,
    values: Values,
    problems: Sequence[FieldProblem] = (),
    note: str = "",
    new_name: NewName | None = None,
) -> str:
    return field_page(
        title=title,
        note=note,
        name=name,
        action=request.full_path,
        back=_back(session_id),
        fields=_item_fields(values),
        keys=_ITEM_KEYS,
        base=base,
        problems=problems,
        new_name=new_name or NewName(inputs=NAME_INPUTS),
    )


def _header_form(
    session_id: str, base: Values, values: Values, problems: Sequence[FieldProblem] = ()
) -> str:
    return field_page(
        title="Phần đầu văn bản",
        name="phan-dau",
        action=request.full_path,
        back=_back(session_id),
        fields=header_fields(values, Directory()),
        keys=_HEADER_KEYS,
        base=base,
        problems=problems,
    )


def _conflict(
    session_id: str,
    fields: Sequence[FormField],
    base: Values,
    values: Values,
    theirs: Values | None,
) -> str:
    return conflict_page(
        action=request.full_path,
        back=_back(session_id),
        fields=fields,
        keys=[field.key for field in fields],
        base=base,
        ours=values,
        theirs=theirs,
    )


def _item_fields(values: Values) -> tuple[FormField, ...]:
    return item_fields(values, current_services().workspace.load().agenda.directory)


def _back(session_id: str) -> str:
    card = _card()
    here = url_for("imports.review", session_id=session_id)
    return here if card is None else card_url(session_id, card)
