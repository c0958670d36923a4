"""Compare the updates in the files with the published ones, and undo those that are new."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from agenda.exports.json_rows import item_row, update_row
from agenda.history.updates import changed_days
from agenda.model import Month, Revision, Update
from agenda.site.urls import month_data_url
from agenda.vietnam.privacy.detector import is_redaction

Json: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewUpdates:
    """The updates of a month that are not published yet, by file.

    `lost` tells whether a published update was edited or dropped.
    """

    by_revision: tuple[tuple[Revision, tuple[Update, ...]], ...]
    lost: bool

    @property
    def codes(self) -> frozenset[str]:
        """The codes of the items that they change."""
        return frozenset(
            update.code for _, updates in self.by_revision for update in updates if update.code
        )

    def __bool__(self) -> bool:
        return any(updates for _, updates in self.by_revision)


def new_updates(month: Month, published: Json) -> NewUpdates:
    """Return the updates of the published documents of a month that are not in its data."""
    lost = False
    found = []
    for revision in month.revisions[: published["ban"] + 1]:
        known = [row for row in published.get("cap_nhat", ()) if row["ban"] == revision.number]
        rows = [update_row(update, revision.number) for update in revision.updates]
        lost = lost or len(rows) < len(known)
        lost = lost or not all(_is_same(row, now) for row, now in zip(known, rows, strict=False))
        found.append((revision, revision.updates[len(known) :]))
    return NewUpdates(by_revision=tuple(found), lost=lost)


def without_updates(data: Json, new: NewUpdates) -> Json:
    """Return the data of a month as they were before the new updates."""
    data = {**data, "van_ban": dict(data["van_ban"]), "ngay": [dict(each) for each in data["ngay"]]}
    for revision, updates in reversed(new.by_revision):
        for update in reversed(updates):
            if update.code is not None:
                _undo_item(data, update.code, update)
            else:
                _undo_text(data, update, revision)
    return data


def _undo_item(data: dict[str, Any], code: str, update: Update) -> None:
    key = f"{data['thang']}-{code}"
    shown = [row for day in data["ngay"] for row in day["muc"] if row["ma_day_du"] == key]
    former = _former_row(update, shown[0] if shown else None)
    for day in data["ngay"]:
        places = [n for n, row in enumerate(day["muc"]) if row["ma_day_du"] == key]
        rows = [row for row in day["muc"] if row["ma_day_du"] != key]
        if former is not None and former["ngay"] <= day["ngay"] <= former["den_ngay"]:
            rows.insert(places[0] if places else len(rows), former)
        day["muc"] = rows


def _former_row(update: Update, now: Json | None) -> Json | None:
    """Return the row of an item before an update.

    Values that the update did not change stay: other documents may cover some of the days.
    """
    if update.former_item is None:
        return None
    url = month_data_url(update.former_item.month)
    former = item_row(update.former_item, url, "")
    if update.new_item is None or now is None:
        return former
    new = item_row(update.new_item, url, "")
    return {**now, **{key: former[key] for key in former if former[key] != new[key]}}


def _undo_text(data: dict[str, Any], update: Update, revision: Revision) -> None:
    values = dict(update.before or ())
    ((key, _),) = update.after
    value = values.get(key)
    match key:
        case "nghi":
            days = {day.isoformat() for day in changed_days(update, revision)}
            for day in data["ngay"]:
                if day["ngay"] in days:
                    day["nghi"] = value
        case "noi_dung":
            place = int(update.target.removeprefix("trong-tam-")) - 1
            data["trong_tam"] = _replaced(data["trong_tam"], place, value)
        case "trong_tam" | "noi_nhan":
            data[key] = list(value or ())
        case "luu_y":
            data[key] = value
        case _:
            data["van_ban"][key] = value


def _replaced(paragraphs: Sequence[str], place: int, value: object) -> list[object]:
    changed: list[object] = list(paragraphs)
    changed[place : place + 1] = [] if value is None else [value]
    return changed


def _is_same(published: object, now: object) -> bool:
    """Tell whether a published value stands as it was, but for words withheld since."""
    match published, now:
        case dict(), dict():
            return published.keys() == now.keys() and all(
                _is_same(published[key], now[key]) for key in published
            )
        case list(), list():
            return len(published) == len(now) and all(map(_is_same, published, now))
        case str(), str() if published != now:
            return is_redaction(published, now)
    return published == now
