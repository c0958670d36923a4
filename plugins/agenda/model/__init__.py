"""Frozen values that all other packages use. Imports only the standard library."""

from agenda.model.calendar import HalfDay, Slot, YearMonth
from agenda.model.directory import (
    Abbreviation,
    Directory,
    DirectoryEntry,
    Group,
    Person,
    Title,
    Unit,
)
from agenda.model.problem import Location, Problem, Severity
from agenda.model.record import (
    Agenda,
    Correction,
    Day,
    Item,
    Mention,
    Month,
    PlainValue,
    Revision,
    ScheduleEntry,
    SignedDocument,
    Status,
    Update,
)
from agenda.model.withdrawal import Withdrawal

__all__ = [
    "Abbreviation",
    "Agenda",
    "Correction",
    "Day",
    "Directory",
    "DirectoryEntry",
    "Group",
    "HalfDay",
    "Item",
    "Location",
    "Mention",
    "Month",
    "Person",
    "PlainValue",
    "Problem",
    "Revision",
    "ScheduleEntry",
    "Severity",
    "SignedDocument",
    "Slot",
    "Status",
    "Title",
    "Unit",
    "Update",
    "Withdrawal",
    "YearMonth",
]
