"""Strips to the days of a draft: labels, half-days, appointments and whose they are."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from agenda.importer.accounting import missing_words
from agenda.importer.clock import find_times, half_day_of
from agenda.importer.columns import Role
from agenda.importer.cutting import Content, cut_content
from agenda.importer.document import Place
from agenda.importer.draft import DraftEntry, DraftItem
from agenda.importer.entries import EntryInMaking
from agenda.importer.items import ReadItem, read_item
from agenda.importer.labelling import take_label
from agenda.importer.lines import Printed, filled, joined
from agenda.importer.remarks import Remark, Remarks, Weight
from agenda.importer.sharing import Sharer
from agenda.importer.strip import Strip
from agenda.importer.vague import is_part_of_month
from agenda.importer.when import Frame, wrong_weekdays
from agenda.model import HalfDay
from agenda.model.calendar import dates_between
from agenda.vietnam.dates import day_heading, short_date, weekday_name

_HALF_COLUMNS = {
    Role.MORNING: HalfDay.MORNING,
    Role.AFTERNOON: HalfDay.AFTERNOON,
    Role.EVENING: HalfDay.EVENING,
}
_NAMES = (Role.PREPARER, Role.LEADER, Role.COOPERATION)
_OFF = re.compile(r"^nghỉ\b(?!\s+(?:phép|hưu|mát))", re.IGNORECASE)
_EDGES = " \t\n,;:-–—+•*"


class DayReader:
    """Reads the strips of one document, in order."""

    def __init__(self, frame: Frame, remarks: Remarks) -> None:
        self._frame, self._remarks = frame, remarks
        self._sharer = Sharer(frame, remarks)
        self._entries: dict[tuple[date, date], EntryInMaking] = {}
        self._last_half: HalfDay | None = None
        self._before: Strip | None = None

    def read(self, strips: Sequence[Strip]) -> tuple[DraftEntry, ...]:
        for strip in strips:
            self._strip(strip)
            self._before = strip
        return tuple(entry.finish() for entry in self._entries.values())

    def _strip(self, strip: Strip) -> None:
        start, remarked = len(self._remarks.understood), len(self._remarks.all)
        self._remarks.understand(strip.printed)
        if not strip.days:
            self._remarks.leave_out(
                "no-day",
                strip.place,
                "không rõ hàng này thuộc ngày nào nên không đưa vào",
                strip.text,
            )
            return
        days = [span for span in strip.days if self._is_within(*span)]
        if len(days) < len(strip.days):
            self._remarks.leave_out(
                "other-month",
                strip.place,
                f"ngày {_days_named(strip)} không thuộc tháng của văn bản nên không đưa vào",
                strip.text,
            )
        if not days:
            return
        strip = replace(strip, days=tuple(days))
        entries = [self._entry(first, last) for first, last in strip.days]
        found = [*strip.remarks, *self._check_when(strip)]
        values = [word for entry in entries for word in self._fill(entry, strip, found)]
        shown = [
            remark.seen
            for remark in self._remarks.all[remarked:]
            if remark.weight is Weight.LEFT_OUT
        ]
        lost = missing_words(strip.text, [*values, *shown, *self._remarks.understood[start:]])
        if lost:
            remark = self._remarks.leave_out(
                "words",
                strip.place,
                "có chữ trong hàng không xếp được vào khóa nào",
                f"{' '.join(lost)} (trong: {strip.text})",
            )
            entries[0].remarks.append(remark)

    def _is_within(self, first: date, last: date) -> bool:
        """Whether days are of the month of the document; one of a week may reach into two."""
        month = self._frame.month
        if self._frame.week is not None or month is None:
            return True
        return first <= month.last and month.first <= last

    def _entry(self, first: date, last: date) -> EntryInMaking:
        entry = self._entries.get((first, last))
        if entry is None:
            entry = EntryInMaking(first=first, last=last)
            last_first = next(reversed(self._entries), None)
            self._entries[first, last] = entry
            if last_first is not None and first < last_first[0] and last < last_first[1]:
                entry.remarks.append(
                    self._remarks.doubt(
                        "day-order",
                        self._before.place if self._before else Place(),
                        f"ngày {short_date(first)} đứng sau ngày {short_date(last_first[0])} "
                        "trong văn bản",
                    )
                )
            self._last_half = None
        return entry

    def _check_when(self, strip: Strip) -> list[Remark]:
        remarks = self._remarks
        if wrong_weekdays(strip.when):
            days = [day for first, last in strip.days for day in dates_between(first, last)]
            return [
                remarks.doubt(
                    "weekday",
                    strip.place,
                    "thứ trong văn bản không khớp ngày; giữ ngày, theo lịch là "
                    + "; ".join(map(day_heading, days)),
                    strip.printed,
                )
            ]
        if strip.carried and self._before is not None and filled(strip.content):
            remarks.infer(
                "day-carried",
                strip.place,
                "ô ngày để trống: tính là ngày " + _days_named(strip),
                "",
            )
        if len(strip.days) > 1:
            return [
                remarks.doubt(
                    "days-apart",
                    strip.place,
                    "một hàng ghi nhiều ngày rời nhau: chép việc vào từng ngày",
                    strip.printed,
                )
            ]
        if strip.vague:
            return [
                remarks.doubt(
                    "always",
                    strip.place,
                    "không ghi ngày cụ thể: tính là ngày " + _days_named(strip),
                    strip.printed,
                )
            ]
        return []

    def _fill(self, entry: EntryInMaking, strip: Strip, found: list[Remark]) -> Iterator[str]:
        """Put what a strip says into an entry; gives all texts that are kept of it."""
        entry.remarks += found
        strip_lines = filled(strip.content)
        label, content_lines = take_label(strip, strip_lines)
        if label:
            both = f"{entry.label}; {label}" if entry.label else label
            entry.label = label if label == entry.label else both
            yield label
        items = self._items(strip, content_lines, entry)
        self._sharer.share(strip, items)
        if strip.vague and is_part_of_month(strip.printed):
            for item in items:
                item.notes.append(strip.printed)
        for item in items:
            draft = self._finish(item, entry)
            yield from _texts(draft)
        if not items:
            rest = [joined(lines) for role, lines in strip.lines.items() if role in _NAMES]
            if any(rest) and not strip_lines:
                entry.remarks.append(
                    self._remarks.doubt(
                        "no-content", strip.place, "hàng không có nội dung công việc", strip.text
                    )
                )
        if strip.when.rest and not strip.vague:
            self._leave_rest(strip, entry)

    def _items(
        self, strip: Strip, lines: tuple[Printed, ...], entry: EntryInMaking
    ) -> list[ReadItem]:
        items: list[ReadItem] = []
        columns = [(role, half) for role, half in _HALF_COLUMNS.items() if strip.of(role)]
        contents: list[Content] = []
        if strip.people:
            for leader, said in strip.people:
                content = cut_content(said, self._remarks, half_day=strip.half_day)
                for cut in content.cuts:
                    cut.leader = leader
                contents.append(content)
        elif columns:
            for number, (role, half_day) in enumerate(columns):
                content = cut_content(strip.of(role), self._remarks, half_day=half_day)
                for cut in content.cuts:
                    cut.half = number
                contents.append(content)
        else:
            carried = self._last_half if strip.carried else None
            content = cut_content(lines, self._remarks, half_day=strip.half_day or carried)
            contents.append(content)
        for content in contents:
            for half_day in content.halves:
                entry.half(half_day)
            items += (read_item(cut, self._frame, self._remarks) for cut in content.cuts)
            if content.halves and strip.half_day is None:
                self._last_half = content.halves[-1]
        self._take_times(strip, items)
        return items

    def _take_times(self, strip: Strip, items: list[ReadItem]) -> None:
        """Give the times of the row's own column to its appointments."""
        times = []
        begin = 0
        while (found := find_times(strip.printed, begin)) is not None:
            times.append(found)
            begin = found.stop
        open_items = [item for item in items if item.start is None]
        if not times or not open_items:
            return
        for item, found in zip(open_items, times, strict=False):
            item.start, item.end = found.start, found.end
        if len(times) != len(open_items):
            open_items[0].remarks.append(
                self._remarks.doubt(
                    "times",
                    strip.place,
                    f"{len(open_items)} việc mà cột giờ ghi {len(times)} giờ: ghép từ trên xuống",
                    strip.printed,
                )
            )

    def _finish(self, item: ReadItem, entry: EntryInMaking) -> DraftItem:
        """Put an appointment into its half-day: as announced, else by its time, else all day."""
        half_day = item.half_day
        place = item.cut.place
        if half_day is None and item.start is not None:
            half_day = half_day_of(item.start)
            self._remarks.infer(
                "half-day-by-time", place, f"xếp buổi theo giờ {item.start:%H:%M}", item.text
            )
        elif half_day is None:
            half_day = HalfDay.ALL_DAY
            if entry.first == entry.last and entry.label is None:
                message = "văn bản không ghi buổi: xếp vào cả ngày"
                if any(half.half_day is not HalfDay.ALL_DAY for half in entry.halves):
                    item.remarks.append(
                        self._remarks.doubt("no-half-day", place, message, item.text)
                    )
                else:
                    self._remarks.infer("no-half-day", place, message, item.text)
        elif item.start is not None and not _fits(half_day, item):
            item.remarks.append(
                self._remarks.doubt(
                    "half-day-against-time",
                    place,
                    f"giờ {item.start:%H:%M} không thuộc buổi đã ghi; giữ buổi như văn bản",
                    item.text,
                )
            )
        if not item.text:
            item.text = item.cut.text.strip() or "; ".join(item.notes) or "…"
        draft = item.finish()
        entry.half(half_day).items.append(draft)
        return draft

    def _leave_rest(self, strip: Strip, entry: EntryInMaking) -> None:
        """Words of the day's cell that name no time."""
        if not re.search(r"\w", re.sub(r"\b(?:lễ|và)\b", "", strip.when.rest)):
            return
        entry.remarks.append(
            self._remarks.leave_out(
                "day-cell", strip.place, "chữ trong ô ngày không phải ngày giờ", strip.when.rest
            )
        )


def _fits(half_day: HalfDay, item: ReadItem) -> bool:
    """Whether an appointment may begin then; an evening may begin before its hour."""
    if half_day is HalfDay.ALL_DAY or item.start is None:
        return True
    meant = half_day_of(item.start)
    return meant is half_day or {meant, half_day} == {HalfDay.AFTERNOON, HalfDay.EVENING}


def _texts(item: DraftItem) -> Iterator[str]:
    for text in (item.text, item.venue, item.participants, item.note):
        if text:
            yield text
    yield from item.preparers
    yield from item.leaders
    if item.moved_to is not None:
        day = item.moved_to.day
        yield f"{day.day} {day.month} {day.year} {weekday_name(day)}"


def _days_named(strip: Strip) -> str:
    return ", ".join(
        short_date(first) if first == last else f"{short_date(first)}–{short_date(last)}"
        for first, last in strip.days
    )
