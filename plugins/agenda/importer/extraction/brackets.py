"""Read brackets at the end of an item: "(sáng; dự: đ/c An)", "(14h00, phòng họp A)"."""

import re
from dataclasses import replace

from agenda.importer.datamodel.diagnostics import Diagnostics
from agenda.importer.extraction.read_item import ReadItem
from agenda.importer.lexicon.dates import DateContext, read_dates
from agenda.importer.lexicon.half_days import HALF_DAY, combine_half_days
from agenda.importer.lexicon.status import is_moved_from, read_status
from agenda.importer.lexicon.times import find_times
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
_AT_VENUE = re.compile(r"(?:địa\s+điểm\s*:|(?:điểm\s+)?tại)\s+(?P<place>.+)", re.IGNORECASE)
_ROOM = re.compile(rf"(?P<place>{ROOM}.*)", re.VERBOSE | re.IGNORECASE)


def take_brackets(
    item: ReadItem, content: str, context: DateContext, diagnostics: Diagnostics
) -> bool:
    """Move the content of brackets into fields of the item; return False if any part fits none.

    The item stays unchanged in that case.
    """
    for separators in (r";", r"[;,]"):
        attempt = replace(
            item,
            leaders=[*item.leaders],
            preparers=[*item.preparers],
            notes=[*item.notes],
        )
        parts = [part.strip() for part in re.split(separators, content) if part.strip()]
        if parts and all(
            take_own_day(attempt, part, context) or _take(attempt, part, context, diagnostics)
            for part in parts
        ):
            item.half_day, item.start, item.end = attempt.half_day, attempt.start, attempt.end
            item.leaders, item.notes = attempt.leaders, attempt.notes
            item.preparers, item.venue = attempt.preparers, attempt.venue
            item.status, item.moved_to = attempt.status, attempt.moved_to
            item.own_days = attempt.own_days
            return True
    return False


def take_status(item: ReadItem, words: str, context: DateContext) -> bool:
    """Set the status of an item that does not take place as planned; tell if words give one."""
    found = read_status(words, context)
    if found is not None:
        item.status, item.moved_to = found.status, found.moved_to
    return found is not None


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


def _take(item: ReadItem, part: str, context: DateContext, diagnostics: Diagnostics) -> bool:
    if _HALF_DAY.fullmatch(part) is not None:
        item.half_day = combine_half_days(part) or HalfDay.ALL_DAY
        return True
    times = find_times(part)
    if times is not None and not (part[: times.begin] + part[times.stop :]).strip(" ,"):
        if item.start is None:
            item.start, item.end = times.start, times.end
            return True
        return False
    if take_status(item, part, context):
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
    if (attended := _ATTENDED.fullmatch(part)) is not None:
        item.leaders.append((attended["labelled"] or attended["comrade"]).strip())
        return True
    return False
