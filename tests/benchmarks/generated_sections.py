"""Generated sections of the engineers' pages: marks, numbers, tables, the machine."""

import os
import platform
from collections.abc import Sequence
from pathlib import Path

from tests.project import REPOSITORY

PAGES = REPOSITORY / "docs" / "phat-trien"


def begin(command: str) -> str:
    return f"<!-- {command}: begin -->"


def end(command: str) -> str:
    return f"<!-- {command}: end -->"


def replace_section(page: str, command: str, text: str) -> str:
    """Return the page with `text` between the marks of a command.

    Raise `ValueError` if the page does not have both marks.
    """
    before, opening, rest = page.partition(begin(command))
    _, closing, after = rest.partition(end(command))
    if not closing:
        raise ValueError(f"no marks of {command}")
    return f"{before}{opening}\n\n{text.strip()}\n\n{closing}{after}"


def write_section(page: Path, command: str, text: str) -> None:
    """Put `text` between the marks of a command in a file."""
    renewed = replace_section(page.read_text(encoding="utf-8"), command, text)
    page.write_text(renewed, encoding="utf-8", newline="\n")


def tables_in(page: str, command: str) -> list[list[str]]:
    """Return the rows of all tables between the marks of a command."""
    text = page.partition(begin(command))[2].partition(end(command))[0]
    return [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in text.splitlines()
        if line.startswith("|")
    ]


def table(rows: Sequence[Sequence[str]]) -> str:
    """Return a Markdown table. Columns with a number in their first row are aligned right."""
    head, *body = rows
    rules = ["---:" if _is_number(cell) else "---" for cell in body[0]]
    return "".join(f"| {' | '.join(line)} |\n" for line in (head, rules, *body))


def number(value: float, places: int = 0) -> str:
    """Format a number with separators: "10,653", "2.5"."""
    return f"{value:,.{places}f}"


def machine() -> str:
    """Describe the machine that the figures were measured on."""
    model = platform.processor() or platform.machine()
    description = Path("/proc/cpuinfo")
    if description.exists():
        names = (line for line in description.read_text().splitlines() if "model name" in line)
        model = next(names, f": {model}").partition(":")[2].strip()
    return (
        f"Machine: {model}, {os.cpu_count()} cores, {platform.system()}, Python "
        f"{platform.python_version()}."
    )


def _is_number(cell: str) -> bool:
    return cell.replace(",", "").replace(".", "").isdigit()
