"""Read a PDF with a text layer into a `Document`."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from agenda.importer.backends.pdf.assembly import assemble
from agenda.importer.backends.pdf.chars import Char
from agenda.importer.backends.pdf.lines import lines_of
from agenda.importer.backends.pdf.pages import PdfPage, pages_of
from agenda.importer.backends.text.characters import SOFT_HYPHEN
from agenda.importer.backends.text.encodings import (
    UNICODE_ALONE,
    Encoding,
    conversion_notes,
    decode_signs,
    encodings_of,
    named_encoding,
)
from agenda.importer.datamodel.document import Document
from agenda.importer.datamodel.line_cues import LineCues
from agenda.importer.datamodel.refusal import ImportRefused

MIN_CHARS = 40
"""Fewer characters in the whole file are a stamp or a page number, not a document."""

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


def read_pdf(
    content: bytes, cues: LineCues, progress: Callable[[str], None] = lambda _: None
) -> Document:
    """Return the document in a PDF; raise `ImportRefused` if it has no readable text."""
    pages = list[PdfPage]()
    try:
        for page in pages_of(content):
            progress(f"Đang đọc trang {page.number} …")
            pages.append(page)
    except ImportRefused:
        raise
    # The PDF parser raises arbitrary exceptions for damaged files.
    except Exception as error:
        raise ImportRefused(*DAMAGED) from error
    check_text(pages)
    encodings = encodings_of(texts_by_font(pages))
    if encodings:
        progress("Đang chuyển phông chữ cũ sang Unicode …")
        pages = [replace(page, chars=tuple(decode_page(page, encodings))) for page in pages]
    document = assemble([restore_hyphens(page) for page in pages], cues)
    return replace(document, notes=(*conversion_notes(encodings), *document.notes))


def texts_by_font(pages: Iterable[PdfPage]) -> dict[str, str]:
    """Return the text of each font that may use an old encoding."""
    signs: dict[str, set[str]] = {}
    for page in pages:
        for char in page.chars:
            signs.setdefault(char.font, set()).add(char.text)
    doubtful_chars = {
        font
        for font, found in signs.items()
        if named_encoding(font) or not UNICODE_ALONE.search("".join(found))
    }
    texts: dict[str, list[str]] = {}
    for page in pages if doubtful_chars else ():
        for line in lines_of(page.chars, page.number):
            for word in line.words:
                font = word.chars[0].font
                if font in doubtful_chars:
                    texts.setdefault(font, []).append(word.text)
    return {font: " ".join(words) for font, words in texts.items()}


def decode_page(page: PdfPage, encodings: Mapping[str, Encoding]) -> Iterator[Char]:
    """Yield the characters of a page in Unicode; merge each mark into the letter before it."""
    for (font, _), group in groupby(page.chars, key=lambda char: (char.font, round(char.baseline))):
        chars = list(group)
        if (encoding := encodings.get(font)) is None:
            yield from chars
            continue
        letters = decode_signs([char.text for char in chars], encoding)
        remaining_chars = [at for at, letter in enumerate(letters) if letter]
        for at, following in zip(remaining_chars, [*remaining_chars[1:], len(chars)], strict=True):
            yield replace(chars[at], text=letters[at], x1=chars[following - 1].x1)


def restore_hyphens(page: PdfPage) -> PdfPage:
    """Return a page with a plain hyphen wherever one is drawn by the name of a soft hyphen.

    Many fonts have one glyph for both, which some programs call by the wrong name.
    """
    chars = (replace(each, text="-") if each.text == SOFT_HYPHEN else each for each in page.chars)
    return replace(page, chars=tuple(chars))


def check_text(pages: Sequence[PdfPage]) -> None:
    """Refuse what has no text, or text that cannot be told from its signs."""
    texts = [char.text for page in pages for char in page.chars if not char.text.isspace()]
    if sum(len(page.rotated) for page in pages) > len(texts):
        raise ImportRefused(
            "chữ trong tệp PDF nằm xoay", "hãy xoay các trang cho đúng chiều rồi lưu lại"
        )
    if len(texts) < MIN_CHARS:
        raise ImportRefused(*(SCANNED if any(page.pictures for page in pages) else EMPTY))
    unmapped = sum(bool(UNMAPPED.search(text)) for text in texts)
    if unmapped > 0.05 * len(texts):
        raise ImportRefused(
            "tệp PDF dùng phông chữ không kèm bảng mã, chữ không đọc ra được",
            "hãy xin tệp Word gốc, hoặc nhận dạng chữ (OCR) rồi thử lại",
        )
