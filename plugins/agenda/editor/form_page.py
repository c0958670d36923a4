"""The pages with one form, and what a form sends."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from flask import render_template, request

from agenda.build.edited_months import Edit
from agenda.editing.action import Action
from agenda.editing.fields import FormField
from agenda.editing.outcomes import EditRefused, EditSaved, FieldProblem, Outcome, Values
from agenda.editing.recording import Reason
from agenda.editor.access import FORM_TOKEN
from agenda.editor.directory_forms import ADD_NAME, NAME_INPUTS, add_name
from agenda.editor.field_inputs import as_texts, compare_versions, field_inputs, pack, unpack
from agenda.editor.forms import FormInput, SentForm, filled, problem_sentence
from agenda.editor.services import current_services
from agenda.model import Problem
from agenda.source.file_names import DIRECTORY

BASE = "goc"
"""The input with the values that the form showed."""

_KIND, _WHY = "loai_thay_doi", "vi"
_STATUS_REASON = "ly_do"
"""The reason of a status; that of its change is the same, unless the clerk says otherwise."""

_CHANGE, _CORRECTION = "thay-doi", "sua-loi"


def sent_form() -> SentForm:
    """Return the values of the form that was sent."""
    return SentForm(request.form.to_dict(flat=False))


def sent_base(sent: SentForm) -> Values:
    """Return the values that the form showed. Raise `ValueError` if they were tampered with."""
    return unpack(sent.text(BASE))


def sent_reason() -> Reason | None:
    """Return the reason that a form gives for a change of published content, if any."""
    sent = sent_form()
    kind = sent.text(_KIND)
    reason = Reason(words=sent.text(_WHY) or None, is_correction=kind == _CORRECTION)
    return reason if kind else None


def save_edit(file: str, action: Action) -> Outcome:
    """Save an edit, with the reason that the form gives."""
    return current_services().workspace.save(file, action, sent_reason())


def reason_page(back: str, edits: Iterable[Edit] = ()) -> str:
    """Return the page that asks why published content changes, and sends the same form again.

    It lists `edits` that the clerk did not make one by one.
    """
    own = {FORM_TOKEN, _KIND, _WHY}
    titles = "; ".join(each.title for each in edits)
    return input_page(
        title="Chỗ này đã đăng",
        name="ly-do",
        action=request.path,
        back=back,
        note="Người đọc đã thấy bản trước. Thay đổi sẽ được ghi lại, kèm ngày và lý do, để người "
        "đọc biết; chữ cũ vẫn xem được ở mục Thay đổi."
        + (f" Những chỗ khác bản đã đăng: {titles}." if titles else ""),
        hidden=[
            (name, value)
            for name, values in request.form.to_dict(flat=False).items()
            for value in values
            if name not in own
        ],
        inputs=(
            FormInput(
                form="ly-do",
                name=_KIND,
                label="Vì sao đổi",
                kind="choice",
                choices=(
                    (_CHANGE, "Lịch thay đổi sau khi đăng"),
                    (_CORRECTION, "Nhập sai so với văn bản, nay sửa lại"),
                ),
            ),
            FormInput(
                form="ly-do",
                name=_WHY,
                label="Lý do",
                about="Như: Theo thông báo của Văn phòng. Có thể bỏ trống.",
                values=tuple(request.form.getlist(_STATUS_REASON)),
            ),
        ),
        submit="Lưu và ghi lại thay đổi",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class NewName:
    """The part of an item's form that adds a name to the directory.

    `message` tells what it added; `problems` why it added nothing.
    """

    inputs: Sequence[FormInput]
    message: str = ""
    problems: Sequence[str] = ()


def add_sent_name() -> NewName | None:
    """Add the name in an item's form to the directory, if its button was pressed."""
    sent = sent_form()
    if not sent.text(ADD_NAME):
        return None
    action = add_name(sent)
    outcome = current_services().workspace.save(DIRECTORY, action)
    if isinstance(outcome, EditSaved):
        return NewName(inputs=NAME_INPUTS, message=f"Đã ghi: {action.label}.")
    found = outcome.problems if isinstance(outcome, EditRefused) else ()
    problems = tuple(problem_sentence(each.problem) for each in found)
    return NewName(inputs=filled(NAME_INPUTS, sent), problems=problems)


def input_page(
    *,
    title: str,
    name: str,
    action: str,
    back: str,
    inputs: Sequence[FormInput],
    problems: Sequence[Problem] = (),
    messages: Sequence[str] = (),
    hidden: Sequence[tuple[str, str]] = (),
    note: str = "",
    submit: str = "Lưu",
    submit_more: str = "",
    new_name: NewName | None = None,
) -> str:
    """Return a page with one form; `name` makes the ids of its inputs unique."""
    if new_name is not None:
        name_inputs = [replace(each, form=name) for each in new_name.inputs]
        new_name = replace(new_name, inputs=name_inputs)
    return render_template(
        "form.html",
        title=title,
        form_id=name,
        action=action,
        back=back,
        inputs=inputs,
        problems=problems,
        messages=messages,
        hidden=hidden,
        note=note,
        submit=submit,
        submit_more=submit_more,
        new_name=new_name,
        add_name=ADD_NAME,
    )


def field_page(
    *,
    title: str,
    name: str,
    action: str,
    back: str,
    fields: Iterable[FormField],
    keys: Sequence[str],
    base: Values,
    problems: Sequence[FieldProblem] = (),
    hidden: Sequence[tuple[str, str]] = (),
    note: str = "",
    submit: str = "Lưu",
    submit_more: str = "",
    new_name: NewName | None = None,
) -> str:
    """Return a page with the form of some fields of the schema, problems at their fields."""
    own = [each for each in problems if each.key in keys and each.target in ("", name, each.key)]
    return input_page(
        title=title,
        name=name,
        action=action,
        back=back,
        inputs=field_inputs(fields, keys, own, name),
        problems=[each.problem for each in problems if each not in own],
        hidden=[(BASE, pack(base)), *hidden],
        note=note,
        submit=submit,
        submit_more=submit_more,
        new_name=new_name,
    )


def conflict_page(
    *,
    action: str,
    back: str,
    fields: Iterable[FormField],
    keys: Sequence[str],
    base: Values,
    ours: Values,
    theirs: Values | None,
) -> str:
    """Return the page with both versions of something that changed under a form.

    What the form did not change is as the file has it now.
    """
    merged = {
        **(theirs or {}),
        **{key: value for key, value in ours.items() if value != base.get(key)},
    }
    again = [(key, text) for key in keys for text in as_texts(merged.get(key))]
    return render_template(
        "conflict.html",
        action=action,
        back=back,
        rows=list(compare_versions(fields, merged, theirs)) if theirs is not None else [],
        hidden=[(BASE, pack(theirs or {})), *again],
    )
