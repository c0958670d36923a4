"""The rows of an agenda's tables as strips that say when and what."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from agenda.importer.datamodel.diagnostics import Diagnostic, Diagnostics
from agenda.importer.datamodel.document import Cell, Row
from agenda.importer.lexicon.approximate_dates import approximate_days
from agenda.importer.lexicon.column_roles import CONTENTS, TIMES, Role
from agenda.importer.lexicon.dates import DateContext, DateMention, read_dates
from agenda.importer.lexicon.half_days import expand_letters
from agenda.importer.lexicon.leader_names import leader_heading
from agenda.importer.lexicon.lines import TextLine, read_cell, split_sign
from agenda.importer.lexicon.weeks import is_week_heading, read_week
from agenda.importer.tables.bands import is_group_heading
from agenda.importer.tables.checkmarks import checked_heads
from agenda.importer.tables.columns import Columns
from agenda.importer.tables.ditto_marks import DittoMarks
from agenda.importer.tables.row_cells import (
    by_person,
    by_role_of,
    complete_weekday,
    distinct,
    is_repeated_head,
)
from agenda.importer.tables.row_days import correct_year, doubt_other_week
from agenda.importer.tables.schedule_row import ScheduleRow, extend_row
from agenda.model import HalfDay

_TICKED = {Role.CHECKED_LEADER: Role.LEADER, Role.CHECKED_UNIT: Role.PREPARER}


class RowReader:
    """Reads rows one after the other; what a row leaves open goes on from the one before."""

    def __init__(self, frame: DateContext, diagnostics: Diagnostics) -> None:
        self._frame, self._remarks = frame, diagnostics
        self._days: tuple[tuple[date, date], ...] = ()
        self._half_day: HalfDay | None = None
        self._half_cell: int | None = None
        self._above: Row | None = None
        self._leader: str | None = None
        self.boilerplate: list[str] = []

    def read(self, rows: Sequence[Row], columns: Columns) -> Iterator[ScheduleRow]:
        waiting: ScheduleRow | None = None
        dittos = DittoMarks(columns, self._remarks)
        for printed in rows:
            if is_repeated_head(printed, columns):
                self.boilerplate += (cell.text for cell in distinct(printed))
                continue
            row, doubts = dittos.resolve(printed)
            if any(cell.text.strip() for cell in row.cells):
                strip = self._checked(self._strip(row, columns), doubts)
                if strip is not None and waiting is not None and self._is_same(row, columns):
                    waiting = extend_row(waiting, strip)
                    self._remarks.infer(
                        "merged-content",
                        row.place,
                        "ô nội dung gộp nhiều hàng: coi là một việc",
                        waiting.text,
                    )
                elif strip is not None:
                    if waiting is not None:
                        waiting, strip = self._whole_day(waiting, strip, row, columns)
                        yield waiting
                    waiting = strip
            self._above = row
        if waiting is not None:
            yield waiting

    def _checked(
        self, strip: ScheduleRow | None, doubts: Sequence[Diagnostic]
    ) -> ScheduleRow | None:
        if strip is None:
            return None
        strip = replace(strip, leader=self._leader, diagnostics=(*strip.diagnostics, *doubts))
        own_year = correct_year(strip, self._frame, self._remarks)
        self._days = own_year.days
        return doubt_other_week(own_year, self._frame, self._remarks)

    def _is_same(self, row: Row, columns: Columns) -> bool:
        """Whether a merged cell gives the row the very content of the one above."""
        contents = [place for place, role in enumerate(columns.roles) if role in CONTENTS]
        above = self._above
        return (
            above is not None
            and all(row.cells[place] is above.cells[place] for place in contents)
            and any(row.cells[place].text.strip() for place in contents)
            and len(distinct(row)) > 1
        )

    def _whole_day(
        self, before: ScheduleRow, strip: ScheduleRow, row: Row, columns: Columns
    ) -> tuple[ScheduleRow, ScheduleRow]:
        """Two half-days of one day: what a leader's cell says of both, it says once of the day."""
        if before.days != strip.days or before.half_day is strip.half_day:
            return before, strip
        both = tuple(
            head
            for cell, head, role in zip(row.cells, columns.heads, columns.roles, strict=False)
            if role is Role.PERSON and cell.text.strip() and self._is_above(cell)
        )
        rest = tuple((head, said) for head, said in strip.people if head not in both)
        lines = dict(strip.lines) | {Role.PERSON: tuple(line for _, said in rest for line in said)}
        return replace(before, whole_day=both), replace(
            strip, people=rest, lines=lines if both else strip.lines
        )

    def begin_day(self, heading: str) -> None:
        """Take the rows that follow for those of the day that stands above their table."""
        self._remarks.consume(heading)
        self._days = read_dates(heading, self._frame).spans
        self._half_day, self._above = None, None

    def _take_week(self, cells: Sequence[Cell]) -> None:
        """Go by the week of a column of its own, whose number says nothing besides."""
        for cell in cells:
            self._remarks.consume(cell.text)
            month = self._frame.month
            week = read_week(cell.text, month.first if month else None)
            if week is not None:
                self._frame = replace(self._frame, week=week)

    def begin_week(self, heading: str) -> None:
        """Take the rows that follow for those of the week that a heading names."""
        month = self._frame.month
        week = read_week(heading, month.first if month else None)
        if week is not None:
            self._remarks.consume(heading)
            self._frame = replace(self._frame, week=week)
            self._days, self._half_day, self._above = (), None, None

    def _strip(self, row: Row, columns: Columns) -> ScheduleRow | None:
        cells = distinct(row)
        if len(cells) == 1 and len(row.cells) > 1:
            return self._across(row, cells[0])
        by_role = by_role_of(row, columns)
        if self._is_heading(by_role):
            return None
        self._take_week(by_role.pop(Role.WEEK, ()))
        times = [cell for role in TIMES for cell in by_role.get(role, ())]
        texts = [(cell, " ".join(cell.text.split())) for cell in times]
        printed = " ".join(text for _, text in texts).strip()
        spoken = [expand_letters(complete_weekday(text, cell, by_role)) for cell, text in texts]
        when = read_dates(" ".join(spoken), self._frame)
        shared = any(self._is_above(cell) for cell in times if cell.text.strip())
        vague = approximate_days(printed, self._frame)
        named = bool(when.spans) or vague is not None
        days = when.spans or ((vague,) if vague else ())
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
        lines = {
            role: tuple(line for cell in found for line in read_cell(cell))
            for role, found in by_role.items()
            if role not in (*TIMES, *_TICKED)
        }
        for ticked_role, role in _TICKED.items():
            marks = by_role.get(ticked_role, ())
            if names := checked_heads(row, columns, marks):
                self._remarks.consume(" ".join(cell.text for cell in marks))
                lines[role] = (*lines.get(role, ()), TextLine(text=names, place=row.place))
        return ScheduleRow(
            place=row.place,
            printed=printed,
            when=when,
            days=days,
            half_day=self._half_day,
            carried=carried and not printed,
            vague=vague is not None,
            times=tuple(
                TextLine(text=text, joiner=next((line.joiner for line in cell.lines), None))
                for text, cell in zip(spoken, times, strict=True)
            ),
            untimed=not any(cell.text.strip() and not self._is_above(cell) for cell in times),
            lines=lines,
            heads={role: columns.heads[place] for place, role in enumerate(columns.roles)},
            people=by_person(row, columns),
            continued=row.continued,
        )

    def _is_heading(self, by_role: Mapping[Role, Sequence[Cell]]) -> bool:
        """Whether a row merely heads others, which is taken note of."""
        printed = {
            role: " ".join(cell.text for cell in cells).strip() for role, cells in by_role.items()
        }
        number, text = printed.pop(Role.NUMBER, ""), printed.pop(Role.CONTENT, "")
        if any(printed.values()) or not is_group_heading(number, text):
            return False
        cell = by_role[Role.CONTENT][0]
        self._remarks.consume(f"{number} {text}")
        self._remarks.infer("group", cell.place, "hàng này là tên một nhóm việc", text)
        return True

    def _is_above(self, cell: Cell) -> bool:
        """Whether a cell reaches down from the row before."""
        return self._above is not None and any(cell is other for other in self._above.cells)

    def _across(self, row: Row, cell: Cell) -> ScheduleRow | None:
        """A row of one cell: the heading of a day or a half-day, or words for the day above."""
        text = " ".join(cell.text.split())
        if is_week_heading(text):
            self.begin_week(text)
            return None
        leader = leader_heading(split_sign(text)[1])
        if leader is not None:
            self._leader, self._days, self._half_day = leader, (), None
            self._remarks.consume(text)
            self._remarks.infer("leader", row.place, f'"{leader}" là của các hàng dưới', text)
            return None
        if self._is_heading({Role.CONTENT: [cell]}):
            return None
        when = read_dates(text, self._frame)
        if not when.rest and not when.empty and len(text) < 60:
            self._remarks.consume(text)
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
