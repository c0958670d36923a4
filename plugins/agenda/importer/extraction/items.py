"""One appointment's words taken apart: its details, what became of it, when and where it is."""

import re

from agenda.importer.datamodel.diagnostics import Diagnostics
from agenda.importer.extraction.brackets import take_brackets, take_status
from agenda.importer.extraction.read_item import ReadItem
from agenda.importer.lexicon.dates import DateContext
from agenda.importer.lexicon.labels import split_details
from agenda.importer.lexicon.times import find_times, leading_times
from agenda.importer.lexicon.trailing_details import split_trailing_details
from agenda.importer.segmentation.item_span import ItemSpan
from agenda.vietnam.spelling.misreadings import misread_in_appointment

_BRACKETS = re.compile(r"\s*\(([^()]*)\)\s*[.;,]?$")
_STATUS_FIRST = re.compile(
    r"^[(\[]?\s*(tạm\s+hoãn|hoãn|hủy(?:\s+bỏ)?|huỷ(?:\s+bỏ)?)\s*[)\]:–-]\s*", re.IGNORECASE
)
_STATUS_LOUD = re.compile(r"^(HOÃN|HỦY|HUỶ)\s+(?=[^\W\d_])")
_STATUS_LAST = re.compile(
    r"\s+[-–—]\s+(tạm\s+hoãn|hoãn|hủy(?:\s+bỏ)?|huỷ(?:\s+bỏ)?)\s*[.;]?$", re.IGNORECASE
)
_ADDED = re.compile(r"^\(?\s*(bổ\s+sung|đột\s+xuất)\s*\)?\s*[:：–-]\s*", re.IGNORECASE)
_PLACE_FIRST = re.compile(r"^tại\s+([^:.;()]{3,60})\s*[:：]\s+(?=\S)", re.IGNORECASE)
_AT_TIME = re.compile(
    r"\b(?:lúc|vào\s+lúc|hồi|từ)\s+(?=\d{1,2}\s*(?:[hg]|giờ|:\d\d))", re.IGNORECASE
)
_EDGES = " \t\n,;:-–—+•*"


def read_item(cut: ItemSpan, frame: DateContext, diagnostics: Diagnostics) -> ReadItem:
    """Take the words of one appointment apart; the rest of them is its text."""
    reader = _ItemReader(cut, frame, diagnostics)
    return reader.read()


def read_note(item: ReadItem, note: str, frame: DateContext) -> None:
    """Take up the note of a column: it stays as printed, and may say what became of the item."""
    item.notes.append(note)
    take_status(item, note, frame)


