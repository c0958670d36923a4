"""The forms of an abbreviation of the directory."""

from flask import Blueprint, abort, flash, redirect, url_for

from agenda.editing.directory.abbreviations import FULL, SHORT, SetAbbreviation, read_abbreviations
from agenda.editing.outcomes import EditConflict, EditRefused
from agenda.editor.form_page import input_page, save_edit, sent_form
from agenda.editor.forms import FormInput, problem_sentence
from agenda.editor.responses import Answer
from agenda.editor.services import current_services
from agenda.source.file_names import DIRECTORY

blueprint = Blueprint("abbreviations", __name__, url_prefix="/danh-ba/viet-tat")

_AGAIN = "Chưa ghi gì; lưu lần nữa thì ghi như biểu mẫu này."

_BASE_SHORT, _BASE_FULL, _REMOVE = "goc-chu", "goc-day-du", "bo"


@blueprint.get("/moi/")
def new() -> Answer:
    """Return the form of a new abbreviation."""
    return _form(None, ("", ""))


@blueprint.get("/sua/<path:short>/")
def edit(short: str) -> Answer:
    """Return the form of an abbreviation."""
    full = read_abbreviations(current_services().workspace.read(DIRECTORY)).get(short)
    if full is None:
        abort(404)
    return _form((short, full), (short, full))


@blueprint.post("/")
def save() -> Answer:
    """Add, change or remove an abbreviation."""
    sent = sent_form()
    base = (sent.text(_BASE_SHORT), sent.text(_BASE_FULL)) if sent.text(_BASE_SHORT) else None
    values = (sent.text(SHORT), sent.text(FULL))
    action = SetAbbreviation(base=base, new=None if base and sent.text(_REMOVE) else values)
    outcome = save_edit(DIRECTORY, action)
    match outcome:
        case EditRefused(problems=problems):
            return _form(base, values, [problem_sentence(each.problem) for each in problems]), 422
        case EditConflict(theirs=theirs):
            now = (str(theirs[SHORT]), str(theirs[FULL])) if theirs else None
            seen = f"nay là “{now[1]}”" if now else "nay không còn"
            return _form(now, values, [f"Dòng này vừa được sửa ở nơi khác, {seen}. {_AGAIN}"]), 409
    flash(f"Đã ghi: {action.label}.", "saved")
    current_services().preview.refresh()
    return redirect(_url(), 303)


def _form(
    base: tuple[str, str] | None, values: tuple[str, str], messages: list[str] | None = None
) -> str:
    inputs = [
        FormInput(
            form="viet-tat",
            name=SHORT,
            label="Chữ viết tắt",
            about="Như văn bản ghi, ví dụ NTM.",
            required=True,
            values=values[:1],
        ),
        FormInput(form="viet-tat", name=FULL, label="Chữ đầy đủ", required=True, values=values[1:]),
    ]
    if base:
        inputs.append(
            FormInput(form="viet-tat", name=_REMOVE, label="Bỏ chữ viết tắt này", kind="flag")
        )
    return input_page(
        title=f"Sửa chữ viết tắt {base[0]}" if base else "Thêm chữ viết tắt",
        name="viet-tat",
        action=url_for("abbreviations.save"),
        back=_url(),
        hidden=[(_BASE_SHORT, base[0]), (_BASE_FULL, base[1])] if base else [],
        inputs=inputs,
        messages=messages or (),
    )


def _url() -> str:
    return url_for("directory.show", _anchor="viet-tat")
