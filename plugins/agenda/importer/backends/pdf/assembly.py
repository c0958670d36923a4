"""Assemble the pages of a PDF into one document; paragraphs and tables may span pages."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from agenda.importer.backends.pdf.columns import TextBlock, bands_of, joined_bands, table_of
from agenda.importer.backends.pdf.joining import join
from agenda.importer.backends.pdf.lines import VisualLine, lines_of
from agenda.importer.backends.pdf.pages import Box, PdfPage
from agenda.importer.backends.pdf.room import Room, justified
from agenda.importer.backends.pdf.signs import begins_surely
from agenda.importer.backends.pdf.tables import TableFragment, chars_in, goes_on, read_part
from agenda.importer.backends.pdf.wrapping import author_lines
from agenda.importer.backends.text.pieces import Typesetter
from agenda.importer.datamodel.document import (
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

Shown = VisualLine | TextBlock | TableFragment
Loose = Mapping[int, list[VisualLine]]
"""The lines outside ruled tables, by page number."""


def assemble(pages: Sequence[PdfPage], cues: LineCues) -> Document:
    """Return the document that the pages form, in page order."""
    loose = {page.number: outside(page) for page in pages}
    margins, counted = margins_of(pages, loose, cues), counted_from(pages, loose)
    return Assembly(cues=cues, loose=loose, margins=margins, counted=counted).document(pages)


def margins_of(
    pages: Sequence[PdfPage], loose: Loose, cues: LineCues
) -> frozenset[tuple[int, str]]:
    """Return the keys of running heads and feet: lines at one height of at least half of the pages.

    Digits do not count, as they may be page numbers.
    """
    seen = Counter(
        key
        for page in pages
        for key in {
            key_of(line)
            for line in loose[page.number]
            if at_edge(line, page) and not is_of_text(line.text, cues)
        }
    )
    return frozenset(key for key, times in seen.items() if times >= most_of(pages))


def counted_from(pages: Sequence[PdfPage], loose: Loose) -> frozenset[int]:
    """Return by how much printed page numbers exceed the numbers of their pages.

    The set has 0 and the offsets of most pages. Any other number belongs to the text, as "2021"
    does behind "năm".
    """
    ahead = Counter(each for page in pages for each in set(numbers_at_edges(page, loose)))
    return frozenset({0, *(each for each, times in ahead.items() if times >= most_of(pages))})


def numbers_at_edges(page: PdfPage, loose: Loose) -> Iterator[int]:
    """Yield by how much each lone number at the edge of a page exceeds the page's number."""
    for line in loose[page.number]:
        if near_edge(line, page) and (number := NUMBER.fullmatch(line.text)):
            yield int(number[1]) - page.number


