"""Test that every word of a document is in the draft, in a diagnostic or boilerplate."""

from collections.abc import Iterable
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from agenda.importer.datamodel.diagnostics import DiagnosticSeverity
from agenda.importer.datamodel.document import (
    BlockLocation,
    Cell,
    Document,
    Guess,
    Line,
    Paragraph,
    Row,
    Run,
    Table,
)
from agenda.importer.datamodel.draft import ImportResult
from agenda.importer.datamodel.refusal import ImportRefused
from agenda.importer.extraction.coverage import count_words
from agenda.importer.extraction.pipeline import interpret_document
from agenda.importer.output.yaml_text import write_draft

HEADS = [
    ["Ngày", "Nội dung công việc", "Cơ quan chuẩn bị", "Lãnh đạo Sở"],
    ["Thời gian", "Nội dung", "Chủ trì", "Phối hợp"],
    ["Thứ", "Buổi", "Nội dung", "Địa điểm"],
    ["TT", "Ngày", "Nội dung", "Xe"],
    ["Ngày", "Sáng", "Chiều", "Ghi chú"],
    ["Ngày", "Nội dung", "Mã số", "Thành phần"],
    ["Ngày", "Nội dung", "Đ/c Văn GĐ", "Đ/c An PGĐ"],
    ["Ngày", "Đ/c Văn GĐ", "Đ/c An PGĐ", "Ghi chú"],
    ["Tuần", "Thứ", "Nội dung", "Địa điểm"],
    ["Buổi", "Thứ Hai 10/5", "Thứ Ba 11/5", "Thứ Tư 12/5"],
    ["Lãnh đạo", "10/5", "11/5", "12/5"],
]
PIECES = [
    "Sáng:",
    "Chiều:",
    "Cả ngày:",
    "- ",
    "+ ",
    "1. ",
    "8h00: ",
    "14 giờ 30, ",
    "Họp",
    "Thành phần: ",
    "Địa điểm: ",
    "Xe: ",
    "(hoãn)",
    "(chiều; dự: đ/c An)",
    "(chuyển sang chiều 20)",
    "; ",
    ". ",
    ", ",
    "\n",
    "\n\n",
    "Thứ Bảy",
    "Chủ nhật",
    "Nghỉ lễ",
    "tại HT ",
    "Đ/c ",
    "Phòng ",
    "Lãnh đạo Sở",
    "Chủ trì: ",
    "Ghi chú: ",
    "5/5",
    "12",
    "Nơi nhận:",
    "Dự: ",
    "S: ",
    "C: ",
    "Bổ sung: ",
    "tại Phòng họp: ",
    ", điểm tại ",
    "; đ/c An chủ trì",
    ". Mời ",
    ", mời ",
    " cùng dự",
    "Đ/c Văn GĐ: ",
    "II. PHÒNG ",
    "nt",
    "(",
    ")",
    ":",
]
DAYS = [
    "4",
    "1-3",
    "",
    "Thứ Ba 04/5",
    "30/4-03/5",
    "8,9",
    "5, 7",
    "lạ",
    "Thứ Hai",
    "hằng ngày",
    "5/6",
    "04/5/2020",
    "Trước ngày 25/5",
    "Chiều 08/5 - sáng 09/5",
    "07/5 (mùng 7 Tết)",
    "Hai (10/5)",
    "Tuần 2 (10/5 - 14/5)",
    "x",
]


HEADINGS = [
    "Thứ Ba, ngày 04/5",
    "Ngày 5/5",
    "* Thứ Tư: 05/5",
    "Từ ngày 10/5 đến ngày 14/5",
    "1. Ngày 7/5 (thứ Sáu)",
    "Giám đốc",
    "Đ/c An PGĐ",
    "Thứ Hai",
    "Ngày 5/6",
    "Sáng thứ Hai (10/5):",
    "Tuần 2 (từ 10/5 đến 14/5)",
    "II. Đồng chí Văn - Giám đốc",
]


class Words:
    """Words that are in no other text, so that each that is lost is missed."""

    def __init__(self) -> None:
        self._count = 0

    def text(self, pieces: Iterable[str]) -> str:
        said = []
        for piece in pieces:
            self._count += 1
            said.append(f"{piece} từ{self._count}x" if piece.strip() else piece)
        return " ".join(said)


def cell(text: str, row: int, page: int | None = None, *, cut: bool = False) -> Cell:
    """Return a cell, of a PDF page if given; `cut` says that it continues from above."""
    place = BlockLocation(page=page, table=1, row=row)
    cell = Cell(
        paragraphs=tuple(
            Paragraph(
                lines=tuple(Line(runs=(Run(text=line),)) for line in part.split("\n")), place=place
            )
            for part in text.split("\n\n")
        ),
        place=place,
    )
    return going_on(cell) if cut else cell


