"""PDF files: tables of every kind, line breaks, and unreadable files."""

import io
import json
import shutil
from collections import Counter
from pathlib import Path

import docx
import pytest
from docx.shared import Mm, Pt
from PIL import Image
from pypdfium2 import PdfDocument  # type: ignore[import-untyped]

from agenda.importer.backends.pdf.pages import pages_of
from agenda.importer.datamodel.document import Document, Guess, Paragraph, Table
from agenda.importer.datamodel.refusal import ImportRefused
from agenda.importer.loading.agenda_pdf import read_agenda_pdf
from agenda.importer.loading.reader import read_document
from agenda.importer.loading.sandbox import read_sandboxed
from tests.importer.documents.libreoffice import convert
from tests.importer.documents.printing import print_page
from tests.importer.documents.rawpdf import UNMAPPED, pdf_file
from tests.importer.reading.shown import asides, shown, table

STYLE = """<style>
body { font: 13pt/1.2 "Liberation Serif"; margin: 0 }
table { border-collapse: collapse; width: 100% }
td, th { border: 1px solid black; padding: 2px 5px; vertical-align: top }
.head td { border: 0; text-align: center }
@page { size: A4; margin: 20mm }
</style>"""

WEEK = f"""{STYLE}<style>@page {{ size: A4 landscape }} th {{ background: #ddd }}</style>
<table class=head><tr><td>UBND TỈNH HÀ TĨNH<br><b>SỞ KHOA HỌC VÀ CÔNG NGHỆ</b>
<td><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b><br><b><u>Độc lập - Tự do - Hạnh phúc</u></b></table>
<p style="text-align: center"><b>LỊCH CÔNG TÁC TUẦN 20<br>(Từ ngày 17/5 đến 21/5/2021)</b></p>
<table><thead><tr><th>Thứ<th>Buổi<th>Nội dung<th>Thành phần<th>Địa điểm<th>Chủ trì</thead>
<tr><td rowspan=2>Thứ Hai<td>Sáng<td>08h00: Giao ban lãnh đạo Sở, đánh giá công tác tuần 19 và
triển khai nhiệm vụ tuần 20 năm 2021<td>Lãnh đạo Sở, trưởng các phòng, đơn vị<td>Phòng họp tầng 2
<td>Đ/c Văn GĐ
<tr><td>Chiều<td>- Kiểm tra cơ sở<br>- Làm việc với xã Kỳ Lạc<td>Phòng QLKH<td>Kỳ Anh
<td>Đ/c Hoàn PGĐ
<tr><td rowspan=2>Thứ Ba<td>Sáng<td colspan=4 style="text-align: center"><i>Các hoạt động chào mừng
Ngày KH&amp;CN Việt Nam</i>
<tr><td>Chiều<td><td><td><td>
</table>"""


@pytest.mark.browser
def test_a_table_of_merged_cells_from_another_producer(tmp_path: Path) -> None:
    document = read_document(print_page(WEEK, tmp_path))
    holiday = "Các hoạt động chào mừng Ngày KH&CN Việt Nam"
    assert shown(document) == [
        [
            [
                "UBND TỈNH HÀ TĨNH\nSỞ KHOA HỌC VÀ CÔNG NGHỆ",
                "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
            ]
        ],
        "LỊCH CÔNG TÁC TUẦN 20",
        "(Từ ngày 17/5 đến 21/5/2021)",
        [
            ["Thứ", "Buổi", "Nội dung", "Thành phần", "Địa điểm", "Chủ trì"],
            [
                "Thứ Hai",
                "Sáng",
                "08h00: Giao ban lãnh đạo Sở, đánh giá công tác tuần 19 và triển khai nhiệm vụ "
                "tuần 20 năm 2021",
                "Lãnh đạo Sở, trưởng các phòng, đơn vị",
                "Phòng họp tầng 2",
                "Đ/c Văn GĐ",
            ],
            [
                "Thứ Hai",
                "Chiều",
                "- Kiểm tra cơ sở\n- Làm việc với xã Kỳ Lạc",
                "Phòng QLKH",
                "Kỳ Anh",
                "Đ/c Hoàn PGĐ",
            ],
            ["Thứ Ba", "Sáng", holiday, holiday, holiday, holiday],
            ["Thứ Ba", "Chiều", "", "", "", ""],
        ],
    ]
    rows = table(document, 2).rows
    assert rows[1].cells[0] is rows[2].cells[0]
    assert rows[3].cells[2] is rows[3].cells[5]


LONG = f"""{STYLE}<table><thead><tr><th>Ngày<th>Nội dung<th>Lãnh đạo</thead>
{"".join(f"<tr><td>{day}<td>Việc {day}<br><br>xong<td>Đ/c An" for day in range(1, 32))}
</table><p>Hết"""


