"""The programs that print a Word test document as PDF, each in its own way."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

import typst

from tests.importer.documents.libreoffice import convert
from tests.importer.documents.printing import print_page
from tests.importer.documents.producers.flowables import print_flowables
from tests.importer.documents.producers.html import write_html
from tests.importer.documents.producers.sheet import read_sheet
from tests.importer.documents.producers.typst_source import write_typst
from tests.machine import require_weasyprint, unavailable

VIETNAMESE = ("Noto Serif", "DejaVu Serif", "Times New Roman")
"""Families that have all letters of Vietnamese, at least in newer versions."""
STYLES = {
    ("normal", 400): "normal",
    ("normal", 700): "bold",
    ("italic", 400): "italic",
    ("italic", 700): "boldItalic",
}


def print_with_libreoffice(word: Path) -> Path:
    return named(convert(word, "pdf"), word, "libreoffice")


def print_with_chromium(word: Path) -> Path:
    return named(print_page(write_html(read_sheet(word)), word.parent), word, "chromium")


def print_with_weasyprint(word: Path) -> Path:
    target = target_of(word, "weasyprint")
    require_weasyprint().HTML(string=write_html(read_sheet(word))).write_pdf(target)
    return target


def print_with_typst(word: Path) -> Path:
    vietnamese_fonts()  # the fonts that Typst brings print "ơ" twice
    source, target = word.with_suffix(".typ"), target_of(word, "typst")
    source.write_text(write_typst(read_sheet(word)), encoding="utf-8")
    typst.compile(str(source), output=str(target))
    return target


def print_with_reportlab(word: Path) -> Path:
    return print_flowables(read_sheet(word), vietnamese_fonts(), target_of(word, "reportlab"))


PRODUCERS = {
    "libreoffice": print_with_libreoffice,
    "chromium": print_with_chromium,
    "weasyprint": print_with_weasyprint,
    "typst": print_with_typst,
    "reportlab": print_with_reportlab,
}


def target_of(word: Path, producer: str) -> Path:
    return word.with_suffix(f".{producer}.pdf")


def named(printed: Path, word: Path, producer: str) -> Path:
    return printed.replace(target_of(word, producer))


@cache
def vietnamese_fonts() -> Mapping[str, Path]:
    """Return the font files of a family in four styles; skip where none is installed."""
    installed = typst.Fonts(include_embedded_fonts=False).fonts()
    families = (dict(styles_of(family, installed)) for family in VIETNAMESE)
    whole = next((fonts for fonts in families if len(fonts) == len(STYLES)), None)
    if whole is None:
        unavailable("no Vietnamese font with serifs is installed: apt install fonts-noto-core")
    return whole


def styles_of(family: str, installed: Iterable[typst.FontInfo]) -> Iterator[tuple[str, Path]]:
    for font in installed:
        style, path = STYLES.get((font.style, font.weight)), Path(font.path or "")
        # ReportLab reads no other kind of font file.
        if style and font.family == family and font.stretch == 1 and path.suffix == ".ttf":
            yield style, path
