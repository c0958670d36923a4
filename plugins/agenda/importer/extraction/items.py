"""Split the words of one item into fields: text, details, status, time and venue."""

import re
from datetime import date

from agenda.importer.datamodel.diagnostics import Diagnostics
from agenda.importer.extraction.brackets import (
    doubt_unread_brackets,
    take_brackets,
    take_status,
)
from agenda.importer.extraction.item_days import (
    doubt_other_day,
    take_half_day_at_end,
    take_leading_day,
)
from agenda.importer.extraction.item_times import (
    doubt_other_times,
    doubt_unread_time,
    take_period,
    take_second_times,
    take_time,
    take_time_and_venue,
)
from agenda.importer.extraction.read_item import ReadItem
from agenda.importer.lexicon.dates import DateContext
from agenda.importer.lexicon.labels import split_details
from agenda.importer.lexicon.status import STATUS_MARKS
from agenda.importer.lexicon.times import leading_times, time_within
from agenda.importer.lexicon.trailing_details import split_trailing_details, without_preposition
from agenda.importer.segmentation.item_span import ItemSpan
from agenda.vietnam.spelling.misreadings import find_misreadings

_BRACKETS = re.compile(r"\s*\(([^()]*)\)\s*[.;,]?$")
_LEADING_BRACKETS = re.compile(r"\(([^()]*)\)\s*[:,;–-]?\s*(?=\w)")
_UNKNOWN_LABEL = re.compile(r"[.;]\s+([^\W\d_][^:;.()]{0,30}?)\s*[:：]\s")
_ADDED = re.compile(r"^\(?\s*(bổ\s+sung|đột\s+xuất)\s*\)?\s*[:：–-]\s*", re.IGNORECASE)
_PLACE_FIRST = re.compile(r"^tại\s+([^:.;()]{3,60})\s*[:：]\s+(?=\S)", re.IGNORECASE)
_NAMES_IN_BRACKETS = re.compile(r"\((?:đ/c|đồng\s+chí)\b[^()]*\)\s*[;,.]", re.IGNORECASE)
_EDGES = " \t\n,;:-–—+•*"


def read_item(
    span: ItemSpan,
    context: DateContext,
    diagnostics: Diagnostics,
    days: tuple[date, date] | None = None,
) -> ReadItem:
    """Split the words of one item into fields; the rest is its text.

    `days` are the first and the last day of its row.
    """
    reader = _ItemReader(span, context, diagnostics)
    return reader.read(days)


def read_note(item: ReadItem, note: str, context: DateContext) -> None:
    """Add a note from a column as printed; it may also give the status of the item."""
    item.notes.append(note)
    take_status(item, note, context)


