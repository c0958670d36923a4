"""Relate the days of a draft to the month that it amends."""

from dataclasses import replace
from datetime import date

from agenda.importer.datamodel.draft import Draft
from agenda.model import Agenda, Revision
from agenda.model.calendar import dates_between
from agenda.model.composition import days_within
from agenda.vietnam.holidays import WorkCalendar


def listed_days(draft: Draft) -> set[date]:
    """Return the days of its month that a draft lists."""
    days = (day for entry in draft.entries for day in dates_between(entry.first, entry.last))
    return {day for day in days if day in draft.month}


def with_unlisted_days(draft: Draft, calendar: WorkCalendar) -> Draft:
    """Return the draft with the working days that its document certainly skips.

    These are single working days between two that the document lists in rows of their own.
    """
    if draft.partial or draft.is_addition or not draft.days_certain:
        return draft
    listed = listed_days(draft)
    rows = {entry.first for entry in draft.entries if entry.first == entry.last}
    days = draft.month.dates() if draft.scope is None or not draft.number else draft.scope
    working_days = [day for day in days if calendar.is_working_day(day)]
    neighbours = zip(working_days, working_days[1:], working_days[2:], strict=False)
    skipped = [
        day
        for before, day, after in neighbours
        if day not in listed and before in rows and after in rows
    ]
    return replace(draft, unlisted=tuple(skipped))


def month_before(agenda: Agenda, draft: Draft) -> Revision | None:
    """Return the month as it stands before the draft, composed of the earlier documents."""
    states = (
        state
        for month in agenda.months
        if month.month == draft.month
        for revision, state in zip(month.revisions, month.states, strict=True)
        if revision.number < draft.number
    )
    return max(states, key=lambda state: state.number, default=None)


def omits_days(draft: Draft, before: Revision | None, calendar: WorkCalendar) -> bool:
    """Return whether an amendment of the whole month omits working days that the month lists."""
    if before is None or draft.scope is not None:
        return False
    listed = listed_days(draft)
    return any(
        day not in listed and calendar.is_working_day(day)
        for entry in before.entries
        for day in days_within(entry, draft.month)
    )


def repeated_days(draft: Draft, before: Revision | None) -> tuple[date, ...]:
    """Return the days of an addition with items that the month has already."""
    if before is None or not draft.is_addition:
        return ()
    known = {item.code for item in before.items if item.code}
    return tuple(
        entry.first for entry in draft.entries if any(item.code in known for item in entry.items)
    )
