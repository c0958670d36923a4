"""The edits of items, each from the current text of a month's file to a new text."""

from collections.abc import Mapping
from dataclasses import dataclass

from agenda.editing.action import EditScope
from agenda.editing.outcomes import EditConflict, Values
from agenda.model import Status
from agenda.schema.schedule import ITEM
from agenda.source.writing.fields import NotWritable, set_key
from agenda.source.writing.schedule.item_text import ItemText
from agenda.source.writing.schedule.items import (
    ItemPlace,
    ItemValues,
    add_item,
    find_item,
    item_places,
    month_of,
    read_month,
    take_item,
)
from agenda.source.writing.schedule.rows import Span, days_of
from agenda.source.writing.schedule.unlisted_days import UNLISTED, list_days
from agenda.source.yaml.values import ValueProblem, parse_days, parse_half_day

_STATUS_KEYS = ("trang_thai", "doi_sang", "ly_do")


def read_item(text: str, code: str) -> ItemValues | None:
    """Return the values of an item, as a form shows them, or None if the file has no such item."""
    place = find_item(read_month(text), code)
    return None if place is None else place.values


def read_items(text: str) -> Mapping[str, ItemValues]:
    """Return the values of all items by code, in the order of the file."""
    return {each.code: each.values for each in item_places(read_month(text)) if each.code}


@dataclass(frozen=True, slots=True, kw_only=True)
class EditItem:
    """New values of an item, whose form showed `base`. Another day or half-day moves it."""

    code: str
    base: ItemValues
    values: ItemValues

    @property
    def label(self) -> str:
        return f"Sửa việc {_title(self.base)}"

    @property
    def scope(self) -> EditScope:
        return EditScope(codes=frozenset({self.code}), keys=frozenset({UNLISTED}))

    def conflict(self, text: str) -> EditConflict | None:
        return _conflict(text, self.code, self.base, self.values)

    def apply(self, text: str) -> str:
        changed = {key: value for key, value in self.values.items() if value != self.base.get(key)}
        if {"ngay", "buoi"} & changed.keys():
            text = _move(text, self.code, self.values)
        for field in ITEM.fields:
            if field.key in changed:
                record = _find(text, self.code).record
                text = set_key(text, record, field.key, changed[field.key])
        return text


@dataclass(frozen=True, slots=True, kw_only=True)
class AddItem:
    """A new item at the end of its half-day, or directly after the item `after`."""

    values: ItemValues
    after: str | None = None

    @property
    def label(self) -> str:
        return f"Thêm việc {_title(self.values)}"

    @property
    def scope(self) -> EditScope:
        return EditScope(keys=frozenset({UNLISTED}), adds=True)

    def conflict(self, text: str) -> EditConflict | None:  # noqa: ARG002 - part of the protocol
        return None

    def apply(self, text: str) -> str:
        days, half_day = _slot(self.values)
        if self.values.get("noi_dung") is None:
            raise ValueProblem("missing", "việc chưa có nội dung", "ghi nội dung công việc")
        index = None
        if self.after is not None and (beside := find_item(read_month(text), self.after)):
            same = beside.half_day == half_day and beside.days == _parsed(text, days)
            index = beside.index + 1 if same else None
        text = add_item(text, days, half_day, ItemText(values=self.values), index)
        return list_days(text, days)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceItem:
    """An item put before or after another, in any half-day."""

    code: str
    beside: str
    after: bool

    @property
    def label(self) -> str:
        return "Đổi thứ tự việc"

    @property
    def scope(self) -> EditScope:
        return EditScope(codes=frozenset({self.code}))

    def conflict(self, text: str) -> EditConflict | None:
        for code in (self.code, self.beside):
            if read_item(text, code) is None:
                return EditConflict(target=f"cv-{code}", base=None, ours=None, theirs=None)
        return None

    def apply(self, text: str) -> str:
        if self.code == self.beside:
            return text
        place, beside = _find(text, self.code), _find(text, self.beside)
        days, half_day = beside.row.text("ngay") or "", beside.half_day
        same_row = place.row_index == beside.row_index
        text, item = take_item(text, place, keep_row=same_row)
        index = _find(text, self.beside).index + int(self.after)
        return add_item(text, days, half_day, item, index)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveItem:
    """An item taken out of a file that was not published with it."""

    code: str
    base: ItemValues

    @property
    def label(self) -> str:
        return f"Xóa việc {_title(self.base)}"

    @property
    def scope(self) -> EditScope:
        return EditScope(codes=frozenset({self.code}))

    def conflict(self, text: str) -> EditConflict | None:
        return _conflict(text, self.code, self.base, None)

    def apply(self, text: str) -> str:
        return take_item(text, _find(text, self.code))[0]


