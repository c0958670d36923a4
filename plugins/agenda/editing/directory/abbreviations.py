"""The edits of the table of abbreviations."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from agenda.editing.action import EditScope
from agenda.editing.directory.entries import read_entries_record
from agenda.editing.outcomes import EditConflict
from agenda.schema.fields import Field, Form, TextField
from agenda.source.writing.block import pair_lines, write_scalar
from agenda.source.writing.fields import add_lines, is_blank, set_key, value_node
from agenda.source.writing.plain import flow_pair
from agenda.source.yaml.records import Record
from agenda.source.yaml.values import ValueProblem

SHORT, FULL = "chu", "day_du"
"""The keys of an abbreviation in a form and in a conflict."""

_TABLE = "viet_tat"
_KEY = re.compile(r"[^\W_][\w&/.\-]*(?: [\w&/.\-]+)*")
_MAX_KEY = 40


def read_abbreviations(text: str) -> dict[str, str]:
    """Return the full words of each abbreviation, in the order of the file."""
    table = read_entries_record(text).table(_TABLE)
    return {short: full.text for short, full in table.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAbbreviation:
    """An abbreviation with its full words that is added, changed or removed.

    `base` is what a form showed, `new` what it should become; None stands for none.
    """

    base: tuple[str, str] | None
    new: tuple[str, str] | None

    @property
    def label(self) -> str:
        short, _ = self.new or self.base or ("", "")
        verb = "Sửa" if self.base and self.new else "Thêm" if self.new else "Bỏ"
        return f"{verb} chữ viết tắt {short}"

    @property
    def scope(self) -> EditScope:
        return EditScope(keys=frozenset({_TABLE}))

    def conflict(self, text: str) -> EditConflict | None:
        if self.base is None:
            return None
        now = read_abbreviations(text).get(self.base[0])
        if now == self.base[1]:
            return None
        theirs = None if now is None else {SHORT: self.base[0], FULL: now}
        return EditConflict(
            target=_TABLE, base=_values(self.base), ours=_values(self.new), theirs=theirs
        )

    def apply(self, text: str) -> str:
        old = self.base[0] if self.base else None
        new = self.new[0] if self.new else None
        if self.new is not None:
            _check(text, *self.new, is_new=new != old)
        if old is not None and new != old:
            text = _set(text, old, None)
        return _set(text, *self.new) if self.new is not None else text


def _check(text: str, short: str, full: str, *, is_new: bool) -> None:
    """Raise `ValueProblem` for an abbreviation that cannot be written, or that is there."""
    if not short or not full:
        raise ValueProblem("missing", "thiếu chữ viết tắt hoặc chữ đầy đủ", "ghi cả hai ô")
    if len(short) > _MAX_KEY or not _KEY.fullmatch(short) or write_scalar(short) != short:
        raise ValueProblem(
            "bad-abbreviation",
            f'"{short}" không dùng làm chữ viết tắt được',
            "chỉ ghi chữ, số, dấu cách và các dấu & / . -",
        )
    if is_new and short in read_abbreviations(text):
        raise ValueProblem(
            "duplicate-key", f'đã có chữ viết tắt "{short}"', "sửa dòng đã có, hoặc ghi chữ khác"
        )


def _set(text: str, short: str, full: str | None) -> str:
    """Return the text with the full words of an abbreviation, or without it."""
    record = read_entries_record(text)
    known, node = record.table(_TABLE), value_node(record, _TABLE)
    field = record.form.field(_TABLE)
    assert field is not None
    if not known and full is not None:
        if node is not None:
            text = set_key(text, record, _TABLE, None)
            record = read_entries_record(text)
        pair = _field(short)
        lines = [f"{_TABLE}:", *pair_lines(pair, full, 2)]
        return add_lines(text, record, field, lines, f"{_TABLE}: {{{flow_pair(short, full)}}}")
    if node is None or is_blank(node) or (full is None and list(known) == [short]):
        return set_key(text, record, _TABLE, None)
    keys = tuple(_field(each) for each in dict.fromkeys((*known, short)))
    form = Form(name=_TABLE, noun="chữ viết tắt", fields=keys)
    return set_key(text, Record(form, node, (_TABLE,), dict(known)), short, full)


def _field(short: str) -> Field:
    return Field(key=short, label=short, about="", shape=TextField())


def _values(pair: tuple[str, str] | None) -> Mapping[str, str] | None:
    return None if pair is None else {SHORT: pair[0], FULL: pair[1]}
