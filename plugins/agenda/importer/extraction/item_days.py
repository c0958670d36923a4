"""Read the day and the half-day that the words of an item name."""

import re

from agenda.importer.datamodel.diagnostics import Diagnostics
from agenda.importer.extraction.brackets import take_own_day
from agenda.importer.extraction.read_item import ReadItem
from agenda.importer.lexicon.dates import DateContext, read_dates
from agenda.importer.lexicon.half_days import HALF_DAY_AT_END, combine_half_days

_WEEKDAY = r"(?:thứ\s+(?:[2-7]|hai|ba|tư|năm|sáu|bảy)|chủ\s+nhật|T[2-7]|CN)"
_LEADING_DAY = re.compile(
    rf"((?:(?:sáng|chiều|tối)\s+)?(?:{_WEEKDAY}|(?:{_WEEKDAY}[\s,(]*)?(?:ngày\s+)?"
    r"\d{1,2}/\d{1,2}(?:/\d{4})?)\)?)\s*[:–-]\s*(?=\w)",
    re.IGNORECASE,
)
_INNER_DAY = re.compile(r"\d{1,2}\s*/\s*\d{1,2}(?:\s*/\s*\d{4})?|ngày\s+\d{1,2}\b", re.IGNORECASE)
_BRACKETS_AT_END = re.compile(r"\([^()]*\)\s*[.;,]?$")


def take_leading_day(item: ReadItem, context: DateContext, diagnostics: Diagnostics) -> None:
    """Move a day before an item of several days into its field: "Ngày 7/9: Thi"."""
    match = _LEADING_DAY.match(item.text)
    if match is None:
        _doubt_inner_days(item, context, diagnostics)
    elif take_own_day(item, match[1], context):
        diagnostics.consume(match[0])
        item.text = item.text[match.end() :]


def _doubt_inner_days(item: ReadItem, context: DateContext, diagnostics: Diagnostics) -> None:
    """Add a doubt if the text of an item of several days names some of them."""
    found = [match[0] for match in _INNER_DAY.finditer(item.text)]
    alone = len(found) == 1 and _BRACKETS_AT_END.search(item.text) is not None
    if item.row_days is None or alone:
        return
    days = [span for words in found for span in read_dates(words, context).spans]
    if any(item.row_days[0] <= first <= item.row_days[1] for first, _ in days):
        item.row_days = None
        message = "việc của nhiều ngày mà trong câu có ngày: giữ các ngày của hàng"
        item.doubt(diagnostics, "other-day", message, item.text)


def doubt_other_day(
    item: ReadItem, words: str, context: DateContext, diagnostics: Diagnostics
) -> None:
    """Add a doubt if brackets name a day that the row of several days does not cover."""
    found = read_dates(words, context)
    if item.row_days and found.spans and not found.rest:
        message = "ngày trong ngoặc không thuộc các ngày của hàng: giữ các ngày của hàng"
        item.doubt(diagnostics, "other-day", message, words)


def take_half_day_at_end(item: ReadItem, diagnostics: Diagnostics) -> None:
    """Move a half-day at the end into its field: "Họp A tại Hội trường, buổi chiều"."""
    match = HALF_DAY_AT_END.search(item.text)
    if item.half_day is not None or match is None or not match.start():
        return
    item.half_day = combine_half_days(match["words"])
    diagnostics.consume(match[0])
    message = f'đọc "{match["words"]}" ở cuối là buổi'
    diagnostics.infer("half-day-word", item.span.place, message, item.text)
    item.text = item.text[: match.start()]