class _ItemReader:
    def __init__(self, cut: ItemSpan, frame: DateContext, diagnostics: Diagnostics) -> None:
        self._cut, self._frame, self._remarks = cut, frame, diagnostics
        self._item = ReadItem(
            cut=cut,
            text=cut.text,
            half_day=cut.half_day,
            start=cut.start,
            end=cut.end,
            leaders=[cut.leader] if cut.leader else [],
            diagnostics=cut.diagnostics,
        )

    def read(self) -> ReadItem:
        item = self._item
        first, *inner = split_details(item.text)
        item.text = first.text.strip()
        if not item.text.strip(_EDGES + ".") and not any(d.name == "text" for d in inner):
            item.text, inner = self._cut.text, []
        for detail in (*inner, *(d for line in self._cut.details for d in split_details(line)[0:])):
            self._detail(detail.name, detail.label, detail.text)
        self._added()
        self._place_first()
        self._status_marks()
        while (brackets := _BRACKETS.search(item.text)) and brackets.start():
            if not take_brackets(item, brackets[1], self._frame, self._remarks):
                break
            self._remarks.consume(brackets[1])
            item.text = item.text[: brackets.start()]
        self._endings()
        self._time_within()
        item.text = " ".join(item.text.split()).strip(_EDGES)
        for misreading in misread_in_appointment(item.text):
            item.diagnostics.append(
                self._remarks.doubt(
                    "misreading",
                    self._cut.place,
                    f'"{misreading.word}" có thể là "{misreading.meant}"; giữ nguyên như văn bản',
                    item.text,
                )
            )
        return item

    def _detail(self, name: str, label: str, text: str) -> None:
        item, value = self._item, text.strip(_EDGES).rstrip(". ")
        if not name:  # a line behind the details
            item.text = f"{item.text} {text}".strip()
            return
        self._remarks.consume(label)
        if value:
            self._take(name, label, value)

    def _take(self, name: str, label: str, value: str) -> None:
        item = self._item
        match name:
            case "vehicle":
                self._leave_vehicle(f"{label}: {value}")
            case "venue" if item.venue is None:
                item.venue = value
            case "leader":
                item.leaders.append(value)
            case "preparer":
                item.preparers.append(value)
            case "cooperation":
                item.preparers.append(f"{label}: {value}")
            case "participants":
                item.participants.append(f"{label}: {value}" if item.participants else value)
            case "text":
                item.text = f"{item.text} {value}".strip()
            case "note":
                item.notes.append(value)
                take_status(item, value, self._frame)
            case _ if name != "time" or not self._take_time(value):
                item.notes.append(f"{label}: {value}")

    def _leave_vehicle(self, text: str) -> None:
        """Vehicles are not published."""
        diagnostic = self._remarks.leave_out(
            "vehicle", self._cut.place, "không đăng thông tin về xe", text
        )
        self._item.diagnostics.append(diagnostic)

    def _take_time(self, value: str) -> bool:
        """Whether a detail gave the item the time that it had not."""
        times = find_times(value) if self._item.start is None else None
        if times is None or value[: times.begin] + value[times.stop :]:
            return False
        self._item.start, self._item.end = times.start, times.end
        self._remarks.consume(value)
        return True

    def _status_marks(self) -> None:
        item = self._item
        for pattern in (_STATUS_FIRST, _STATUS_LOUD, _STATUS_LAST):
            if (match := pattern.search(item.text)) is not None:
                take_status(item, match[1], self._frame)
                self._remarks.consume(match[0])
                item.text = item.text[: match.start()] + item.text[match.end() :]

    def _endings(self) -> None:
        """Take up what the last words say as far as nothing else has said it."""
        item = self._item
        while (ending := split_trailing_details(item.text)) is not None:
            match ending.name:
                case "venue" if item.venue is None:
                    item.venue = ending.value
                    message = f'lấy "{ending.value}" làm địa điểm'
                case "leader":
                    item.leaders.append(ending.value)
                    message = f'lấy "{ending.value}" làm lãnh đạo dự'
                case "participants":
                    item.participants.append(ending.value)
                    message = f'lấy "{ending.value}" làm thành phần'
                case _:
                    return
            item.text = ending.text
            self._remarks.consume(ending.said)
            self._remarks.infer(ending.name, self._cut.place, message, self._cut.text)

    def _place_first(self) -> None:
        """Take the venue that stands before the colon: "tại Phòng họp A: Họp Ban Thường vụ"."""
        item = self._item
        if item.venue is None and (match := _PLACE_FIRST.match(item.text)) is not None:
            item.venue = match[1].strip()
            self._remarks.consume(match[0])
            item.text = item.text[match.end() :]

    def _added(self) -> None:
        """Make a note of the word that an appointment was added, which may hide its time."""
        item = self._item
        match = _ADDED.match(item.text)
        if match is None:
            return
        item.notes.append(" ".join(match[1].split()).capitalize())
        item.text = item.text[match.end() :]
        if item.start is None and (times := leading_times(item.text)) is not None:
            item.start, item.end = times.start, times.end
            self._remarks.consume(item.text[: times.stop])
            item.text = item.text[times.stop :]

    def _time_within(self) -> None:
        item = self._item
        if item.start is None and (match := _AT_TIME.search(item.text)) is not None:
            times = find_times(item.text, match.end())
            if times is not None and times.begin == match.end():
                item.start, item.end = times.start, times.end
