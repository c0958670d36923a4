"""The names of the files in `agendas/`: what each file is, and how people are shown its path."""

import os
import re
from dataclasses import dataclass
from pathlib import Path

from agenda.model import YearMonth
from agenda.source.yaml.values import YEARS

DIRECTORY = "danh-ba.yml"
DAYS_OFF = "ngay-nghi.yml"
WITHDRAWALS = "da-go.yml"
OTHERS = (DIRECTORY, DAYS_OFF, WITHDRAWALS)
"""The files that are not of a month."""

_MONTH_FILE = re.compile(r"([0-9]{4}-(?:0[1-9]|1[0-2]))(?:\.dc([1-9][0-9]?))?\.yml")


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthFile:
    """A month's file by its name; `number` is that of its revision."""

    path: Path
    month: YearMonth
    number: int


def month_file(path: Path) -> MonthFile | None:
    """Return what month a file is of by its name; None for any other file."""
    match = _MONTH_FILE.fullmatch(path.name)
    if match is None or int(match[1][:4]) not in YEARS:
        return None
    return MonthFile(path=path, month=YearMonth.parse(match[1]), number=int(match[2] or 0))


def is_read(name: str) -> bool:
    """Tell whether a file of this name is read."""
    return name in OTHERS or month_file(Path(name)) is not None


def shown(path: Path) -> str:
    """Return a file's path as people are shown it: from the folder that holds `agendas/`."""
    return readable(f"{path.parent.name}/{path.name}")


def readable(name: str) -> str:
    """Return the name of a file, escaping bytes that are not UTF-8."""
    return os.fsencode(name).decode(errors="backslashreplace")