def duplicate(code: str, values: ItemValues, days: str | None, half_day: str | None) -> AddItem:
    """Return the edit that adds a copy of an item, without its status."""
    copied = {key: value for key, value in values.items() if key not in _STATUS_KEYS}
    where = {"ngay": days or values["ngay"], "buoi": half_day or values["buoi"]}
    return AddItem(values={**copied, **where}, after=code)


def move(code: str, base: ItemValues, days: str, half_day: str) -> EditItem:
    """Return the edit that moves an item to another day or half-day."""
    return EditItem(code=code, base=base, values={**base, "ngay": days, "buoi": half_day})


def set_status(
    code: str, base: ItemValues, status: Status, reason: str | None, moved_to: str | None = None
) -> EditItem:
    """Return the edit that cancels, postpones or reschedules an item, or restores it."""
    values: Values = {
        "trang_thai": status.value or None,
        "doi_sang": moved_to if status is Status.MOVED else None,
        "ly_do": None if status is Status.PLANNED else reason,
    }
    return EditItem(code=code, base=base, values={**base, **values})


def _move(text: str, code: str, values: ItemValues) -> str:
    place = _find(text, code)
    days, half_day = _slot(values)
    same_days = place.days == _parsed(text, days)
    if same_days and half_day == place.half_day:
        return text
    if half_day == place.half_day and _has_own_span(text, place, days):
        return list_days(set_key(text, place.row, "ngay", days), days)
    text, item = take_item(text, place, keep_row=same_days)
    return list_days(add_item(text, days, half_day, item), days)


def _has_own_span(text: str, place: ItemPlace, days: str) -> bool:
    """Return whether an item is alone in a row of several days that can get these days instead."""
    month = read_month(text)
    beside = [each for each in item_places(month) if each.row_index == place.row_index]
    spans = [days_of(each, month_of(month)) for each in month.records("lich")]
    new = _parsed(text, days)
    return (
        len(beside) == 1
        and all(span is not None and span[0] < span[1] for span in (place.days, new))
        and place.row.text("nghi") is None
        and new not in spans
    )


def _slot(values: ItemValues) -> tuple[str, str]:
    """Return the days and the half-day of an item as a file writes them."""
    days, half_day = values.get("ngay"), values.get("buoi")
    if not isinstance(days, str):
        raise ValueProblem("bad-day", "việc chưa có ngày", "ghi ngày, như 4 hoặc 10-12")
    parsed = parse_half_day(half_day) if isinstance(half_day, str) else None
    if parsed is None:
        raise ValueProblem("bad-half-day", "việc chưa có buổi", "chọn sáng, chiều, tối, cả ngày")
    return days, parsed.value


def _parsed(text: str, days: str) -> Span:
    return parse_days(days, month_of(read_month(text)))


def _find(text: str, code: str) -> ItemPlace:
    place = find_item(read_month(text), code)
    if place is None:
        raise NotWritable("không thấy việc")
    return place


def _conflict(
    text: str, code: str, base: ItemValues, ours: ItemValues | None
) -> EditConflict | None:
    """Return a conflict unless an item of the text has the values that the form showed."""
    theirs = read_item(text, code)
    if theirs is not None and _same(theirs, base):
        return None
    return EditConflict(target=f"cv-{code}", base=base, ours=ours, theirs=theirs)


def _same(one: ItemValues, other: ItemValues) -> bool:
    return all(one.get(key) == other.get(key) for key in {*one, *other})


def _title(values: ItemValues) -> str:
    return f"“{values.get('noi_dung') or ''}”"
