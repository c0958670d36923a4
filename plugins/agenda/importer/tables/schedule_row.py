"""What one row of an agenda says, or one day of a list: when, and what under each role."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from agenda.importer.datamodel.diagnostics import Diagnostic
from agenda.importer.datamodel.document import BlockLocation
from agenda.importer.lexicon.column_roles import CONTENTS, Role
from agenda.importer.lexicon.dates import DateMention
from agenda.importer.lexicon.lines import TextLine, joined
from agenda.model import HalfDay


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleRow:
    """What one row says: when, as printed and as read, and the lines under each role.

    `times` are its cells that may say when, one by one, and `untimed` says that none of its own
    does; `vague` that it names days without a date. `carried` says that it names no day and no
    merged cell gives it one; `days` are then those of the row before. `half_day` is what its row
    says of all of it. `people` are the contents of columns that leaders head, each by its head;
    `whole_day` are those heads whose cell reaches down into the row of the next half-day.
    `leader` is the one whom a row above names for all below it. `late` says that the signs of its
    list begin with the second point. `diagnostics` are of the row as a whole; `until` is where its
    last part stands, where it was cut.
    """

    place: BlockLocation
    printed: str
    when: DateMention
    days: tuple[tuple[date, date], ...]
    half_day: HalfDay | None
    carried: bool
    times: tuple[TextLine, ...] = ()
    untimed: bool = False
    vague: bool = False
    lines: Mapping[Role, tuple[TextLine, ...]] = field(default_factory=dict)
    people: tuple[tuple[str, tuple[TextLine, ...]], ...] = ()
    whole_day: tuple[str, ...] = ()
    leader: str | None = None
    heads: Mapping[Role, str] = field(default_factory=dict)
    continued: bool = False
    late: bool = False
    diagnostics: tuple[Diagnostic, ...] = ()
    until: BlockLocation | None = None

    @property
    def end(self) -> BlockLocation:
        """Where the last part of it stands."""
        return self.until or self.place

    def begin(self) -> date:
        """The first of its days; the end of time where it has none."""
        return self.days[0][0] if self.days else date.max

    def of(self, role: Role) -> tuple[TextLine, ...]:
        return self.lines.get(role, ())

    @property
    def content(self) -> tuple[TextLine, ...]:
        return tuple(line for role in CONTENTS for line in self.of(role))

    @property
    def cells(self) -> tuple[tuple[TextLine, ...], ...]:
        return (*self.lines.values(), *(lines for _, lines in self.people))

    @property
    def text(self) -> str:
        """All that the row says, cell by cell."""
        said = [self.printed, *(joined(lines) for lines in self.lines.values())]
        return "\n".join(part for part in said if part)


def extend_row(strip: ScheduleRow, below: ScheduleRow) -> ScheduleRow:
    """The strip for the days of the row below too, with what that says besides."""
    days: list[tuple[date, date]] = list(strip.days)
    for first, last in below.days:
        if days and first <= days[-1][1] + timedelta(1) and days[-1][0] <= first:
            days[-1] = days[-1][0], max(last, days[-1][1])
        else:
            days.append((first, last))
    lines = dict(strip.lines)
    for role, more in below.lines.items():
        if role not in CONTENTS:
            known = {line.text for line in lines.get(role, ())}
            new = (line for line in more if line.text not in known)
            lines[role] = (*lines.get(role, ()), *new)
    printed = (
        strip.printed
        if below.printed in ("", strip.printed)
        else f"{strip.printed} {below.printed}"
    )
    half_day = strip.half_day if strip.half_day is below.half_day else HalfDay.ALL_DAY
    rests = dict.fromkeys(rest for rest in (strip.when.rest, below.when.rest) if rest)
    return replace(
        strip,
        days=tuple(days),
        lines=lines,
        printed=printed,
        times=strip.times if printed == strip.printed else (TextLine(text=printed),),
        half_day=half_day,
        when=replace(below.when if strip.carried else strip.when, rest=" ".join(rests)),
        carried=strip.carried and below.carried,
        untimed=strip.untimed and below.untimed,
    )