def going_on(cell: Cell) -> Cell:
    first, *rest = cell.paragraphs
    line, *lines = first.lines
    joined = replace(line, joiner=" ", guess=Guess.JOINED if len(line.text) % 2 else None)
    return replace(cell, paragraphs=(replace(first, lines=(joined, *lines)), *rest))


def paragraph(text: str) -> Paragraph:
    return Paragraph(lines=tuple(Line(runs=(Run(text=line),)) for line in text.split("\n")))


@st.composite
def documents(draw: st.DrawFn) -> Document:
    words = Words()
    pieces = st.lists(st.sampled_from(PIECES), max_size=7)
    head = draw(st.sampled_from(HEADS))
    page = draw(st.sampled_from([None, 1]))
    rows = [Row(cells=tuple(cell(text, 1, page) for text in head))]
    for number in range(draw(st.integers(1, 6))):
        first = draw(st.sampled_from(DAYS))
        cut = page is not None and draw(st.integers(0, 2)) == 0
        page = page + 1 if cut and page is not None else page
        cells = [cell(first, number + 2, page, cut=cut and draw(st.booleans()))]
        for place in range(1, len(head)):
            above = rows[-1].cells[place] if number and draw(st.integers(0, 5)) == 0 else None
            left = cells[-1] if draw(st.integers(0, 9)) == 0 else None
            goes_on = cut and draw(st.booleans())
            own = cell(words.text(draw(pieces)), number + 2, page, cut=goes_on)
            cells.append(above or left or own)
        where = BlockLocation(page=page, table=1, row=number + 2)
        rows.append(Row(cells=tuple(cells), place=where, continued=cut and draw(st.booleans())))
    before = [paragraph(words.text(draw(pieces))) for _ in range(draw(st.integers(0, 3)))]
    after = [paragraph(words.text(draw(pieces))) for _ in range(draw(st.integers(0, 3)))]
    title = paragraph("CHƯƠNG TRÌNH CÔNG TÁC THÁNG 5 NĂM 2021")
    return Document(blocks=(title, *before, Table(rows=tuple(rows)), *after))


@st.composite
def lists(draw: st.DrawFn) -> Document:
    """Agendas without a table."""
    words = Words()
    pieces = st.lists(st.sampled_from(PIECES), min_size=1, max_size=6)
    blocks = [paragraph("LỊCH CÔNG TÁC THÁNG 5 NĂM 2021")]
    for day in draw(st.lists(st.sampled_from(HEADINGS), min_size=2, max_size=5)):
        blocks.append(paragraph(day + draw(st.sampled_from([":", ":", " ", ""]))))
        blocks += (paragraph(words.text(draw(pieces))) for _ in range(draw(st.integers(0, 3))))
    return Document(blocks=tuple(blocks))


def said(document: Document) -> str:
    return "\n".join(
        block.text
        if isinstance(block, Paragraph)
        else "\n".join(cell.text for row in block.rows for cell in row.cells)
        for block in document.blocks
    )


def accounted_for(result: ImportResult) -> str:
    left_out = (
        r.source_text for r in result.diagnostics if r.severity is DiagnosticSeverity.LEFT_OUT
    )
    drafts = map(write_draft, result.drafts)
    return "\n".join([*drafts, *left_out, *result.boilerplate])


def lost(document: Document, result: ImportResult) -> set[str]:
    return set(count_words(said(document))) - set(count_words(accounted_for(result)))


@given(documents())
def test_no_word_of_a_document_is_lost(document: Document) -> None:
    try:
        result = interpret_document(document)
    except ImportRefused:
        return
    assert lost(document, result) == set()


@given(
    st.lists(
        st.lists(
            st.text(st.characters(exclude_categories=["C"]), max_size=40), min_size=3, max_size=3
        ),
        max_size=6,
    )
)
def test_any_text_is_read_or_reported_as_left_out(texts: list[list[str]]) -> None:
    rows = [Row(cells=tuple(cell(text, 1) for text in HEADS[0][:3]))]
    rows += [Row(cells=tuple(cell(text, 2) for text in row)) for row in texts]
    title = paragraph("LỊCH CÔNG TÁC THÁNG 5 NĂM 2021")
    document = Document(blocks=(title, Table(rows=tuple(rows))))
    try:
        result = interpret_document(document)
    except ImportRefused:
        return
    assert lost(document, result) == set()
