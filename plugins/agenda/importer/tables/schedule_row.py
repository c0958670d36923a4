"""The rows of a schedule, from a table or a list: dates, and lines by role."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from agenda.importer.datamodel.diagnostics import Diagnostic
from agenda.importer.datamodel.document import BlockLocation
from agenda.importer.lexicon.columns.roles import CONTENTS, Role
from agenda.importer.lexicon.dates import DateMention
from agenda.importer.lexicon.lines import TextLine, joined
from agenda.model import HalfDay


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleRow:
    """One row: its dates as printed and as read, and its lines by role.

    - `days`: the first and last days of its ranges; if `carried`, those of the row above.
    - `half_day`: the half-day of the whole row.
    - `carried`: neither the row nor a merged cell names a day.
    - `times`: the cells of dates and times; `no_own_date` if the row has no such text of its own.
    - `is_approximate`: the row names a period without a date, such as "Trong tháng".
    - `people`: the heads and lines of the columns of leaders.
    - `whole_day`: those heads whose cell extends into the row of the next half-day.
    - `leader`: the leader that a row above names for the rows below it.
    - `continued`: the row continues the last row of the page before.
    - `late_signs`: the list signs of the content begin with the second item.
    - `diagnostics`: those about the row as a whole.
    - `until`: the location of the last part, if a page break split the row.
    """

    place: BlockLocation
    printed: str
    when: DateMention
    days: tuple[tuple[date, date], ...]
    half_day: HalfDay | None
    carried: bool
    times: tuple[TextLine, ...] = ()
    no_own_date: bool = False
    is_approximate: bool = False
    lines: Mapping[Role, tuple[TextLine, ...]] = field(default_factory=dict)
    people: tuple[tuple[str, tuple[TextLine, ...]], ...] = ()
    whole_day: tuple[str, ...] = ()
    leader: str | None = None
    heads: Mapping[Role, str] = field(default_factory=dict)
    continued: bool = False
    late_signs: bool = False
    diagnostics: tuple[Diagnostic, ...] = ()
    until: BlockLocation | None = None

    @property
    def end(self) -> BlockLocation:
        """Return the location of the last part of the row."""
        return self.until or self.place

    def first_day(self) -> date:
        """Return the first day, or `date.max` without any."""
        return self.days[0][0] if self.days else date.max

    def of(self, role: Role) -> tuple[TextLine, ...]:
        """Return the lines of a role."""
        return self.lines.get(role, ())

    @property
    def content(self) -> tuple[TextLine, ...]:
        """Return the lines of all roles that hold items."""
        return tuple(line for role in CONTENTS for line in self.of(role))

    @property
    def cells(self) -> tuple[tuple[TextLine, ...], ...]:
        """Return the lines of each role and of each leader."""
        return (*self.lines.values(), *(lines for _, lines in self.people))

    @property
    def text(self) -> str:
        """Return the text of the row, cell by cell."""
        parts = [self.printed, *(joined(lines) for lines in self.lines.values())]
        return "\n".join(part for part in parts if part)


def extend_row(row: ScheduleRow, below: ScheduleRow) -> ScheduleRow:
    """Return the row with the days of the row below added, and with its further lines."""
    days: list[tuple[date, date]] = list(row.days)
    for first, last in below.days:
        if days and first <= days[-1][1] + timedelta(1) and days[-1][0] <= first:
            days[-1] = days[-1][0], max(last, days[-1][1])
        else:
            days.append((first, last))
    lines = dict(row.lines)
    for role, more in below.lines.items():
        if role not in CONTENTS:
            known = {line.text for line in lines.get(role, ())}
            new = (line for line in more if line.text not in known)
            lines[role] = (*lines.get(role, ()), *new)
    printed = (
        row.printed if below.printed in ("", row.printed) else f"{row.printed} {below.printed}"
    )
    half_day = row.half_day if row.half_day is below.half_day else HalfDay.ALL_DAY
    rests = dict.fromkeys(rest for rest in (row.when.rest, below.when.rest) if rest)
    return replace(
        row,
        days=tuple(days),
        lines=lines,
        printed=printed,
        times=row.times if printed == row.printed else (TextLine(text=printed),),
        half_day=half_day,
        when=replace(below.when if row.carried else row.when, rest=" ".join(rests)),
        carried=row.carried and below.carried,
        no_own_date=row.no_own_date and below.no_own_date,
    )