@pytest.mark.browser
def test_a_table_over_pages_is_one_and_its_repeated_heads_are_marked(tmp_path: Path) -> None:
    document = read_document(print_page(LONG, tmp_path))
    assert [type(block).__name__ for block in document.blocks] == ["Table", "Paragraph"]
    rows = table(document).rows
    pages = sorted({row.place.page or 0 for row in rows})
    assert pages == [1, 2, 3]
    assert [(row.place.page, row.cells[0].text) for row in rows if row.heading] == [
        (page, "Ngày") for page in pages
    ]
    assert [row.cells[0].text for row in rows if not row.heading] == [
        str(day) for day in range(1, 32)
    ]


CUT = f"""{STYLE}<style>
.page {{ position: relative; height: 250mm; break-after: page; overflow: hidden }}
</style>
<div class=page><div style="height: 200mm">Đầu trang có vài dòng chữ để trang không trống.</div>
<table><tr><td>4<td>Sáng: Họp A<tr><td style="border-bottom: 0">5
<td style="border-bottom: 0">Khai mạc huấn luyện năm</table></div>
<div class=page><table><tr><td style="border-top: 0">&nbsp;<td style="border-top: 0">2021; Họp C
<tr><td>6<td>Họp D</table></div>"""


@pytest.mark.browser
def test_a_row_that_a_page_cuts_open_says_so(tmp_path: Path) -> None:
    rows = table(read_document(print_page(CUT, tmp_path))).rows
    assert [([cell.text for cell in row.cells], row.continued) for row in rows] == [
        (["4", "Sáng: Họp A"], False),
        (["5", "Khai mạc huấn luyện năm"], False),
        (["", "2021; Họp C"], True),
        (["6", "Họp D"], False),
    ]


MERGED = f"""{STYLE}<style>.page {{ height: 250mm; break-after: page }}
table {{ table-layout: fixed }}</style>
<div class=page><table><tr><td>Thứ<td>Buổi<td>Nội dung<td>Người chủ trì
<tr><td>Hai<td>Sáng<td>Họp A và nghe báo cáo<td>Đ/c Bình<tr><td>Hai<td>Chiều<td>Họp B<td>Đ/c Văn
<tr><td>Ba<td>Sáng<td>Họp C<td>Đ/c An</table></div>
<div class=page><table><tr><td>&nbsp;<td>Chiều<td>Họp D và nghe báo cáo<td>&nbsp;
<tr><td>Tư<td>Sáng<td>Họp E<td>Đ/c Hoàn</table></div>"""


@pytest.mark.browser
def test_an_empty_cell_at_the_head_of_a_page_is_taken_for_the_rest_of_a_merged_one(
    tmp_path: Path,
) -> None:
    rows = table(read_document(print_page(MERGED, tmp_path))).rows
    assert [(row.cells[3].text, row.cells[3].lines[0].guess) for row in rows] == [
        ("Người chủ trì", None),
        ("Đ/c Bình", None),
        ("Đ/c Văn", None),
        ("Đ/c An", None),
        ("Đ/c An", Guess.MERGED),
        ("Đ/c Hoàn", None),
    ]


def word(folder: Path) -> tuple[Path, "docx.document.Document"]:
    document = docx.Document()
    font = document.styles["Normal"].font
    font.name, font.size = "Liberation Serif", Pt(13)
    return folder / "van-ban.docx", document


@pytest.mark.office
def test_a_table_without_rules_is_known_by_the_names_of_its_columns(tmp_path: Path) -> None:
    path, document = word(tmp_path)
    widths = [Mm(width) for width in (16, 82, 32, 32)]
    rows = [
        ["Ngày", "Nội dung công việc", "Cơ quan chuẩn bị", "Lãnh đạo Sở"],
        *(
            row
            for day in range(1, 21)
            for row in (
                [
                    f"{day}/6",
                    "Sáng: Họp giao ban và đánh giá công tác của các phòng chuyên môn tại Hội "
                    "trường tầng 2\nChiều: Kiểm tra cơ sở",
                    "Văn phòng\nPhòng QLKH",
                    "Đ/c Văn GĐ\nĐ/c Hoàn PGĐ",
                ],
            )
        ),
        ["26-27/6", "Thứ Bảy, Chủ nhật", "", ""],
    ]
    document.add_paragraph("LỊCH CÔNG TÁC THÁNG 6 NĂM 2021")
    drawn = document.add_table(len(rows), 4)
    for row, texts in zip(drawn.rows, rows, strict=True):
        for cell, text, width in zip(row.cells, texts, widths, strict=True):
            cell.text, cell.width = text, width
    for column, width in zip(drawn.columns, widths, strict=True):
        column.width = width
    document.add_paragraph("Nơi nhận: như trên, và tất cả các phòng, đơn vị")
    document.save(str(path))
    assert shown(read_document(convert(path, "pdf"))) == [
        "LỊCH CÔNG TÁC THÁNG 6 NĂM 2021",
        rows,
        "Nơi nhận: như trên, và tất cả các phòng, đơn vị",
    ]


