"""Print a sheet with ReportLab."""

from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path

from reportlab.lib import colors  # type: ignore[import-untyped]
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT  # type: ignore[import-untyped]
from reportlab.lib.styles import ParagraphStyle  # type: ignore[import-untyped]
from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]
from reportlab.pdfbase.ttfonts import TTFont  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]
from reportlab.platypus import (  # type: ignore[import-untyped]
    Flowable,
    Paragraph,
    SimpleDocTemplate,
    Table,
)

from tests.importer.documents.producers.sheet import Area, Block, Grid, Sheet, Text

ALIGNMENTS = {"left": TA_LEFT, "center": TA_CENTER, "justify": TA_JUSTIFY}
EMPTY = "&nbsp;"
"""The content of an empty paragraph: ReportLab gives no height to one without content."""
LEADING = 1.2


def print_flowables(sheet: Sheet, fonts: Mapping[str, Path], target: Path) -> Path:
    """Print a sheet in the fonts of these styles ("normal", "bold", "italic", "boldItalic")."""
    for style, path in fonts.items():
        pdfmetrics.registerFont(TTFont(f"sheet-{style}", str(path)))
    pdfmetrics.registerFontFamily("sheet", **{style: f"sheet-{style}" for style in fonts})
    top, right, bottom, left = sheet.margins
    # A frame pads its content by six points.
    document = SimpleDocTemplate(
        str(target),
        pagesize=(sheet.width, sheet.height),
        topMargin=top - 6,
        rightMargin=right - 6,
        bottomMargin=bottom - 6,
        leftMargin=left - 6,
    )

    def number(canvas: Canvas, template: SimpleDocTemplate) -> None:
        if sheet.numbered and template.page > 1:
            y = sheet.height - 0.6 * top if sheet.numbered == "top" else 0.6 * bottom
            canvas.setFont("sheet-normal", sheet.size)
            canvas.drawCentredString(sheet.width / 2, y, str(template.page))

    document.build(list(flowables(sheet)), onFirstPage=number, onLaterPages=number)
    return target


def flowables(sheet: Sheet) -> Iterator[Flowable]:
    for each in sheet.blocks:
        yield table(each) if isinstance(each, Grid) else paragraph(each)


def paragraph(block: Block) -> Flowable:
    size = max((text.size for text in block.texts), default=block.size)
    style = ParagraphStyle(
        "sheet",
        fontName="sheet-normal",
        fontSize=size,
        leading=LEADING * size,
        alignment=ALIGNMENTS[block.alignment],
        firstLineIndent=block.indent,
        spaceAfter=block.after,
        allowOrphans=1,
        allowWidows=1,
    )
    return Paragraph("".join(map(words, block.texts)) or EMPTY, style)


def words(text: Text) -> str:
    if text.text == "\n":
        return "<br/>"
    written = escape(text.text)
    for tag, worn in (("u", text.underlined), ("i", text.italic), ("b", text.bold)):
        if worn:
            written = f"<{tag}>{written}</{tag}>"
    return f'<font size="{text.size}">{written}</font>'


def table(grid: Grid) -> Flowable:
    content: list[list[object]] = [["" for _ in grid.widths] for _ in grid.heights]
    looks: list[tuple[object, ...]] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("TOPPADDING", (0, 0), (-1, -1), 1),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
        ("LEFTPADDING", (0, 0), (-1, -1), 5.4),
        ("RIGHTPADDING", (0, 0), (-1, -1), 5.4),
    ]
    if grid.ruled:
        looks.append(("GRID", (0, 0), (-1, -1), 0.5, colors.black))
    for area in grid.areas:
        content[area.row][area.column] = [paragraph(block) for block in area.blocks]
        looks += cell_looks(area)
    return Table(
        content,
        colWidths=grid.widths,
        repeatRows=grid.heads,
        style=looks,
        splitInRow=1,
        hAlign="CENTER",
    )


def cell_looks(area: Area) -> Iterator[tuple[object, ...]]:
    first = (area.column, area.row)
    last = (area.column + area.columns - 1, area.row + area.rows - 1)
    if first != last:
        yield "SPAN", first, last
    if area.centred:
        yield "VALIGN", first, last, "MIDDLE"
