"""Read an item that lasts from a time on one day to a time on another."""

from datetime import date

from agenda.importer.datamodel.diagnostics import Diagnostics
from agenda.importer.extraction.read_item import ReadItem
from agenda.importer.lexicon.dates import DateContext
from agenda.importer.lexicon.periods import read_period
from agenda.model import HalfDay


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
