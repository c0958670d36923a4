"""Office hours are valid from a month on, and are written as they are read."""

from datetime import time

import pytest

from agenda.build.settings.options import OptionRefused, office_hours_of, office_hours_option
from agenda.exports.export_settings import Hours
from agenda.model import HalfDay, YearMonth

USUAL = {"sang": "07:30-11:30", "chieu": "13:30-17:00", "toi": "19:00-21:00"}


@pytest.mark.parametrize(
    ("month", "morning"), [("2025-12", 7), ("2026-03", 7), ("2026-04", 6), ("2027-01", 8)]
)
def test_new_hours_hold_from_their_month_on(month: str, morning: int) -> None:
    option = {"2026-10": {"sang": "8:00-12:00"}, "2026-04": {"sang": "6:00-10:00"}, **USUAL}
    hours = office_hours_of(option).in_month(YearMonth.parse(month))
    assert hours[HalfDay.MORNING].start.hour == morning
    assert hours[HalfDay.AFTERNOON] == Hours(start=time(13, 30), end=time(17))


def test_unnamed_half_days_keep_the_hours_before() -> None:
    option = {"2026-04": {"sang": "6:00-10:00"}, "2026-10": {"chieu": "14:00-17:30"}}
    written = office_hours_option(office_hours_of(option))
    assert written == {
        **USUAL,
        "2026-04": USUAL | {"sang": "06:00-10:00"},
        "2026-10": USUAL | {"sang": "06:00-10:00", "chieu": "14:00-17:30"},
    }
    assert office_hours_of(written) == office_hours_of(option)


@pytest.mark.parametrize("value", [None, {}, {"sang": None}, USUAL])
def test_usual_hours_need_not_be_named(value: object) -> None:
    assert office_hours_option(office_hours_of(value)) == USUAL


@pytest.mark.parametrize(
    "value",
    [
        "7h",
        ["07:30-11:30"],
        {"trua": "11:30-13:00"},
        {"2026-13": {"sang": "07:00-11:00"}},
        {"2026-04": "07:00-11:00"},
        {"2026-04": {"trua": "11:30-13:00"}},
        {"2026-04": {"2026-05": {}}},
        {2026: {}},
    ],
)
def test_another_form_is_refused_with_an_example(value: object) -> None:
    with pytest.raises(OptionRefused, match="Viết office_hours"):
        office_hours_of(value)
