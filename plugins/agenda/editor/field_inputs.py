"""The inputs for the fields of the schema, and the values that they send."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from agenda.editing.fields import FormField, item_fields
from agenda.editing.outcomes import FieldProblem, Values
from agenda.editor.forms import FormInput, SentForm, problem_sentence
from agenda.model import Directory, PlainValue
from agenda.schema.month import FOCUS
from agenda.schema.schedule import ITEM

STATUS = ("trang_thai", "doi_sang", "ly_do")
"""The keys of the form that cancels, postpones or reschedules an item."""

CONTENT = tuple(field.key for field in item_fields({}, Directory()) if field.key not in STATUS)
"""The keys of the form that edits an item, in its order."""

_ABOUT = {
    "ngay": "Ngày trong tháng, như 4; nhiều ngày thì ghi 18-20.",
    "buoi": "",
    "trang_thai": "Việc đã đăng thì không xóa: ghi tình trạng, người đọc vẫn thấy việc ấy.",
    "doi_sang": "Khi đổi ngày: ngày mới, kèm buổi hoặc giờ nếu biết, như 20/5/2021 chiều.",
    "ly_do": "Lý do hủy, hoãn hoặc đổi, nếu có.",
    "chuan_bi": "Như văn bản ghi, mỗi ô một tên.",
    "lanh_dao": "Như văn bản ghi, mỗi ô một tên.",
    "gio": "Như 08:00, 14 giờ 30 hoặc 08:00-09:30.",
}
"""Explanations for a form, where those of the schema speak of the file."""

_KINDS = {ITEM.shorthand: "long", FOCUS.key: "paragraphs"}
"""The kinds of inputs with room for sentences."""

_MEANINGS = {"": "Diễn ra như đã định", "doi": "Đổi sang ngày khác"}


def field_inputs(
    fields: Iterable[FormField], keys: Sequence[str], problems: Iterable[FieldProblem], form: str
) -> tuple[FormInput, ...]:
    """Return the inputs for the fields with these keys; `form` makes their ids unique."""
    messages = [(each.key, problem_sentence(each.problem)) for each in problems]
    return tuple(
        FormInput(
            form=form,
            name=field.key,
            label=field.label,
            about=_ABOUT.get(field.key, field.about),
            kind=_KINDS.get(field.key, field.kind.value),
            required=field.required,
            values=as_texts(field.value),
            choices=tuple(_choices(field)),
            suggestions=field.suggestions,
            problems=tuple(message for key, message in messages if key == field.key),
        )
        for field in fields
        if field.key in keys
    )


def sent_values(keys: Iterable[str], sent: SentForm, base: Values) -> Values:
    """Return all values after a form: those of `keys` as sent, the others as before."""
    return {**base, **{key: _sent_value(sent.texts(key), base.get(key)) for key in keys}}


def as_texts(value: PlainValue) -> tuple[str, ...]:
    """Return a value as the texts of a list."""
    match value:
        case None:
            return ()
        case str():
            return (value,)
    return value


def pack(values: Values) -> str:
    """Return values as the text of a hidden input."""
    return json.dumps(dict(values), ensure_ascii=False)


def unpack(text: str) -> Values:
    """Return the values of a hidden input. Raise `ValueError` for anything else."""
    try:
        values = json.loads(text)
    except RecursionError as error:
        raise ValueError from error
    if not isinstance(values, dict):
        raise ValueError(text)
    return {key: _plain(value) for key, value in values.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionRow:
    """A field of an item in two versions."""

    label: str
    ours: str
    theirs: str

    @property
    def differs(self) -> bool:
        return self.ours != self.theirs


def compare_versions(
    fields: Iterable[FormField], ours: Values, theirs: Values
) -> Iterator[VersionRow]:
    """Yield every field that one of two versions has."""
    for field in fields:
        words = dict(_choices(field))
        mine, other = (
            "\n".join(words.get(each, each) for each in as_texts(values.get(field.key)))
            for values in (ours, theirs)
        )
        if mine or other:
            yield VersionRow(label=field.label, ours=mine, theirs=other)


def _plain(value: object) -> PlainValue:
    match value:
        case None | str():
            return value
        case list() if all(isinstance(each, str) for each in value):
            return tuple(value)
    raise ValueError(value)


def _sent_value(texts: tuple[str, ...], base: PlainValue) -> PlainValue:
    """Return texts in the way in which the file writes them: one text, a list, or nothing."""
    if texts == as_texts(base):
        return base
    if len(texts) <= 1 and not isinstance(base, tuple):
        return texts[0] if texts else None
    return texts or None


def _choices(field: FormField) -> Iterator[tuple[str, str]]:
    """Yield the words of a choice with their meanings; an optional choice may be empty."""
    if field.choices and not field.required:
        yield "", _MEANINGS[""]
    for word, meaning in field.choices.items():
        yield word, _MEANINGS.get(word, meaning[:1].upper() + meaning[1:])
