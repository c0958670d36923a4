"""Place the cells of a .docx table on the table's grid."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from agenda.importer.backends.docx.lists import int_of
from agenda.importer.backends.docx.package import Element, W
from agenda.importer.backends.docx.styles import OFF, value_of
from agenda.importer.backends.docx.xml import elements, local
from agenda.importer.datamodel.refusal import ImportRefused

MAX_COLUMNS = 200
"""Word allows 63."""
MAX_ROWS = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class GridCell:
    """The columns that a cell of a row covers; `goes_on` if it continues the cell above.

    `element` is None for a position that the row leaves out.
    """

    element: Element | None
    start: int
    width: int
    goes_on: bool = False
    covered: tuple[Element, ...] = ()
    """The cells to the right that a merge covers."""


def rows_of(table: Element) -> list[Element]:
    rows = list(descend(table, "tr"))
    if len(rows) > MAX_ROWS:
        raise ImportRefused(
            f"một bảng có {len(rows)} hàng, nhiều hơn mức {MAX_ROWS} cho phép",
            "hãy chép riêng chương trình công tác sang một tệp mới",
        )
    return rows


def slots_of(row: Element) -> tuple[GridCell, ...]:
    """Return the cells of a row from the left, with the positions left out at either side."""
    properties = row.find(f"{W}trPr")
    slots = list[GridCell]()
    at = int_of(value_of(properties, "gridBefore"), 0)
    if at > 0:
        slots.append(GridCell(element=None, start=0, width=at))
    at = max(at, 0)
    for element in descend(row, "tc"):
        cell = element.find(f"{W}tcPr")
        width = max(1, int_of(value_of(cell, "gridSpan"), 1))
        if slots and continues(cell, "hMerge"):
            before = slots[-1]
            covered = (*before.covered, element)
            slots[-1] = replace(before, width=before.width + width, covered=covered)
        else:
            slots.append(
                GridCell(element=element, start=at, width=width, goes_on=continues(cell, "vMerge"))
            )
        at += width
    after = int_of(value_of(properties, "gridAfter"), 0)
    if after > 0:
        slots.append(GridCell(element=None, start=at, width=after))
    if at + max(after, 0) > MAX_COLUMNS:
        raise ImportRefused(
            f"một bảng có hơn {MAX_COLUMNS} cột",
            "hãy chép riêng chương trình công tác sang một tệp mới",
        )
    return tuple(slots)


def is_repeated_head(row: Element) -> bool:
    head = row.find(f"{W}trPr/{W}tblHeader")
    return head is not None and head.get(f"{W}val") not in OFF


def continues(cell: Element | None, merge: str) -> bool:
    """Tell whether a cell continues a merge of this kind; the first cell says "restart"."""
    found = None if cell is None else cell.find(f"{W}{merge}")
    return found is not None and found.get(f"{W}val", "continue") != "restart"


def descend(parent: Element, name: str) -> Iterator[Element]:
    """Yield the children of this name, also those inside content controls and custom XML."""
    for child in elements(parent):
        found = local(child)
        if found == name:
            yield child
        elif found in {"sdt", "sdtContent", "customXml", "ins", "moveTo"}:
            yield from descend(child, name)
