"""The edits of a month outside its items: days and texts of the document."""

from dataclasses import dataclass

from agenda.editing.action import EditScope
from agenda.editing.outcomes import EditConflict, Values
from agenda.model import PlainValue
from agenda.schema.month import MONTH_FILE
from agenda.schema.signed_document import DOCUMENT
from agenda.source.writing.fields import NotWritable, set_key
from agenda.source.writing.plain import plain_value
from agenda.source.writing.schedule.items import month_of, read_month
from agenda.source.writing.schedule.rows import (
    add_row,
    days_of,
    has_items,
    remove_row,
    rows_of,
    split_row,
)
from agenda.source.yaml.records import Record
from agenda.source.yaml.values import ValueProblem, parse_days

HEADER_KEYS = ("trong_tam", "luu_y", "noi_nhan", "pham_vi", "bo_sung", "khong_neu", "cong_khai")
"""The keys of a month with one text, a flag or a list of texts."""


def read_header(text: str) -> Values:
    """Return the values of a month's document and header, None for an empty key."""
    record = read_month(text)
    document = record.record("van_ban")
    values: dict[str, PlainValue] = {
        field.key: plain_value(document, field.key) if document else None
        for field in DOCUMENT.fields
    }
    return values | {key: plain_value(record, key) for key in HEADER_KEYS}


def read_labels(text: str) -> dict[str, PlainValue]:
    """Return the label of each row by its days, as written."""
    rows = (row for _, row in rows_of(read_month(text)))
    return {days: row.text("nghi") for row in rows if (days := row.text("ngay"))}


@dataclass(frozen=True, slots=True, kw_only=True)
class SetHeader:
    """New values of keys of a month or of its document, of which a form showed `base`."""

    base: Values
    values: Values

    @property
    def label(self) -> str:
        forms = (MONTH_FILE, DOCUMENT)
        fields = (form.field(key) for key in self._changed for form in forms)
        return f"Sửa {', '.join(field.label for field in fields if field)}"

    @property
    def scope(self) -> EditScope:
        return EditScope(keys=frozenset(self._changed))

    @property
    def _changed(self) -> tuple[str, ...]:
        return tuple(key for key, value in self.values.items() if value != self.base.get(key))

    def conflict(self, text: str) -> EditConflict | None:
        now = read_header(text)
        theirs = {key: now.get(key) for key in self._changed}
        base = {key: self.base.get(key) for key in self._changed}
        if theirs == base:
            return None
        ours = {key: self.values[key] for key in self._changed}
        return EditConflict(target=self._changed[0], base=base, ours=ours, theirs=theirs)

    def apply(self, text: str) -> str:
        for key in self._changed:
            record = read_month(text)
            if key not in HEADER_KEYS:
                document = record.record("van_ban")
                if document is None:
                    raise NotWritable("không thấy van_ban")
                record = document
            text = set_key(text, record, key, self.values[key])
        return text


@dataclass(frozen=True, slots=True, kw_only=True)
class SetLabel:
    """A new label of the row of these days, which a form showed with the label `base`.

    Days without a row of their own get one.
    """

    days: str
    base: str | None
    value: str | None

    @property
    def label(self) -> str:
        return f"Sửa chữ ghi cho ngày {self.days}"

    @property
    def scope(self) -> EditScope:
        return EditScope(labels=True)

    def conflict(self, text: str) -> EditConflict | None:
        _, row = _row(text, self.days)
        theirs = row.text("nghi") if row else None
        if theirs == self.base:
            return None
        return EditConflict(
            target=_target(text, self.days),
            base={"nghi": self.base},
            ours={"nghi": self.value},
            theirs={"nghi": theirs},
        )

    def apply(self, text: str) -> str:
        text, row = _with_row(text, self.days)
        return set_key(text, row, "nghi", self.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class AddDay:
    """A row for days that the schedule does not list yet."""

    days: str

    @property
    def label(self) -> str:
        return f"Thêm ngày {self.days}"

    @property
    def scope(self) -> EditScope:
        return EditScope(labels=True)

    def conflict(self, text: str) -> EditConflict | None:  # noqa: ARG002 - part of the protocol
        return None

    def apply(self, text: str) -> str:
        return _with_row(text, self.days)[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveDay:
    """Days without items taken out of the schedule; a row of more days keeps the others."""

    days: str
    base: str | None

    @property
    def label(self) -> str:
        return f"Xóa ngày {self.days}"

    @property
    def scope(self) -> EditScope:
        return EditScope(labels=True)

    def conflict(self, text: str) -> EditConflict | None:
        row = find_day_row(text, self.days)
        if row is not None and row.text("nghi") == self.base and not has_items(row):
            return None
        theirs = {"nghi": row.text("nghi")} if row else None
        return EditConflict(
            target=_target(text, self.days), base={"nghi": self.base}, ours=None, theirs=theirs
        )

    def apply(self, text: str) -> str:
        text, _ = _with_row(text, self.days)
        index, _ = _row(text, self.days)
        return remove_row(text, read_month(text), index)


def _row(text: str, days: str) -> tuple[int, Record | None]:
    month = read_month(text)
    of = month_of(month)
    span = parse_days(days, of)
    found = (each for each in rows_of(month) if days_of(each[1], of) == span)
    return next(found, (0, None))


def find_day_row(text: str, days: str) -> Record | None:
    """Return the row of days, or the row without items that lists them among others."""
    _, own = _row(text, days)
    if own is not None:
        return own
    month = read_month(text)
    of = month_of(month)
    first, last = parse_days(days, of)
    for _, row in rows_of(month):
        span = days_of(row, of)
        if span is not None and span[0] <= first and last <= span[1] and not has_items(row):
            return row
    return None


def _with_row(text: str, days: str) -> tuple[str, Record]:
    """Return the text with a row for these days, and the row."""
    _, row = _row(text, days)
    if row is None:
        month = read_month(text)
        of = month_of(month)
        split = split_row(text, month, of, *parse_days(days, of))
        text = add_row(text, month, of, days) if split is None else split
        _, row = _row(text, days)
    if row is None:
        raise ValueProblem("bad-day", f'không thêm được ngày "{days}"', "ghi ngày trong tháng")
    return text, row


def _target(text: str, days: str) -> str:
    first, _ = parse_days(days, month_of(read_month(text)))
    return f"ngay-{first.day:02}"
