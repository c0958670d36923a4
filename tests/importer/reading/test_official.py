"""The official document reads alike from every format."""

from pathlib import Path

import pytest

from agenda.importer.datamodel.document import Document, Table
from agenda.importer.loading.reader import read_document
from tests.importer.documents.libreoffice import convert
from tests.importer.reading.shown import Shown, shown, table


def body_of(document: Document) -> Shown:
    """Return all but empty paragraphs, in which the formats differ."""
    return [block for block in shown(document) if block != ""]


def test_the_word_file_shows_the_paper(official_word: Path) -> None:
    document = read_document(official_word)
    head, days, foot = (block for block in document.blocks if isinstance(block, Table))
    assert [[cell.text for cell in row.cells] for row in head.rows] == [
        [
            "UBND TỈNH HÀ TĨNH\nSỞ KHOA HỌC VÀ CÔNG NGHỆ",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
        ],
        ["", "Hà Tĩnh, ngày 04 tháng 5 năm 2021"],
    ]
    assert [cell.text for cell in days.rows[3].cells] == [
        "5",
        "Sáng:\n- Khai mạc và học tập chính trị quân sự Huấn luyện chiến đấu dân quân tự vệ năm "
        "2021\n- Họp soát xét, hoàn thiện nội dung Bản thảo cuốn Lịch sử ngành KH&CN\nChiều: Ký "
        "kết hợp tác triển khai ứng dụng trí tuệ nhân tạo trong khám, chữa bệnh giữa UBND tỉnh và "
        "Công ty VinBrain (thuộc VinGroup)",
        "Tự vệ cơ quan\nCác phòng liên quan\nVăn phòng",
        "Đ/c Bình GD\nĐ/c Hoàn PGĐ\nĐ/c Văn GĐ",
    ]
    assert [row.heading for row in days.rows] == [True] + [False] * (len(days.rows) - 1)
    assert foot.rows[0].cells[1].text == "GIÁM ĐỐC\n\n\n\n\nĐỗ Khoa Văn"
    assert (document.asides, document.notes) == ((), ())


def test_the_pdf_shows_what_the_word_file_shows(official_word: Path, official_pdf: Path) -> None:
    word, pdf = read_document(official_word), read_document(official_pdf)
    assert [block for block in body_of(pdf) if isinstance(block, str)] == [
        block for block in body_of(word) if isinstance(block, str)
    ]
    rows = [
        [" ".join(cell.text.split()) for cell in row.cells]
        for row in table(pdf, 2).rows
        if not row.heading
    ]
    assert rejoined(rows) == [
        [" ".join(cell.text.split()) for cell in row.cells]
        for row in table(word, 2).rows
        if not row.heading
    ]
    assert (pdf.asides, pdf.notes) == ((), ())


def rejoined(rows: list[list[str]]) -> list[list[str]]:
    """Rejoin rows that a page break cut; the rest of a row names no day."""
    whole = list[list[str]]()
    for row in rows:
        if row[0]:
            whole.append(row)
        else:
            whole[-1] = [f"{one} {more}".strip() for one, more in zip(whole[-1], row, strict=True)]
    return whole


def test_lines_of_a_pdf_are_those_of_the_author(official_word: Path, official_pdf: Path) -> None:
    """Compare cell by cell where no page break cuts a row."""
    word, pdf = table(read_document(official_word), 2), table(read_document(official_pdf), 2)
    printed = {row.cells[0].text: row for row in pdf.rows if row.cells[0].text}
    cut = {
        before.cells[0].text
        for before, row in zip(pdf.rows, pdf.rows[1:], strict=False)
        if not row.cells[0].text or row.heading
    }
    compared = [row for row in word.rows if row.cells[0].text not in cut]
    assert len(compared) > 20
    assert [[cell.text for cell in printed[row.cells[0].text].cells] for row in compared] == [
        [cell.text for cell in row.cells] for row in compared
    ]


def test_the_pdf_says_where_on_its_pages_things_stand(official_pdf: Path) -> None:
    days = table(read_document(official_pdf), 2)
    heads = [row for row in days.rows if row.heading]
    assert [row.place.page for row in heads] == list(
        dict.fromkeys(row.place.page for row in days.rows)
    )
    assert [row.place.row for row in days.rows] == list(range(1, len(days.rows) + 1))
    tops = [line.top or 0.0 for cell in days.rows[2].cells for line in cell.lines[:1]]
    assert min(tops) > 500
    assert max(tops) - min(tops) < 2


def test_underlined_bold_and_italic_are_seen_in_the_pdf(official_pdf: Path) -> None:
    days = table(read_document(official_pdf), 2)
    head, labelled, row = days.rows[:3]
    assert [run.bold for run in head.cells[1].lines[0].runs] == [True]
    assert [run.italic for run in labelled.cells[1].lines[0].runs] == [True]
    assert [(run.text, run.underlined) for run in row.cells[1].lines[0].runs] == [
        ("Sáng:", True),
        (" Lễ chào cờ", False),
    ]


@pytest.mark.parametrize("kind", ["doc", "odt", "rtf"])
@pytest.mark.office
def test_other_formats_show_what_the_word_file_shows(kind: str, official_word: Path) -> None:
    document = read_document(convert(official_word, kind))
    assert body_of(document) == body_of(read_document(official_word))
