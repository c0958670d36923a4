"""Find changes to published documents that the page does not announce.

The published JSON of a month holds what its newest document said. The same document is read from
the files again and compared, whether it is still the newest or is superseded now.
"""

import json
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any, TypeAlias

from agenda.build.ledger_check.traces import (
    CORRECTIONS,
    FILE,
    ORIGIN,
    RESTORED,
    STATUS,
    is_file_declared,
    is_traced,
    plain,
)
from agenda.build.ledger_check.updates import new_updates, without_updates
from agenda.exports.months import month_data
from agenda.history.content import revision_content
from agenda.history.ledger import (
    Kind,
    Ledger,
    Violation,
    ViolationKind,
    digest_of,
    digest_of_bytes,
)
from agenda.model import Agenda, Correction, Month, Revision, YearMonth
from agenda.model.composition import month_as_of
from agenda.site.urls import changes_url, month_data_url, month_url, on_page

ReadFile: TypeAlias = Callable[[str], bytes | None]
Json: TypeAlias = Mapping[str, Any]
Key: TypeAlias = tuple[str, str]
"""A URL and the Vietnamese name of the field."""

_ITEM = {
    "ngay": "ngày",
    "den_ngay": "ngày cuối",
    "buoi": "buổi",
    "gio_bat_dau": "giờ",
    "gio_ket_thuc": "giờ kết thúc",
    "noi_dung": "nội dung",
    "dia_diem": "địa điểm",
    "chuan_bi": "cơ quan chuẩn bị",
    "lanh_dao": "lãnh đạo",
    "thanh_phan": "thành phần",
    "ghi_chu": "ghi chú",
}
_DOCUMENT = {
    "so": "số văn bản",
    "noi_ban_hanh": "nơi ban hành",
    "ngay_ban_hanh": "ngày ban hành",
    "nguoi_ky": "người ký",
    "chuc_vu": "chức vụ người ký",
    "tep": FILE,
    "nguon": ORIGIN,
}
_ADDED, _REMOVED, _ORDER, _LABEL = "thêm việc", "bỏ việc", "thứ tự việc", "chữ ghi cho ngày"


def find_edits(agenda: Agenda, live: Ledger, new: Ledger, read: ReadFile) -> tuple[Violation, ...]:
    """Return every published place of a month that changed without a trace.

    These are traces: an update under `cap_nhat`, a status, words withheld, and a correction
    declared under `hieu_dinh`. `read` gives a published file by its URL.
    """
    violations: list[Violation] = []
    for month in agenda.months:
        page = month_url(month.month)
        if page in live and live[page].kind is Kind.PAGE and _differs(month, live, new):
            violations += _edits_of(month, live, new, read_published(month.month, live, read))
    return tuple(violations)


def find_month_edits(month: Month, live: Ledger, published: Json) -> tuple[Violation, ...]:
    """Return the places of one month that changed without a trace; `published` is its data."""
    return tuple(_edits_of(month, live, live, published))


def _differs(month: Month, live: Ledger, new: Ledger) -> bool:
    """Tell whether a month or its changes say something else than what is published."""
    pages = month_url(month.month), changes_url(month.month)
    return any(live.get(url) != new.get(url) for url in pages)


def read_published(month: YearMonth, live: Ledger, read: ReadFile) -> Json | None:
    """Return the published data of a month; None unless it is what the ledger says."""
    url = month_data_url(month)
    content = read(url)
    if content is None or url not in live or digest_of_bytes(content) != live[url].digest:
        return None
    data: Json = json.loads(content)
    return data


def _edits_of(month: Month, live: Ledger, new: Ledger, before: Json | None) -> Iterator[Violation]:
    page = month_url(month.month)
    if before is None:
        yield _violation(
            page, "tệp dữ liệu của tháng trên nhánh đang đăng bị sửa tay, không so được"
        )
        return
    number = before["ban"]
    if number >= len(month.revisions):
        yield _violation(page, "trở lại bản trước bản đang đăng")
        return
    updates = new_updates(month, before)
    if updates.lost:
        yield _violation(page, "dòng cap_nhat đã đăng bị sửa hoặc bị bỏ")
    now = without_updates(month_data(month_as_of(month, number), ""), updates)
    revision = month.states[number]
    if updates or live[page].digest != digest_of(revision_content(revision)):
        changed = _differing(_values(page, before), _values(page, now), _shared_days(month))
        changed |= _differing_items(page, before, now, live, updates.codes)
        days = _days_of(page, before)
        untraced = {
            (url, what)
            for (url, what), (old, new) in changed.items()
            if not is_traced(what, old, new, _corrections_of(days.get(url), revision))
        }
        if (page, FILE) in untraced and is_file_declared(before, live, new):
            untraced.discard((page, FILE))
        if not changed and not updates and not updates.lost:
            untraced = {(page, "cách viết hoặc cách chia dòng")}
        yield from _by_url(untraced)
    if updates or number + 1 < len(month.revisions):
        yield from _swapped(page, before, month_data(month, ""))


def _days_of(page: str, data: Json) -> dict[str, tuple[str, str]]:
    """Return the first and last day, in ISO 8601, of every day and item of a month by URL."""
    days = {_day(page, day): (day["ngay"], day["ngay"]) for day in data["ngay"]}
    items = _items(data).items()
    return days | {
        on_page(page, f"cv-{code}"): (row["ngay"], row["den_ngay"]) for code, row in items
    }


