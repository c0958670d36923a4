"""Write an agenda as the Word document that was signed: Nghị định 30/2020/NĐ-CP, Phụ lục I."""

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph
from lxml import etree

from agenda.model import HalfDay, Item, Mention, Revision, ScheduleEntry

SUPERIOR = "UBND TỈNH HÀ TĨNH"
AGENCY = "SỞ KHOA HỌC VÀ CÔNG NGHỆ"
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
COLUMNS = {
    "Ngày": Mm(16),
    "Nội dung công việc": Mm(82),
    "Cơ quan chuẩn bị": Mm(32),
    "Lãnh đạo Sở": Mm(30),
}
HALF_DAYS = {
    HalfDay.MORNING: "Sáng:",
    HalfDay.AFTERNOON: "Chiều:",
    HalfDay.EVENING: "Tối:",
    HalfDay.ALL_DAY: "Cả ngày:",
}
LEFT, CENTER = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER


def write_official(revision: Revision, path: Path) -> None:
    """Save the paper of a month as a .docx, item for item what `revision` says."""
    document = docx.Document()
    set_page(document)
    write_head(document, revision)
    write_title(document, revision)
    heading = document.add_paragraph()
    heading.add_run("I. MỘT SỐ NỘI DUNG CÔNG TÁC TRỌNG TÂM:").bold = True
    for point in revision.focus:
        paragraph = document.add_paragraph(f"- {point}")
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        paragraph.paragraph_format.first_line_indent = Mm(10)
    heading = document.add_paragraph()
    heading.add_run("II. DỰ KIẾN CHƯƠNG TRÌNH CÔNG TÁC:").bold = True
    if revision.caveat:
        heading.add_run(f" ({revision.caveat})").italic = True
    write_days(document, revision.entries)
    write_foot(document, revision)
    document.save(str(path))


def set_page(document: Document) -> None:
    """A4 with the margins of the decree; the page's number at the top from the second page on."""
    section = document.sections[0]
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(20)
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    number.alignment = CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    number._p.append(field)
    font = document.styles["Normal"].font
    font.name, font.size = "Times New Roman", Pt(13)


def write_head(document: Document, revision: Revision) -> None:
    """Write the agency at the left, the nation at the right, the number and the date below."""
    table = borderless(document, Mm(66), Mm(94))
    left, right = table.rows[0].cells
    write(left, SUPERIOR, CENTER).runs[0].font.size = Pt(12)
    for cell, name in ((left, AGENCY), (right, NATION)):
        run = write(cell, name, CENTER).runs[0]
        run.bold, run.font.size = True, Pt(12)
    motto = write(right, MOTTO, CENTER).runs[0]
    motto.bold = motto.underline = True
    left, right = add_row(table)
    paper = revision.document
    write(left, f"Số: {paper.number}" if paper.number else "", CENTER)
    issued = f"ngày {paper.issued.day:02} tháng {two_digits_to_february(paper.issued.month)}"
    dated = f"{issued} năm {paper.issued.year}"
    place = f"{paper.place}, {dated}" if paper.place else dated.capitalize()
    write(right, place, CENTER).runs[0].italic = True


def write_title(document: Document, revision: Revision) -> None:
    month = revision.month
    lines = [f"CHƯƠNG TRÌNH CÔNG TÁC THÁNG {month.month} NĂM {month.year}", f"CỦA {AGENCY}"]
    if revision.number:
        lines.append(f"(điều chỉnh lần {revision.number})")
    for line in lines:
        title = document.add_paragraph()
        title.alignment = CENTER
        title.add_run(line).bold = True