@pytest.mark.office
def test_a_list_without_a_table_keeps_its_lines(tmp_path: Path) -> None:
    path, document = word(tmp_path)
    texts = [
        "LỊCH CÔNG TÁC TUẦN 20",
        "Thứ Hai, ngày 17/5/2021:",
        "- 8h00: Giao ban lãnh đạo Sở, đánh giá công tác tuần 19 và triển khai nhiệm vụ tuần 20 "
        "năm 2021 của các phòng, đơn vị trực thuộc Sở tại phòng họp tầng 2.",
        "- 14h00: Đ/c Hoàn PGĐ làm việc với xã Kỳ Lạc.",
        "Thứ Ba, ngày 18/5/2021:",
        "Cả ngày: Đ/c Văn GĐ dự các hoạt động chào mừng 62 năm ngày thành lập ngành Khoa học và "
        "Công nghệ, phát triển kinh tế - xã hội giai đoạn 2021 - 2025, định hướng đến năm 2030.",
    ]
    for text in texts:
        paragraph = document.add_paragraph(text)
        paragraph.paragraph_format.space_after = Pt(0)
    for text in ("một", "hai"):
        document.add_paragraph(text, style="List Number")
    document.save(str(path))
    assert shown(read_document(convert(path, "pdf"))) == [*texts, "1. một", "2. hai"]


@pytest.mark.office
def test_page_numbers_are_left_out_and_running_heads_stand_aside(tmp_path: Path) -> None:
    path, document = word(tmp_path)
    document.sections[0].header.paragraphs[0].text = "Sở Khoa học và Công nghệ"
    for number in range(60):
        document.add_paragraph(f"Đoạn văn bản số {number} của chương trình công tác.")
    document.save(str(path))
    read = read_document(convert(path, "pdf"))
    assert [block for block in shown(read) if "Đoạn" not in block] == []
    assert set(asides(read)) == {("đầu trang", "Sở Khoa học và Công nghệ")}


def picture(*, pages: int = 1) -> bytes:
    target = io.BytesIO()
    images = [Image.new("L", (400, 560), "white") for _ in range(pages)]
    images[0].save(target, "PDF", save_all=True, append_images=images[1:])
    return target.getvalue()


def test_a_scan_is_refused() -> None:
    with pytest.raises(ImportRefused) as caught:
        read_agenda_pdf(picture())
    assert str(caught.value) == (
        "tệp PDF là bản quét, chỉ có hình, không có lớp chữ; "
        "hãy xin tệp Word gốc, hoặc nhận dạng chữ (OCR) rồi thử lại"
    )


def test_a_pdf_of_too_many_pages_is_refused() -> None:
    with pytest.raises(ImportRefused, match="tệp PDF có 201 trang, nhiều hơn mức 200 cho phép"):
        read_agenda_pdf(picture(pages=201))


def test_a_picture_among_pages_of_text_is_said(official_pdf: Path, tmp_path: Path) -> None:
    path = tmp_path / "van-ban.pdf"
    with PdfDocument(official_pdf) as whole, PdfDocument(picture()) as scan:
        whole.import_pages(scan)
        whole.save(path)
    found = asides(read_document(path))
    assert [text for kind, text in found if kind == "hình ảnh"] == [
        "trang 5 chỉ có hình, không đọc được chữ"
    ]


def test_a_pdf_without_any_text_is_refused() -> None:
    with pytest.raises(ImportRefused, match="tệp PDF không có chữ"):
        read_agenda_pdf(pdf_file(b"0 0 100 100 re f"))


def test_a_pdf_whose_letters_are_not_named_is_refused() -> None:
    letters = b"BT /F1 12 Tf 72 720 Td <" + b"00410042" * 40 + b"> Tj ET"
    with pytest.raises(ImportRefused, match="phông chữ không kèm bảng mã"):
        read_agenda_pdf(pdf_file(letters, font=UNMAPPED))


def test_a_pdf_that_takes_too_long_is_refused() -> None:
    drawing = pdf_file(b"BT /F1 9 Tf (abc) Tj ET " * 2_000_000)
    assert len(drawing) < 200_000
    with pytest.raises(ImportRefused, match="không xong trong 2 giây"):
        read_sandboxed(
            "agenda.importer.loading.agenda_pdf:read_agenda_pdf",
            drawing,
            lambda _: None,
            Document,
            timeout=2,
        )


