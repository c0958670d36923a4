"""Format times, slots and statuses in Vietnamese."""

from datetime import time

from agenda.model import Slot, Status
from agenda.vietnam.dates import date_range, day_heading, half_day_name

_STATUS_NAMES = {
    Status.PLANNED: None,
    Status.CANCELLED: "Đã hủy",
    Status.POSTPONED: "Hoãn, chưa định ngày",
    Status.MOVED: "Đã đổi lịch",
}


def status_name(status: Status) -> str | None:
    """Return the name of a status, or None for `PLANNED`."""
    return _STATUS_NAMES[status]


def time_range(start: time | None, end: time | None) -> str | None:
    """Format as "08:00", "08:00–09:30" or "22:00–01:00 hôm sau". Return None without a start."""
    if start is None:
        return None
    if end is None:
        return start.isoformat("minutes")
    next_day = " hôm sau" if end < start else ""
    return f"{start.isoformat('minutes')}–{end.isoformat('minutes')}{next_day}"


def slot_name(slot: Slot) -> str:
    """Format as "chiều Thứ Năm, 20/5/2021", "09:00, Thứ Năm, 20/5/2021" or "20–22/5/2021"."""
    clock = time_range(slot.start, slot.end)
    half_day = half_day_name(slot.half_day).lower() if slot.half_day else ""
    days = (
        date_range(slot.day, slot.last) if slot.last else f"{day_heading(slot.day)}/{slot.day.year}"
    )
    return (f"{clock}, " if clock else "") + (f"{half_day} " if half_day else "") + days
