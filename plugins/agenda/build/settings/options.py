"""Parse the options of the plugin, for every reader of `mkdocs.yml`."""

import re
from collections.abc import Mapping
from datetime import time
from typing import Any, NamedTuple

from agenda.exports.export_settings import HalfDayHours, Hours, Licence, OfficeHours
from agenda.model import HalfDay, YearMonth


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
_HOURS_FORM = (
    'Viết office_hours: {sang: "07:30-11:30", chieu: "13:30-17:00", toi: "19:00-21:00"}; giờ mới '
    'từ một tháng thì thêm như 2026-04: {sang: "07:00-11:00"}.'
)
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


def office_hours_of(value: object) -> OfficeHours:
    """Parse hours by half-day; a month as the key has those that hold from then on.

    Half-days that are not named keep the hours before. Raise `OptionRefused`.
    """
    options = _mapping(value)
    months = {key: each for key, each in options.items() if key not in HALF_DAYS}
    usual: HalfDayHours = {each.half_day: hours_of(each.hours) for each in HALF_DAYS.values()}
    hours = first = _with_hours(usual, {key: options[key] for key in options.keys() - months})
    later: dict[YearMonth, HalfDayHours] = {}
    for month, each in sorted({_month_of(key): each for key, each in months.items()}.items()):
        hours = later[month] = _with_hours(hours, _mapping(each))
    return OfficeHours(first=first, later=later)


def office_hours_option(hours: OfficeHours) -> dict[str, Any]:
    """Return the hours as the option has them."""
    later = {str(month): _option(each) for month, each in sorted(hours.later.items())}
    return {**_option(hours.first), **later}


def _option(hours: HalfDayHours) -> dict[str, str]:
    return {
        name: f"{hours[each.half_day].start:%H:%M}-{hours[each.half_day].end:%H:%M}"
        for name, each in HALF_DAYS.items()
    }


def _with_hours(before: HalfDayHours, options: Mapping[str, object]) -> HalfDayHours:
    if not options.keys() <= HALF_DAYS.keys():
        raise OptionRefused(_HOURS_FORM)
    hours = dict(before)
    hours |= {HALF_DAYS[name].half_day: hours_of(each) for name, each in options.items() if each}
    return hours


def _mapping(value: object) -> Mapping[str, object]:
    match value:
        case None:
            return {}
        case dict():
            return value
    raise OptionRefused(_HOURS_FORM)


def _month_of(key: object) -> YearMonth:
    try:
        return YearMonth.parse(str(key))
    except ValueError as error:
        raise OptionRefused(_HOURS_FORM) from error


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
