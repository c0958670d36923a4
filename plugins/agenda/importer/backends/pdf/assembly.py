"""Assemble the pages of a PDF into one document; paragraphs and tables may span pages."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from agenda.importer.backends.pdf.columns import (
    TextBlock,
    merge_text_blocks,
    table_of,
    text_blocks_of,
)
from agenda.importer.backends.pdf.joining import join
from agenda.importer.backends.pdf.line_state import begins_surely
from agenda.importer.backends.pdf.lines import VisualLine, lines_of
from agenda.importer.backends.pdf.pages import Box, PdfPage
from agenda.importer.backends.pdf.tables import (
    TableFragment,
    chars_in,
    may_continue,
    read_table_fragment,
)
from agenda.importer.backends.pdf.text_area import TextArea, find_justification
from agenda.importer.backends.pdf.wrapping import author_lines
from agenda.importer.backends.text.pieces import LineBuilder
from agenda.importer.datamodel.document import (
    PAGE_HEADER,
    STRUCK,
    Aside,
    BlockLocation,
    Document,
    Paragraph,
    Table,
)
from agenda.importer.datamodel.line_cues import LineCues
from agenda.vietnam.text import ends_sentence

NUMBER = re.compile(
    r"[\s\-–—|]*(?:(?:trang|page)\s*)?(\d{1,4})(?:\s*[/|]\s*\d{1,4})?[\s\-–—|]*", re.I
)

PageItem = VisualLine | TextBlock | TableFragment
LinesByPage = Mapping[int, list[VisualLine]]
"""The lines outside ruled tables, by page number."""


def assemble(pages: Sequence[PdfPage], cues: LineCues) -> Document:
    """Return the document that the pages form, in page order."""
    outside_lines = {page.number: find_outside_lines(page) for page in pages}
    return Assembly(
        cues=cues,
        outside_lines=outside_lines,
        running_heads=find_running_heads(pages, outside_lines, cues),
        page_number_offsets=find_page_number_offsets(pages, outside_lines),
    ).document(pages)


def find_running_heads(
    pages: Sequence[PdfPage], outside_lines: LinesByPage, cues: LineCues
) -> frozenset[tuple[int, str]]:
    """Return the keys of running heads and feet: lines at one height of at least half of the pages.

    Digits do not count, as they may be page numbers.
    """
    counts = Counter(
        key
        for page in pages
        for key in {
            running_head_key(line)
            for line in outside_lines[page.number]
            if is_at_edge(line, page) and not is_body_text(line.text, cues)
        }
    )
    return frozenset(key for key, times in counts.items() if times >= majority_of(pages))


def find_page_number_offsets(
    pages: Sequence[PdfPage], outside_lines: LinesByPage
) -> frozenset[int]:
    """Return by how much printed page numbers exceed the numbers of their pages.

    The set has 0 and the offsets of most pages. Any other number belongs to the text, as "2021"
    does behind "năm".
    """
    offsets = Counter(each for page in pages for each in set(offsets_at_edges(page, outside_lines)))
    return frozenset({0, *(each for each, times in offsets.items() if times >= majority_of(pages))})


def offsets_at_edges(page: PdfPage, outside_lines: LinesByPage) -> Iterator[int]:
    """Yield by how much each lone number at the edge of a page exceeds the page's number."""
    for line in outside_lines[page.number]:
        if is_near_edge(line, page) and (number := NUMBER.fullmatch(line.text)):
            yield int(number[1]) - page.number


