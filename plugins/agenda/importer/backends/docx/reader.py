"""Read a .docx into a `Document`: the blocks of its body in order, all else as asides."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from agenda.importer.backends.docx.grid import GridCell, is_repeated_head, rows_of, slots_of
from agenda.importer.backends.docx.lists import Lists
from agenda.importer.backends.docx.package import Element, Package, W
from agenda.importer.backends.docx.story import CHANGES_ACCEPTED, DELETED, Story
from agenda.importer.backends.docx.styles import Styles, value_of
from agenda.importer.backends.docx.xml import (
    WRAPPERS,
    all_text,
    chosen_alternative,
    elements,
    local,
)
from agenda.importer.backends.text.encodings import encodings_of
from agenda.importer.backends.text.pieces import LineBuilder
from agenda.importer.datamodel.document import (
    PAGE_HEADER,
    Aside,
    BlockLocation,
    Cell,
    Document,
    Paragraph,
    Row,
    Table,
)
from agenda.importer.datamodel.refusal import ImportRefused

PAGE_NUMBER = re.compile(
    r"[\s\-–—_.|]*(?:(?:trang|page)\s*)?\d*\s*(?:[/|]\s*\d+)?[\s\-–—_.|]*", re.I
)

COVERED = "chữ bị ô gộp che"
MACROS = "Tệp có macro; macro không được chạy, chỉ chữ được đọc."
NESTED = "Có bảng lồng trong ô; các ô của bảng lồng được đọc lần lượt như các đoạn của ô ngoài."


def read_word(content: bytes, progress: Callable[[str], None] = lambda _: None) -> Document:
    """Return the document in the bytes of a .docx; raise `ImportRefused` if it is unreadable."""
    line_builder = LineBuilder()
    document = read_with(line_builder, content, progress)
    encodings = encodings_of({font: " ".join(texts) for font, texts in line_builder.texts.items()})
    if encodings:
        progress("Đang chuyển phông chữ cũ sang Unicode …")
        return read_with(LineBuilder(encodings=encodings), content, progress)
    return document


def read_with(
    line_builder: LineBuilder, content: bytes, progress: Callable[[str], None]
) -> Document:
    package = Package.open(content)
    main = package.main_part()
    root = package.part(main)
    body = None if root is None else root.find(f"{W}body")
    if root is None or body is None:
        raise ImportRefused(
            "tệp không phải văn bản Word", "hãy chọn tệp .docx, .pdf, .doc, .odt hoặc .rtf"
        )
    parts: dict[str, list[str]] = {}
    for _, kind, name in package.related(main):
        parts.setdefault(kind, []).append(name)

    def parts_of(kind: str) -> Iterator[Element]:
        found = (package.part(name) for name in parts.get(kind, ()))
        return (each for each in found if each is not None)

    def first(kind: str) -> Element | None:
        return next(parts_of(kind), None)

    styles = Styles.read(first("styles"))
    texts = {
        kind: texts_by_id(first(f"{kind}s"), kind) for kind in ("footnote", "endnote", "comment")
    }
    story = Story(
        styles=styles,
        lists=Lists.read(first("numbering"), styles),
        line_builder=line_builder,
        noted=lambda kind, identifier: texts[kind].get(identifier, ""),
    )
    blocks = tuple(Body(story=story, progress=progress).blocks(body))
    if story.pictures and not any(has_text(block) for block in blocks):
        raise ImportRefused(
            "tệp Word chỉ có hình ảnh, không có chữ (văn bản quét)",
            "hãy xin tệp Word gốc, hoặc nhận dạng chữ (OCR) rồi thử lại",
        )
    marginal = [
        Aside(kind=kind, text=line_builder.loose(text))
        for kind, source in ((PAGE_HEADER, "header"), ("chân trang", "footer"))
        for text in dict.fromkeys(map(all_text, parts_of(source)))
        if not PAGE_NUMBER.fullmatch(text)
    ]
    if story.pictures:
        marginal.append(Aside(kind="hình ảnh", text=f"{story.pictures} hình không đọc được chữ"))
    for name in parts.get("aFChunk", ()):
        marginal.append(Aside(kind="phần nhúng", text=f"{name} không đọc được"))
    if any(name.endswith("vbaProject.bin") for name in package.names):
        story.notes[MACROS] = None
    return Document(
        blocks=blocks,
        asides=(*story.asides, *marginal),
        notes=(*story.notes, *line_builder.notes),
    )


@dataclass(slots=True)
class Body:
    """The blocks of the body, read in document order; tables are numbered in that order."""

    story: Story
    progress: Callable[[str], None]
    tables: int = 0

    def blocks(self, parent: Element) -> Iterator[Paragraph | Table]:
        yield from self._blocks(parent)
        if rest := self.story.unended(BlockLocation()):
            yield rest

    def _blocks(self, parent: Element) -> Iterator[Paragraph | Table]:
        for child in elements(parent):
            name = local(child)
            if name == "p":
                if paragraph := self.story.paragraph(child, BlockLocation()):
                    yield paragraph
            elif name == "tbl":
                if rest := self.story.unended(BlockLocation()):
                    yield rest
                rows = self._accepted_rows(rows_of(child), None)
                if (frame := sole_cell_around_tables(rows)) is not None:
                    yield from self._blocks(frame)
                elif rows:
                    yield self._table(child, rows)
            elif name in WRAPPERS:
                yield from self._blocks(child)
            elif name == "AlternateContent":
                yield from self._blocks(chosen_alternative(child))

    def _accepted_rows(self, rows: list[Element], outer: BlockLocation | None) -> list[Element]:
        """Return the rows that no tracked change deletes; `outer` locates the outer table."""
        accepted = list[Element]()
        for row in rows:
            if row.find(f"{W}trPr/{W}del") is None:
                accepted.append(row)
            else:
                self.story.notes[CHANGES_ACCEPTED] = None
                place = outer or BlockLocation(table=self.tables + 1, row=len(accepted) + 1)
                self.story.aside(DELETED, all_text(row), place)
        return accepted

    def _table(self, element: Element, rows: list[Element]) -> Table:
        self.tables += 1
        self.progress(f"Đang đọc bảng {self.tables} ({len(rows)} hàng) …")
        style = value_of(element.find(f"{W}tblPr"), "tblStyle")
        layout = [slots_of(row) for row in rows]
        width = max((slots[-1].start + slots[-1].width for slots in layout if slots), default=1)
        grid = list[Row]()
        heads = True
        for number, (row, slots) in enumerate(zip(rows, layout, strict=True), start=1):
            heads = heads and is_repeated_head(row)
            place = BlockLocation(table=self.tables, row=number)
            above = grid[-1].cells if grid else ()
            cells = self._cells(slots, above, width, place, style)
            grid.append(Row(cells=cells, place=place, heading=heads))
        return Table(rows=tuple(grid), place=BlockLocation(table=self.tables))

    def _cells(
        self,
        slots: tuple[GridCell, ...],
        above: tuple[Cell, ...],
        width: int,
        place: BlockLocation,
        style: str,
    ) -> tuple[Cell, ...]:
        cells = list[Cell]()
        for slot in slots:
            goes_on = slot.goes_on and bool(above)
            self._cover(slot, goes_on, place)
            if goes_on:
                cells.extend([above[slot.start]] * slot.width)
            else:
                cells.extend([self._cell(slot.element, place, style)] * slot.width)
        if len(cells) < width:
            cells.extend([self._cell(None, place, style)] * (width - len(cells)))
        return tuple(cells)

    def _cover(self, slot: GridCell, goes_on: bool, place: BlockLocation) -> None:
        """Record the text of cells covered by a merge as an aside; Word does not print it."""
        for each in (slot.element, *slot.covered) if goes_on else slot.covered:
            self.story.aside(COVERED, "" if each is None else all_text(each), place)

    def _cell(self, element: Element | None, place: BlockLocation, style: str) -> Cell:
        found = () if element is None else tuple(self._paragraphs(element, place, style))
        rest = self.story.unended(place)
        found = (*found, rest) if rest else found
        return Cell(paragraphs=found or (self.story.blank(place),), place=place)

    def _paragraphs(self, parent: Element, place: BlockLocation, style: str) -> Iterator[Paragraph]:
        for child in elements(parent):
            name = local(child)
            if name == "p":
                if paragraph := self.story.paragraph(child, place, style):
                    yield paragraph
            elif name == "tbl":
                self.story.notes[NESTED] = None
                for number, row in enumerate(self._accepted_rows(rows_of(child), place)):
                    for slot in slots_of(row):
                        goes_on = slot.goes_on and number > 0
                        self._cover(slot, goes_on, place)
                        if slot.element is not None and not goes_on:
                            yield from self._paragraphs(slot.element, place, style)
            elif name in WRAPPERS:
                yield from self._paragraphs(child, place, style)
            elif name == "AlternateContent":
                yield from self._paragraphs(chosen_alternative(child), place, style)


def sole_cell_around_tables(rows: list[Element]) -> Element | None:
    """Return the only cell of a table that just frames other tables; None for other tables."""
    slots = slots_of(rows[0]) if len(rows) == 1 else ()
    cell = slots[0].element if len(slots) == 1 and not slots[0].covered else None
    return cell if cell is not None and cell.find(f"{W}tbl") is not None else None


def texts_by_id(root: Element | None, kind: str) -> dict[str, str]:
    """Return the text of each footnote, endnote or comment by its identifier."""
    found = () if root is None else root.iterfind(f"{W}{kind}")
    return {each.get(f"{W}id", ""): all_text(each) for each in found}


def has_text(block: Paragraph | Table) -> bool:
    match block:
        case Paragraph():
            return bool(block.text.strip())
        case Table():
            return any(cell.text.strip() for row in block.rows for cell in row.cells)
