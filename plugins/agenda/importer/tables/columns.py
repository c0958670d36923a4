"""Recognise the columns of a schedule by their heads, independently of their order."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from agenda.importer.datamodel.document import Cell, Row
from agenda.importer.lexicon.columns.roles import (
    CONTENTS,
    HALVES,
    MAX_HEAD_LENGTH,
    TIMES,
    Role,
    is_misread_head,
    role_of,
)
from agenda.vietnam.text import fold

MIN_LEADERS = 2
"""The fewest leaders with a column of their own."""

_LEADERS = re.compile(
    r"[đð]\s?/\s?c\b|đồng chí|\bP?G[ĐD]\b|\bPCT\b|\bCT\b|giám đốc|lãnh đạo|chủ tịch|\bBGĐ\b|"
    r"\bthường trực\b|\bthường vụ\b|\bbí thư\b|\bPBT\b|\bBTV\b|hiệu trưởng|\bPHT\b|\bBGH\b|"
    r"viện trưởng|cục trưởng|chánh |trưởng (?:ban|phòng|khoa)",
    re.IGNORECASE,
)
_UNITS = re.compile(
    r"^(?:các\s+)?(?:phòng|văn phòng|vp|p\.|ban|trung tâm|tt|chi cục|sở|thanh tra|tổ|hội|đảng|"
    r"ủy ban|ubnd|công đoàn|đoàn|khoa|bộ phận|viện|trường|thành viên)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The role and the printed head of each column of the grid.

    `halves` are the half-days that span several columns with roles of their own, by column.
    `doubted` are the heads of the columns whose role is not certain.
    """

    roles: tuple[Role, ...]
    heads: tuple[str, ...]
    halves: tuple[Role | None, ...] = ()
    doubted: frozenset[str] = frozenset()

    def first(self, *roles: Role) -> int | None:
        """Return the first column with one of the roles, or None."""
        return next((column for column, role in enumerate(self.roles) if role in roles), None)

    @property
    def is_roster(self) -> bool:
        """Return whether no column holds items: the title says what happens on each day."""
        return not self.has(*CONTENTS)

    def has(self, *roles: Role) -> bool:
        """Return whether a column has one of the roles."""
        return self.first(*roles) is not None


def find_column_heads(rows: Sequence[Row]) -> tuple[int, int, Columns] | None:
    """Return the first row and the end of the head of a schedule, and its columns; or None."""
    for number, row in enumerate(rows):
        columns = read_column_heads(row)
        if columns is None:
            continue
        end = number + 1
        while end < len(rows) and _continues_heads(rows[end - 1], rows[end]):
            columns = _refined(columns, rows[end])
            end += 1
        return number, end, columns
    return None


def read_column_heads(row: Row) -> Columns | None:
    """Return the columns of the head of a schedule; None for any other row."""
    if not row.cells or len({id(cell) for cell in row.cells}) < 2:
        return None
    heads = tuple(" ".join(cell.text.split()) for cell in row.cells)
    roles = tuple(map(role_of, heads))
    printed = [column for column, head in enumerate(heads) if head]
    if Role.CONTENT not in roles and (by_leader := _leader_columns(heads, roles)) is not None:
        roles = by_leader
    if not any(role in TIMES for role in roles):
        roles = tuple(Role.WHEN if role is Role.WEEK else role for role in roles)
    known = {role for role in roles if role is not None}
    unknown = [heads[column] for column in printed if roles[column] is None]
    if any(len(head) > MAX_HEAD_LENGTH for head in unknown) or len(unknown) * 2 > len(printed):
        return None
    has_days = known.intersection((*TIMES, Role.NUMBER))
    if not (known.intersection(CONTENTS) and has_days) and not _is_roster(known):
        return None
    return Columns(
        roles=tuple(role or Role.OTHER for role in roles),
        heads=heads,
        doubted=frozenset(filter(is_misread_head, heads)),
    )


def _is_roster(roles: Collection[Role]) -> bool:
    """Return whether the columns are those of a roster: days, and who is on duty or the month."""
    return Role.WHEN in roles and not {Role.LEADER, Role.MONTH}.isdisjoint(roles)