class _ItemReader:
    """The state while the words of one item are read."""

    def __init__(self, span: ItemSpan, context: DateContext, diagnostics: Diagnostics) -> None:
        self._span, self._context, self._diagnostics = span, context, diagnostics
        self._item = ReadItem(
            span=span,
            text=span.text,
            half_day=span.half_day,
            start=span.start,
            end=span.end,
            leaders=[span.leader] if span.leader else [],
            notes=[span.group] if span.group else [],
            diagnostics=span.diagnostics,
        )

    def read(self, days: tuple[date, date] | None) -> ReadItem:
        item = self._item
        item.row_days = days if days and days[0] < days[1] else None
        take_period(item, days, self._context, self._diagnostics)
        take_second_times(item, self._diagnostics)
        doubt_unread_time(item, self._diagnostics)
        first, *inner = split_details(item.text)
        item.text = first.text.strip()
        if not item.text.strip(_EDGES + ".") and not any(d.name == "text" for d in inner):
            item.text, inner = self._span.text, []
        for detail in (
            *inner,
            *(d for line in self._span.details for d in split_details(line)[0:]),
        ):
            self._take_detail(detail.name, detail.label, detail.text)
        self._take_added()
        self._take_leading_venue()
        self._take_status_marks()
        take_leading_day(item, self._context, self._diagnostics)
        self._take_leading_brackets()
        take_half_day_at_end(item, self._diagnostics)
        item.text = self._without_brackets(item.text)
        take_half_day_at_end(item, self._diagnostics)
        self._doubt_names()
        self._take_trailing_details()
        self._take_inner_time()
        doubt_other_times(item, self._diagnostics)
        item.text = " ".join(item.text.split()).strip(_EDGES)
        for misreading in find_misreadings(item.text):
            message = f'"{misreading.word}" có thể là "{misreading.suggestion}"; '
            self._item.doubt(
                self._diagnostics, "misreading", message + "giữ nguyên như văn bản", item.text
            )
        return item

    def _without_brackets(self, text: str) -> str:
        """Move the brackets at the end of a text into fields, as far as they fit one."""
        while (brackets := _BRACKETS.search(text)) and brackets.start():
            if not take_brackets(self._item, brackets[1], self._context, self._diagnostics):
                doubt_other_day(self._item, brackets[1], self._context, self._diagnostics)
                doubt_unread_brackets(self._item, brackets[1], self._diagnostics)
                break
            self._diagnostics.consume(brackets[1])
            text = text[: brackets.start()]
        return text

    def _doubt_names(self) -> None:
        """Add a doubt if names in brackets within the text may belong to a part of it."""
        if _NAMES_IN_BRACKETS.search(self._item.text):
            message = "trong câu có tên trong ngoặc; nếu là nhiều việc thì tách ra"
            self._item.doubt(self._diagnostics, "names", message, self._item.text)

    def _take_leading_brackets(self) -> None:
        """Move the brackets before an item into fields: "(Hội trường, 8h00) Họp A"."""
        item = self._item
        match = _LEADING_BRACKETS.match(item.text)
        if match and take_brackets(item, match[1], self._context, self._diagnostics):
            self._diagnostics.consume(match[1])
            item.text = item.text[match.end() :]

    def _take_detail(self, name: str, label: str, text: str) -> None:
        item, value = self._item, text.strip(_EDGES).rstrip(". ")
        if not name:  # a line after the details
            item.text = f"{item.text} {text}".strip()
            return
        self._diagnostics.consume(label)
        if value:
            self._take(name, label, value)
        if (unknown := _UNKNOWN_LABEL.search(value)) is not None:
            self._item.doubt(
                self._diagnostics,
                "label",
                f'không nhận ra nhãn "{unknown[1]}": để nguyên trong câu',
                value,
            )

    def _take(self, name: str, label: str, value: str) -> None:
        item = self._item
        match name:
            case "vehicle":
                self._omit_vehicle(f"{label}: {value}")
            case "venue" if item.venue is None:
                venue = without_preposition(value)
                self._diagnostics.consume(value.removesuffix(venue))
                item.venue = self._without_brackets(venue)
            case "leader":
                item.leaders.append(value)
            case "preparer":
                item.preparers.append(value)
            case "cooperation":
                item.preparers.append(f"{label}: {value}")
            case "participants":
                plain = self._without_brackets(value)
                item.participants.append(f"{label}: {plain}" if item.participants else plain)
            case "text":
                item.text = f"{item.text} {value}".strip()
            case "note":
                item.notes.append(value)
                take_status(item, value, self._context)
            case _:
                self._take_other(name, label, value)

    def _take_other(self, name: str, label: str, value: str) -> None:
        """Read a detail with a time, or write it into the note."""
        if name == "time_and_venue":
            take_time_and_venue(self._item, label, value, self._context, self._diagnostics)
        elif name != "time" or not take_time(self._item, value, self._diagnostics):
            self._item.notes.append(f"{label}: {value}")
            if name == "several":
                self._item.doubt(
                    self._diagnostics, "label", f'"{label}" gộp nhiều mục: ghi vào ghi chú', value
                )

    def _omit_vehicle(self, text: str) -> None:
        """Report a vehicle as left out: the site publishes none."""
        diagnostic = self._diagnostics.leave_out(
            "vehicle", self._span.place, "không đăng thông tin về xe", text
        )
        self._item.diagnostics.append(diagnostic)

    def _take_status_marks(self) -> None:
        item = self._item
        for pattern in STATUS_MARKS:
            if (match := pattern.search(item.text)) is not None:
                take_status(item, match[1], self._context)
                self._diagnostics.consume(match[0])
                item.text = item.text[: match.start()] + item.text[match.end() :]

    def _take_trailing_details(self) -> None:
        """Move trailing details into fields that are still empty."""
        item = self._item
        while (detail := split_trailing_details(item.text)) is not None:
            match detail.name:
                case "venue" if item.venue is None:
                    item.venue = detail.value
                    message = f'lấy "{detail.value}" làm địa điểm'
                case "leader":
                    item.leaders.append(detail.value)
                    message = f'lấy "{detail.value}" làm lãnh đạo dự'
                case "participants":
                    item.participants.append(detail.value)
                    message = f'lấy "{detail.value}" làm thành phần'
                case _:
                    return
            item.text = detail.text
            self._diagnostics.consume(detail.label)
            self._diagnostics.infer(detail.name, self._span.place, message, self._span.text)

    def _take_leading_venue(self) -> None:
        """Move a leading venue into its field: "tại Phòng họp A: Họp Ban Thường vụ"."""
        item = self._item
        if item.venue is None and (match := _PLACE_FIRST.match(item.text)) is not None:
            item.venue = match[1].strip()
            self._diagnostics.consume(match[0])
            item.text = item.text[match.end() :]

    def _take_added(self) -> None:
        """Turn the word for an added item, which may stand before its time, into a note."""
        item = self._item
        match = _ADDED.match(item.text)
        if match is None:
            return
        item.notes.append(" ".join(match[1].split()).capitalize())
        item.text = item.text[match.end() :]
        if item.start is None and (times := leading_times(item.text)) is not None:
            item.start, item.end = times.start, times.end
            self._diagnostics.consume(item.text[: times.stop])
            item.text = item.text[times.stop :]

    def _take_inner_time(self) -> None:
        item = self._item
        if item.start is None and (times := time_within(item.text)) is not None:
            item.start, item.end = times.start, times.end
