"""Read the rows of tables as schedule rows: dates, and lines by role."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from agenda.importer.datamodel.diagnostics import Diagnostic, Diagnostics
from agenda.importer.datamodel.document import BlockLocation, Cell, Row
from agenda.importer.lexicon.approximate_dates import approximate_days
from agenda.importer.lexicon.columns.duties import duty_named
from agenda.importer.lexicon.columns.roles import CONTENTS, TIMES, Role
from agenda.importer.lexicon.dates import DateContext, DateMention, read_dates
from agenda.importer.lexicon.half_days import expand_letters
from agenda.importer.lexicon.leader_names import leader_heading
from agenda.importer.lexicon.lines import UNKNOWN_LOCATION, TextLine, read_cell, split_sign
from agenda.importer.lexicon.weeks import is_week_heading, read_week
from agenda.importer.tables.checkmarks import checked_heads
from agenda.importer.tables.columns import Columns
from agenda.importer.tables.ditto_marks import DittoMarks
from agenda.importer.tables.group_headings import is_group_heading
from agenda.importer.tables.row_cells import (
    by_leader,
    by_role_of,
    complete_number,
    complete_weekday,
    distinct,
    is_repeated_head,
    read_with_heads,
)
from agenda.importer.tables.row_days import correct_year, doubt_other_week
from agenda.importer.tables.schedule_row import ScheduleRow, extend_row
from agenda.model import HalfDay, YearMonth

_CHECKED = {Role.CHECKED_LEADER: Role.LEADER, Role.CHECKED_UNIT: Role.PREPARER}


class RowReader:
    """A reader of consecutive rows; a row without a day, half-day or leader takes those above."""

    def __init__(
        self,
        context: DateContext,
        diagnostics: Diagnostics,
        duty: str | None = None,
        day: date | None = None,
    ) -> None:
        """Begin a document; its title may name the duty of a roster, or the only `day`."""
        self._context, self._diagnostics = context, diagnostics
        self._duty = duty
        self._days: tuple[tuple[date, date], ...] = ((day, day),) if day else ()
        self._half_day: HalfDay | None = None
        self._half_cell: int | None = None
        self._above: Row | None = None
        self._leader: str | None = None
        self.boilerplate: list[str] = []

    def read(self, rows: Sequence[Row], columns: Columns) -> Iterator[ScheduleRow]:
        """Yield the schedule rows of a table, rows of one merged content as one."""
        pending_row: ScheduleRow | None = None
        dittos = DittoMarks(columns, self._diagnostics)
        for printed in rows:
            if is_repeated_head(printed, columns):
                self.boilerplate += (cell.text for cell in distinct(printed))
                continue
            row, doubts = dittos.resolve(printed)
            if any(cell.text.strip() for cell in row.cells):
                schedule_row = self._checked(self._read_row(row, columns), doubts)
                if (
                    schedule_row is not None
                    and pending_row is not None
                    and self._repeats_row(row, columns)
                ):
                    pending_row = extend_row(pending_row, schedule_row)
                    self._diagnostics.infer(
                        "merged-content",
                        row.place,
                        "ô nội dung gộp nhiều hàng: coi là một việc",
                        pending_row.text,
                    )
                elif schedule_row is not None:
                    if pending_row is not None:
                        pending_row, schedule_row = self._move_to_whole_day(
                            pending_row, schedule_row, row, columns
                        )
                        yield pending_row
                    pending_row = schedule_row
            self._above = row
        if pending_row is not None:
            yield pending_row

    def _checked(
        self, schedule_row: ScheduleRow | None, doubts: Sequence[Diagnostic]
    ) -> ScheduleRow | None:
        if schedule_row is None:
            return None
        schedule_row = replace(
            schedule_row, leader=self._leader, diagnostics=(*schedule_row.diagnostics, *doubts)
        )
        own_year = correct_year(schedule_row, self._context, self._diagnostics)
        self._days = own_year.days
        return doubt_other_week(own_year, self._context, self._diagnostics)

    def _repeats_row(self, row: Row, columns: Columns) -> bool:
        """Return whether merged cells give the row all content of the row above."""
        content_columns = [column for column, role in enumerate(columns.roles) if role in CONTENTS]
        above = self._above
        return (
            above is not None
            and all(row.cells[column] is above.cells[column] for column in content_columns)
            and any(row.cells[column].text.strip() for column in content_columns)
            and len(distinct(row)) > 1
        )

    def _move_to_whole_day(
        self, before: ScheduleRow, schedule_row: ScheduleRow, row: Row, columns: Columns
    ) -> tuple[ScheduleRow, ScheduleRow]:
        """Return the rows of two half-days; a cell of a leader over both moves to the whole day."""
        if before.days != schedule_row.days or before.half_day is schedule_row.half_day:
            return before, schedule_row
        both = tuple(
            head
            for cell, head, role in zip(row.cells, columns.heads, columns.roles, strict=False)
            if role is Role.PERSON and cell.text.strip() and self._extends_down(cell)
        )
        rest = tuple((head, said) for head, said in schedule_row.people if head not in both)
        lines = dict(schedule_row.lines) | {
            Role.PERSON: tuple(line for _, said in rest for line in said)
        }
        return replace(before, whole_day=both), replace(
            schedule_row, people=rest, lines=lines if both else schedule_row.lines
        )

    def begin_day(self, heading: str) -> None:
        """Use the day of a heading above a table for the rows that follow."""
        self._diagnostics.consume(heading)
        self._days = read_dates(heading, self._context).spans
        self._half_day, self._above = None, None

    def begin_leader(self, heading: str, place: BlockLocation = UNKNOWN_LOCATION) -> None:
        """Use the leader of a heading for the rows that follow."""
        self._leader = leader_heading(split_sign(heading)[1])
        self._days, self._half_day, self._above = (), None, None
        self._diagnostics.consume(heading)
        message = f'"{self._leader}" là của các hàng dưới'
        self._diagnostics.infer("leader", place, message, heading)

    def _take_week(self, cells: Sequence[Cell]) -> None:
        """Use the week of the cells in a column of weeks."""
        for cell in cells:
            self._diagnostics.consume(cell.text)
            month = self._context.month
            week = read_week(cell.text, month.first if month else None)
            if week is not None:
                self._context = replace(self._context, week=week)

    def _take_month(self, cells: Sequence[Cell]) -> None:
        """Use the month of the cells in a column of months."""
        for cell in cells:
            self._diagnostics.consume(cell.text)
            number = re.search(r"\d{1,2}", cell.text)
            month = self._context.month
            if number and month and 1 <= int(number[0]) <= 12 and not self._extends_down(cell):
                month = YearMonth(month.year, int(number[0]))
                self._context, self._days = replace(self._context, month=month), ()

    def begin_week(self, heading: str) -> None:
        """Use the week of a heading for the rows that follow."""
        month = self._context.month
        week = read_week(heading, month.first if month else None)
        if week is not None:
            self._diagnostics.consume(heading)
            self._context = replace(self._context, week=week)
            self._days, self._half_day, self._above = (), None, None

    def _read_row(self, row: Row, columns: Columns) -> ScheduleRow | None:
        cells = distinct(row)
        if len(cells) == 1 and len(row.cells) > 1:
            return self._full_width(row, cells[0])
        by_role = by_role_of(row, columns)
        if self._is_heading(by_role):
            return None
        self._take_week(by_role.pop(Role.WEEK, ()))
        self._take_month(by_role.pop(Role.MONTH, ()))
        times = [cell for role in TIMES for cell in by_role.get(role, ())]
        texts = [(cell, " ".join(cell.text.split())) for cell in times]
        texts = [(cell, complete_number(text, cell, row, columns)) for cell, text in texts]
        printed = " ".join(text for _, text in texts).strip()
        expanded = [expand_letters(complete_weekday(text, cell, by_role)) for cell, text in texts]
        when = read_dates(" ".join(expanded), self._context)
        shared = any(self._extends_down(cell) for cell in times if cell.text.strip())
        approximate = approximate_days(printed, self._context)
        named = bool(when.spans) or approximate is not None
        days = when.spans or ((approximate,) if approximate else ())
        carried = not named and not shared
        if named:
            if days != self._days:
                self._half_day = None
            self._days = days
        elif (printed and when.empty) or when.weekdays:
            days = self._days = ()
        else:
            days = self._days
        if when.half_day is not None:
            self._half_day = when.half_day
        heads = {role: columns.heads[column] for column, role in enumerate(columns.roles)}
        lines = self._lines(row, columns, by_role)
        if len(by_role.get(Role.OTHER, ())) > 1:
            heads[Role.OTHER] = ""
        if columns.is_roster and when.spans:
            lines[Role.CONTENT] = self._duty_lines(row, columns)
        return ScheduleRow(
            place=row.place,
            printed=printed,
            when=when,
            days=days,
            half_day=self._half_day,
            carried=carried and not printed,
            is_approximate=approximate is not None,
            times=tuple(
                TextLine(text=text, joiner=next((line.joiner for line in cell.lines), None))
                for text, cell in zip(expanded, times, strict=True)
            ),
            no_own_date=not any(
                cell.text.strip() and not self._extends_down(cell) for cell in times
            ),
            lines=lines,
            heads=heads,
            people=by_leader(row, columns),
            continued=row.continued,
        )

    def _lines(
        self, row: Row, columns: Columns, by_role: Mapping[Role, Sequence[Cell]]
    ) -> dict[Role, tuple[TextLine, ...]]:
        """Return the lines of a row by role, without those of its day."""
        lines = {
            role: tuple(line for cell in found for line in read_cell(cell))
            for role, found in by_role.items()
            if role not in (*TIMES, *_CHECKED)
        }
        if len(others := by_role.get(Role.OTHER, ())) > 1:
            lines[Role.OTHER] = read_with_heads(row, columns, others)
        for checked_role, role in _CHECKED.items():
            marks = by_role.get(checked_role, ())
            if names := checked_heads(row, columns, marks):
                self._diagnostics.consume(" ".join(cell.text for cell in marks))
                lines[role] = (*lines.get(role, ()), TextLine(text=names, place=row.place))
        return lines

    def _duty_lines(self, row: Row, columns: Columns) -> tuple[TextLine, ...]:
        """Return the line of a roster's duty, which its title or its heads name."""
        duty = self._duty or next(filter(None, map(duty_named, columns.heads)), None)
        if duty is None:
            return ()
        self._diagnostics.infer("duty", row.place, f'"{duty}" lấy từ tiêu đề', duty)
        return (TextLine(text=duty, place=row.place),)

    def _is_heading(self, by_role: Mapping[Role, Sequence[Cell]]) -> bool:
        """Return whether a row is the heading of a group; if so, report it."""
        printed = {
            role: " ".join(cell.text for cell in cells).strip() for role, cells in by_role.items()
        }
        number, text = printed.pop(Role.NUMBER, ""), printed.pop(Role.CONTENT, "")
        if any(printed.values()) or not is_group_heading(number, text):
            return False
        cell = by_role[Role.CONTENT][0]
        self._diagnostics.consume(f"{number} {text}")
        self._diagnostics.infer("group", cell.place, "hàng này là tên một nhóm việc", text)
        return True

    def _extends_down(self, cell: Cell) -> bool:
        """Return whether a cell extends down from the row above."""
        return self._above is not None and any(cell is other for other in self._above.cells)

    def _full_width(self, row: Row, cell: Cell) -> ScheduleRow | None:
        """Read a row of one cell: a heading, which returns None, or content for the day above."""
        text = " ".join(cell.text.split())
        if is_week_heading(text):
            self.begin_week(text)
            return None
        if leader_heading(split_sign(text)[1]) is not None:
            self.begin_leader(text, row.place)
            return None
        if self._is_heading({Role.CONTENT: [cell]}):
            return None
        when = read_dates(text, self._context)
        if not when.rest and not when.empty and len(text) < 60:
            self._diagnostics.consume(text)
            if when.spans:
                self._days, self._half_day = when.spans, when.half_day
            elif when.half_day:
                self._half_day = when.half_day
            return (
                None
                if not when.spans
                else ScheduleRow(
                    place=row.place,
                    printed="",
                    when=when,
                    days=self._days,
                    half_day=None,
                    carried=False,
                )
            )
        return ScheduleRow(
            place=row.place,
            printed="",
            when=DateMention(),
            days=self._days,
            half_day=self._half_day,
            carried=True,
            lines={Role.CONTENT: read_cell(cell)},
        )
