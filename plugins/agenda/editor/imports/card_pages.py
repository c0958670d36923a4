"""Answer the doubts of an import: correct, fix, misprint, new name or withheld words."""

from collections.abc import Sequence

from flask import Blueprint, abort, flash, redirect, request, url_for

from agenda.editing.drafts.cards import Card, CardAnswer
from agenda.editing.drafts.replacing import replacing_everywhere
from agenda.editing.drafts.session import ImportSession, SessionState
from agenda.editing.items import read_item
from agenda.editing.outcomes import EditConflict, EditRefused, EditSaved, Outcome
from agenda.editor.directory_forms import ADDED_INPUTS, ADDING, add_entry
from agenda.editor.form_page import input_page, sent_form
from agenda.editor.forms import FormInput, SentForm, filled, problem_sentence
from agenda.editor.imports.pages import find_session
from agenda.editor.responses import Answer
from agenda.editor.services import current_services
from agenda.schema.signed_document import CORRECTION
from agenda.source.file_names import DIRECTORY

blueprint = Blueprint("import_cards", __name__, url_prefix="/nhap/<session_id>/the/<int:number>")

_WORDS = "chu"
_KEYS = ("ngay", "nguyen_van", "sua_thanh", "giu_nguyen")
_EVERYWHERE = "moi-viec"


@blueprint.post("/")
def answer(session_id: str, number: int) -> Answer:
    """Keep the words of a card as printed, or open it again."""
    session, card = find_card(session_id, number)
    review = current_services().review
    if "mo" in request.form:
        review.reopen(session, number)
        return redirect(card_url(session_id, number), 303)
    return _after(session, card, review.keep(session, card)) or redirect(
        card_url(session_id, number), 303
    )


@blueprint.get("/in-sai/")
def misprint(session_id: str, number: int) -> Answer:
    """Return the form of a misprint or of a doubt about the document."""
    session, card = find_card(session_id, number)
    return _misprint_form(session, card, _correction_inputs(session, card), ())


@blueprint.post("/in-sai/")
def save_misprint(session_id: str, number: int) -> Answer:
    """Declare a misprint or a doubt under `hieu_dinh`."""
    session, card = find_card(session_id, number)
    sent = sent_form()
    values = {key: sent.text(key) or None for key in _KEYS}
    everywhere = bool(sent.text(_EVERYWHERE))
    outcome = current_services().review.correct_misprint(
        session, card, values, everywhere=everywhere
    )
    done = _after(session, card, outcome, show=False)
    inputs = filled(_correction_inputs(session, card), sent)
    return done or (_misprint_form(session, card, inputs, _messages(outcome)), 422)


@blueprint.get("/che/")
def withhold(session_id: str, number: int) -> Answer:
    """Return the form that withholds words."""
    session, card = find_card(session_id, number)
    return _withhold_form(session, card, card.value or card.quoted, ())


@blueprint.post("/che/")
def save_withheld(session_id: str, number: int) -> Answer:
    """Withhold the words that the form names."""
    session, card = find_card(session_id, number)
    words = sent_form().text(_WORDS)
    outcome = current_services().review.withhold(session, card, words)
    done = _after(session, card, outcome, show=False)
    return done or (_withhold_form(session, card, words, _messages(outcome)), 422)


@blueprint.get("/danh-ba/<section>/")
def new_entry(session_id: str, number: int, section: str) -> Answer:
    """Return the form that adds the name of a card to the directory."""
    session, card = find_card(session_id, number)
    name = SentForm({"ten": [card.value]})
    return _entry_form(session, card, section, filled(_entry_inputs(section), name), ())


@blueprint.post("/danh-ba/<section>/")
def add_name(session_id: str, number: int, section: str) -> Answer:
    """Add the name of a card to the directory."""
    session, card = find_card(session_id, number)
    inputs, sent = _entry_inputs(section), sent_form()
    services = current_services()
    outcome = services.workspace.save(DIRECTORY, add_entry(section, sent))
    if isinstance(outcome, EditSaved):
        outcome = services.review.edit(session, card.draft, [], number, CardAnswer.ADDED)
    done = _after(session, card, outcome, show=False)
    return done or (
        _entry_form(session, card, section, filled(inputs, sent), _messages(outcome)),
        422,
    )


def find_card(session_id: str, number: int) -> tuple[ImportSession, Card]:
    """Return the session and the card that a URL names, or answer that there is none."""
    session = find_session(session_id)
    card = session.card(number)
    if card is None or session.state is not SessionState.REVIEW:
        abort(404)
    return session, card


def next_card_url(session_id: str, number: int) -> str:
    """Return the URL of the next open card after one that was answered."""
    cards = find_session(session_id).open_cards
    later = [card.number for card in cards if card.number > number]
    following = next(iter([*later, *(card.number for card in cards)]), None)
    return (
        url_for("imports.review", session_id=session_id, _anchor="ghi")
        if following is None
        else card_url(session_id, following)
    )


