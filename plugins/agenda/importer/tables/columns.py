"""Which column of a table says what, told by its head, never by its position."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from agenda.importer.datamodel.document import Cell, Row
from agenda.importer.lexicon.column_roles import (
    CONTENTS,
    HALVES,
    LONGEST_HEAD,
    TIMES,
    Role,
    role_of,
)

FEWEST_PEOPLE = 2
"""Leaders that head columns of their own."""

_NAMES = re.compile(
    r"[đð]\s?/\s?c\b|đồng chí|\bP?G[ĐD]\b|\bPCT\b|\bCT\b|giám đốc|lãnh đạo|chủ tịch|\bBGĐ\b|"
    r"\bthường trực\b|\bthường vụ\b|\bbí thư\b|\bPBT\b|\bBTV\b|hiệu trưởng|\bPHT\b|\bBGH\b|"
    r"viện trưởng|cục trưởng|chánh |trưởng (?:ban|phòng|khoa)",
    re.IGNORECASE,
)
_BODIES = re.compile(
    r"^(?:các\s+)?(?:phòng|văn phòng|vp|p\.|ban|trung tâm|tt|chi cục|sở|thanh tra|tổ|hội|đảng|"
    r"ủy ban|ubnd|công đoàn|đoàn|khoa|bộ phận|viện|trường|thành viên)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The role of each position of the grid, with the head as printed.

    `halves` are the half-days that head several columns of their own, by position.
    """

    roles: tuple[Role, ...]
    heads: tuple[str, ...]
    halves: tuple[Role | None, ...] = ()

    def first(self, *roles: Role) -> int | None:
        """The first position of one of the roles."""
        return next((place for place, role in enumerate(self.roles) if role in roles), None)

    def has(self, *roles: Role) -> bool:
        return self.first(*roles) is not None


def find_column_heads(rows: Sequence[Row]) -> tuple[int, int, Columns] | None:
    """The first row and the end of the head of an agenda's table, with its columns."""
    for number, row in enumerate(rows):
        columns = read_column_heads(row)
        if columns is None:
            continue
        end = number + 1
        while end < len(rows) and _goes_on(rows[end - 1], rows[end]):
            columns = _refined(columns, rows[end])
            end += 1
        return number, end, columns
    return None


def read_column_heads(row: Row) -> Columns | None:
    """The columns of a row that is the head of an agenda; None for any other row."""
    if not row.cells or len({id(cell) for cell in row.cells}) < 2:
        return None
    heads = tuple(" ".join(cell.text.split()) for cell in row.cells)
    roles = tuple(map(role_of, heads))
    printed = [place for place, head in enumerate(heads) if head]
    if Role.CONTENT not in roles and (by_person := _headed_by_people(heads, roles)) is not None:
        roles = by_person
    if not any(role in TIMES for role in roles):
        roles = tuple(Role.WHEN if role is Role.WEEK else role for role in roles)
    known = {role for role in roles if role is not None}
    unknown = [heads[place] for place in printed if roles[place] is None]
    if any(len(head) > LONGEST_HEAD for head in unknown) or len(unknown) * 2 > len(printed):
        return None
    if not known.intersection(CONTENTS) or not known.intersection((*TIMES, Role.NUMBER)):
        return None
    return Columns(roles=tuple(role or Role.OTHER for role in roles), heads=heads)


def _headed_by_people(
    heads: Sequence[str], roles: Sequence[Role | None]
) -> tuple[Role | None, ...] | None:
    """The roles of a table that has a column for each leader, with what they do in it."""
    leaders = {
        place
        for place, head in enumerate(heads)
        if roles[place] in (Role.LEADER, None) and _NAMES.search(head) and len(head) < LONGEST_HEAD
    }
    if len({heads[place] for place in leaders}) < FEWEST_PEOPLE:
        return None
    return tuple(Role.PERSON if place in leaders else role for place, role in enumerate(roles))


def _goes_on(above: Row, row: Row) -> bool:
    """Whether a head has a second row: one of its cells reaches into it, or it heads parts."""
    shared = {id(cell) for cell in above.cells} & {id(cell) for cell in row.cells}
    own = [cell for cell in row.cells if id(cell) not in shared]
    if not shared:
        numbers = [re.sub(r"[()\s]", "", cell.text) for cell in row.cells]
        return numbers == [str(number + 1) for number in range(len(numbers))]
    spanned = {id(cell) for cell in above.cells if sum(other is cell for other in above.cells) > 1}
    under = [
        cell
        for cell, over in zip(row.cells, above.cells, strict=False)
        if id(over) in spanned and id(cell) not in shared
    ]
    return any(cell.text.strip() for cell in own) and all(
        not cell.text.strip()
        or role_of(cell.text) is not None
        or (any(cell is each for each in under) and len(cell.text) < LONGEST_HEAD)
        for cell in own
    )


def _refined(columns: Columns, row: Row) -> Columns:
    roles, heads = list(columns.roles), list(columns.heads)
    halves = list(columns.halves or [None] * len(roles))
    for place, cell in enumerate(row.cells):
        text = " ".join(cell.text.split())
        role = role_of(text)
        if text and text != heads[place]:
            if roles[place] in HALVES and role is not None:
                halves[place] = roles[place]
            roles[place] = role or roles[place]
            above = "" if names_leaders(text) else heads[place]
            heads[place] = f"{above} {text}".strip()
    parted = tuple(halves) if len(set(halves) - {None}) > 1 else ()
    return Columns(roles=tuple(roles), heads=tuple(heads), halves=parted)


def resolve_chair(columns: Columns, rows: Sequence[Row]) -> Columns:
    """Say of "Chủ trì" whether it names leaders or the units that prepare, by what it holds."""
    roles = list(columns.roles)
    for place, role in enumerate(columns.roles):
        if role is Role.CHAIR:
            texts = list(column_texts(rows, place))
            bodies = sum(bool(_BODIES.match(text)) for text in texts)
            leaders = sum(bool(_NAMES.search(text)) for text in texts)
            by_unit = bodies > leaders or (columns.has(Role.LEADER) and bodies >= leaders)
            roles[place] = Role.PREPARER if by_unit else Role.LEADER
    return replace(columns, roles=tuple(roles))


def column_texts(rows: Sequence[Row], place: int) -> Iterator[str]:
    """The filled cells of a column, each once."""
    cells: dict[int, Cell] = {id(row.cells[place]): row.cells[place] for row in rows}
    return (text for cell in cells.values() if (text := cell.text.strip(" \n-–+•*")))


def names_leaders(text: str) -> bool:
    return _NAMES.search(text) is not None


def names_unit(text: str) -> bool:
    return _BODIES.match(text) is not None
