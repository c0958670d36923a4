"""Format times, slots and statuses in Vietnamese."""

from datetime import time

from agenda.model import Slot, Status
from agenda.vietnam.dates import day_heading, half_day_name

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
    """Format as "08:00" or "08:00–09:30". Return None without a start."""
    if start is None:
        return None
    return start.isoformat("minutes") + (f"–{end.isoformat('minutes')}" if end else "")


def slot_name(slot: Slot) -> str:
    """Format as "chiều Thứ Năm, 20/5/2021"."""
    half_day = f"{half_day_name(slot.half_day).lower()} " if slot.half_day else ""
    return f"{half_day}{day_heading(slot.day)}/{slot.day.year}"
