"""An item as an event of a calendar (RFC 5545).

A subscriber's program tells events by `UID`, which comes from the data alone, and takes the one
with the higher `SEQUENCE`. Whatever it does with `STATUS` (some strike a cancelled event through,
some hide it, some ignore it), the words of an item that is off begin with what became of it. An
item postponed without a date is cancelled for a calendar: its time is free again, and a new one
comes under the same `UID`. What is corrected in a file without a new document keeps its number;
who subscribed fetches the whole calendar and has it all the same.
"""

from collections.abc import Iterator
from datetime import date, time, timedelta

from agenda.exports.event_state import EventState, EventTimes, planned_times
from agenda.exports.export_settings import ExportSettings
from agenda.history.diff import ItemField, describe_fields
from agenda.model import HalfDay, Revision
from agenda.site.urls import item_url
from agenda.site.views.month.provenance import revision_name
from agenda.vietnam.dates import date_range, full_date, half_day_name, month_name
from agenda.vietnam.wording import slot_name, status_name, time_range

ZONE = "Asia/Ho_Chi_Minh"

DROPPED = "Không còn trong chương trình"

MOVED = "Đã đổi lịch"

LINE = 75
"""Octets that a line may have (RFC 5545, 3.1)."""

_ESCAPED = str.maketrans(
    {"\\": r"\\", ";": r"\;", ",": r"\,"} | dict.fromkeys("\n\r\x85\u2028\u2029", r"\n")
)
"""RFC 5545, 3.3.11. Programs that split lines at Unicode's line breaks would tear a property."""

_TOLD = (
    ItemField.REASON,
    ItemField.PREPARERS,
    ItemField.LEADERS,
    ItemField.PARTICIPANTS,
    ItemField.NOTE,
)


def event(occasion: EventState, terms: ExportSettings) -> bytes:
    """The event's lines, folded to 75 octets; equal items give equal bytes."""
    return b"".join(line + b"\r\n" for line in _lines(occasion, terms))


def line(name: str, text: str) -> bytes:
    """Return a property whose value is a text."""
    value = text.replace("\r\n", "\n").translate(_ESCAPED)
    return folded(f"{name}:{value}")


def folded(content: str) -> bytes:
    """A line cut before the octet that is too many, never within a character.

    RFC 5545, 3.1. The calendar library looks at each sign of a text, which takes 35 times as long.
    """
    rest = content.encode()
    lines = []
    room = LINE
    while len(rest) > room:
        end = room
        while rest[end] & 0b1100_0000 == 0b1000_0000:  # the character began before
            end -= 1
        lines.append(rest[:end])
        rest = rest[end:]
        room = LINE - 1  # after the space that every further line begins with
    return b"\r\n ".join((*lines, rest))


def moment_of(issued: date) -> str:
    """The moment that stands for the day of a document: the clock of a build says nothing."""
    return f"{_day(issued)}T000000Z"


def sequence_of(occasion: EventState) -> int:
    """Rises with each revision that changes the item, and where a notice alone changes it."""
    return 2 * occasion.revision.number + bool(occasion.item.status.value)


def _lines(occasion: EventState, terms: ExportSettings) -> Iterator[bytes]:
    item = occasion.item
    issued = moment_of(occasion.revision.document.issued).encode()
    yield b"BEGIN:VEVENT"
    yield folded(f"UID:{item.key}@{terms.record}")
    yield b"DTSTAMP:" + issued
    yield b"LAST-MODIFIED:" + issued
    yield b"SEQUENCE:%d" % sequence_of(occasion)
    yield from _times(occasion.span, terms)
    yield b"STATUS:CANCELLED" if occasion.off else b"STATUS:CONFIRMED"
    if occasion.off:
        yield b"TRANSP:TRANSPARENT"
    yield line("SUMMARY", _summary(occasion))
    yield line("DESCRIPTION", "\n".join(_description(occasion, terms)))
    if item.venue:
        yield line("LOCATION", item.venue)
    if terms.home:
        yield folded(f"URL:{terms.home}{item_url(item)}")
    yield b"END:VEVENT"


def _times(span: EventTimes, terms: ExportSettings) -> Iterator[bytes]:
    if span.first == span.last and span.start is not None:
        yield _local("DTSTART", span.first, span.start)
        if span.end is not None:
            yield _local("DTEND", span.first, span.end)
    elif span.first == span.last and (hours := terms.hours.get(span.half_day)):
        yield _local("DTSTART", span.first, hours.start)
        yield _local("DTEND", span.first, hours.end)
    else:
        yield f"DTSTART;VALUE=DATE:{_day(span.first)}".encode()
        yield f"DTEND;VALUE=DATE:{_day(span.last + timedelta(days=1))}".encode()


def _local(name: str, day: date, clock: time) -> bytes:
    return f"{name};TZID={ZONE}:{_day(day)}T{clock.hour:02}{clock.minute:02}00".encode()


def _day(day: date) -> str:
    """RFC 5545, 3.3.4. To format a date by a pattern takes five times as long."""
    return day.isoformat().replace("-", "")


def _summary(occasion: EventState) -> str:
    text = occasion.item.text
    if occasion.dropped:
        return f"{DROPPED}: {text}"
    return f"{status_name(occasion.item.status)}: {text}" if occasion.off else text


def _description(occasion: EventState, terms: ExportSettings) -> Iterator[str]:
    item = occasion.item
    if item.moved_to is not None:
        yield f"{MOVED} từ {_worded(planned_times(item))} sang {slot_name(item.moved_to)}"
    elif occasion.before is not None:
        yield f"{MOVED} từ {_worded(planned_times(occasion.before))}"
    words = describe_fields(item)
    yield from (f"{field.label}: {words[field]}" for field in _TOLD if words[field])
    yield from _said_of_time(occasion.span)
    yield _source(occasion.revision)
    if terms.home:
        yield f"{terms.home}{item_url(item)}"


def _said_of_time(span: EventTimes) -> Iterator[str]:
    """What the paper says of the time where the event's own times say more, or less."""
    if span.half_day in (None, HalfDay.ALL_DAY) and span.start is None:
        return
    half_day = half_day_name(span.half_day).lower() if span.half_day else ""
    if span.start is None:
        yield f"Văn bản ghi buổi {half_day}, không ghi giờ"
    elif span.first < span.last:
        yield f"Văn bản ghi {half_day}, {time_range(span.start, span.end)}"


def _worded(span: EventTimes) -> str:
    """ "08:00, sáng 04/5/2021"."""
    clock = time_range(span.start, span.end)
    half_day = half_day_name(span.half_day).lower() if span.half_day else ""
    when = f"{half_day} {date_range(span.first, span.last)}"
    return f"{clock}, {when}" if clock else when


def _source(revision: Revision) -> str:
    document = revision.document
    parts = [f"Chương trình công tác {month_name(revision.month)}"]
    if revision.number:
        parts.append(revision_name(revision.number).lower())
    if document.number:
        parts.append(f"số {document.number}")
    parts.append(f"ký ngày {full_date(document.issued)}")
    return ", ".join(parts)
