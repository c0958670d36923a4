"""Compare two revisions of a month field by field."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from agenda.history.matching import Matching, Pair, match_items
from agenda.history.updates import undo_updates
from agenda.model import Day, Item, Mention, Month, Revision
from agenda.vietnam.dates import date_ranges, day_heading, half_day_name
from agenda.vietnam.wording import slot_name, status_name, time_range


class ItemField(Enum):
    """A field of an item that an amendment may change; the value is its YAML key."""

    DAY = "ngay"
    HALF_DAY = "buoi"
    TIME = "gio"
    TEXT = "noi_dung"
    VENUE = "dia_diem"
    PREPARERS = "chuan_bi"
    LEADERS = "lanh_dao"
    PARTICIPANTS = "thanh_phan"
    NOTE = "ghi_chu"
    STATUS = "trang_thai"
    MOVED_TO = "doi_sang"
    REASON = "ly_do"

    @property
    def label(self) -> str:
        return _LABELS[self]

    @property
    def change(self) -> str:
        """The words for a change of this field."""
        return _CHANGES[self]


_LABELS = {
    ItemField.DAY: "Ngày",
    ItemField.HALF_DAY: "Buổi",
    ItemField.TIME: "Giờ",
    ItemField.TEXT: "Nội dung công việc",
    ItemField.VENUE: "Địa điểm",
    ItemField.PREPARERS: "Cơ quan chuẩn bị",
    ItemField.LEADERS: "Lãnh đạo Sở",
    ItemField.PARTICIPANTS: "Thành phần",
    ItemField.NOTE: "Ghi chú",
    ItemField.STATUS: "Tình trạng",
    ItemField.MOVED_TO: "Đổi sang",
    ItemField.REASON: "Lý do",
}

_CHANGES = {
    ItemField.DAY: "Đổi ngày",
    ItemField.HALF_DAY: "Đổi buổi",
    ItemField.TIME: "Đổi giờ",
    ItemField.TEXT: "Sửa nội dung",
    ItemField.VENUE: "Đổi địa điểm",
    ItemField.PREPARERS: "Đổi cơ quan chuẩn bị",
    ItemField.LEADERS: "Đổi lãnh đạo",
    ItemField.PARTICIPANTS: "Sửa thành phần",
    ItemField.NOTE: "Sửa ghi chú",
    ItemField.STATUS: "Đổi tình trạng",
    ItemField.MOVED_TO: "Đổi lịch mới",
    ItemField.REASON: "Sửa lý do",
}

STATUS_FIELDS = frozenset({ItemField.STATUS, ItemField.MOVED_TO, ItemField.REASON})
"""The fields that describe the status of an item."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A changed field; None where a revision leaves the field empty."""

    field: ItemField
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemChange:
    """An item that both revisions list, with at least one changed field."""

    pair: Pair
    differences: tuple[Difference, ...]

    @property
    def before(self) -> Item:
        return self.pair.before

    @property
    def after(self) -> Item:
        return self.pair.after

    @property
    def fields(self) -> frozenset[ItemField]:
        return frozenset(difference.field for difference in self.differences)

    @property
    def moved(self) -> bool:
        """Return whether the day or the half-day changed."""
        return not self.fields.isdisjoint({ItemField.DAY, ItemField.HALF_DAY})


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelChange:
    """A day whose label ("Nghỉ lễ") changed; None where the day has no label."""

    day: date
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TextChange:
    """A changed text of the agenda as a whole: its focus or its caveat."""

    name: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """All changes that a document made to the month.

    `before` and `after` are the month before and after the document. Items are in the order of
    `after`, the `dropped` items in the order of `before`.
    """

    document: Revision
    before: Revision
    after: Revision
    matching: Matching
    changed: tuple[ItemChange, ...]
    labels: tuple[LabelChange, ...]
    texts: tuple[TextChange, ...]

    @property
    def added(self) -> tuple[Item, ...]:
        return self.matching.added

    @property
    def dropped(self) -> tuple[Item, ...]:
        return self.matching.dropped

    @property
    def count(self) -> int:
        """Return the number of changes."""
        return sum(
            map(len, (self.changed, self.added, self.dropped, self.labels, self.texts)),
        )


def amendments(month: Month) -> tuple[Amendment, ...]:
    """Return the amendments of a month, the oldest first, each as its document says."""
    documents = month.revisions[1:]
    signed = (
        undo_updates(state, document.updates)
        for state, document in zip(month.states[1:], documents, strict=True)
    )
    stages = zip(month.states, signed, documents, strict=False)
    return tuple(
        diff_revisions(before, after, match_items(before.items, after.items), document)
        for before, after, document in stages
    )


def diff_revisions(
    before: Revision, after: Revision, matching: Matching, document: Revision
) -> Amendment:
    """Return the changes that a document made from `before` to `after`, with matched items."""
    changes = (
        ItemChange(pair=pair, differences=differences(pair.before, pair.after))
        for pair in matching.pairs
    )
    return Amendment(
        document=document,
        before=before,
        after=after,
        matching=matching,
        changed=tuple(change for change in changes if change.differences),
        labels=tuple(_label_changes(before, after)),
        texts=tuple(_text_changes(before, after)),
    )


def differences(before: Item, after: Item) -> tuple[Difference, ...]:
    """Return the fields in which two items differ, in the order of `ItemField`."""
    if before == after:  # most items are equal, and wording them is slower
        return ()
    earlier, later = describe_fields(before), describe_fields(after)
    return tuple(
        Difference(field=field, before=earlier[field], after=later[field])
        for field in ItemField
        if earlier[field] != later[field]
    )


def describe_fields(item: Item) -> Mapping[ItemField, str | None]:
    """Return every field of an item in Vietnamese words; None for an empty field."""
    return {
        ItemField.DAY: day_heading(item.first)
        if item.first == item.last
        else date_ranges(item.days),
        ItemField.HALF_DAY: half_day_name(item.half_day),
        ItemField.TIME: time_range(item.start, item.end),
        ItemField.TEXT: item.text,
        ItemField.VENUE: item.venue,
        ItemField.PREPARERS: _printed_names(item.preparers),
        ItemField.LEADERS: _printed_names(item.leaders),
        ItemField.PARTICIPANTS: item.participants,
        ItemField.NOTE: item.note,
        ItemField.STATUS: status_name(item.status),
        ItemField.MOVED_TO: slot_name(item.moved_to) if item.moved_to else None,
        ItemField.REASON: item.reason,
    }


def _printed_names(mentions: tuple[Mention, ...]) -> str | None:
    printed = "".join(mention.joiner + mention.text for mention in mentions)
    return printed.replace("\n", "; ") or None


def _label_changes(before: Revision, after: Revision) -> Iterator[LabelChange]:
    for day in before.month.dates():
        earlier, later = _label(before, day), _label(after, day)
        if earlier != later:
            yield LabelChange(day=day, before=earlier, after=later)


def _label(revision: Revision, day: date) -> str | None:
    entries = tuple(entry for entry in revision.entries if entry.covers(day))
    return "; ".join(Day(date=day, entries=entries).labels) or None


def _text_changes(before: Revision, after: Revision) -> Iterator[TextChange]:
    focus = TextChange(name="Nội dung công tác trọng tâm", before=before.focus, after=after.focus)
    caveat = TextChange(
        name="Lưu ý", before=_as_paragraphs(before.caveat), after=_as_paragraphs(after.caveat)
    )
    for change in (focus, caveat):
        if change.before != change.after:
            yield change


def _as_paragraphs(text: str | None) -> tuple[str, ...]:
    return (text,) if text else ()
