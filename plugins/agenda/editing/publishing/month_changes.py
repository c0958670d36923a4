"""Describe in words how the published data of a month change."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any, TypeAlias

from agenda.build.edited_months import slot_of_row
from agenda.history.diff import ItemField
from agenda.model import HalfDay, Status, YearMonth
from agenda.schema.signed_document import DOCUMENT
from agenda.site.urls import day_url, month_url
from agenda.vietnam.dates import date_range, day_heading, half_day_name
from agenda.vietnam.wording import slot_name, status_name, time_range

Json: TypeAlias = Mapping[str, Any]

_TEXTS = {"trong_tam": "nội dung công tác trọng tâm", "luu_y": "lưu ý", "noi_nhan": "nơi nhận"}
_NOTHING = "(không ghi)"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedPlace:
    """A place on a page with the words for its change."""

    url: str
    words: str


def describe_month(published: Json | None, new: Json) -> Iterator[ChangedPlace]:
    """Yield the places of a month that change, in the order of the page.

    Both are published data of the month; `published` is None for a new month.
    """
    month = YearMonth.parse(new["thang"])
    if published is None:
        count = len(_rows(new))
        yield ChangedPlace(url=month_url(month), words=f"tháng mới, {count} việc")
        return
    yield from _document_changes(month, published, new)
    yield from _label_changes(published, new)
    yield from _item_changes(month, published, new)


def _document_changes(month: YearMonth, published: Json, new: Json) -> Iterator[ChangedPlace]:
    url = month_url(month)
    if new["ban"] > published["ban"]:
        yield ChangedPlace(url=url, words=f"thêm văn bản điều chỉnh lần {new['ban']}")
    for field in DOCUMENT.fields:
        old, now = published["van_ban"].get(field.key), new["van_ban"].get(field.key)
        if old != now and not (old and now and field.key == "tep"):
            name = f"{field.label[0].lower()}{field.label[1:]}"
            yield ChangedPlace(url=url, words=f"{name}: {old or _NOTHING} → {now or _NOTHING}")
    for key, name in _TEXTS.items():
        if published.get(key, new[key]) != new[key]:
            yield ChangedPlace(url=url, words=f"sửa {name}")
    if published.get("hieu_dinh", []) != new["hieu_dinh"]:
        yield ChangedPlace(url=url, words="sửa phần hiệu đính")


def _label_changes(published: Json, new: Json) -> Iterator[ChangedPlace]:
    before = {row["ngay"]: row["nghi"] for row in published["ngay"]}
    for row in new["ngay"]:
        old, now = before.get(row["ngay"]), row["nghi"]
        if old != now:
            day = date.fromisoformat(row["ngay"])
            yield ChangedPlace(
                url=day_url(day),
                words=f"{day_heading(day)}: chữ ghi cho ngày {old or _NOTHING} → {now or _NOTHING}",
            )


def _item_changes(month: YearMonth, published: Json, new: Json) -> Iterator[ChangedPlace]:
    before, after = _rows(published), _rows(new)
    for code in dict.fromkeys((*after, *before)):
        old, now = before.get(code), after.get(code)
        row = now or old
        assert row is not None
        words = _item_words(old, now)
        if words:
            fields = _describe(row)
            where = f"{fields[ItemField.DAY]}, {str(fields[ItemField.HALF_DAY]).lower()}"
            yield ChangedPlace(
                url=f"{month_url(month)}#cv-{code}", words=f'{where}, "{row["noi_dung"]}": {words}'
            )


def _item_words(old: Json | None, now: Json | None) -> str:
    if old is None:
        return "thêm việc"
    if now is None:
        return "bỏ việc"
    before, after = _describe(old), _describe(now)
    changed = [field for field in ItemField if before[field] != after[field]]
    return "; ".join(
        f"{field.change.lower()}: {before[field] or _NOTHING} → {after[field] or _NOTHING}"
        for field in changed
    )


def _rows(data: Json) -> dict[str, Json]:
    """Return the month's own items by their codes."""
    rows = (row for day in data["ngay"] for row in day["muc"])
    return {row["ma"]: row for row in rows if row["ma_day_du"] == f"{data['thang']}-{row['ma']}"}


def _describe(row: Json) -> Mapping[ItemField, str | None]:
    """Return every field of a published item in words; None for an empty field."""
    first, last = date.fromisoformat(row["ngay"]), date.fromisoformat(row["den_ngay"])
    start, end = (
        time.fromisoformat(row[key]) if row[key] else None
        for key in ("gio_bat_dau", "gio_ket_thuc")
    )
    moved = row.get("doi_sang")
    return {
        ItemField.DAY: day_heading(first) if first == last else date_range(first, last),
        ItemField.HALF_DAY: half_day_name(HalfDay(row["buoi"])),
        ItemField.TIME: time_range(start, end),
        ItemField.TEXT: row["noi_dung"],
        ItemField.VENUE: row["dia_diem"],
        ItemField.PREPARERS: _names(row["chuan_bi"]),
        ItemField.LEADERS: _names(row["lanh_dao"]),
        ItemField.PARTICIPANTS: row["thanh_phan"],
        ItemField.NOTE: row["ghi_chu"],
        ItemField.STATUS: status_name(Status(row["trang_thai"])) if row["trang_thai"] else None,
        ItemField.MOVED_TO: slot_name(slot_of_row(moved)) if moved else None,
        ItemField.REASON: row["ly_do"],
    }


def _names(rows: list[Json]) -> str | None:
    return "; ".join(each["ten"] for each in rows) or None