def most_of(pages: Sequence[PdfPage]) -> int:
    """Return on how many pages a line must stand to be on most: half of them, at least two."""
    return max(2, (len(pages) + 1) // 2)


def is_of_text(text: str, cues: LineCues) -> bool:
    """Tell whether a line at a page's edge is text: a sentence, a list item or a number."""
    ended = ends_sentence(text) or text[:1].islower()
    return ended or begins_surely(text, cues) or NUMBER.fullmatch(text) is not None


def near_edge(line: VisualLine, page: PdfPage) -> bool:
    return line.bottom < 0.12 * page.height or line.top > 0.88 * page.height


def key_of(line: VisualLine) -> tuple[int, str]:
    return round(line.top / 6), re.sub(r"\d+", "#", line.text)


def at_edge(line: VisualLine, page: PdfPage) -> bool:
    return line.bottom < 0.08 * page.height or line.top > 0.92 * page.height


def outside(page: PdfPage) -> list[VisualLine]:
    """Return the lines of a page outside its ruled tables."""
    cells = [cell for table in page.tables for cell in table.cells]
    inside = {id(char) for _, found in chars_in(cells, page.chars) for char in found}
    return lines_of((each for each in page.chars if id(each) not in inside), page.number)


def part_footnotes(
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

    `loose` are the lines outside ruled tables, by page. `margins` are the keys of running heads and
    feet. `counted` are the offsets of printed page numbers.
    """

    cues: LineCues
    loose: Loose
    margins: frozenset[tuple[int, str]]
    counted: frozenset[int]
    typesetter: Typesetter = field(default_factory=Typesetter)
    asides: list[Aside] = field(default_factory=list)
    tables: int = 0

    def document(self, pages: Sequence[PdfPage]) -> Document:
        pieces = list[list[Shown]]()
        for page in pages:
            match pieces[-1:]:
                case [[*_, TextBlock() as band]] if band.is_table(self.cues) or band.goes_on:
                    pieces.append(self._pieces(page, before=band))
                case _:
                    pieces.append(self._pieces(page))
        ends = [ends_of(each) for page in pieces for each in page]
        room = Room(
            left=min((left for left, _ in ends), default=0.0),
            right=max((right for _, right in ends), default=0.0) + 1.5,
            justified=justified(
                each for page in pieces for each in page if isinstance(each, VisualLine)
            ),
        )
        blocks = list[Paragraph | Table]()
        for group in together(pieces):
            match group[0]:
                case VisualLine():
                    found = [each for each in group if isinstance(each, VisualLine)]
                    blocks.extend(self._paragraphs(found, room))
                case TextBlock():
                    self.tables += 1
                    blocks.append(table_of(group[0], self.tables, self.typesetter, self.cues))
                case TableFragment():
                    self.tables += 1
                    parts = [each for each in group if isinstance(each, TableFragment)]
                    blocks.append(join(parts, self.tables, self.typesetter, self.cues))
        return Document(
            blocks=tuple(blocks), asides=tuple(self.asides), notes=tuple(self.typesetter.notes)
        )

    def _paragraphs(self, lines: list[VisualLine], room: Room) -> Iterable[Paragraph]:
        for line, first in author_lines(lines, room, self.typesetter, self.cues):
            yield Paragraph(lines=(line,), place=BlockLocation(page=first.page))

    def _pieces(self, page: PdfPage, before: TextBlock | None = None) -> list[Shown]:
        """Return the content of a page from top to bottom; record its asides."""
        place = BlockLocation(page=page.number)
        kept = list[VisualLine]()
        for line in self.loose[page.number]:
            number = NUMBER.fullmatch(line.text) if near_edge(line, page) else None
            if number is not None and int(number[1]) - page.number in self.counted:
                continue
            if key_of(line) in self.margins and at_edge(line, page):
                kind = "đầu trang" if line.top < page.height / 2 else "chân trang"
                self.asides.append(Aside(kind=kind, text=line.text, place=place))
                continue
            kept.append(line)
        kept, notes = part_footnotes(page, kept)
        if notes:
            text = "\n".join(line.text for line in notes)
            self.asides.append(Aside(kind="chú thích cuối trang", text=text, place=place))
        if page.rotated.strip():
            self.asides.append(Aside(kind="chữ xoay", text=page.rotated.strip(), place=place))
        if struck := lines_of(page.struck, page.number):
            text = "\n".join(line.text for line in struck)
            self.asides.append(Aside(kind=STRUCK, text=text, place=place))
        if page.pictures and not kept and not page.tables:
            text = f"trang {page.number} chỉ có hình, không đọc được chữ"
            self.asides.append(Aside(kind="hình ảnh", text=text, place=place))
        parts = [
            (top_of(table.cells), read_part(table, page.chars, page.number))
            for table in page.tables
        ]
        found: list[tuple[float, Shown]] = list(parts)
        for start, end in stretches(sorted(top for top, _ in parts)):
            within = [line for line in kept if start <= line.top < end]
            going_on = None if start > 0 else before
            found.extend((each_top(each), each) for each in bands_of(within, going_on, self.cues))
        found.sort(key=lambda each: each[0])
        return [each for _, each in found]


def together(pages: Iterable[list[Shown]]) -> list[list[Shown]]:
    """Group pieces over the ends of pages: consecutive lines, and the fragments of one table."""
    groups = list[list[Shown]]()
    for page in pages:
        for at, piece in enumerate(page):
            last = groups[-1][-1] if groups else None
            match piece, last:
                case VisualLine(), VisualLine():
                    groups[-1].append(piece)
                case TextBlock(), TextBlock() if at == 0 and piece.goes_on:
                    groups[-1][-1] = joined_bands(last, piece)
                case TableFragment(), TableFragment() if at == 0 and goes_on(piece, last):
                    groups[-1].append(piece)
                case _:
                    groups.append([piece])
    return groups


def stretches(tops: list[float]) -> Iterable[tuple[float, float]]:
    """Return the vertical spans above, between and below the tables of a page."""
    bounds = [float("-inf"), *tops, float("inf")]
    return pairwise(bounds)


def top_of(cells: Iterable[Box]) -> float:
    return min(cell.top for cell in cells)


def ends_of(piece: Shown) -> tuple[float, float]:
    """Return the left and right edge of a piece, in points."""
    match piece:
        case VisualLine():
            return piece.x0, piece.x1
        case TextBlock():
            return min(line.x0 for line in piece.lines), max(line.x1 for line in piece.lines)
        case TableFragment():
            return piece.columns[0], piece.columns[-1]


def each_top(piece: VisualLine | TextBlock) -> float:
    match piece:
        case VisualLine():
            return piece.top
        case TextBlock():
            return piece.lines[0].top
