"""Strips to the days of a draft: labels, half-days, appointments and whose they are."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from agenda.importer.datamodel.diagnostics import Diagnostic, Diagnostics, DiagnosticSeverity
from agenda.importer.datamodel.document import BlockLocation
from agenda.importer.datamodel.draft import DraftEntry, DraftItem
from agenda.importer.extraction.coverage import missing_words
from agenda.importer.extraction.entries import EntryBuilder
from agenda.importer.extraction.half_days import settle_half_day
from agenda.importer.extraction.items import read_item
from agenda.importer.extraction.labelling import take_label
from agenda.importer.extraction.read_item import ReadItem
from agenda.importer.extraction.sharing import Sharer
from agenda.importer.lexicon.approximate_dates import is_deadline, is_part_of_month
from agenda.importer.lexicon.column_roles import Role
from agenda.importer.lexicon.dates import DateContext
from agenda.importer.lexicon.lines import TextLine, filled, joined
from agenda.importer.lexicon.times import times_in
from agenda.importer.segmentation.item_span import SpanContent
from agenda.importer.segmentation.splitting import split_content
from agenda.importer.tables.row_days import (
    HALF_COLUMNS,
    check_dates,
    format_days,
    has_partial_days,
    is_part_of_day,
    is_within,
)
from agenda.importer.tables.schedule_row import ScheduleRow
from agenda.model import HalfDay
from agenda.vietnam.dates import short_date, weekday_name

_NAMES = (Role.PREPARER, Role.LEADER, Role.COOPERATION)


class DayReader:
    """Reads the strips of one document, in order."""

    def __init__(self, frame: DateContext, diagnostics: Diagnostics) -> None:
        self._frame, self._remarks = frame, diagnostics
        self._sharer = Sharer(frame, diagnostics)
        self._entries: dict[tuple[date, date], EntryBuilder] = {}
        self._last_half: HalfDay | None = None
        self._before: ScheduleRow | None = None

    def read(self, strips: Sequence[ScheduleRow]) -> tuple[DraftEntry, ...]:
        for strip in strips:
            self._strip(strip)
            self._before = strip
        return tuple(entry.finish() for entry in self._entries.values())

    def _strip(self, strip: ScheduleRow) -> None:
        start, remarked = len(self._remarks.consumed), len(self._remarks.all)
        self._remarks.consume(strip.printed)
        if not strip.days:
            self._remarks.leave_out(
                "no-day",
                strip.place,
                "không rõ hàng này thuộc ngày nào nên không đưa vào",
                strip.text,
            )
            return
        days = [span for span in strip.days if is_within(span, self._frame)]
        if len(days) < len(strip.days):
            self._remarks.leave_out(
                "other-month",
                strip.place,
                f"ngày {format_days(strip)} không thuộc tháng của văn bản nên không đưa vào",
                strip.text,
            )
        if not days:
            return
        strip = replace(strip, days=tuple(days))
        entries = [self._entry(first, last) for first, last in strip.days]
        found = [*strip.diagnostics, *check_dates(strip, self._remarks, first=self._before is None)]
        values = [word for entry in entries for word in self._fill(entry, strip, found)]
        shown = [
            diagnostic.source_text
            for diagnostic in self._remarks.all[remarked:]
            if diagnostic.severity is DiagnosticSeverity.LEFT_OUT
        ]
        lost = missing_words(strip.text, [*values, *shown, *self._remarks.consumed[start:]])
        if lost:
            diagnostic = self._remarks.leave_out(
                "words",
                strip.place,
                "có chữ trong hàng không xếp được vào khóa nào",
                f"{' '.join(lost)} (trong: {strip.text})",
            )
            entries[0].diagnostics.append(diagnostic)

    def _entry(self, first: date, last: date) -> EntryBuilder:
        entry = self._entries.get((first, last))
        if entry is None:
            entry = EntryBuilder(first=first, last=last)
            before = self._before.days[:1] if self._before else ()
            self._entries[first, last] = entry
            if before and first < before[0][0] and last < before[0][1]:
                entry.diagnostics.append(
                    self._remarks.doubt(
                        "day-order",
                        self._before.place if self._before else BlockLocation(),
                        f"ngày {short_date(first)} đứng sau ngày {short_date(before[0][0])} "
                        "trong văn bản",
                    )
                )
            self._last_half = None
        return entry

    def _fill(
        self, entry: EntryBuilder, strip: ScheduleRow, found: list[Diagnostic]
    ) -> Iterator[str]:
        """Put what a strip says into an entry; gives all texts that are kept of it."""
        entry.diagnostics += found
        strip_lines = filled(strip.content)
        partly = is_part_of_day(strip)
        label, content_lines = (None, strip_lines) if partly else take_label(strip, strip_lines)
        if label:
            both = f"{entry.label}; {label}" if entry.label else label
            entry.label = label if label == entry.label else both
            yield label
        items = self._items(strip, content_lines, entry)
        self._sharer.share(strip, items)
        limit = is_deadline(strip.when.rest)
        told = limit or has_partial_days(strip)
        if told or (strip.vague and is_part_of_month(strip.printed)):
            for item in items:
                item.notes.append(strip.printed)
        for item in items:
            half_day = settle_half_day(item, entry, self._remarks)
            if not item.text:
                item.text = item.cut.text.strip() or "; ".join(item.notes) or "…"
            draft = item.finish()
            entry.half(half_day).items.append(draft)
            yield from _texts(draft)
        if not items:
            rest = [joined(lines) for role, lines in strip.lines.items() if role in _NAMES]
            if any(rest) and not strip_lines:
                entry.diagnostics.append(
                    self._remarks.doubt(
                        "no-content", strip.place, "hàng không có nội dung công việc", strip.text
                    )
                )
        if strip.when.rest and not strip.vague and not limit:
            self._leave_rest(strip, entry)

    def _items(
        self, strip: ScheduleRow, lines: tuple[TextLine, ...], entry: EntryBuilder
    ) -> list[ReadItem]:
        if not lines and filled(strip.content):
            return []  # all of it is the label of the day
        items: list[ReadItem] = []
        for content in self._contents(strip, lines):
            for cut in content.cuts:
                cut.leader = cut.leader or strip.leader
            for half_day in content.halves:
                entry.half(half_day)
            items += (read_item(cut, self._frame, self._remarks) for cut in content.cuts)
            if content.halves and strip.half_day is None:
                self._last_half = content.halves[-1]
        self._take_times(strip, items)
        return items

    def _contents(self, strip: ScheduleRow, lines: tuple[TextLine, ...]) -> Iterator[SpanContent]:
        """What each leader's column, each half-day's or the one of all says."""
        columns = [(role, half) for role, half in HALF_COLUMNS.items() if strip.of(role)]
        if strip.people:
            for leader, said in strip.people:
                half_day = HalfDay.ALL_DAY if leader in strip.whole_day else strip.half_day
                content = self._cut(strip, said, half_day)
                for cut in content.cuts:
                    cut.leader = leader
                yield content
        elif columns:
            for number, (role, half_day) in enumerate(columns):
                content = self._cut(strip, strip.of(role), half_day)
                for cut in content.cuts:
                    cut.half = number
                yield content
        else:
            carried = self._last_half if strip.carried else None
            yield self._cut(strip, lines, strip.half_day or carried)

    def _cut(
        self, strip: ScheduleRow, lines: tuple[TextLine, ...], half_day: HalfDay | None
    ) -> SpanContent:
        return split_content(lines, self._remarks, half_day=half_day, late=strip.late)

    def _take_times(self, strip: ScheduleRow, items: list[ReadItem]) -> None:
        """Give the times of the row's own column to its appointments."""
        times = list(times_in(strip.printed))
        open_items = [item for item in items if item.start is None]
        if not times or not open_items:
            return
        for item, found in zip(open_items, times, strict=False):
            item.start, item.end = found.start, found.end
        if len(times) != len(open_items):
            open_items[0].diagnostics.append(
                self._remarks.doubt(
                    "times",
                    strip.place,
                    f"{len(open_items)} việc mà cột giờ ghi {len(times)} giờ: ghép từ trên xuống",
                    strip.printed,
                )
            )

    def _leave_rest(self, strip: ScheduleRow, entry: EntryBuilder) -> None:
        """Words of the day's cell that name no time."""
        if not re.search(r"\w", re.sub(r"\b(?:lễ|và)\b", "", strip.when.rest)):
            return
        entry.diagnostics.append(
            self._remarks.leave_out(
                "day-cell", strip.place, "chữ trong ô ngày không phải ngày giờ", strip.when.rest
            )
        )


def _texts(item: DraftItem) -> Iterator[str]:
    for text in (item.text, item.venue, item.participants, item.note):
        if text:
            yield text
    yield from item.preparers
    yield from item.leaders
    if item.moved_to is not None:
        day = item.moved_to.day
        yield f"{day.day} {day.month} {day.year} {weekday_name(day)}"
