"""Cells that say "as above": "nt", "-nt-", "//"."""

import re
from dataclasses import replace

from agenda.importer.datamodel.diagnostics import Diagnostic, Diagnostics
from agenda.importer.datamodel.document import Cell, Row
from agenda.importer.lexicon.column_roles import CONTENTS, TIMES
from agenda.importer.tables.columns import Columns

_DITTO = re.compile(
    r"""[-–—.\s]*(?:n\s?/?\s?t|như\s+trên|nhu\s+tren|/\s?/|["“”″〃]|'')[-–—.\s]*""", re.IGNORECASE
)


class DittoMarks:
    """Knows the last cell of each column that says something of its own."""

    def __init__(self, columns: Columns, diagnostics: Diagnostics) -> None:
        self._columns, self._remarks = columns, diagnostics
        self._above: dict[int, Cell] = {}

    def resolve(self, row: Row) -> tuple[Row, list[Diagnostic]]:
        """The row with the cells above in place of those that refer to them, and what is doubted.

        Of appointments it is doubted: the one meant may also be that of the half-day before.
        """
        cells = list(row.cells)
        doubts: list[Diagnostic] = []
        for place, (cell, role) in enumerate(zip(row.cells, self._columns.roles, strict=False)):
            text = cell.text.strip()
            if role in TIMES or not text:
                continue
            if _DITTO.fullmatch(text) is None:
                self._above[place] = cell
            elif (above := self._above.get(place)) is not None:
                # A cell of its own: a merged one would mean more.
                cells[place] = replace(above, place=row.place)
                self._remarks.consume(text)
                message = f'"{text}" được đọc là như hàng trên'
                if role in CONTENTS:
                    doubts.append(self._remarks.doubt("ditto", row.place, message, above.text))
                else:
                    self._remarks.infer("ditto", row.place, message, above.text)
        return replace(row, cells=tuple(cells)), doubts
