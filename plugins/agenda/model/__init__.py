"""Frozen values that every other layer speaks of; imports nothing but the standard library."""

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
from agenda.model.problem import Place, Problem, Severity
from agenda.model.record import (
    Agenda,
    Correction,
    Day,
    Document,
    Entry,
    Item,
    Mention,
    Month,
    Revision,
    Status,
)
from agenda.model.withdrawal import Withdrawal

__all__ = [
    "Abbreviation",
    "Agenda",
    "Correction",
    "Day",
    "Directory",
    "DirectoryEntry",
    "Document",
    "Entry",
    "Group",
    "HalfDay",
    "Item",
    "Mention",
    "Month",
    "Person",
    "Place",
    "Problem",
    "Revision",
    "Severity",
    "Slot",
    "Status",
    "Title",
    "Unit",
    "Withdrawal",
    "YearMonth",
]
