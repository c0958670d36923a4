"""Format an item as an iCalendar event (RFC 5545).

Calendar programs identify an event by its `UID`, which is derived from the data alone. They take
the event with the higher `SEQUENCE`. Programs treat `STATUS` differently: some strike out a
cancelled event, some hide it, some ignore the status. The summary of a cancelled item therefore
begins with its status. An item postponed without a date is cancelled: its time is free again. A
new date arrives under the same `UID`. A change without a new document counts if the file records
it under `cap_nhat`; an item that was removed so stays as a cancelled event.
"""

from collections.abc import Iterator
from datetime import date, time, timedelta

from agenda.exports.event_state import EventState, EventTimes, planned_times
from agenda.exports.export_settings import ExportSettings, HalfDayHours
from agenda.history.diff import ItemField, describe_fields
from agenda.history.update_words import update_line
from agenda.model import HalfDay, Revision
from agenda.model.calendar import dates_between, end_date
from agenda.site.urls import item_url
from agenda.site.views.month.provenance import revision_name
from agenda.vietnam.dates import date_ranges, full_date, half_day_name, month_name
from agenda.vietnam.wording import slot_name, status_name, time_range

ZONE = "Asia/Ho_Chi_Minh"

DROPPED = "Không còn trong chương trình"

MOVED = "Đã đổi lịch"

MAX_OCTETS = 75
"""The maximum number of octets in a line (RFC 5545, 3.1)."""

_ESCAPED = str.maketrans(
    {"\\": r"\\", ";": r"\;", ",": r"\,"} | dict.fromkeys("\n\r\x85\u2028\u2029", r"\n")
)
"""Escapes of RFC 5545, 3.3.11.

Unicode line breaks are escaped too: some programs split lines there.
"""

_DESCRIBED_FIELDS = (
    ItemField.REASON,
    ItemField.PREPARERS,
    ItemField.LEADERS,
    ItemField.PARTICIPANTS,
    ItemField.NOTE,
)


def format_event(state: EventState, settings: ExportSettings) -> bytes:
    """Return the event as lines folded to 75 octets; equal items give equal bytes."""
    return b"".join(line + b"\r\n" for line in _properties(state, settings))


def text_property(name: str, text: str) -> bytes:
    """Return a property whose value is a text."""
    value = text.replace("\r\n", "\n").translate(_ESCAPED)
    return fold(f"{name}:{value}")


def fold(content: str) -> bytes:
    """Fold a line to 75 octets without splitting a character (RFC 5545, 3.1).

    The calendar library examines each character, which takes 35 times as long.
    """
    remaining = content.encode()
    lines = []
    room = MAX_OCTETS
    while len(remaining) > room:
        end = room
        while remaining[end] & 0b1100_0000 == 0b1000_0000:  # a continuation byte of UTF-8
            end -= 1
        lines.append(remaining[:end])
        remaining = remaining[end:]
        room = MAX_OCTETS - 1  # continuation lines begin with a space
    return b"\r\n ".join((*lines, remaining))


def timestamp(day: date) -> str:
    """Return midnight UTC of the day of a change; the time of the build would change the file."""
    return f"{_format_date(day)}T000000Z"


def sequence_number(state: EventState) -> int:
    """Return a number that never decreases, and rises with every change of the item.

    It counts the last revision that changed the item, its updates, and whether it has a status.
    """
    changes = state.revision.number + len(state.updates)
    return 2 * changes + bool(state.item.status.value)


def _properties(state: EventState, settings: ExportSettings) -> Iterator[bytes]:
    item = state.item
    modified = timestamp(state.modified).encode()
    yield b"BEGIN:VEVENT"
    yield fold(f"UID:{item.key}@{settings.record}")
    yield b"DTSTAMP:" + modified
    yield b"LAST-MODIFIED:" + modified
    yield b"SEQUENCE:%d" % sequence_number(state)
    yield from _time_properties(state.times, settings.hours.in_month(state.revision.month))
    yield b"STATUS:CANCELLED" if state.cancelled else b"STATUS:CONFIRMED"
    if state.cancelled:
        yield b"TRANSP:TRANSPARENT"
    yield text_property("SUMMARY", _summary(state))
    yield text_property("DESCRIPTION", "\n".join(_description(state, settings)))
    if item.venue:
        yield text_property("LOCATION", item.venue)
    if settings.home:
        yield fold(f"URL:{settings.home}{item_url(item)}")
    yield b"END:VEVENT"


