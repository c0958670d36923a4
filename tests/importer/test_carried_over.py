"""Test rows that take the day of the row above."""

from datetime import date

import pytest

from agenda.importer.datamodel.diagnostics import Diagnostics
from agenda.importer.datamodel.document import BlockLocation
from agenda.importer.lexicon.dates import DateContext, read_dates
from agenda.importer.segmentation.carried_over import doubt_days_carried
from agenda.importer.tables.schedule_row import ScheduleRow
from agenda.model import YearMonth

FRAME = DateContext(month=YearMonth(2021, 5))


def rows(*times: str) -> list[ScheduleRow]:
    """Rows of the 4th, each saying when as printed."""
    return [
        ScheduleRow(
            place=BlockLocation(row=number),
            printed=printed,
            when=(when := read_dates(printed, FRAME)),
            days=((date(2021, 5, 4), date(2021, 5, 4)),),
            half_day=when.half_day,
            carried=False,
        )
        for number, printed in enumerate(times)
    ]


@pytest.mark.parametrize(
    ("times", "doubted"),
    [
        (["4/5 8h00", "14h00", "7h00"], [2]),
        (["4/5 Sáng", "Chiều", "Sáng"], [2]),
        (["4/5 8h00", "10h00", "14h00"], []),
        (["4/5 Sáng", "", "Chiều"], []),
        (["4/5 14h00", "4/5 8h00"], []),
    ],
)
def test_a_row_without_a_day_and_with_an_earlier_time_is_doubted(
    times: list[str], doubted: list[int]
) -> None:
    strips = doubt_days_carried(rows(*times), Diagnostics())
    assert [strip.place.row for strip in strips if strip.diagnostics] == doubted
