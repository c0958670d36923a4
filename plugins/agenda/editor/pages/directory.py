"""The directory: people, units and groups, and the forms that change them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from flask import Blueprint, abort, flash, redirect, render_template, url_for

from agenda.editing.directory.actions import EditEntry
from agenda.editing.directory.entries import EntryValues, entry_fields, read_entries
from agenda.editing.outcomes import (
    EditConflict,
    EditRefused,
    EditSaved,
    FieldProblem,
    Outcome,
    ReasonNeeded,
    Values,
)
from agenda.editor.directory_forms import (
    ADDED_INPUTS,
    ADDING,
    ENTRY_FORMS,
    MERGED_INPUTS,
    add_entry,
    merge_units,
)
from agenda.editor.directory_view import view_directory
from agenda.editor.field_inputs import pack, sent_values
from agenda.editor.form_page import (
    BASE,
    conflict_page,
    field_page,
    input_page,
    reason_page,
    save_edit,
    sent_base,
    sent_form,
)
from agenda.editor.forms import FormInput, SentForm, filled, problem_sentence
from agenda.editor.pages.overview import file_of
from agenda.editor.responses import Answer
from agenda.editor.services import current_services
from agenda.model import Directory
from agenda.source.file_names import DIRECTORY
from agenda.source.writing.fields import NotWritable

_SECTION = f"any({', '.join(ADDING)})"
"""The part of a URL that names a section. A person may have the code `them` too."""

blueprint = Blueprint("directory", __name__, url_prefix="/danh-ba")


@blueprint.get("/")
def show() -> Answer:
    """Return the directory."""
    entries = _entries()  # writes the codes that names lack
    reading = current_services().workspace.load()
    unreadable = [each for each in reading.problems if file_of(each) == DIRECTORY]
    if unreadable and not entries:
        return (
            render_template(
                "unreadable.html", name="danh bạ", problems=unreadable, files=[DIRECTORY]
            ),
            422,
        )
    sections = view_directory(reading.agenda.directory)
    return render_template(
        "directory.html",
        sections_of_directory=sections,
        abbreviations=reading.agenda.directory.abbreviations,
    )


@blueprint.get("/<code>/sua/")
def edit(code: str) -> Answer:
    """Return the form of all fields of an entry."""
    entry = _entry(code)
    return _edit_form(entry, entry.values)


@blueprint.post("/<code>/sua/")
def save(code: str) -> Answer:
    """Save the fields of an entry."""
    entry, sent = _entry(code), sent_form()
    base = _base(sent)
    keys = [field.key for field in entry_fields(entry, Directory())]
    values = sent_values(keys, sent, base)
    outcome = save_edit(DIRECTORY, EditEntry(code=code, base=base, values=values))
    match outcome:
        case EditSaved():
            return _saved(code, "Đã lưu.")
        case EditRefused(problems=problems):
            return _edit_form(replace(entry, values=values), base, problems), 422
        case ReasonNeeded():
            return reason_page(_url(code)), 422
    page = conflict_page(
        action=url_for("directory.save", code=code),
        back=_url(code),
        fields=entry_fields(entry, Directory()),
        keys=keys,
        base=base,
        ours=values,
        theirs=outcome.theirs,
    )
    return page, 409


@blueprint.get("/<code>/<form>/")
def change(code: str, form: str) -> Answer:
    """Return one of the small forms of an entry."""
    return _small_form(_entry(code), form, ())


@blueprint.post("/<code>/<form>/")
def save_change(code: str, form: str) -> Answer:
    """Save one of the small forms of an entry."""
    entry, sent = _entry(code), sent_form()
    if form not in ENTRY_FORMS:
        abort(404)
    action = ENTRY_FORMS[form].make(code, _base(sent), sent)
    outcome = save_edit(DIRECTORY, action)
    if isinstance(outcome, EditSaved):
        new = outcome.new_codes
        return _saved(new[0] if new else code, f"Đã ghi: {action.label}.")
    return _small_form(entry, form, filled(ENTRY_FORMS[form].inputs, sent), outcome), 422


@blueprint.get(f"/them/<{_SECTION}:section>/")
def new(section: str) -> Answer:
    """Return the form of a new entry."""
    return _new_form(section, ADDED_INPUTS[section])


@blueprint.post(f"/them/<{_SECTION}:section>/")
def add(section: str) -> Answer:
    """Add an entry."""
    inputs, sent = ADDED_INPUTS[section], sent_form()
    action = add_entry(section, sent)
    outcome = save_edit(DIRECTORY, action)
    if isinstance(outcome, EditSaved):
        return _saved(outcome.new_codes[0], f"Đã ghi: {action.label}.")
    return _new_form(section, filled(inputs, sent), outcome), 422


@blueprint.get("/hop-nhat/")
def merge() -> Answer:
    """Return the form that merges units."""
    return _merge_form(MERGED_INPUTS, ())


@blueprint.post("/hop-nhat/")
def save_merge() -> Answer:
    """Merge the chosen units into a new one."""
    sent, entries = sent_form(), _entries()
    chosen = [code for code in sent.texts("co_quan") if code in entries]
    if not chosen:
        return _merge_form(filled(MERGED_INPUTS, sent), (), ["Chọn ít nhất một cơ quan."]), 422
    action = merge_units({code: entries[code].values for code in chosen}, sent)
    outcome = save_edit(DIRECTORY, action)
    if isinstance(outcome, EditSaved):
        return _saved(outcome.new_codes[0], f"Đã ghi: {action.label}.")
    return _merge_form(filled(MERGED_INPUTS, sent), chosen, _messages(outcome)), 422


def _edit_form(entry: EntryValues, base: Values, problems: Sequence[FieldProblem] = ()) -> str:
    fields = entry_fields(entry, Directory())
    return field_page(
        title=f"Sửa {entry.name}",
        name=entry.code,
        action=url_for("directory.save", code=entry.code),
        back=_url(entry.code),
        fields=fields,
        keys=[field.key for field in fields],
        base=base,
        problems=problems,
    )


def _small_form(
    entry: EntryValues, form: str, inputs: Sequence[FormInput], outcome: Outcome | None = None
) -> str:
    definition = ENTRY_FORMS.get(form)
    if definition is None or entry.section not in definition.sections:
        abort(404)
    return input_page(
        title=f"{definition.title}: {entry.name}",
        name=entry.code,
        action=url_for("directory.save_change", code=entry.code, form=form),
        back=_url(entry.code),
        note=definition.note,
        inputs=[replace(each, form=entry.code) for each in inputs or definition.inputs],
        messages=_messages(outcome),
        hidden=[(BASE, pack(entry.values))],
    )


def _new_form(section: str, inputs: Sequence[FormInput], outcome: Outcome | None = None) -> str:
    return input_page(
        title=ADDING[section],
        name=section,
        action=url_for("directory.add", section=section),
        back=url_for("directory.show"),
        inputs=[replace(each, form=section) for each in inputs],
        messages=_messages(outcome),
    )


def _merge_form(
    inputs: Sequence[FormInput], chosen: Sequence[str], messages: Sequence[str] = ()
) -> str:
    units = current_services().workspace.load().agenda.directory.units
    choice = FormInput(
        name="co_quan",
        label="Các cơ quan cũ",
        about="Chấm dứt ngay trước khi có cơ quan mới; trang của chúng vẫn mở được.",
        kind="several",
        values=tuple(chosen),
        choices=tuple((unit.code, unit.name) for unit in units if unit.until is None),
    )
    return input_page(
        title="Hợp nhất cơ quan",
        name="hop-nhat",
        action=url_for("directory.save_merge"),
        back=url_for("directory.show"),
        inputs=[replace(each, form="hop-nhat") for each in (choice, *inputs)],
        messages=messages,
    )


def _messages(outcome: Outcome | None) -> list[str]:
    """Return why an edit was not saved, in sentences."""
    match outcome:
        case EditRefused(problems=problems):
            return [problem_sentence(each.problem) for each in problems]
        case EditConflict():
            return ["Mục này vừa được sửa ở nơi khác, chưa ghi gì. Xem lại danh bạ, rồi lưu lại."]
    return []


def _entries() -> Mapping[str, EntryValues]:
    try:
        return read_entries(current_services().workspace.open(DIRECTORY))
    except (NotWritable, UnicodeDecodeError):
        return {}


def _entry(code: str) -> EntryValues:
    entry = _entries().get(code)
    return entry if entry is not None else abort(404)


def _base(sent: SentForm) -> Values:
    try:
        return sent_base(sent)
    except ValueError:
        abort(400)


def _saved(code: str, message: str) -> Answer:
    flash(message, "saved")
    current_services().preview.refresh()
    return redirect(_url(code), 303)


def _url(code: str) -> str:
    return url_for("directory.show", _anchor=code)
