"""Read brackets at the end of an item: "(sáng; dự: đ/c An)", "(14h00, phòng họp A)"."""

import re
from dataclasses import replace

from agenda.importer.datamodel.diagnostics import Diagnostics
from agenda.importer.extraction.read_item import ReadItem
from agenda.importer.lexicon.dates import DateContext, read_dates
from agenda.importer.lexicon.half_days import HALF_DAY, combine_half_days
from agenda.importer.lexicon.status import StatusMention, is_moved_from, read_status
from agenda.importer.lexicon.times import Times, find_times
from agenda.importer.lexicon.trailing_details import ROOM
from agenda.importer.tables.columns import names_unit
from agenda.model import HalfDay

_HALF_DAY = re.compile(rf"{HALF_DAY}|ngày", re.IGNORECASE)
_ATTENDED = re.compile(
    r"(?:(?:tham\s+|cùng\s+)?dự|chủ\s+trì|lãnh\s+đạo(?:\s+dự)?)\s*[:：]\s*(?P<labelled>.+)"
    r"|(?P<comrade>(?:các\s+)?(?:đ/c|đồng\s+chí|lãnh\s+đạo\s+sở|ban\s+giám\s+đốc|p?gđ)\b.*?)(?:\s+(?:tham\s+)?dự|\s+chủ\s+trì)?",
    re.IGNORECASE,
)
_PREPARED = re.compile(
    r"(?:giao\s+)?(.+?)\s+(?:chuẩn\s+bị|tham\s+mưu)(?:\s+nội\s+dung|\s+báo\s+cáo)?", re.IGNORECASE
)
_PARTICIPANTS = re.compile(r"thành\s+phần(?:\s+dự)?\s*[:：]\s*(.+)", re.IGNORECASE)
_AT_VENUE = re.compile(r"(?:địa\s+điểm\s*:|(?:điểm\s+)?tại)\s+(?P<place>.+)", re.IGNORECASE)
_ROOM = re.compile(rf"(?P<place>{ROOM}.*)", re.VERBOSE | re.IGNORECASE)


def take_brackets(
    item: ReadItem, content: str, context: DateContext, diagnostics: Diagnostics
) -> bool:
    """Move the content of brackets into fields of the item; return False if any part fits none.

    The item stays unchanged in that case. One unknown part beside a time is the venue.
    """
    for separators in (r";", r"[;,]"):
        attempt = replace(
            item,
            leaders=[*item.leaders],
            participants=[*item.participants],
            preparers=[*item.preparers],
            notes=[*item.notes],
        )
        parts = [part.strip() for part in re.split(separators, content) if part.strip()]
        unknown = [
            part
            for part in parts
            if not (
                take_own_day(attempt, part, context) or _take(attempt, part, context, diagnostics)
            )
        ]
        if sum(_HALF_DAY.fullmatch(part) is not None for part in parts) > 1:
            attempt.half_day = HalfDay.ALL_DAY
        is_venue = len(unknown) == 1 and len(parts) > 1 and _may_be_venue(unknown[0], item, attempt)
        if not parts or (unknown and not is_venue):
            continue
        item.half_day, item.start, item.end = attempt.half_day, attempt.start, attempt.end
        item.leaders, item.notes = attempt.leaders, attempt.notes
        item.preparers, item.venue = attempt.preparers, attempt.venue
        item.participants = attempt.participants
        item.status, item.moved_to = attempt.status, attempt.moved_to
        item.own_days = attempt.own_days
        if unknown:
            item.venue = unknown[0]
            message = f'coi "{unknown[0]}" trong ngoặc là địa điểm'
            item.doubt(diagnostics, "venue", message, content)
        return True
    return False


def _may_be_venue(words: str, item: ReadItem, attempt: ReadItem) -> bool:
    """Return whether words beside a time in brackets may be the venue."""
    timed = (attempt.half_day, attempt.start) != (item.half_day, item.start)
    return timed and attempt.venue is None and find_times(words) is None


def doubt_unread_brackets(item: ReadItem, content: str, diagnostics: Diagnostics) -> None:
    """Add a doubt if brackets that stay in the text have the time of an item without one."""
    parts = map(str.strip, re.split(r"[;,]", content))
    has_time = item.start is None and find_times(content) is not None
    has_half_day = item.half_day is None and any(map(_HALF_DAY.fullmatch, parts))
    if has_time or has_half_day:
        message = "giờ, buổi trong ngoặc không tách được: để nguyên trong câu"
        item.doubt(diagnostics, "times", message, content)


def take_status(item: ReadItem, words: str, context: DateContext) -> StatusMention | None:
    """Set the status of an item that does not take place as planned, and return it."""
    found = read_status(words, context)
    if found is not None:
        item.status, item.moved_to = found.status, found.moved_to
    return found


def take_own_day(item: ReadItem, words: str, context: DateContext) -> bool:
    """Set the day of an item whose row covers several days, if the words name one of these."""
    if item.row_days is None or item.own_days is not None:
        return False
    found = read_dates(words, replace(context, week=item.row_days))
    dated = found.weekdays or re.search(r"\d\s*[/.-]\s*\d|ngày", words, re.IGNORECASE)
    if len(found.spans) != 1 or found.rest or not dated:
        return False
    first, last = found.spans[0]
    if not item.row_days[0] <= first <= last <= item.row_days[1]:
        return False
    item.own_days = first, last
    item.half_day = item.half_day or found.half_day
    if item.start is None:
        item.start, item.end = found.start, found.end
    return True


def take_only_time(item: ReadItem, words: str) -> bool:
    """Set the half-day or the time of an item without one, if the words are nothing else."""
    if _HALF_DAY.fullmatch(words) is not None and item.half_day is None:
        item.half_day = combine_half_days(words) or HalfDay.ALL_DAY
        return True
    if item.start is None and (times := _only_times(words)) is not None:
        item.start, item.end = times.start, times.end
        return True
    return False


def _only_times(words: str) -> Times | None:
    """Return the times that the words are; None if they have others."""
    times = find_times(words)
    outside = words if times is None else words[: times.begin] + words[times.stop :]
    return None if outside.strip(" ,") else times


def _take(item: ReadItem, part: str, context: DateContext, diagnostics: Diagnostics) -> bool:
    if _HALF_DAY.fullmatch(part) is not None:
        item.half_day = combine_half_days(part) or HalfDay.ALL_DAY
        return True
    if _only_times(part) is not None:
        return take_only_time(item, part)
    times = find_times(part)
    if (status := take_status(item, part, context)) is not None:
        item.notes += [part] if status.has_reason else []
        return True
    if is_moved_from(part):
        item.notes.append(part)
        return True
    if (venue := _AT_VENUE.fullmatch(part) or _ROOM.fullmatch(part)) is not None:
        pieces = [piece.strip() for piece in part.split(",")]
        if item.venue is not None or times is not None or any(map(_HALF_DAY.fullmatch, pieces)):
            return False
        item.venue = venue["place"]
        return True
    if (prepared := _PREPARED.fullmatch(part)) is not None and names_unit(prepared[1]):
        item.preparers.append(prepared[1])
        diagnostics.consume(part)
        return True
    if (invited := _PARTICIPANTS.fullmatch(part)) is not None:
        item.participants.append(invited[1])
        diagnostics.consume(part)
        return True
    if (attended := _ATTENDED.fullmatch(part)) is not None:
        item.leaders.append((attended["labelled"] or attended["comrade"]).strip())
        return True
    return False
