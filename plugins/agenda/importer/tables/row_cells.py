"""Group the cells of a row by the roles of their columns; complete weekdays."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from agenda.importer.datamodel.document import Cell, Row
from agenda.importer.lexicon.columns.roles import CONTENTS, HALVES, Role, role_of
from agenda.importer.lexicon.lines import TextLine, read_cell
from agenda.importer.tables.columns import Columns, read_column_heads
from agenda.vietnam.text import fold

_BARE_WEEKDAY = re.compile(r"^(?:[2-7]|hai|ba|tư|năm|sáu|bảy|bẩy)\b", re.IGNORECASE)
_BARE_NUMBERS = re.compile(r"\d{1,2}(?:\s*[-–]\s*\d{1,2})?|[IVX]+")
_RANGE_END = re.compile(r"den\b|(?:\w+ )?ket thuc\b")
_DATED_WEEKDAY = re.compile(
    r"^(?:hai|ba|tư|năm|sáu|bảy|bẩy)[\s,:(-]*(?:ngày\s*)?\d{1,2}\s*[/.-]\s*\d", re.IGNORECASE
)


def distinct(row: Row) -> list[Cell]:
    """Return the cells of the row, merged ones once."""
    return list({id(cell): cell for cell in row.cells}.values())


def by_role_of(row: Row, columns: Columns) -> dict[Role, list[Cell]]:
    """Return the cells by role; a cell over several columns has the role of their content."""
    roles: dict[int, list[Role]] = {}
    cells: dict[int, Cell] = {}
    for cell, role in zip(row.cells, columns.roles, strict=False):
        cells[id(cell)] = cell
        roles.setdefault(id(cell), []).append(role)
    by_role: dict[Role, list[Cell]] = {}
    for key, cell in cells.items():
        content = [role for role in roles[key] if role in CONTENTS]
        whole = len(set(content).intersection(HALVES)) > 1
        role = Role.ALL_DAY if whole else content[0] if content else roles[key][0]
        by_role.setdefault(role, []).append(cell)
    return by_role


def by_leader(row: Row, columns: Columns) -> tuple[tuple[str, tuple[TextLine, ...]], ...]:
    """Return the heads and lines of the columns of leaders; a merged cell has all their heads."""
    heads: dict[int, list[str]] = {}
    for cell, head, role in zip(row.cells, columns.heads, columns.roles, strict=False):
        if role is Role.PERSON:
            heads.setdefault(id(cell), []).append(head)
    cells = {id(cell): cell for cell in row.cells}
    return tuple(("; ".join(names), read_cell(cells[key])) for key, names in heads.items())


def read_with_heads(row: Row, columns: Columns, cells: Sequence[Cell]) -> tuple[TextLine, ...]:
    """Return the lines of several cells without a role, each with the head of its column."""
    heads = {id(cell): head for cell, head in zip(row.cells, columns.heads, strict=False)}
    return tuple(
        replace(line, text=f"{heads[id(cell)]}: {line.text}") if line.text else line
        for cell in cells
        for line in read_cell(cell)
    )


def complete_weekday(text: str, cell: Cell, by_role: Mapping[Role, Sequence[Cell]]) -> str:
    """Return the text with "Thứ" before "Hai" or "2" under "Thứ", or "Hai 11/10" anywhere."""
    under_weekday = any(cell is other for other in by_role.get(Role.WEEKDAY, ()))
    bare = _BARE_WEEKDAY if under_weekday else _DATED_WEEKDAY
    return f"Thứ {text}" if bare.match(text) else text


def complete_number(text: str, cell: Cell, row: Row, columns: Columns) -> str:
    """Return a text about dates and times with what its head adds.

    "2" under "Tuần" is "Tuần 2", "14-16" under "Giờ" is "14-16h": these are no days. "11h30" under
    "Đến giờ" is "đến 11h30".
    """
    heads = [head for other, head in zip(row.cells, columns.heads, strict=False) if other is cell]
    if text and any(_RANGE_END.match(fold(head)) for head in heads):
        return f"đến {text}"
    if _BARE_NUMBERS.fullmatch(text) is None:
        return text
    if any(role_of(head) is Role.WEEK for head in heads):
        return f"Tuần {text}"
    is_range = re.search(r"[-–]", text) is not None  # a page may cut "13h00" behind "13"
    is_hour = is_range and any(fold(head).startswith("gio") for head in heads)
    return f"{text}h" if is_hour else text


def is_repeated_head(row: Row, columns: Columns) -> bool:
    """Return whether a row repeats the head of the table."""
    texts = tuple(" ".join(cell.text.split()) for cell in row.cells)
    if texts == columns.heads:
        return True
    head = read_column_heads(row)
    return head is not None and (row.heading or head.roles == columns.roles)
