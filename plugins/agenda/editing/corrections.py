"""The edits of the corrections of a month."""

from dataclasses import dataclass

from agenda.editing.action import EditScope
from agenda.editing.outcomes import EditConflict, Values
from agenda.schema.signed_document import CORRECTION
from agenda.source.writing.entries import add_entry, remove_entry
from agenda.source.writing.fields import NotWritable, set_key
from agenda.source.writing.plain import plain_mapping
from agenda.source.writing.schedule.items import read_month
from agenda.source.yaml.records import Record

_CORRECTIONS = "hieu_dinh"


def read_corrections(text: str) -> tuple[Values, ...]:
    """Return the corrections of a month, in the order of the file."""
    return tuple(map(plain_mapping, read_month(text).records(_CORRECTIONS)))


@dataclass(frozen=True, slots=True, kw_only=True)
class SetCorrection:
    """A correction that is added, changed or removed; None stands for no correction."""

    base: Values | None
    values: Values | None

    @property
    def label(self) -> str:
        return (
            "Sửa mục hiệu đính"
            if self.base and self.values
            else ("Thêm mục hiệu đính" if self.values else "Xóa mục hiệu đính")
        )

    @property
    def scope(self) -> EditScope:
        return EditScope(keys=frozenset({_CORRECTIONS}))

    def conflict(self, text: str) -> EditConflict | None:
        if self.base is None or self._find(read_month(text)) is not None:
            return None
        return EditConflict(target=_CORRECTIONS, base=self.base, ours=self.values, theirs=None)

    def apply(self, text: str) -> str:
        month = read_month(text)
        if self.base is None:
            return add_entry(text, month, _CORRECTIONS, CORRECTION, self.values or {})
        found = self._find(month)
        if found is None:
            raise NotWritable("không thấy mục hiệu đính")
        if self.values is None:
            return remove_entry(text, month, _CORRECTIONS, found)
        number = month.records(_CORRECTIONS).index(found)
        for field in CORRECTION.fields:
            record = read_month(text).records(_CORRECTIONS)[number]
            if (value := self.values.get(field.key)) != self.base.get(field.key):
                text = set_key(text, record, field.key, value)
        return text

    def _find(self, month: Record) -> Record | None:
        records = month.records(_CORRECTIONS)
        return next((each for each in records if plain_mapping(each) == self.base), None)
