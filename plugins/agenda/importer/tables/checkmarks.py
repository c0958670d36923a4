"""Columns that a leader or a unit heads and that only bear marks: who takes part, by an "x"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from agenda.importer.datamodel.document import Cell, Row
from agenda.importer.lexicon.column_roles import Role
from agenda.importer.tables.columns import Columns, names_leaders, names_unit

TICK = re.compile(r"[xX+vV✓✔√☑☒✗●•*■]")


def resolve_checkmarks(columns: Columns, rows: Sequence[Row]) -> Columns:
    """Say of each column whether marks in it mean that whoever heads it leads or prepares."""
    roles = list(columns.roles)
    for place, (role, head) in enumerate(zip(columns.roles, columns.heads, strict=True)):
        texts = [text for row in rows if (text := row.cells[place].text.strip())]
        if not texts or not head or not all(map(TICK.fullmatch, texts)):
            continue
        if role is Role.LEADER or names_leaders(head):
            roles[place] = Role.CHECKED_LEADER
        elif role in (Role.PREPARER, Role.OTHER) and names_unit(head):
            roles[place] = Role.CHECKED_UNIT
    return replace(columns, roles=tuple(roles))


def checked_heads(row: Row, columns: Columns, cells: Sequence[Cell]) -> str:
    """Who heads the columns of those cells of a row that bear a mark."""
    marked = {id(cell) for cell in cells if TICK.fullmatch(cell.text.strip())}
    heads = zip(row.cells, columns.heads, strict=False)
    return "; ".join(dict.fromkeys(head for cell, head in heads if id(cell) in marked))
