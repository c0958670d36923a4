"""Recognise the files in `agendas/` by name, and format their paths for display."""

import os
import re
from dataclasses import dataclass
from pathlib import Path

from agenda.model import YearMonth
from agenda.source.yaml.values import YEARS

DIRECTORY = "danh-ba.yml"
DAYS_OFF = "ngay-nghi.yml"
WITHDRAWALS = "da-go.yml"
OTHER_FILES = (DIRECTORY, DAYS_OFF, WITHDRAWALS)
"""The files that do not belong to a month."""

_MONTH_FILE = re.compile(r"([0-9]{4}-(?:0[1-9]|1[0-2]))(?:\.dc([1-9][0-9]?))?\.yml")


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthFile:
    """A month's file, with the month and the revision number in its name."""

    path: Path
    month: YearMonth
    number: int


def parse_month_file(path: Path) -> MonthFile | None:
    """Parse the name of a month's file. Return None for any other file."""
    match = _MONTH_FILE.fullmatch(path.name)
    if match is None or int(match[1][:4]) not in YEARS:
        return None
    return MonthFile(path=path, month=YearMonth.parse(match[1]), number=int(match[2] or 0))


def is_source_file(name: str) -> bool:
    """Return whether a file of this name is read."""
    return name in OTHER_FILES or parse_month_file(Path(name)) is not None


def display_path(path: Path) -> str:
    """Return the path of a file relative to the parent of `agendas/`, for display."""
    return display_name(f"{path.parent.name}/{path.name}")


def display_name(name: str) -> str:
    """Return the name of a file for display, with bytes that are not UTF-8 escaped."""
    return os.fsencode(name).decode(errors="backslashreplace")
