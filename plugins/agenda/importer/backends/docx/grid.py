"""Where the cells of a table of a .docx stand on its grid."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from agenda.importer.backends.docx.lists import int_of
from agenda.importer.backends.docx.package import Element, W
from agenda.importer.backends.docx.styles import OFF, value_of
from agenda.importer.backends.docx.xml import elements, local
from agenda.importer.datamodel.refusal import ImportRefused

MOST_COLUMNS = 200
"""Word itself stops at 63."""
MOST_ROWS = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class GridCell:
    """A cell of one row: the columns it covers, and whether it goes on from the row above.

    A slot without an element is a place that the row leaves out.
    """

    element: Element | None
    start: int
    width: int
    goes_on: bool = False
    covered: tuple[Element, ...] = ()
    """Cells at its right that a merge covers."""


def rows_of(table: Element) -> list[Element]:
    rows = list(descend(table, "tr"))
    if len(rows) > MOST_ROWS:
        raise ImportRefused(
            f"một bảng có {len(rows)} hàng, nhiều hơn mức {MOST_ROWS} cho phép",
            "hãy chép riêng chương trình công tác sang một tệp mới",
        )
    return rows


def slots_of(row: Element) -> tuple[GridCell, ...]:
    """The cells of a row from the left, with what it leaves out at either side."""
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
    if at + max(after, 0) > MOST_COLUMNS:
        raise ImportRefused(
            f"một bảng có hơn {MOST_COLUMNS} cột",
            "hãy chép riêng chương trình công tác sang một tệp mới",
        )
    return tuple(slots)


def is_repeated_head(row: Element) -> bool:
    head = row.find(f"{W}trPr/{W}tblHeader")
    return head is not None and head.get(f"{W}val") not in OFF


def continues(cell: Element | None, merge: str) -> bool:
    """Whether a merge of this kind goes on here; one that starts says so."""
    found = None if cell is None else cell.find(f"{W}{merge}")
    return found is not None and found.get(f"{W}val", "continue") != "restart"


def descend(parent: Element, name: str) -> Iterator[Element]:
    """The children of this name, content controls and custom XML around them looked through."""
    for child in elements(parent):
        found = local(child)
        if found == name:
            yield child
        elif found in {"sdt", "sdtContent", "customXml", "ins", "moveTo"}:
            yield from descend(child, name)
