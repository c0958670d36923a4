"""Read the days of a duty roster that is a list: "Thứ Hai (27/4): Đ/c Hùng - Chủ tịch"."""

from dataclasses import replace

from agenda.importer.datamodel.diagnostics import Diagnostics
from agenda.importer.lexicon.columns.roles import Role
from agenda.importer.lexicon.leader_names import names_people_only
from agenda.importer.lexicon.lines import TextLine, filled
from agenda.importer.tables.schedule_row import ScheduleRow


def read_duty(row: ScheduleRow, duty: str | None, diagnostics: Diagnostics) -> ScheduleRow:
    """Return the row of a day with only people as their duty, which the title names."""
    people = filled(row.of(Role.CONTENT))
    if (
        duty is None
        or row.people
        or not people
        or not all(names_people_only(line.text) for line in people)
    ):
        return row
    diagnostics.infer("duty", row.place, f'"{duty}" lấy từ tiêu đề', duty)
    lines = {Role.CONTENT: (TextLine(text=duty, place=row.place),), Role.LEADER: people}
    return replace(row, lines={**row.lines, **lines})
