"""Convert an item to JSON values under the published field names."""

from collections.abc import Iterable, Mapping
from datetime import time

from agenda.model import Item, Mention, PlainValue, Slot, Status, Update
from agenda.site.urls import item_url, relative_url

Row = dict[str, object]


def item_row(item: Item, file_url: str, home: str) -> Row:
    """Return an item for the file at `file_url`; a missing value is None."""
    return {
        "ma": item.code,
        "ma_day_du": item.key,
        "ngay": item.first.isoformat(),
        "den_ngay": item.last.isoformat(),
        **({"tru_ngay": [day.isoformat() for day in item.skipped]} if item.skipped else {}),
        "buoi": item.half_day.value,
        "gio_bat_dau": format_time(item.start),
        "gio_ket_thuc": format_time(item.end),
        "noi_dung": item.text,
        "dia_diem": item.venue,
        "chuan_bi": _mentions(item.preparers),
        "lanh_dao": _mentions(item.leaders),
        "thanh_phan": item.participants,
        "ghi_chu": item.note,
        "trang_thai": None if item.status is Status.PLANNED else item.status.value,
        "doi_sang": _slot(item.moved_to) if item.moved_to else None,
        "ly_do": item.reason,
        "url": relative_url(file_url, item_url(item), home),
    }


def update_row(update: Update, revision: int) -> Row:
    """Return an update of the file of a revision, with the former values by key."""
    return {
        "luc": update.day.isoformat(),
        "ban": revision,
        "cho": update.target,
        "truoc": None if update.before is None else _plain(dict(update.before)),
        "vi": update.reason,
    }


def format_time(clock: time | None) -> str | None:
    """Return a time as "08:00"."""
    return clock.isoformat("minutes") if clock else None


def _mentions(mentions: Iterable[Mention]) -> list[Row]:
    return [
        {"ten": mention.text, "ma": mention.entry.code if mention.entry else None}
        for mention in mentions
    ]


def _plain(values: Mapping[str, PlainValue]) -> Row:
    return {key: list(each) if isinstance(each, tuple) else each for key, each in values.items()}


def _slot(slot: Slot) -> Row:
    """Return a new time; the keys of a range and of times are there only where they are known."""
    further = {
        "den_ngay": slot.last.isoformat() if slot.last else None,
        "gio_bat_dau": format_time(slot.start),
        "gio_ket_thuc": format_time(slot.end),
    }
    return {
        "ngay": slot.day.isoformat(),
        "buoi": slot.half_day.value if slot.half_day else None,
        **{key: value for key, value in further.items() if value},
    }
