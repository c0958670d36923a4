"""Test small papers, each with one peculiarity that real papers have."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from agenda.importer.datamodel.document import PAGE_HEADER, Aside
from agenda.importer.datamodel.refusal import ImportRefused
from agenda.importer.extraction.pipeline import interpret_document
from agenda.importer.import_document import import_document
from agenda.model import YearMonth
from tests.importer.documents.docx_builder import build_docx
from tests.importer.documents.libreoffice import convert
from tests.importer.documents.plain import plain_document
from tests.importer.draft_lines import doubt_kinds, draft_lines, draft_lines_by_month
from tests.machine import require_libreoffice

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "cases/small_papers.yml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=[case["paper"] for case in CASES])
def test_a_small_paper_is_read_or_refused(case: dict[str, Any]) -> None:
    document = plain_document(case["text"])
    if "refused" in case:
        with pytest.raises(ImportRefused, match=case["refused"]):
            interpret_document(document)
        return
    result = interpret_document(document)
    assert {"items": draft_lines_by_month(result), "doubts": doubt_kinds(result)} == {
        "items": case["items"],
        "doubts": case.get("doubts", []),
    }


@pytest.mark.parametrize(
    ("top", "month"),
    [
        ("Chương trình tháng 5", YearMonth(2021, 5)),
        ("SỞ KHOA HỌC VÀ CÔNG NGHỆ\nLỊCH CÔNG TÁC THÁNG 6 NĂM 2021", YearMonth(2021, 6)),
    ],
)
def test_a_month_only_in_the_page_header_is_read(top: str, month: YearMonth) -> None:
    paper = plain_document(
        """
        Hà Tĩnh, ngày 04 tháng 5 năm 2021
        Ngày | Nội dung công việc
        4 | Họp A
        """
    )
    paper = replace(paper, asides=(Aside(kind=PAGE_HEADER, text=top),))
    (draft,) = interpret_document(paper).drafts
    assert (draft.month, draft_lines(draft)) == (month, ["4 ca_ngay: Họp A"])


ROWS = [
    ["Ngày", "Nội dung công việc", "Cơ quan chuẩn bị", "Lãnh đạo Sở"],
    ["4", "Đêm: trực cơ quan", "Toàn thể CBCCVC Sở Khoa học", "Lãnh đạo Sở"],
    ["5", "Sáng: Họp A\nĐêm: trực cơ quan", "VP\nP.QLKH", "Đ/c An PGĐ\nĐ/c Minh GĐ"],
    ["6", "14-15h30: Việc A\n16-17h: Việc B", "VP", "Lãnh đạo Sở"],
    [
        "7",
        "* Sáng: 1. Chủ tịch An:\n08 giờ 00’: Việc A.\n2. Phó Chủ tịch Bình:\n09 giờ 00’: Việc B.",
        "",
        "",
    ],
    ["10", "8h00: Họp A tại phòng họp 3\n* Trong tỉnh:\n9h00: Họp B", "", ""],
    ["11", "Họp A.\nThời gian, địa điểm: 07 giờ 00’ đến 08 giờ 00’ tại phòng A.", "", ""],
    ["12", "Họp B tại P.201, buổi chiều", "", ""],
    ["13", "Từ 21h00 ngày 13/5 đến 6h00 ngày 14/5: Trực bão", "", ""],
]


@pytest.mark.office
def test_a_pdf_with_narrow_columns_is_read_like_its_word_file(tmp_path: Path) -> None:
    require_libreoffice()
    title = "CHƯƠNG TRÌNH CÔNG TÁC THÁNG 5 NĂM 2021"
    word = build_docx([{"p": title}, {"table": ROWS}], tmp_path / "a.docx")
    (expected,) = import_document(word).drafts
    (draft,) = import_document(convert(word, "pdf")).drafts
    assert draft_lines(draft) == draft_lines(expected)
    assert "4 toi: trực cơ quan | chuẩn bị Toàn thể CBCCVC Sở Khoa học | lãnh đạo Lãnh đạo Sở" in (
        draft_lines(draft)
    )
