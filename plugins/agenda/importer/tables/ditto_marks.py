"""Resolve ditto marks: "nt", "-nt-", "//"."""

import re
from dataclasses import replace

from agenda.importer.datamodel.diagnostics import Diagnostic, Diagnostics
from agenda.importer.datamodel.document import Cell, Row
from agenda.importer.lexicon.columns.roles import CONTENTS, TIMES
from agenda.importer.tables.columns import Columns

_DITTO = re.compile(
    r"""[-–—.\s]*(?:n\s?/?\s?t|như\s+trên|nhu\s+tren|/\s?/|["“”″〃]|'')[-–—.\s]*""", re.IGNORECASE
)


class DittoMarks:
    """The last cell of each column with a text of its own."""

    def __init__(self, columns: Columns, diagnostics: Diagnostics) -> None:
        self._columns, self._remarks = columns, diagnostics
        self._above: dict[int, Cell] = {}

    def resolve(self, row: Row) -> tuple[Row, list[Diagnostic]]:
        """Return the row with ditto marks replaced by the cells above, and the doubts about it.

        A ditto mark for an item is doubted: it may mean the item of another half-day.
        """
        cells = list(row.cells)
        doubts: list[Diagnostic] = []
        for column, (cell, role) in enumerate(zip(row.cells, self._columns.roles, strict=False)):
            text = cell.text.strip()
            if role in TIMES or not text:
                continue
            if _DITTO.fullmatch(text) is None:
                self._above[column] = cell
            elif (above := self._above.get(column)) is not None:
                # A copy, because the same object would mean a merged cell.
                cells[column] = replace(above, place=row.place)
                self._remarks.consume(text)
                message = f'"{text}" được đọc là như hàng trên'
                if role in CONTENTS:
                    doubts.append(self._remarks.doubt("ditto", row.place, message, above.text))
                else:
                    self._remarks.infer("ditto", row.place, message, above.text)
        return replace(row, cells=tuple(cells)), doubts
