"""Reads a PDF with a text layer into a `Document`."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise

from agenda.importer.document import Aside, Document, Paragraph, Place, Table
from agenda.importer.encodings import (
    UNICODE_ALONE,
    Encoding,
    converted,
    decode_signs,
    encodings_of,
    named_encoding,
)
from agenda.importer.pdf_columns import Band, bands_of, joined_bands, table_of
from agenda.importer.pdf_lines import VisualLine, lines_of
from agenda.importer.pdf_pages import Box, Glyph, Page, pages_of
from agenda.importer.pdf_tables import Part, goes_on, join, read_part
from agenda.importer.pdf_wrapping import Room, author_lines
from agenda.importer.pieces import Typesetter
from agenda.importer.refusal import Refused

FEWEST_GLYPHS = 40
"""Fewer on all pages together are a stamp or a number, not a document."""

NUMBER = re.compile(
    r"[\s\-–—|]*(?:(?:trang|page)\s*)?\d{1,4}(?:\s*[/|]\s*\d{1,4})?[\s\-–—|]*", re.I
)
UNMAPPED = re.compile(r"\(cid:\d+\)|[\ufffd\ue000-\uefff]")

SCANNED = (
    "tệp PDF là bản quét, chỉ có hình, không có lớp chữ",
    "hãy xin tệp Word gốc, hoặc nhận dạng chữ (OCR) rồi thử lại",
)
EMPTY = (
    "tệp PDF không có chữ, hoặc chữ chỉ là nét vẽ",
    "hãy xin tệp Word gốc, hoặc nhận dạng chữ (OCR) rồi thử lại",
)
DAMAGED = (
    "tệp PDF bị hỏng hoặc không đầy đủ",
    "hãy mở tệp, in hoặc lưu lại thành PDF mới rồi thử lại, hoặc xin lại tệp gốc",
)

Shown = VisualLine | Band | Part


def read_pdf(content: bytes, progress: Callable[[str], None] = lambda _: None) -> Document:
    """The document in these bytes; raises `Refused`."""
    pages = list[Page]()
    try:
        for page in pages_of(content):
            progress(f"Đang đọc trang {page.number} …")
            pages.append(page)
    except Refused:
        raise
    # The parser of PDF raises whatever a damaged file makes it stumble over.
    except Exception as error:
        raise Refused(*DAMAGED) from error
    check_text(pages)
    encodings = encodings_of(texts_by_font(pages))
    if encodings:
        progress("Đang chuyển phông chữ cũ sang Unicode …")
        pages = [replace(page, glyphs=tuple(decoded(page, encodings))) for page in pages]
    document = Assembly(margins=margins_of(pages)).document(pages)
    return replace(document, notes=(*converted(encodings), *document.notes))


def texts_by_font(pages: Iterable[Page]) -> dict[str, str]:
    """The text in each font; empty where nothing in it asks for a closer look."""
    signs: dict[str, set[str]] = {}
    for page in pages:
        for glyph in page.glyphs:
            signs.setdefault(glyph.font, set()).add(glyph.text)
    doubtful = {
        font
        for font, found in signs.items()
        if named_encoding(font) or not UNICODE_ALONE.search("".join(found))
    }
    texts: dict[str, list[str]] = {}
    for page in pages if doubtful else ():
        for line in lines_of(page.glyphs, page.number):
            for word in line.words:
                font = word.glyphs[0].font
                if font in doubtful:
                    texts.setdefault(font, []).append(word.text)
    return {font: " ".join(words) for font, words in texts.items()}


def decoded(page: Page, encodings: Mapping[str, Encoding]) -> Iterator[Glyph]:
    """The glyphs of a page in Unicode; what belongs to the letter before it becomes part of it."""
    for (font, _), group in groupby(page.glyphs, key=lambda glyph: (glyph.font, round(glyph.top))):
        glyphs = list(group)
        if (encoding := encodings.get(font)) is None:
            yield from glyphs
            continue
        letters = decode_signs([glyph.text for glyph in glyphs], encoding)
        kept = [at for at, letter in enumerate(letters) if letter]
        for at, following in zip(kept, [*kept[1:], len(glyphs)], strict=True):
            yield replace(glyphs[at], text=letters[at], x1=glyphs[following - 1].x1)


def check_text(pages: Sequence[Page]) -> None:
    """Refuse what has no text, or text that cannot be told from its signs."""
    texts = [glyph.text for page in pages for glyph in page.glyphs if not glyph.text.isspace()]
    if len(texts) < FEWEST_GLYPHS:
        raise Refused(*(SCANNED if any(page.pictures for page in pages) else EMPTY))
    unmapped = sum(bool(UNMAPPED.search(text)) for text in texts)
    if unmapped > 0.05 * len(texts):
        raise Refused(
            "tệp PDF dùng phông chữ không kèm bảng mã, chữ không đọc ra được",
            "hãy xin tệp Word gốc, hoặc nhận dạng chữ (OCR) rồi thử lại",
        )


def margins_of(pages: Iterable[Page]) -> frozenset[tuple[int, str]]:
    """The lines printed at the same height of at least half of the pages, figures apart."""
    pages = list(pages)
    seen = Counter(
        key
        for page in pages
        for key in {key_of(line) for line in outside(page) if at_edge(line, page)}
    )
    enough = max(2, (len(pages) + 1) // 2)
    return frozenset(key for key, times in seen.items() if times >= enough)


def key_of(line: VisualLine) -> tuple[int, str]:
    return round(line.top / 6), re.sub(r"\d+", "#", line.text)


def at_edge(line: VisualLine, page: Page) -> bool:
    return line.bottom < 0.08 * page.height or line.top > 0.92 * page.height


def outside(page: Page) -> list[VisualLine]:
    """The lines that stand in no ruled table."""
    boxes = [cell for table in page.tables for cell in table.cells]
    free = (glyph for glyph in page.glyphs if not any(box.holds(glyph) for box in boxes))
    return lines_of(free, page.number)


@dataclass(slots=True)
class Assembly:
    """Puts the pages together: paragraphs and tables go on over the ends of pages."""

    margins: frozenset[tuple[int, str]]
    typesetter: Typesetter = field(default_factory=Typesetter)
    asides: list[Aside] = field(default_factory=list)
    tables: int = 0

    def document(self, pages: Iterable[Page]) -> Document:
        pages = list(pages)
        pieces = list[list[Shown]]()
        for page in pages:
            match pieces[-1:]:
                case [[*_, Band() as band]] if band.is_table or band.goes_on:
                    pieces.append(self._pieces(page, before=band))
                case _:
                    pieces.append(self._pieces(page))
        ends = [ends_of(each) for page in pieces for each in page]
        room = Room(
            left=min((left for left, _ in ends), default=0.0),
            right=max((right for _, right in ends), default=0.0) + 1.5,
        )
        blocks = list[Paragraph | Table]()
        for group in together(pieces):
            match group[0]:
                case VisualLine():
                    found = [each for each in group if isinstance(each, VisualLine)]
                    blocks.extend(self._paragraphs(found, room))
                case Band():
                    self.tables += 1
                    blocks.append(table_of(group[0], self.tables, self.typesetter))
                case Part():
                    self.tables += 1
                    parts = [each for each in group if isinstance(each, Part)]
                    blocks.append(join(parts, self.tables))
        return Document(
            blocks=tuple(blocks), asides=tuple(self.asides), notes=tuple(self.typesetter.notes)
        )

    def _paragraphs(self, lines: list[VisualLine], room: Room) -> Iterable[Paragraph]:
        for line, first in author_lines(lines, room, self.typesetter):
            yield Paragraph(lines=(line,), place=Place(page=first.page))

    def _pieces(self, page: Page, before: Band | None = None) -> list[Shown]:
        """What stands on a page, from above to below."""
        place = Place(page=page.number)
        kept = list[VisualLine]()
        for line in outside(page):
            number = NUMBER.fullmatch(line.text) is not None
            near_edge = line.bottom < 0.12 * page.height or line.top > 0.88 * page.height
            if number and near_edge:
                continue
            if key_of(line) in self.margins and at_edge(line, page):
                kind = "đầu trang" if line.top < page.height / 2 else "chân trang"
                self.asides.append(Aside(kind=kind, text=line.text, place=place))
                continue
            kept.append(line)
        if page.rotated.strip():
            self.asides.append(Aside(kind="chữ xoay", text=page.rotated.strip(), place=place))
        if page.pictures and not kept and not page.tables:
            text = f"trang {page.number} chỉ có hình, không đọc được chữ"
            self.asides.append(Aside(kind="hình ảnh", text=text, place=place))
        parts = [
            (top_of(table.cells), read_part(table, page.glyphs, page.number, self.typesetter))
            for table in page.tables
        ]
        found: list[tuple[float, Shown]] = list(parts)
        for start, end in stretches(sorted(top for top, _ in parts)):
            within = [line for line in kept if start <= line.top < end]
            going_on = None if start > 0 else before
            found.extend((each_top(each), each) for each in bands_of(within, going_on))
        found.sort(key=lambda each: each[0])
        return [each for _, each in found]


def together(pages: Iterable[list[Shown]]) -> list[list[Shown]]:
    """The pieces in order: lines in a row as one group, tables with what goes on of them."""
    groups = list[list[Shown]]()
    for page in pages:
        for at, piece in enumerate(page):
            last = groups[-1][-1] if groups else None
            match piece, last:
                case VisualLine(), VisualLine():
                    groups[-1].append(piece)
                case Band(), Band() if at == 0 and piece.goes_on:
                    groups[-1][-1] = joined_bands(last, piece)
                case Part(), Part() if at == 0 and goes_on(piece, last):
                    groups[-1].append(piece)
                case _:
                    groups.append([piece])
    return groups


def stretches(tops: list[float]) -> Iterable[tuple[float, float]]:
    """The heights between the tables of a page."""
    bounds = [float("-inf"), *tops, float("inf")]
    return pairwise(bounds)


def top_of(cells: Iterable[Box]) -> float:
    return min(cell.top for cell in cells)


def ends_of(piece: Shown) -> tuple[float, float]:
    """How far to the left and to the right something stands."""
    match piece:
        case VisualLine():
            return piece.x0, piece.x1
        case Band():
            return min(line.x0 for line in piece.lines), max(line.x1 for line in piece.lines)
        case Part():
            return piece.columns[0], piece.columns[-1]


def each_top(piece: VisualLine | Band) -> float:
    match piece:
        case VisualLine():
            return piece.top
        case Band():
            return piece.lines[0].top
