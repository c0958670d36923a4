"""Describe updates in Vietnamese: what changed, from what to what."""

from dataclasses import dataclass

from agenda.history.diff import STATUS_FIELDS, ItemField, differences
from agenda.model import Item, PlainValue, Status, Update
from agenda.schema.month import MONTH_FILE
from agenda.schema.signed_document import DOCUMENT
from agenda.vietnam.dates import full_date, short_date
from agenda.vietnam.wording import status_name

_HEADER_LABELS = {field.key: field.label for field in (*MONTH_FILE.fields, *DOCUMENT.fields)}


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedValue:
    """A changed value with its label; None where there was or is none."""

    label: str
    before: str | None
    after: str | None


def changed_values(update: Update) -> tuple[ChangedValue, ...]:
    """Return the values that an update changed; none if it added or removed an item."""
    if update.code is None:
        values = dict(update.before or ())
        return tuple(
            ChangedValue(
                label=_place_label(update), before=_shown(values.get(key)), after=_shown(after)
            )
            for key, after in update.after
        )
    if update.former_item is None or update.new_item is None:
        return ()
    return tuple(
        ChangedValue(label=each.field.label, before=each.before, after=each.after)
        for each in differences(update.former_item, update.new_item)
    )


def describe_update(update: Update) -> str:
    """Return what changed, in a few words: "đổi giờ", "bỏ việc"."""
    if update.code is None:
        return f"sửa {_place_label(update)[0].lower()}{_place_label(update)[1:]}"
    if update.former_item is None:
        return "thêm việc"
    if update.new_item is None:
        return "bỏ việc"
    return ", ".join(_changes(update.former_item, update.new_item)) or "sửa cách viết"


def update_badge(update: Update) -> str:
    """Return the words for the changed item: "Cập nhật 03/5: đổi giờ"."""
    return f"Cập nhật {short_date(update.day)}: {describe_update(update)}"


def update_line(update: Update) -> str:
    """Return one line on an update: when, what, from what to what, and why."""
    values = "; ".join(
        f"{each.label}: {each.before or '(không ghi)'} → {each.after or '(không ghi)'}"
        for each in changed_values(update)
    )
    words = f"Cập nhật {full_date(update.day)}: {describe_update(update)}"
    words += f" ({values})" if values else ""
    return f"{words}. {update.reason}" if update.reason else words


def _changes(former: Item, new: Item) -> list[str]:
    fields = {each.field for each in differences(former, new)}
    words = []
    if new.status is not Status.PLANNED and fields & STATUS_FIELDS:
        if ItemField.STATUS in fields:
            words.append((status_name(new.status) or "").lower())
            fields -= STATUS_FIELDS
    elif ItemField.STATUS in fields:
        words.append("theo lịch trở lại")
        fields -= STATUS_FIELDS
    return [*words, *(each.change.lower() for each in ItemField if each in fields)]


def _place_label(update: Update) -> str:
    if update.target.startswith("ngay-"):
        return f"Chữ ghi ở ngày {int(update.target.removeprefix('ngay-'))}"
    if update.target.startswith("trong-tam-"):
        number = update.target.removeprefix("trong-tam-")
        return f"{_HEADER_LABELS['trong_tam']}, đoạn {number}"
    return _HEADER_LABELS[update.target]


def _shown(value: PlainValue) -> str | None:
    return "; ".join(value) or None if isinstance(value, tuple) else value