def exported(original: Path, folder: Path, **options: str | bool) -> Path:
    path = Path(shutil.copy(original, folder))
    values = {
        name: {"type": "boolean" if value is True else "string", "value": str(value).lower()}
        for name, value in options.items()
    }
    return convert(path, "pdf", json.dumps(values))


@pytest.mark.office
def test_a_locked_pdf_is_refused(official_word: Path, tmp_path: Path) -> None:
    path = exported(official_word, tmp_path, EncryptFile=True, DocumentOpenPassword="x")
    with pytest.raises(ImportRefused, match="tệp PDF có mật khẩu"):
        read_document(path)


@pytest.mark.office
def test_a_pdf_that_only_forbids_changes_is_read(
    official_word: Path, official_pdf: Path, tmp_path: Path
) -> None:
    path = exported(official_word, tmp_path, RestrictPermissions=True, PermissionPassword="x")
    assert read_document(path) == read_document(official_pdf)


@pytest.mark.browser
def test_underlining_is_seen_whatever_draws_it(tmp_path: Path) -> None:
    words = "để trang này không bị coi là bản quét vì có quá ít chữ trên đó"
    page = f"{STYLE}<p><u>Sáng:</u> Họp</p><table><tr><td><u>Chiều:</u> Họp<td>{words}</table>"
    document = read_document(print_page(page, tmp_path))
    cell = table(document).rows[0].cells[0]
    assert [
        [(run.text, run.underlined) for run in line.runs]
        for line in (*document.blocks[0].lines, *cell.lines)  # type: ignore[union-attr]
    ] == [[("Sáng:", True), (" Họp", False)], [("Chiều:", True), (" Họp", False)]]


@pytest.mark.browser
def test_text_struck_through_stands_aside(tmp_path: Path) -> None:
    words = "để trang này không bị coi là bản quét vì có quá ít chữ trên đó"
    page = f"{STYLE}<p>Ngày <s>04</s> 05</p><table><tr><td><s>Họp A</s> Họp B<td>{words}</table>"
    document = read_document(print_page(page, tmp_path))
    assert (shown(document), asides(document)) == (
        ["Ngày 05", [["Họp B", words]]],
        [("chữ bị gạch ngang", "04\nHọp A")],
    )


FOOTNOTE = f"""{STYLE}<style>
.page {{ position: relative; height: 250mm; break-after: page }}
.notes {{ position: absolute; bottom: 0; font-size: 9pt }}
hr {{ width: 50mm; margin: 0; border: 0; border-top: 1px solid black }}
</style>
<div class=page><p>Chương trình công tác tháng 5 năm 2021 của Sở Khoa học và Công nghệ</p>
<table><tr><td width=40>4<td>Họp A</table>
<div class=notes><hr>(1) Theo Quyết định số 12<br>(2) Dự kiến</div></div>
<div class=page><table><tr><td width=40>5<td>Họp B</table>"""


@pytest.mark.browser
def test_footnotes_stand_aside_and_part_no_table(tmp_path: Path) -> None:
    document = read_document(print_page(FOOTNOTE, tmp_path))
    assert (shown(document), asides(document)) == (
        [
            "Chương trình công tác tháng 5 năm 2021 của Sở Khoa học và Công nghệ",
            [["4", "Họp A"], ["5", "Họp B"]],
        ],
        [("chú thích cuối trang", "(1) Theo Quyết định số 12\n(2) Dự kiến")],
    )


def test_every_printed_sign_is_read_once_but_for_page_numbers(official_pdf: Path) -> None:
    content = official_pdf.read_bytes()
    document = read_agenda_pdf(content)
    cells = {
        id(cell): cell.text
        for block in document.blocks
        if isinstance(block, Table)
        for row in block.rows
        for cell in row.cells
    }
    paragraphs = [block.text for block in document.blocks if isinstance(block, Paragraph)]
    read = Counter("".join("".join([*cells.values(), *paragraphs]).split()))
    pages = list(pages_of(content))
    printed = Counter(sign for page in pages for char in page.chars for sign in char.text)
    numbers = Counter("".join(str(page.number) for page in pages[1:]))
    assert printed - read - Counter({" ": printed[" "]}) == numbers
    assert read - printed == Counter()


def test_a_pdf_lying_on_its_side_is_refused(official_pdf: Path, tmp_path: Path) -> None:
    path = tmp_path / "xoay.pdf"
    with PdfDocument(official_pdf) as pdf:
        for page in pdf:
            page.set_rotation(90)
        pdf.save(path)
    with pytest.raises(ImportRefused, match="nằm xoay"):
        read_document(path)
