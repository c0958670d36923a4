"""Write agendas with long rows that pages cut, in many layouts."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from tests.importer.documents.cut_looks import Look, Setting
from tests.importer.documents.cut_rows import ROWS, TITLES, Lines
from tests.importer.documents.official import add_row, repeat, set_page, set_widths, write

UPRIGHT, ACROSS = 160.0, 245.0
"""Millimetres between the margins."""
CONTENTS = ("Nội dung", "Nội dung công việc", "Sáng", "Chiều")


def write_cut(look: Look, path: Path) -> Path:
    """Save the document of this look as a .docx; the seed decides every word."""
    document = docx.Document()
    set_pages(document, look.setting)
    document.styles["Normal"].font.size = Pt(look.size)
    title = document.add_paragraph()
    heads, rows = ROWS[look.rows](look)
    title.add_run(TITLES[look.rows]).bold = True
    title.paragraph_format.space_after = Pt(look.above)
    if heads:
        write_table(document, look, heads, rows)
    else:
        for (lines,) in rows:
            for number, line in enumerate(lines or ()):
                paragraph = document.add_paragraph()
                write_line(paragraph, line, look.setting)
                paragraph.runs[0].bold = number == 0
    document.add_paragraph("Nơi nhận: như trên.")
    document.save(str(path))
    return path


def write_table(
    document: Document,
    look: Look,
    heads: Sequence[tuple[str, float]],
    rows: Iterable[Sequence[Lines]],
) -> None:
    table = document.add_table(rows=1, cols=len(heads), style="Table Grid")
    table.autofit = False
    if look.repeated:
        repeat(table.rows[0])
    for cell, (head, _) in zip(table.rows[0].cells, heads, strict=True):
        write(cell, head).runs[0].bold = True
    above = table.rows[0].cells
    for row in rows:
        cells = add_row(table)
        if look.setting.tall:
            table.rows[-1].height = Mm(look.setting.tall)
            table.rows[-1].height_rule = WD_ROW_HEIGHT_RULE.AT_LEAST
        for place, lines in enumerate(row):
            if lines is None:
                cells[place].merge(above[place])
                continue
            write_lines(cells[place], lines, look, content=heads[place][0] in CONTENTS)
            if look.centred and place != 1:
                cells[place].vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        above = cells
    set_widths(table, map(Mm, widths(heads, look.setting)))


def write_lines(cell: _Cell, lines: Sequence[str], look: Look, *, content: bool) -> None:
    for line in lines:
        write_line(write(cell, ""), line, look.setting if content else Setting())


def write_line(paragraph: Paragraph, line: str, setting: Setting) -> None:
    label, colon, rest = line.partition(":")
    if colon and label in ("Sáng", "Chiều"):
        paragraph.add_run(f"{label}:").underline = True
        paragraph.add_run(rest)
    else:
        paragraph.add_run(line)
    if setting.justified:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    paragraph.paragraph_format.first_line_indent = Mm(setting.indent)
    paragraph.paragraph_format.space_after = Pt(setting.apart)


def widths(heads: Sequence[tuple[str, float]], setting: Setting) -> list[float]:
    """Return the widths of the columns in millimetres, over the whole page."""
    usual = [width * (setting.narrow if head in CONTENTS else 1) for head, width in heads]
    room = ACROSS if setting.wide else sum(width for _, width in heads)
    return [width * room / sum(usual) for width in usual]


def set_pages(document: Document, setting: Setting) -> None:
    set_page(document)
    section = document.sections[0]
    document.styles["Normal"].font.name = setting.font
    if setting.wide:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
    if setting.numbered != "top":
        number = section.header.paragraphs[0]
        for field in number._p.findall(qn("w:fldSimple")):
            number._p.remove(field)
    if setting.numbered == "bottom":
        section.different_first_page_header_footer = False
        foot = section.footer.paragraphs[0]
        foot.add_run("Trang ")
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), "PAGE")
        foot._p.append(field)
