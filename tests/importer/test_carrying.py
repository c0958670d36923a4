"""Rows that have the day of the one above, and whether their hours can be of it."""

from datetime import date

import pytest

from agenda.importer.datamodel.diagnostics import Remarks
from agenda.importer.datamodel.document import Place
from agenda.importer.lexicon.dates import Frame, read_when
from agenda.importer.segmentation.carried_over import doubt_days_carried
from agenda.importer.tables.schedule_row import Strip
from agenda.model import YearMonth

FRAME = Frame(month=YearMonth(2021, 5))


def rows(*times: str) -> list[Strip]:
    """Rows of the 4th, each saying when as printed."""
    return [
        Strip(
            place=Place(row=number),
            printed=printed,
            when=(when := read_when(printed, FRAME)),
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
def test_a_row_without_a_day_that_is_before_the_one_above_is_doubted(
    times: list[str], doubted: list[int]
) -> None:
    strips = doubt_days_carried(rows(*times), Remarks())
    assert [strip.place.row for strip in strips if strip.remarks] == doubted