def _leader_columns(
    heads: Sequence[str], roles: Sequence[Role | None]
) -> tuple[Role | None, ...] | None:
    """Return the roles of a table that has a column for each leader; else None."""
    leaders = {
        column
        for column, head in enumerate(heads)
        if roles[column] in (Role.LEADER, None)
        and _LEADERS.search(head)
        and len(head) < MAX_HEAD_LENGTH
    }
    if len({heads[column] for column in leaders}) < MIN_LEADERS:
        return None
    return tuple(Role.PERSON if column in leaders else role for column, role in enumerate(roles))


def _continues_heads(above: Row, row: Row) -> bool:
    """Return whether a row continues the head above: as its second row, or by numbering it."""
    shared = {id(cell) for cell in above.cells} & {id(cell) for cell in row.cells}
    own_cells = [cell for cell in row.cells if id(cell) not in shared]
    if not shared:
        numbers = [re.sub(r"[()\s]", "", cell.text) for cell in row.cells]
        return numbers == [str(number + 1) for number in range(len(numbers))]
    spanned = {id(cell) for cell in above.cells if sum(other is cell for other in above.cells) > 1}
    cells_below = [
        cell
        for cell, over in zip(row.cells, above.cells, strict=False)
        if id(over) in spanned and id(cell) not in shared
    ]
    return any(cell.text.strip() for cell in own_cells) and all(
        not cell.text.strip()
        or role_of(cell.text) is not None
        or (any(cell is each for each in cells_below) and len(cell.text) < MAX_HEAD_LENGTH)
        for cell in own_cells
    )


def _refined(columns: Columns, row: Row) -> Columns:
    """Return the columns with the heads of a further row."""
    roles, heads = list(columns.roles), list(columns.heads)
    halves = list(columns.halves or [None] * len(roles))
    for column, cell in enumerate(row.cells):
        text = " ".join(cell.text.split())
        role = role_of(text)
        if text and text != heads[column]:
            if roles[column] in HALVES and role is not None:
                halves[column] = roles[column]
            roles[column] = role or roles[column]
            above = "" if names_leaders(text) else heads[column]
            heads[column] = f"{above} {text}".strip()
    half_days = tuple(halves) if len(set(halves) - {None}) > 1 else ()
    return replace(columns, roles=tuple(roles), heads=tuple(heads), halves=half_days)


def resolve_chair(columns: Columns, rows: Sequence[Row]) -> Columns:
    """Decide by the content of "Chủ trì" columns whether they name leaders or preparing units."""
    roles, doubted = list(columns.roles), set(columns.doubted)
    for column, role in enumerate(columns.roles):
        if role is Role.CHAIR:
            names = [name for text in column_texts(rows, column) for name in text.splitlines()]
            units = sum(map(names_unit, names))
            leaders = sum(names_leaders(name) or _is_person(name) for name in names)
            is_open = max(units, leaders) * 2 < len(names)
            by_unit = units > leaders or (columns.has(Role.LEADER) and units >= leaders)
            in_charge = is_open and "phu trach" in fold(columns.heads[column])
            roles[column] = Role.PREPARER if by_unit or in_charge else Role.LEADER
            if is_open:
                doubted.add(columns.heads[column])
    return replace(columns, roles=tuple(roles), doubted=frozenset(doubted))


def _is_person(name: str) -> bool:
    """Return whether a name is that of a person: "Trần Khánh", "Cô An"."""
    words = name.split()
    return len(words) > 1 and all(word[0].isupper() and not word.isupper() for word in words)


def column_texts(rows: Sequence[Row], column: int) -> Iterator[str]:
    """Return the texts of the filled cells of a column, those of merged cells once."""
    cells: dict[int, Cell] = {id(row.cells[column]): row.cells[column] for row in rows}
    return (text for cell in cells.values() if (text := cell.text.strip(" \n-–+•*")))


def names_leaders(text: str) -> bool:
    """Return whether the text names an office of leaders."""
    return _LEADERS.search(text) is not None


def names_unit(text: str) -> bool:
    """Return whether the text begins with the name of a unit."""
    return _UNITS.match(text) is not None
