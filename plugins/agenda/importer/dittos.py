"""Cells that say "as above": "nt", "-nt-", "//"."""

import re
from dataclasses import replace

from agenda.importer.columns import TIMES, Columns
from agenda.importer.document import Cell, Row
from agenda.importer.remarks import Remarks

_DITTO = re.compile(
    r"""[-–—.\s]*(?:n\s?/?\s?t|như\s+trên|nhu\s+tren|/\s?/|["“”″〃]|'')[-–—.\s]*""", re.IGNORECASE
)


class Dittos:
    """Knows the last cell of each column that says something of its own."""

    def __init__(self, columns: Columns, remarks: Remarks) -> None:
        self._columns, self._remarks = columns, remarks
        self._above: dict[int, Cell] = {}

    def resolve(self, row: Row) -> Row:
        """The row with the cells above in place of those that refer to them."""
        cells = list(row.cells)
        for place, (cell, role) in enumerate(zip(row.cells, self._columns.roles, strict=False)):
            text = cell.text.strip()
            if role in TIMES or not text:
                continue
            if _DITTO.fullmatch(text) is None:
                self._above[place] = cell
            elif place in self._above:
                cells[place] = self._same(self._above[place], row, text)
        return replace(row, cells=tuple(cells))

    def _same(self, above: Cell, row: Row, printed: str) -> Cell:
        """A cell of its own with the text of the one above: a merged one would mean more."""
        self._remarks.understand(printed)
        self._remarks.infer("ditto", row.place, f'"{printed}" là như hàng trên', above.text)
        return replace(above, place=row.place)

