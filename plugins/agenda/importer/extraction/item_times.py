"""Read the times that the words of an item name."""

import re
from datetime import date

from agenda.importer.datamodel.diagnostics import Diagnostics
from agenda.importer.extraction.read_item import ReadItem
from agenda.importer.lexicon.dates import DateContext, read_dates
from agenda.importer.lexicon.half_days import HALF_DAY_FIRST, combine_half_days
from agenda.importer.lexicon.periods import read_period
from agenda.importer.lexicon.times import Times, find_times, leading_times, times_in
from agenda.importer.lexicon.trailing_details import without_preposition
from agenda.model import HalfDay
from agenda.vietnam.wording import time_range

_AND_TIMES = re.compile(r"(?:và|&|\+)\s+(?=(?:từ\s+)?\d)", re.IGNORECASE)
_PART_OF_TIME = re.compile(r"[^\w\s(\[\"“‘]")
_MINUTES = re.compile(r"[0-5]\d\b(?!/)")
_EDGES = " \t\n,;:-–—+•*"


def take_time(item: ReadItem, value: str, diagnostics: Diagnostics) -> bool:
    """Set the time of an item that has none; tell whether the value was a time."""
    times = find_times(value) if item.start is None else None
    if times is None or value[: times.begin] + value[times.stop :]:
        return False
    item.start, item.end = times.start, times.end
    diagnostics.consume(value)
    return True


def doubt_unread_time(item: ReadItem, diagnostics: Diagnostics) -> None:
    """Add a doubt if the text behind a time begins with what may be a part of the time."""
    hour_only = item.start is not None and item.end is None and not item.start.minute
    if item.start is not None and (
        _PART_OF_TIME.match(item.text) or (hour_only and _MINUTES.match(item.text))
    ):
        message = "chữ ngay sau giờ có thể là phần còn lại của giờ"
        item.doubt(diagnostics, "times", message, item.span.text)


def doubt_other_times(item: ReadItem, diagnostics: Diagnostics) -> None:
    """Add a doubt if the text or the venue of an item names another time than its own."""
    known = {item.start, item.end, None}
    texts = filter(None, (item.text, item.venue))
    if all({times.start, times.end} <= known for text in texts for times in times_in(text)):
        return
    if item.start is None:
        message = "trong câu có giờ, không rõ có phải giờ của việc: để nguyên"
    else:
        message = "trong câu còn giờ khác; nếu là việc riêng thì tách ra"
    item.doubt(diagnostics, "times", message, item.text)


def take_time_and_venue(
    item: ReadItem, label: str, value: str, context: DateContext, diagnostics: Diagnostics
) -> None:
    """Split "07 giờ 00’ đến 08 giờ 00’ tại phòng A" into its time and its venue."""
    times = find_times(value)
    rest = value if times is None else f"{value[: times.begin]} {value[times.stop :]}"
    rest = rest.strip(_EDGES)
    half_day = HALF_DAY_FIRST.match(rest)
    venue = without_preposition(rest[half_day.end() :] if half_day else rest).strip(_EDGES)
    known = (times is not None and not _agrees(item, times)) or (venue and item.venue)
    dated = not read_dates(venue, context).empty
    if known or dated or (times is None and not venue):
        item.notes.append(f"{label}: {value}")
        item.doubt(diagnostics, "label", f'"{label}" không tách được: ghi vào ghi chú', value)
        return
    if times is not None:
        item.start, item.end = times.start, times.end or item.end
        diagnostics.consume(value)
    if half_day is not None and item.half_day is None:
        item.half_day = combine_half_days(half_day["words"])
        diagnostics.consume(half_day[0])
    item.venue = venue or item.venue


def _agrees(item: ReadItem, times: Times) -> bool:
    """Return whether the times of an item, if it has any, may be the other ones."""
    ends_agree = None in (item.end, times.end) or item.end == times.end
    return item.start is None or (item.start == times.start and ends_agree)


def take_second_times(item: ReadItem, diagnostics: Diagnostics) -> None:
    """Read "7h30 – 11h30 và 13h30 – 17h00: Tập huấn" as one item from the first to the last."""
    joint = _AND_TIMES.match(item.text)
    second = leading_times(item.text[joint.end() :]) if joint else None
    if joint is None or second is None or item.start is None:
        return
    words = item.text[: joint.end() + second.stop].strip(_EDGES)
    item.notes.append(f"Từ {time_range(item.start, item.end)} {words}")
    item.end, item.half_day = second.end, item.half_day or HalfDay.ALL_DAY
    item.doubt(diagnostics, "times", "việc có hai khoảng giờ: ghi cả hai ở ghi chú", item.text)
    item.text = item.text[joint.end() + second.stop :]


def take_period(
    item: ReadItem,
    days: tuple[date, date] | None,
    context: DateContext,
    diagnostics: Diagnostics,
) -> None:
    """Set the days and times of an item: "21h00 ngày 3/6 đến 6h00 ngày 4/6: Trực bão".

    The times of an item of several days are those of each day. A longer period than a night
    therefore becomes whole days with a note.
    """
    start = item.start
    period = read_period(item.text, context) if start is not None else None
    if period is None or start is None:
        return
    words = item.text[: period.stop].rstrip(" ,:;.–-")
    place = item.span.place
    if days is not None and not days[0] <= period.first <= days[1]:
        message = "ngày ghi ở giờ không phải ngày của hàng: giữ nguyên trong câu"
        item.diagnostics.append(diagnostics.doubt("other-day", place, message, item.text))
        return
    item.text = item.text[period.stop :]
    diagnostics.consume(words)
    if period.first == period.last or period.is_overnight(start):
        item.end, item.own_days = period.end, (period.first, period.first)
        return
    item.own_days, item.half_day = (period.first, period.last), HalfDay.ALL_DAY
    item.start = item.end = None
    item.notes.append(f"Từ {start:%H:%M} {words}")
    message = "giờ đầu, giờ cuối ở hai ngày: tính là cả các ngày, giờ ghi ở ghi chú"
    item.diagnostics.append(diagnostics.doubt("half-days", place, message, words))