def write_days(document: Document, entries: Iterable[ScheduleEntry]) -> None:
    """Write the table of section II, a row for each entry, its head repeated on each page."""
    table = document.add_table(rows=1, cols=len(COLUMNS), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    repeat(table.rows[0])
    for cell, name in zip(table.rows[0].cells, COLUMNS, strict=True):
        write(cell, name, CENTER).runs[0].bold = True
    for entry in entries:
        days, work, units, leaders = add_row(table)
        write(days, days_of(entry), CENTER)
        if entry.label:
            write(work, entry.label, CENTER).runs[0].italic = True
        write_items(work, entry.items)
        for item in entry.items:
            write(units, names(item.preparers))
            write(leaders, names(item.leaders))
        if not entry.items and not entry.label:
            write_half_day(work, HalfDay.MORNING)
            write_half_day(work, HalfDay.AFTERNOON)
    set_widths(table, COLUMNS.values())


def write_items(cell: _Cell, items: Iterable[Item]) -> None:
    """Write the half-days, each underlined, with its item behind it or its items below.

    A day with items in one half-day names the other as well, with nothing behind it.
    """
    planned = {half: list(group) for half, group in groupby(items, key=lambda item: item.half_day)}
    if planned.keys() & {HalfDay.MORNING, HalfDay.AFTERNOON}:
        planned = {HalfDay.MORNING: [], HalfDay.AFTERNOON: []} | planned
    for half, found in planned.items():
        paragraph = write_half_day(cell, half)
        if len(found) == 1:
            paragraph.add_run(f" {wording(found[0])}")
        else:
            for item in found:
                write(cell, f"- {wording(item)}")


def write_half_day(cell: _Cell, half: HalfDay) -> Paragraph:
    paragraph = write(cell, HALF_DAYS[half])
    paragraph.runs[0].underline = True
    return paragraph


def write_foot(document: Document, revision: Revision) -> None:
    """Write the recipients at the left, the signer at the right."""
    document.add_paragraph()
    left, right = borderless(document, Mm(80), Mm(80)).rows[0].cells
    run = write(left, "Nơi nhận:").runs[0]
    run.bold = run.italic = True
    run.font.size = Pt(12)
    for number, recipient in enumerate(revision.recipients, start=1):
        end = "." if number == len(revision.recipients) else ";"
        write(left, f"- {recipient}{end}").runs[0].font.size = Pt(11)
    if revision.document.signer_title:
        write(right, revision.document.signer_title.upper(), CENTER).runs[0].bold = True
    for _ in range(4):
        right.add_paragraph()
    if revision.document.signer:
        write(right, revision.document.signer, CENTER).runs[0].bold = True


def borderless(document: Document, *widths: Mm) -> Table:
    table: Table = document.add_table(rows=1, cols=len(widths))
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    set_widths(table, widths)
    return table


def set_widths(table: Table, widths: Iterable[Length]) -> None:
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width


def add_row(table: Table) -> tuple[_Cell, ...]:
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]
    return row.cells


def write(cell: _Cell, text: str, alignment: WD_ALIGN_PARAGRAPH = LEFT) -> Paragraph:
    """Write a paragraph at the end of a cell, or into its empty first one."""
    first = cell.paragraphs[0]
    fresh = len(cell.paragraphs) == 1 and not first.text and not first.runs
    paragraph: Paragraph = first if fresh else cell.add_paragraph()
    paragraph.alignment = alignment
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.add_run(text)
    return paragraph


def repeat(row: _Row) -> None:
    etree.SubElement(row._tr.get_or_add_trPr(), qn("w:tblHeader"))


def days_of(entry: ScheduleEntry) -> str:
    first, last = entry.first, entry.last
    if first == last:
        return str(first.day)
    if first.month == last.month:
        return f"{first.day}-{last.day}"
    return f"{first.day}/{first.month}-{last.day}/{last.month}"


def wording(item: Item) -> str:
    """Return an item as papers word it: times before it, place and participants behind."""
    hours = "-".join(f"{each.hour}h{each.minute:02}" for each in (item.start, item.end) if each)
    text = f"{hours}: {item.text}" if hours else item.text
    return f"{text} tại {item.venue}" if item.venue else text


def names(mentions: tuple[Mention, ...]) -> str:
    joined = "".join(mention.joiner + mention.text for mention in mentions)
    return joined.replace("\n", "; ")


def two_digits_to_february(month: int) -> str:
    return f"{month:02}" if month <= 2 else str(month)
