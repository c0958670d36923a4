"""Parse the options of the plugin, for every reader of `mkdocs.yml`."""

import re
from datetime import time
from typing import NamedTuple

from agenda.exports.export_settings import Hours, Licence
from agenda.model import HalfDay


class Usual(NamedTuple):
    """The hours of a half-day where none are set."""

    half_day: HalfDay
    hours: str


HALF_DAYS = {
    "sang": Usual(HalfDay.MORNING, "07:30-11:30"),
    "chieu": Usual(HalfDay.AFTERNOON, "13:30-17:00"),
    "toi": Usual(HalfDay.EVENING, "19:00-21:00"),
}
"""Half-days by their names in `office_hours`."""

_HOURS = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])\s*-\s*([01]?[0-9]|2[0-3]):([0-5][0-9])")
_RECORD = re.compile(r"[a-z0-9]+([.-][a-z0-9]+)*")
_LONGEST = 60


class OptionRefused(ValueError):
    """An invalid option; the message is Vietnamese and shows the right form."""


def hours_of(value: object) -> Hours:
    """Parse two times of a day, the earlier first: `07:30-11:30`. Raise `OptionRefused`."""
    match = _HOURS.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise OptionRefused(
            f'"{value}" không phải là giờ làm việc; viết như 07:30-11:30, trong dấu nháy.'
        )
    hours = Hours(start=time(int(match[1]), int(match[2])), end=time(int(match[3]), int(match[4])))
    if hours.end <= hours.start:
        raise OptionRefused(f'"{value}": giờ kết thúc phải sau giờ bắt đầu.')
    return hours


def record_of(value: object) -> str:
    """Parse the permanent name of the record, part of every event id. Raise `OptionRefused`."""
    if not isinstance(value, str) or not _RECORD.fullmatch(value) or len(value) > _LONGEST:
        raise OptionRefused(
            f'"{value}": chỉ dùng chữ thường không dấu, chữ số, dấu chấm và gạch nối, không '
            f"quá {_LONGEST} ký tự. Đã đăng thì không đổi nữa."
        )
    return value


def licence_of(value: object) -> Licence:
    """Parse the title and URL of the terms of use. Raise `OptionRefused`."""
    match value:
        case {"title": str(title), "path": str(path), **others} if not others:
            if title and path.startswith(("https://", "http://")):
                return Licence(title=title, path=path)
    raise OptionRefused(
        "Viết licence: {title: tên điều kiện sử dụng, path: https://địa-chỉ-của-văn-bản}."
    )
