"""Figures as the guides show them: numbers, tables and the machine, between marks of a page."""

import os
import platform
from collections.abc import Sequence
from pathlib import Path

from tests.project import REPOSITORY

GUIDES = REPOSITORY / "docs" / "huong-dan"


def begin(command: str) -> str:
    return f"<!-- {command}: bắt đầu -->"


def end(command: str) -> str:
    return f"<!-- {command}: hết -->"


def renewed(page: str, command: str, text: str) -> str:
    """The page with another text between the marks of a command, which it has to have."""
    before, opening, rest = page.partition(begin(command))
    _, closing, after = rest.partition(end(command))
    if not closing:
        raise ValueError(f"no marks of {command}")
    return f"{before}{opening}\n\n{text.strip()}\n\n{closing}{after}"


def tables_in(page: str, command: str) -> list[list[str]]:
    """The rows of all tables that stand between the marks of a command."""
    text = page.partition(begin(command))[2].partition(end(command))[0]
    return [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in text.splitlines()
        if line.startswith("|")
    ]


def table(rows: Sequence[Sequence[str]]) -> str:
    """Markdown; the columns of which the second row has no figure hold words."""
    head, *body = rows
    rules = ["---:" if _is_number(cell) else "---" for cell in body[0]]
    return "".join(f"| {' | '.join(line)} |\n" for line in (head, rules, *body))


def number(value: float, places: int = 0) -> str:
    """As Vietnamese writes it: "10.653", "2,5"."""
    return f"{value:,.{places}f}".translate(str.maketrans(",.", ".,"))


def machine() -> str:
    """What the figures are of."""
    model = platform.processor() or platform.machine()
    description = Path("/proc/cpuinfo")
    if description.exists():
        names = (line for line in description.read_text().splitlines() if "model name" in line)
        model = next(names, f": {model}").partition(":")[2].strip()
    return (
        f"Máy đo: {model}, {os.cpu_count()} nhân, {platform.system()}, Python "
        f"{platform.python_version()}."
    )


def _is_number(cell: str) -> bool:
    return cell.replace(",", "").replace(".", "").isdigit()