def majority_of(pages: Sequence[PdfPage]) -> int:
    """Return on how many pages a line must stand to be on most: half of them, at least two."""
    return max(2, (len(pages) + 1) // 2)


def is_body_text(text: str, cues: LineCues) -> bool:
    """Tell whether a line at a page's edge is text: a sentence, a list item or a number."""
    ended = ends_sentence(text) or text[:1].islower()
    return ended or begins_surely(text, cues) or NUMBER.fullmatch(text) is not None


def is_near_edge(line: VisualLine, page: PdfPage) -> bool:
    return line.bottom < 0.12 * page.height or line.top > 0.88 * page.height


def running_head_key(line: VisualLine) -> tuple[int, str]:
    return round(line.top / 6), re.sub(r"\d+", "#", line.text)


def is_at_edge(line: VisualLine, page: PdfPage) -> bool:
    return line.bottom < 0.08 * page.height or line.top > 0.92 * page.height


def find_outside_lines(page: PdfPage) -> list[VisualLine]:
    """Return the lines of a page outside its ruled tables."""
    cells = [cell for table in page.tables for cell in table.cells]
    inside = {id(char) for _, found in chars_in(cells, page.chars) for char in found}
    return lines_of((each for each in page.chars if id(each) not in inside), page.number)


def split_footnotes(
    page: PdfPage, lines: list[VisualLine]
) -> tuple[list[VisualLine], list[VisualLine]]:
    """Split lines into the body and the footnotes: small print below a short rule at the left."""
    left = min((line.x0 for line in lines), default=0.0)
    body = median([char.size for char in page.chars] or [0.0])
    for rule in page.rules:
        short = 50 < rule.x1 - rule.x0 < 0.4 * page.width and abs(rule.x0 - left) < 6
        below = [line for line in lines if line.top >= rule.bottom - 2]
        small = below and max(line.size for line in below) < body - 0.7
        tables_end = max((cell.bottom for t in page.tables for cell in t.cells), default=0.0)
        if short and small and rule.top > max(page.height / 2, tables_end):
            return [line for line in lines if line.top < rule.bottom - 2], below
    return lines, []


@dataclass(slots=True)
class Assembly:
    """The state of the assembly: the asides and the number of tables found so far.

    `outside_lines` has the lines outside ruled tables by page. `running_heads` are the keys
    of running heads and feet.
    """

    cues: LineCues
    outside_lines: LinesByPage
    running_heads: frozenset[tuple[int, str]]
    page_number_offsets: frozenset[int]
    line_builder: LineBuilder = field(default_factory=LineBuilder)
    asides: list[Aside] = field(default_factory=list)
    tables: int = 0

    def document(self, pages: Sequence[PdfPage]) -> Document:
        items = list[list[PageItem]]()
        for page in pages:
            match items[-1:]:
                case [[*_, TextBlock() as text_block]] if (
                    text_block.is_table(self.cues) or text_block.is_continuation
                ):
                    items.append(self._page_items(page, before=text_block))
                case _:
                    items.append(self._page_items(page))
        ends = [edges_of(each) for page in items for each in page]
        text_area = TextArea(
            left=min((left for left, _ in ends), default=0.0),
            right=max((right for _, right in ends), default=0.0) + 1.5,
            justification=find_justification(
                each for page in items for each in page if isinstance(each, VisualLine)
            ),
        )
        blocks = list[Paragraph | Table]()
        for group in group_over_pages(items):
            match group[0]:
                case VisualLine():
                    found = [each for each in group if isinstance(each, VisualLine)]
                    blocks.extend(self._paragraphs(found, text_area))
                case TextBlock():
                    self.tables += 1
                    blocks.append(table_of(group[0], self.tables, self.line_builder, self.cues))
                case TableFragment():
                    self.tables += 1
                    parts = [each for each in group if isinstance(each, TableFragment)]
                    blocks.append(join(parts, self.tables, self.line_builder, self.cues))
        return Document(
            blocks=tuple(blocks), asides=tuple(self.asides), notes=tuple(self.line_builder.notes)
        )

    def _paragraphs(self, lines: list[VisualLine], text_area: TextArea) -> Iterable[Paragraph]:
        for line, first in author_lines(lines, text_area, self.line_builder, self.cues):
            yield Paragraph(lines=(line,), place=BlockLocation(page=first.page))

    def _page_items(self, page: PdfPage, before: TextBlock | None = None) -> list[PageItem]:
        """Return the content of a page from top to bottom; record its asides."""
        place = BlockLocation(page=page.number)
        body_lines = list[VisualLine]()
        for line in self.outside_lines[page.number]:
            number = NUMBER.fullmatch(line.text) if is_near_edge(line, page) else None
            if number is not None and int(number[1]) - page.number in self.page_number_offsets:
                continue
            if running_head_key(line) in self.running_heads and is_at_edge(line, page):
                kind = PAGE_HEADER if line.top < page.height / 2 else "chân trang"
                self.asides.append(Aside(kind=kind, text=line.text, place=place))
                continue
            body_lines.append(line)
        body_lines, notes = split_footnotes(page, body_lines)
        if notes:
            text = "\n".join(line.text for line in notes)
            self.asides.append(Aside(kind="chú thích cuối trang", text=text, place=place))
        if page.rotated.strip():
            self.asides.append(Aside(kind="chữ xoay", text=page.rotated.strip(), place=place))
        if struck := lines_of(page.struck, page.number):
            text = "\n".join(line.text for line in struck)
            self.asides.append(Aside(kind=STRUCK, text=text, place=place))
        if page.pictures and not body_lines and not page.tables:
            text = f"trang {page.number} chỉ có hình, không đọc được chữ"
            self.asides.append(Aside(kind="hình ảnh", text=text, place=place))
        parts = [
            (top_of(table.cells), read_table_fragment(table, page.chars, page.number))
            for table in page.tables
        ]
        found: list[tuple[float, PageItem]] = list(parts)
        for start, end in vertical_spans(sorted(top for top, _ in parts)):
            within = [line for line in body_lines if start <= line.top < end]
            continued_block = None if start > 0 else before
            found.extend(
                (top_of_item(each), each)
                for each in text_blocks_of(within, continued_block, self.cues)
            )
        found.sort(key=lambda each: each[0])
        return [each for _, each in found]


def group_over_pages(pages: Iterable[list[PageItem]]) -> list[list[PageItem]]:
    """Group items over the ends of pages: consecutive lines, and the fragments of one table."""
    groups = list[list[PageItem]]()
    for page in pages:
        for at, item in enumerate(page):
            last = groups[-1][-1] if groups else None
            match item, last:
                case VisualLine(), VisualLine():
                    groups[-1].append(item)
                case TextBlock(), TextBlock() if at == 0 and item.is_continuation:
                    groups[-1][-1] = merge_text_blocks(last, item)
                case TableFragment(), TableFragment() if at == 0 and may_continue(item, last):
                    groups[-1].append(item)
                case _:
                    groups.append([item])
    return groups


def vertical_spans(tops: list[float]) -> Iterable[tuple[float, float]]:
    """Return the vertical spans above, between and below the tables of a page."""
    bounds = [float("-inf"), *tops, float("inf")]
    return pairwise(bounds)


def top_of(cells: Iterable[Box]) -> float:
    return min(cell.top for cell in cells)


def edges_of(item: PageItem) -> tuple[float, float]:
    """Return the left and right edge of a item, in points."""
    match item:
        case VisualLine():
            return item.x0, item.x1
        case TextBlock():
            return min(line.x0 for line in item.lines), max(line.x1 for line in item.lines)
        case TableFragment():
            return item.columns[0], item.columns[-1]


def top_of_item(item: VisualLine | TextBlock) -> float:
    match item:
        case VisualLine():
            return item.top
        case TextBlock():
            return item.lines[0].top
