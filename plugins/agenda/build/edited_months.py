"""Find what the files of a published month say otherwise than the live site, for an update."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from itertools import groupby
from typing import Any, TypeAlias

from agenda.build.ledger_check.edits import swapped_codes
from agenda.build.ledger_check.traces import plain
from agenda.build.ledger_check.updates import new_updates, without_updates
from agenda.exports.months import month_data
from agenda.model import HalfDay, Month, PlainValue, Revision, Slot
from agenda.model.composition import documents_on, month_as_of
from agenda.schema.updates import DOCUMENT_KEYS
from agenda.vietnam.privacy.detector import WITHHELD, count_withheld

Json: TypeAlias = Mapping[str, Any]
Values: TypeAlias = Mapping[str, PlainValue]

_JSON_KEYS = {
    "ngay": ("ngay", "den_ngay"),
    "buoi": ("buoi",),
    "noi_dung": ("noi_dung",),
    "gio": ("gio_bat_dau", "gio_ket_thuc"),
    "dia_diem": ("dia_diem",),
    "chuan_bi": ("chuan_bi",),
    "lanh_dao": ("lanh_dao",),
    "thanh_phan": ("thanh_phan",),
    "ghi_chu": ("ghi_chu",),
    "trang_thai": ("trang_thai",),
    "doi_sang": ("doi_sang",),
    "ly_do": ("ly_do",),
}
"""The keys of an item in the files, with the keys of its published values."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A place whose published values are not those of the file.

    `published` and `written` are the differing values by key, of an item that only one of them has
    all values; None where the place is not there. `file` is the file that has or had the place.
    `position` is the published position of an item in its half-day, from 1. `swapped_with` is the
    code of another item whose words the item now has.
    """

    file: Revision
    target: str
    title: str
    published: Values | None
    written: Values | None
    position: int | None = None
    swapped_with: str | None = None

    @property
    def before(self) -> Values | None:
        """The former values as an update records them: nothing that is withheld now."""
        if self.published is None:
            return None
        written = self.written or {}
        before = {
            key: WITHHELD if _withholds_more(value, written.get(key)) else value
            for key, value in self.published.items()
        }
        if self.position is not None:
            before["thu_tu"] = str(self.position)
        return before


def find_place_edits(month: Month, published: Json) -> tuple[Edit, ...]:
    """Return the places of a published month that its files changed without an update.

    `published` is the JSON of the month. A document that was added since is not compared.
    """
    number = published["ban"]
    if number >= len(month.revisions):
        return ()
    state = month_as_of(month, number)
    now = without_updates(month_data(state, ""), new_updates(month, published))
    return (
        *_header_edits(state, published, now),
        *_day_edits(state, published, now),
        *_item_edits(state, published, now),
    )


def _header_edits(month: Month, published: Json, now: Json) -> Iterator[Edit]:
    file = next(each for each in reversed(month.revisions) if each.scope is None)
    pairs: dict[str, tuple[Any, Any]] = {
        key: (published["van_ban"].get(key), now["van_ban"].get(key)) for key in DOCUMENT_KEYS
    }
    pairs["luu_y"] = published["luu_y"], now["luu_y"]
    pairs["noi_nhan"] = (
        tuple(published.get("noi_nhan", now["noi_nhan"])) or None,
        tuple(now["noi_nhan"]) or None,
    )
    for key, (old, new) in pairs.items():
        if _differ(old, new):
            yield Edit(file=file, target=key, title=key, published={key: old}, written={key: new})
    yield from _focus_edits(file, tuple(published["trong_tam"]), tuple(now["trong_tam"]))


def _focus_edits(file: Revision, old: tuple[str, ...], new: tuple[str, ...]) -> Iterator[Edit]:
    if len(old) == len(new):
        for number, (before, after) in enumerate(zip(old, new, strict=True), 1):
            if _differ(before, after):
                yield Edit(
                    file=file,
                    target=f"trong-tam-{number}",
                    title=f"trọng tâm, đoạn {number}",
                    published={"noi_dung": before},
                    written={"noi_dung": after},
                )
    else:
        yield Edit(
            file=file,
            target="trong_tam",
            title="trọng tâm",
            published={"trong_tam": old or None},
            written={"trong_tam": new or None},
        )


def _day_edits(month: Month, published: Json, now: Json) -> Iterator[Edit]:
    """Yield the changed labels; days in a row with the same labels are one edit."""
    own = month.current.entries
    shared = {
        day.date.isoformat() for day in month.days if any(each not in own for each in day.entries)
    }
    changed = [
        (date.fromisoformat(old["ngay"]), old["nghi"], new["nghi"])
        for old, new in zip(published["ngay"], now["ngay"], strict=True)
        if _differ(old["nghi"], new["nghi"]) and old["ngay"] not in shared
    ]
    runs = groupby(
        enumerate(changed), lambda each: (each[1][0].toordinal() - each[0], *each[1][1:])
    )
    for _, run in runs:
        days = [day for _, (day, _, _) in run]
        first, last = days[0], days[-1]
        _, old, new = next(each for each in changed if each[0] == first)
        span = {"ngay": f"{first.day}-{last.day}"} if first < last else {}
        yield Edit(
            file=_file_of_day(month, first),
            target=f"ngay-{first.day:02}",
            title=f"ngày {span.get('ngay', first.day)}/{first.month}, chữ ghi cho ngày",
            published={**span, "nghi": old},
            written={**span, "nghi": new},
        )


def _file_of_day(month: Month, day: date) -> Revision:
    documents = documents_on(month, day)
    return documents[0] if documents else month.newest


def _item_edits(month: Month, published: Json, now: Json) -> Iterator[Edit]:
    old_rows, new_rows = _rows(published), _rows(now)
    swapped = swapped_codes(published, now)
    for code in dict.fromkeys((*old_rows, *new_rows)):
        old, new = old_rows.get(code), new_rows.get(code)
        row = new or old
        assert row is not None
        before = _values(old, month) if old else None
        after = _values(new, month) if new else None
        if old and new:
            keys = [
                key
                for key, names in _JSON_KEYS.items()
                if any(_differ(plain(old.get(name)), plain(new.get(name))) for name in names)
            ]
            if not keys:
                continue
            assert before is not None
            assert after is not None
            before = {key: before[key] for key in keys}
            after = {key: after[key] for key in keys}
        moved = before is not None and (after is None or {"ngay", "buoi"} & before.keys())
        yield Edit(
            file=_file_of_item(month, code, row),
            target=f"cv-{code}",
            title=f'"{row["noi_dung"]}"',
            published=_without_empty(before) if after is None else before,
            written=_without_empty(after) if before is None else after,
            position=_position(published, code) if moved else None,
            swapped_with=swapped.get(code),
        )


def _file_of_item(month: Month, code: str, row: Json) -> Revision:
    listing = (
        each for each in reversed(month.revisions) if any(code == i.code for i in each.items)
    )
    day = max(date.fromisoformat(row["ngay"]), month.month.first)
    return next(listing, _file_of_day(month, day))


def _rows(data: Json) -> dict[str, Json]:
    """Return the items of the month's own documents by their codes."""
    rows = (row for day in data["ngay"] for row in day["muc"])
    return {row["ma"]: row for row in rows if row["ma_day_du"] == f"{data['thang']}-{row['ma']}"}