def card_url(session_id: str, number: int) -> str:
    return url_for("imports.review", session_id=session_id, _anchor=f"the-{number}")


def _after(
    session: ImportSession, card: Card, outcome: Outcome, *, show: bool = True
) -> Answer | None:
    """Return the way to the next card if an answer was saved, else show why it was not."""
    if isinstance(outcome, EditSaved):
        now = find_session(session.id).card(card.number)
        if now is not None and now.is_open:
            flash("Đã ghi, nhưng chỗ này vẫn cần xem.", "info")
            return redirect(card_url(session.id, card.number), 303)
        return redirect(next_card_url(session.id, card.number), 303)
    for message in _messages(outcome) if show else ():
        flash(message, "error")
    return None


def _messages(outcome: Outcome) -> list[str]:
    match outcome:
        case EditRefused(problems=problems):
            return [problem_sentence(each.problem) for each in problems]
        case EditConflict():
            return ["Chỗ này vừa được sửa ở cửa sổ khác. Chưa ghi gì, hãy xem lại rồi làm lại."]
    return []


def _correction_inputs(session: ImportSession, card: Card) -> tuple[FormInput, ...]:
    printed = card.value or card.quoted
    values = {"ngay": _day(session, card), "nguyen_van": printed}
    count = len(replacing_everywhere(session.drafts[card.draft].text, printed, ""))
    inputs = tuple(
        FormInput(
            form=f"the-{card.number}",
            name=key,
            label=field.label,
            about=_ABOUT.get(key, field.about),
            kind="long" if key == "giu_nguyen" else "text",
            values=(values[key],) if values.get(key) else (),
        )
        for key in _KEYS
        if (field := CORRECTION.field(key)) is not None
    )
    if count < _SEVERAL:
        return inputs
    everywhere = FormInput(
        form=f"the-{card.number}",
        name=_EVERYWHERE,
        label=f"Sửa cả {count} việc có chữ này",
        about="Mục hiệu đính khi ấy ghi cho cả tháng, không cho riêng một ngày.",
        kind="flag",
        values=("true",) if card.kind in _OF_NAMES else (),
    )
    return (*inputs, everywhere)


_SEVERAL = 2
_OF_NAMES = ("unknown-name", "title-disagrees")
"""The kinds of cards whose words are a name, which is misprinted alike everywhere."""

_ABOUT = {
    "sua_thanh": "Chữ đúng; bản nháp sẽ ghi chữ này thay chữ in sai.",
    "giu_nguyen": "Chỉ ghi khi chưa chắc mà vẫn giữ như bản in: còn ngờ điều gì. Khi ấy bỏ trống ô "
    "Sửa thành.",
}


def _day(session: ImportSession, card: Card) -> str:
    """Return the day of the item of a card, if that is a single day."""
    code = card.target.removeprefix("cv-")
    values = read_item(session.drafts[card.draft].text, code) or {}
    day = str(values.get("ngay") or "")
    return day if day.isdecimal() else ""


def _misprint_form(
    session: ImportSession, card: Card, inputs: Sequence[FormInput], messages: Sequence[str]
) -> str:
    return input_page(
        title="Văn bản in sai, hoặc còn ngờ",
        note="Trang công khai sẽ ghi chỗ này ở mục Hiệu đính, để người đọc biết bản in ghi gì.",
        name=f"the-{card.number}",
        action=url_for("import_cards.save_misprint", session_id=session.id, number=card.number),
        back=card_url(session.id, card.number),
        inputs=inputs,
        messages=messages,
    )


def _withhold_form(session: ImportSession, card: Card, words: str, messages: Sequence[str]) -> str:
    return input_page(
        title="Không công bố những chữ này",
        note="Những chữ này sẽ được thay bằng [không công bố] và không lưu ở đâu nữa.",
        name=f"the-{card.number}",
        action=url_for("import_cards.save_withheld", session_id=session.id, number=card.number),
        back=card_url(session.id, card.number),
        inputs=[
            FormInput(
                form=f"the-{card.number}",
                name=_WORDS,
                label="Chữ cần che",
                about="Đúng từng chữ như trong bản nháp.",
                required=True,
                values=(words,),
            )
        ],
        messages=messages,
        submit="Che những chữ này",
    )


def _entry_form(
    session: ImportSession,
    card: Card,
    section: str,
    inputs: Sequence[FormInput],
    messages: Sequence[str],
) -> str:
    return input_page(
        title=ADDING[section],
        name=f"the-{card.number}",
        action=url_for(
            "import_cards.add_name", session_id=session.id, number=card.number, section=section
        ),
        back=card_url(session.id, card.number),
        inputs=inputs,
        messages=messages,
    )


def _entry_inputs(section: str) -> Sequence[FormInput]:
    return ADDED_INPUTS[section] if section in ADDED_INPUTS else abort(404)