def _corrections_of(days: tuple[str, str] | None, revision: Revision) -> list[Correction]:
    """Return the corrections that may apply to a text of these days, or of no day."""
    return [
        each
        for each in revision.corrections
        if each.day is None or (days and days[0] <= each.day.isoformat() <= days[1])
    ]


def _items(data: Json) -> dict[str, Json]:
    """Return the items of the month's own documents by their codes."""
    rows = (row for day in data["ngay"] for row in day["muc"])
    return {row["ma"]: row for row in rows if row["ma_day_du"] == f"{data['thang']}-{row['ma']}"}


def _values(page: str, data: Json) -> dict[Key, object]:
    """Return the values outside items; leave out fields that an older site did not publish."""
    values: dict[Key, object] = {
        (page, name): data["van_ban"].get(key) for key, name in _DOCUMENT.items()
    }
    values[page, _DOCUMENT["tep"]] = (data["van_ban"].get("tep") or "").rpartition("/")[2]
    values[page, "lưu ý"] = data["luu_y"]
    values[page, "số đoạn trọng tâm"] = len(data["trong_tam"])
    for number, text in enumerate(data["trong_tam"], 1):
        values[page, f"trọng tâm, đoạn {number}"] = text
    for key, name in (("noi_nhan", "nơi nhận"), ("hieu_dinh", CORRECTIONS)):
        if key in data:
            values[page, name] = data[key]
    for day in data["ngay"]:
        values[_day(page, day), _LABEL] = day["nghi"]
    return values


def _day(page: str, day: Json) -> str:
    return on_page(page, f"ngay-{day['ngay'][-2:]}")


def _shared_days(month: Month) -> Collection[Key]:
    """Return the labels that a neighbouring month's entries may have a part in."""
    page, own = month_url(month.month), month.current.entries
    return {
        (on_page(page, f"ngay-{day.date.day:02}"), _LABEL)
        for day in month.days
        if any(entry not in own for entry in day.entries)
    }


def _differing(
    before: Mapping[Key, object], now: Mapping[Key, object], apart: Collection[Key]
) -> dict[Key, tuple[object, object]]:
    return {
        key: (before[key], now[key])
        for key in before.keys() & now.keys() - set(apart)
        if before[key] != now[key]
    }


def _differing_items(
    page: str, before: Json, now: Json, live: Ledger, updated: Collection[str]
) -> dict[Key, tuple[object, object]]:
    changed: dict[Key, tuple[object, object]] = {}
    old_items, new_items = _items(before), _items(now)
    for code in old_items.keys() | new_items.keys():
        url = on_page(page, f"cv-{code}")
        old, new = old_items.get(code), new_items.get(code)
        if old is None and new is not None:
            withdrawn = url in live and live[url].kind is Kind.TOMBSTONE
            where, what = (url, RESTORED) if withdrawn else (_day(page, new), f"{_ADDED} {code}")
            changed[where, what] = None, code
        elif new is None:
            changed[url, _REMOVED] = code, None
        elif old is not None:
            changed |= {(url, name): values for name, values in _differing_fields(old, new)}
    both = (old_items.keys() & new_items.keys()) - set(updated)
    after = {day["ngay"]: _order(day, both) for day in now["ngay"]}
    for day in before["ngay"]:
        old_order, new_order = _order(day, both), after[day["ngay"]]
        if old_order != new_order and sorted(old_order) == sorted(new_order):
            changed[_day(page, day), _ORDER] = old_order, new_order
    return changed


def _differing_fields(old: Json, new: Json) -> Iterator[tuple[str, tuple[object, object]]]:
    """Yield the name and both values of every field of an item that differs.

    A field about the status stands with the status, which tells whether the page speaks of it.
    """
    for key, name in _ITEM.items():
        if plain(old.get(key)) != plain(new[key]):
            yield name, (plain(old.get(key)), plain(new[key]))
    for key, name in STATUS.items():
        if old.get(key) != new[key]:
            yield name, (old.get("trang_thai"), new["trang_thai"])


def _order(day: Json, codes: Collection[str]) -> list[str]:
    return [row["ma"] for row in day["muc"] if row["ma"] in codes]


def _swapped(page: str, before: Json, now: Json) -> Iterator[Violation]:
    """Return the items of a document that took the code of another changed item."""
    for code, other in sorted(swapped_codes(before, now).items()):
        yield _violation(on_page(page, f"cv-{code}"), f"mã đổi chỗ với {other}")


def swapped_codes(before: Json, now: Json) -> dict[str, str]:
    """Return the codes whose item now has the words of another changed item, with its code."""
    old = {code: _words(row) for code, row in _items(before).items()}
    new = {code: _words(row) for code, row in _items(now).items()}
    changed = sorted(code for code in old.keys() & new.keys() if old[code] != new[code])
    pairs = (
        (code, next((each for each in changed if each != code and old[each] == new[code]), None))
        for code in changed
    )
    return {code: other for code, other in pairs if other is not None}


def _words(row: Json) -> list[Any]:
    """Return what tells an appointment from others; its day and hour may change."""
    return [plain(row[key]) for key in ("noi_dung", "chuan_bi", "lanh_dao")]


def _by_url(keys: Collection[Key]) -> Iterator[Violation]:
    for url in sorted({url for url, _ in keys}):
        yield _violation(url, ", ".join(sorted(what for each, what in keys if each == url)))


def _violation(url: str, what: str) -> Violation:
    kind = Kind.ANCHOR if "#" in url else Kind.PAGE
    return Violation(url=url, kind=kind, violation_kind=ViolationKind.CHANGED, what=what)