def _position(data: Json, code: str) -> int | None:
    """Return the position of an item in its half-day, None if it is the only one there."""
    for day in data["ngay"]:
        for row in day["muc"]:
            if row["ma"] == code and row["ma_day_du"].startswith(data["thang"]):
                beside = [each["ma"] for each in day["muc"] if each["buoi"] == row["buoi"]]
                return beside.index(code) + 1 if len(beside) > 1 else None
    return None


def _values(row: Json, month: Month) -> dict[str, PlainValue]:
    """Return an item as its file would write it, with None for empty keys."""
    first, last = date.fromisoformat(row["ngay"]), date.fromisoformat(row["den_ngay"])
    values: dict[str, PlainValue] = {
        key: _names(row[key]) if key in ("chuan_bi", "lanh_dao") else row.get(key)
        for key in _JSON_KEYS
    }
    if first == last:
        values["ngay"] = str(first.day)
    elif first in month.month and last in month.month:
        values["ngay"] = f"{first.day}-{last.day}"
    else:
        values["ngay"] = f"{first.day}/{first.month}-{last.day}/{last.month}"
    start, end = row["gio_bat_dau"], row["gio_ket_thuc"]
    values["gio"] = f"{start}-{end}" if start and end else start
    moved = row.get("doi_sang")
    values["doi_sang"] = str(slot_of_row(moved)) if moved else None
    return values


def slot_of_row(row: Json) -> Slot:
    """Return the new time of a moved item from its published values."""
    return Slot(
        day=date.fromisoformat(row["ngay"]),
        half_day=HalfDay(row["buoi"]) if row["buoi"] else None,
        last=date.fromisoformat(row["den_ngay"]) if row.get("den_ngay") else None,
        start=time.fromisoformat(row["gio_bat_dau"]) if row.get("gio_bat_dau") else None,
        end=time.fromisoformat(row["gio_ket_thuc"]) if row.get("gio_ket_thuc") else None,
    )


def _names(row: Sequence[Json]) -> PlainValue:
    names = tuple(each["ten"] for each in row)
    return names[0] if len(names) == 1 else names or None


def _without_empty(values: Values | None) -> Values | None:
    return values and {key: value for key, value in values.items() if value is not None}


def _differ(published: object, written: object) -> bool:
    """Return whether two values differ, unless an update withholds the former value."""
    return published != written and written not in (WITHHELD, [WITHHELD], (WITHHELD,))


def _withholds_more(old: PlainValue, new: PlainValue) -> bool:
    return count_withheld(new) > count_withheld(old)
