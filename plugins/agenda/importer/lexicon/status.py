"""Recognise the status of an appointment: postponed, cancelled or moved."""

import re
from dataclasses import dataclass

from agenda.importer.lexicon.dates import DateContext, read_dates
from agenda.importer.lexicon.times import half_day_of
from agenda.model import Slot, Status

_REASON = r"(?P<reason>[\s,–-]+(?:do|vì)\s.+)?"
_POSTPONED = re.compile(rf"(?:đã\s+|tạm\s+|xin\s+)?hoãn(?:\s+lịch|\s+họp)?{_REASON}", re.IGNORECASE)
_CANCELLED = re.compile(
    rf"(?:(?:đã\s+)?(?:hủy|huỷ)(?:\s+bỏ)?(?:\s+lịch|\s+họp)?|không\s+tổ\s+chức){_REASON}",
    re.IGNORECASE,
)
_MARK = r"(?:tạm\s+)?hoãn|(?:hủy|huỷ)(?:\s+bỏ)?"
STATUS_MARKS = (
    re.compile(rf"^[(\[]?\s*({_MARK})\s*[)\]:–-]\s*", re.IGNORECASE),
    re.compile(r"^(HOÃN|HỦY|HUỶ)\s+(?=[^\W\d_])"),
    re.compile(rf"\s+[-–—]\s+({_MARK})\s*[.;]?$", re.IGNORECASE),
)
"""A status as a mark at the beginning or the end of an item; the first group names it."""

_MOVED_TO = re.compile(
    r"(?:đã\s+)?(?:được\s+)?(?:chuyển|dời|đổi|lùi|hoãn)(?:\s+lịch)?\s+"
    r"(?:sang|đến|tới|vào|qua|lại)\s+(?P<slot>.+)",
    re.IGNORECASE,
)
_MOVED_FROM = re.compile(
    r"(?:đã\s+)?(?:được\s+)?(?:chuyển|dời|đổi|lùi|hoãn)(?:\s+lịch)?\s+từ\s+.+", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusMention:
    """A status other than planned; `moved_to` is the new day of a moved appointment.

    It `has_reason` if the words tell why.
    """

    status: Status
    has_reason: bool = False
    moved_to: Slot | None = None


def read_status(words: str, context: DateContext) -> StatusMention | None:
    """Return the status that the words name ("hoãn", "chuyển sang chiều 20").

    Return None if they name none, or anything besides.
    """
    words = words.strip(" .;,")
    for pattern, status in ((_POSTPONED, Status.POSTPONED), (_CANCELLED, Status.CANCELLED)):
        if (match := pattern.fullmatch(words)) is not None:
            return StatusMention(status=status, has_reason=match["reason"] is not None)
    moved = _MOVED_TO.fullmatch(words)
    when = read_dates(moved["slot"], context) if moved else None
    if when is None or not when.spans or when.rest:
        return None
    half_day = when.half_day or (half_day_of(when.start) if when.start else None)
    first, last = when.spans[0]
    slot = Slot(first, half_day, last if last > first else None, when.start, when.end)
    return StatusMention(status=Status.MOVED, moved_to=slot)


def is_moved_from(words: str) -> bool:
    """Return whether the words name the former day of a moved appointment."""
    return _MOVED_FROM.fullmatch(words.strip(" .;,")) is not None