def _time_properties(times: EventTimes, office_hours: HalfDayHours) -> Iterator[bytes]:
    if times.start is not None:
        yield _local_time("DTSTART", times.first, times.start)
        if times.end is not None:
            yield _local_time("DTEND", end_date(times.first, times.start, times.end), times.end)
        yield from _recurrence(times)
        for day in times.skipped:
            yield _local_time("EXDATE", day, times.start)
    elif times.first == times.last and (hours := office_hours.get(times.half_day)):
        yield _local_time("DTSTART", times.first, hours.start)
        yield _local_time("DTEND", times.first, hours.end)
    else:
        # An event has no gaps: with skipped days it is one day that recurs.
        last = times.first if times.skipped else times.last
        yield f"DTSTART;VALUE=DATE:{_format_date(times.first)}".encode()
        yield f"DTEND;VALUE=DATE:{_format_date(last + timedelta(days=1))}".encode()
        if times.skipped:
            yield from _recurrence(times)
        for day in times.skipped:
            yield f"EXDATE;VALUE=DATE:{_format_date(day)}".encode()


def _recurrence(times: EventTimes) -> Iterator[bytes]:
    """Yield the daily recurrence of an item of several days."""
    if times.first < times.last:
        yield b"RRULE:FREQ=DAILY;COUNT=%d" % ((times.last - times.first).days + 1)


def _local_time(name: str, day: date, clock_time: time) -> bytes:
    clock = f"{clock_time.hour:02}{clock_time.minute:02}00"
    return f"{name};TZID={ZONE}:{_format_date(day)}T{clock}".encode()


def _format_date(day: date) -> str:
    """Return a date as YYYYMMDD (RFC 5545, 3.3.4); `strftime` takes five times as long."""
    return day.isoformat().replace("-", "")


def _summary(state: EventState) -> str:
    text = state.item.text
    if state.dropped:
        return f"{DROPPED}: {text}"
    return f"{status_name(state.item.status)}: {text}" if state.cancelled else text


def _description(state: EventState, settings: ExportSettings) -> Iterator[str]:
    item = state.item
    if item.moved_to is not None:
        yield f"{MOVED} từ {_format_times(planned_times(item))} sang {slot_name(item.moved_to)}"
    elif state.before is not None:
        yield f"{MOVED} từ {_format_times(planned_times(state.before))}"
    words = describe_fields(item)
    yield from (f"{field.label}: {words[field]}" for field in _DESCRIBED_FIELDS if words[field])
    yield from _time_notes(state.times)
    yield from (update_line(update) for update in state.updates)
    yield _source(state.revision)
    if settings.home:
        yield f"{settings.home}{item_url(item)}"


def _time_notes(times: EventTimes) -> Iterator[str]:
    """Yield the document's wording of the time where the times of the event differ from it."""
    if times.half_day in (None, HalfDay.ALL_DAY) or times.start is not None:
        return
    yield f"Văn bản ghi buổi {half_day_name(times.half_day).lower()}, không ghi giờ"


def _format_times(times: EventTimes) -> str:
    """Return the time in Vietnamese words: "08:00, sáng 04/5/2021"."""
    clock_time = time_range(times.start, times.end)
    half_day = half_day_name(times.half_day).lower() if times.half_day else ""
    dates = dates_between(times.first, times.last)
    taken = date_ranges(day for day in dates if day not in times.skipped)
    days = f"{half_day} {taken}"
    return f"{clock_time}, {days}" if clock_time else days


def _source(revision: Revision) -> str:
    document = revision.document
    parts = [f"Chương trình công tác {month_name(revision.month)}"]
    if revision.number:
        parts.append(revision_name(revision).lower())
    if document.number:
        parts.append(f"số {document.number}")
    parts.append(f"ký ngày {full_date(document.issued)}")
    return ", ".join(parts)
