"""Turn schedule rows into the entries of a draft: labels, half-days and items."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from agenda.importer.datamodel.diagnostics import Diagnostic, Diagnostics, DiagnosticSeverity
from agenda.importer.datamodel.document import BlockLocation
from agenda.importer.datamodel.draft import DraftEntry, DraftItem
from agenda.importer.extraction.column_distribution import ColumnDistributor
from agenda.importer.extraction.coverage import missing_words
from agenda.importer.extraction.entries import EntryBuilder
from agenda.importer.extraction.half_days import decide_half_day
from agenda.importer.extraction.items import read_item
from agenda.importer.extraction.labelling import take_label
from agenda.importer.extraction.read_item import ReadItem
from agenda.importer.lexicon.approximate_dates import is_deadline, is_part_of_month
from agenda.importer.lexicon.columns.roles import HALF_DAY_ROLES, Role
from agenda.importer.lexicon.dates import DateContext
from agenda.importer.lexicon.lines import TextLine, filled, joined
from agenda.importer.lexicon.times import Times, times_in
from agenda.importer.segmentation.item_span import SpanContent
from agenda.importer.segmentation.splitting import split_content
from agenda.importer.tables.row_days import (
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
    """A reader of the schedule rows of one document, in order."""

    def __init__(self, context: DateContext, diagnostics: Diagnostics) -> None:
        self._context, self._diagnostics = context, diagnostics
        self._distributor = ColumnDistributor(context, diagnostics)
        self._entries: dict[tuple[date, date], EntryBuilder] = {}
        self._last_half: HalfDay | None = None
        self._previous_row: ScheduleRow | None = None
        self._own_days_read = False

    def read(self, rows: Sequence[ScheduleRow]) -> tuple[DraftEntry, ...]:
        """Return the entries in the order of their first row."""
        for row in rows:
            self._read_row(row)
            self._previous_row = row
        entries = [entry.finish() for entry in self._entries.values() if not entry.is_emptied]
        return tuple(sorted(entries, key=_first_day) if self._own_days_read else entries)

    def _read_row(self, row: ScheduleRow) -> None:
        start, first_diagnostic = len(self._diagnostics.consumed), len(self._diagnostics.all)
        self._diagnostics.consume(row.printed)
        if not row.days:
            self._diagnostics.leave_out(
                "no-day",
                row.place,
                "không rõ hàng này thuộc ngày nào nên không đưa vào",
                row.text,
            )
            return
        days = [span for span in row.days if is_within(span, self._context)]
        if len(days) < len(row.days):
            self._diagnostics.leave_out(
                "other-month",
                row.place,
                f"ngày {format_days(row)} không thuộc tháng của văn bản nên không đưa vào",
                row.text,
            )
        if not days:
            return
        row = replace(row, days=tuple(days))
        entries = [self._entry(first, last) for first, last in row.days]
        found = [
            *row.diagnostics,
            *check_dates(row, self._diagnostics, first=self._previous_row is None),
        ]
        values = [word for entry in entries for word in self._fill(entry, row, found)]
        shown = [
            diagnostic.source_text
            for diagnostic in self._diagnostics.all[first_diagnostic:]
            if diagnostic.severity is DiagnosticSeverity.LEFT_OUT
        ]
        lost = missing_words(row.text, [*values, *shown, *self._diagnostics.consumed[start:]])
        if lost:
            diagnostic = self._diagnostics.leave_out(
                "words",
                row.place,
                "có chữ trong hàng không xếp được vào khóa nào",
                f"{' '.join(lost)} (trong: {row.text})",
            )
            entries[0].diagnostics.append(diagnostic)

    def _entry(self, first: date, last: date) -> EntryBuilder:
        entry = self._entries.get((first, last))
        if entry is None:
            entry = EntryBuilder(first=first, last=last)
            before = self._previous_row.days[:1] if self._previous_row else ()
            self._entries[first, last] = entry
            if before and first < before[0][0] and last < before[0][1]:
                entry.diagnostics.append(
                    self._diagnostics.doubt(
                        "day-order",
                        self._previous_row.place if self._previous_row else BlockLocation(),
                        f"ngày {short_date(first)} đứng sau ngày {short_date(before[0][0])} "
                        "trong văn bản",
                    )
                )
            self._last_half = None
        return entry

    def _fill(
        self, entry: EntryBuilder, row: ScheduleRow, found: list[Diagnostic]
    ) -> Iterator[str]:
        """Add the content of a row to an entry, and yield every text of it that is kept."""
        entry.diagnostics += found
        row_lines = filled(row.content)
        is_partial = is_part_of_day(row)
        label, content_lines = (None, row_lines) if is_partial else take_label(row, row_lines)
        if label:
            both = f"{entry.label}; {label}" if entry.label else label
            entry.label = label if label == entry.label else both
            yield label if content_lines else joined(row_lines) or label
        items = self._items(row, content_lines, entry)
        self._distributor.distribute(row, items)
        limit = is_deadline(row.when.rest)
        note_date = limit or has_partial_days(row)
        if note_date or (row.is_approximate and is_part_of_month(row.printed)):
            for item in items:
                item.notes.append(row.printed)
        for item in items:
            own_entry = self._own_entry(item, entry)
            half_day = decide_half_day(item, own_entry, self._diagnostics)
            if not item.text:
                item.text = item.span.text.strip() or "; ".join(item.notes)
            if not item.text:
                item.text = "…"
                message = "có giờ mà không có nội dung công việc"
                item.doubt(self._diagnostics, "no-content", message, row.text)
            draft = item.finish()
            own_entry.half(half_day).items.append(draft)
            yield from _texts(draft)
        if not items:
            rest = [joined(lines) for role, lines in row.lines.items() if role in _NAMES]
            if any(rest) and not row_lines:
                entry.diagnostics.append(
                    self._diagnostics.doubt(
                        "no-content", row.place, "hàng không có nội dung công việc", row.text
                    )
                )
        if row.when.rest and not row.is_approximate and not limit:
            self._report_rest(row, entry)

    def _own_entry(self, item: ReadItem, entry: EntryBuilder) -> EntryBuilder:
        """Return the entry of the day that an item of several days names, else that of its row."""
        if item.own_days is None or item.own_days == (entry.first, entry.last):
            return entry
        self._own_days_read = True
        own_entry = self._entries.get(item.own_days)
        if own_entry is None:
            own_entry = EntryBuilder(first=item.own_days[0], last=item.own_days[1])
            self._entries[item.own_days] = own_entry
        entry.lends_items = True
        return own_entry

    def _items(
        self, row: ScheduleRow, lines: tuple[TextLine, ...], entry: EntryBuilder
    ) -> list[ReadItem]:
        if not lines and filled(row.content):
            return []  # all of the content is the label of the day
        items: list[ReadItem] = []
        for content in self._contents(row, lines):
            for span in content.spans:
                span.leader = span.leader or row.leader
            for half_day in content.half_days:
                entry.half(half_day)
            days = entry.first, entry.last
            items += (
                read_item(span, self._context, self._diagnostics, days) for span in content.spans
            )
            if content.half_days and row.half_day is None:
                self._last_half = content.half_days[-1]
        self._take_times(row, items)
        return items

    def _contents(self, row: ScheduleRow, lines: tuple[TextLine, ...]) -> Iterator[SpanContent]:
        """Yield the content of each leader's or half-day's column, or of the only one."""
        columns = [(role, half) for role, half in HALF_DAY_ROLES.items() if row.of(role)]
        if row.people:
            for leader, leader_lines in row.people:
                half_day = HalfDay.ALL_DAY if leader in row.whole_day else row.half_day
                content = self._split(row, leader_lines, half_day)
                for span in content.spans:
                    span.leader = leader
                yield content
        elif columns:
            for number, (role, half_day) in enumerate(columns):
                content = self._split(row, row.of(role), half_day)
                for span in content.spans:
                    span.half_day_index = number
                yield content
        else:
            carried = self._last_half if row.carried else None
            yield self._split(row, lines, row.half_day or carried)

    def _split(
        self, row: ScheduleRow, lines: tuple[TextLine, ...], half_day: HalfDay | None
    ) -> SpanContent:
        return split_content(lines, self._diagnostics, half_day=half_day, late_signs=row.late_signs)

    def _take_times(self, row: ScheduleRow, items: list[ReadItem]) -> None:
        """Assign the times of the row's time column to its items."""
        times = list(times_in(row.printed))
        open_items = [item for item in items if item.start is None]
        if len(times) == len(items) and len(open_items) < len(items):
            self._doubt_other_times(row, items, times)
        if not times or not open_items:
            return
        for item, found in zip(open_items, times, strict=False):
            item.start, item.end = found.start, found.end
        if len(times) != len(open_items):
            open_items[0].diagnostics.append(
                self._diagnostics.doubt(
                    "times",
                    row.place,
                    f"{len(open_items)} việc mà cột giờ ghi {len(times)} giờ: ghép từ trên xuống",
                    row.printed,
                )
            )

    def _doubt_other_times(
        self, row: ScheduleRow, items: Sequence[ReadItem], times: Sequence[Times]
    ) -> None:
        """Add a doubt to each item whose own time is not that of the column."""
        for item, found in zip(items, times, strict=True):
            if item.start is not None and (item.start, item.end or found.end) != (
                found.start,
                found.end or item.end,
            ):
                message = "giờ trong nội dung khác cột giờ: giữ giờ trong nội dung"
                item.diagnostics.append(
                    self._diagnostics.doubt("times", row.place, message, row.printed)
                )

    def _report_rest(self, row: ScheduleRow, entry: EntryBuilder) -> None:
        """Report words of the date cell that name no time."""
        if not re.search(r"\w", re.sub(r"\b(?:lễ|và)\b", "", row.when.rest)):
            return
        entry.diagnostics.append(
            self._diagnostics.leave_out(
                "day-cell", row.place, "chữ trong ô ngày không phải ngày giờ", row.when.rest
            )
        )


def _first_day(entry: DraftEntry) -> date:
    return entry.first


def _texts(item: DraftItem) -> Iterator[str]:
    for text in (item.text, item.venue, item.participants, item.note):
        if text:
            yield text
    yield from item.preparers
    yield from item.leaders
    if item.moved_to is not None:
        day = item.moved_to.day
        yield f"{day.day} {day.month} {day.year} {weekday_name(day)}"
