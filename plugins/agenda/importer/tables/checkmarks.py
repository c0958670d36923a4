"""Read columns of checkmarks, whose heads name the leaders or units that take part."""

import re
from collections.abc import Sequence
from dataclasses import replace

from agenda.importer.datamodel.document import Cell, Row
from agenda.importer.lexicon.columns.roles import Role
from agenda.importer.tables.columns import Columns, names_leaders, names_unit

CHECKMARK = re.compile(r"[xX+vV✓✔√☑☒✗●•*■]")


def resolve_checkmarks(columns: Columns, rows: Sequence[Row]) -> Columns:
    """Give columns of checkmarks the role that their head implies: leader or unit."""
    roles = list(columns.roles)
    for column, (role, head) in enumerate(zip(columns.roles, columns.heads, strict=True)):
        texts = [text for row in rows if (text := row.cells[column].text.strip())]
        if not texts or not head or not all(map(CHECKMARK.fullmatch, texts)):
            continue
        if role is Role.LEADER or names_leaders(head):
            roles[column] = Role.CHECKED_LEADER
        elif role in (Role.PREPARER, Role.OTHER) and names_unit(head):
            roles[column] = Role.CHECKED_UNIT
    return replace(columns, roles=tuple(roles))


def checked_heads(row: Row, columns: Columns, cells: Sequence[Cell]) -> str:
    """Return the heads of the columns in which the given cells of a row have a checkmark."""
    marked = {id(cell) for cell in cells if CHECKMARK.fullmatch(cell.text.strip())}
    heads = zip(row.cells, columns.heads, strict=False)
    return "; ".join(dict.fromkeys(head for cell, head in heads if id(cell) in marked))
