"""Test the text before and after the agenda."""

from collections.abc import Sequence
from datetime import date

import pytest

from agenda.importer.datamodel.diagnostics import DiagnosticSeverity
from agenda.importer.datamodel.document import Cell, Document, Line, Paragraph, Row, Run, Table
from agenda.importer.datamodel.draft import Draft, DraftDocument, ImportResult
from agenda.importer.datamodel.refusal import ImportRefused
from agenda.importer.extraction.pipeline import interpret_document
from agenda.model import YearMonth


def paragraph(text: str) -> Paragraph:
    return Paragraph(lines=tuple(Line(runs=(Run(text=line),)) for line in text.split("\n")))


def cell(text: str) -> Cell:
    return Cell(paragraphs=tuple(map(paragraph, text.split("\n"))))


def read(before: Sequence[str], after: Sequence[str] = (), day: str = "4") -> ImportResult:
    rows = (("Ngày", "Nội dung"), (day, "Sáng: Họp A"))
    table = Table(rows=tuple(Row(cells=tuple(map(cell, texts))) for texts in rows))
    return interpret_document(
        Document(blocks=(*map(paragraph, before), table, *map(paragraph, after)))
    )


def draft(before: Sequence[str], after: Sequence[str] = (), day: str = "4") -> Draft:
    (only,) = read(before, after, day).drafts
    return only


TITLE = "CHƯƠNG TRÌNH CÔNG TÁC THÁNG 5 NĂM 2021"


@pytest.mark.parametrize(
    ("title", "month", "number"),
    [
        (["CHƯƠNG TRÌNH CÔNG TÁC THÁNG 5 NĂM 2021"], (2021, 5), 0),
        (["CHƯƠNG TRÌNH CÔNG TÁC", "Tháng 5 năm 2021"], (2021, 5), 0),
        (["CHƯƠNG TRÌNH CÔNG TÁC\nTHÁNG 05/2021\nCỦA SỞ Y TẾ"], (2021, 5), 0),
        (["LỊCH LÀM VIỆC THÁNG 5 - 2021"], (2021, 5), 0),
        (["KẾ HOẠCH CÔNG TÁC THÁNG 5/2021 (ĐIỀU CHỈNH LẦN 2)"], (2021, 5), 2),
        (["CHƯƠNG TRÌNH CÔNG TÁC THÁNG 5 NĂM 2021", "(Điều chỉnh lần thứ nhất)"], (2021, 5), 1),
        (["CHƯƠNG TRÌNH CÔNG TÁC THÁNG 5 NĂM 2021", "(bổ sung)"], (2021, 5), 1),
        (["LỊCH CÔNG TÁC", "Tuần 20 (từ 03/5 đến 07/5/2021)"], (2021, 5), 0),
        (["LỊCH CÔNG TÁC TUẦN 18 NĂM 2021", "(Từ 03/5 - 09/5)"], (2021, 5), 0),
        (["CHƯƠNG TRÌNH CÔNG TÁC THÁNG NĂM NĂM 2021"], (2021, 5), 0),
        (
            ["LỊCH LÀM VIỆC", "của Chủ tịch UBND huyện", "từ ngày 03/5 đến ngày 07/5/2021"],
            (2021, 5),
            0,
        ),
    ],
)
def test_the_title_names_the_month_and_the_revision(
    title: list[str], month: tuple[int, int], number: int
) -> None:
    found = draft(title)
    assert (found.month, found.number) == (YearMonth(*month), number)


def test_a_title_without_a_year_has_the_year_of_signing() -> None:
    found = draft(["Hà Tĩnh, ngày 28 tháng 12 năm 2020", "CHƯƠNG TRÌNH CÔNG TÁC THÁNG 01"])
    assert found.month == YearMonth(2021, 1)


def test_a_document_without_a_month_is_refused() -> None:
    with pytest.raises(ImportRefused, match="không rõ văn bản thuộc tháng nào"):
        read(["CHƯƠNG TRÌNH CÔNG TÁC"])


def test_every_part_of_a_document_is_read() -> None:
    before = [
        "UBND TỈNH HÀ TĨNH",
        "SỞ KHOA HỌC VÀ CÔNG NGHỆ",
        "Số: 12/CTr-SKHCN",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Hà Tĩnh, ngày 04 tháng 5 năm 2021",
        TITLE,
        "CỦA SỞ KHOA HỌC VÀ CÔNG NGHỆ",
        "I. MỘT SỐ NỘI DUNG CÔNG TÁC TRỌNG TÂM:",
        "- Một;",
        "- Hai.",
        "II. DỰ KIẾN CHƯƠNG TRÌNH CÔNG TÁC: (Có thể thay đổi theo diễn biến dịch bệnh)",
    ]
    after = [
        "Nơi nhận :",
        "- UBND tỉnh.",
        "- Phòng TT-TK (để đăng tải)",
        "KT. GIÁM ĐỐC",
        "PHÓ GIÁM ĐỐC",
        "(Đã ký)",
        "Nguyễn Huy Trọng",
    ]
    result = read(before, after)
    (found,) = result.drafts
    assert found.paper == DraftDocument(
        number="12/CTr-SKHCN",
        place="Hà Tĩnh",
        issued=date(2021, 5, 4),
        signer="Nguyễn Huy Trọng",
        signer_title="Phó Giám đốc",
    )
    assert found.focus == ("Một;", "Hai.")
    assert found.caveat == "Có thể thay đổi theo diễn biến dịch bệnh"
    assert found.recipients == ("UBND tỉnh", "Phòng TT-TK (để đăng tải)")
    assert result.diagnostics == ()


def test_text_without_a_field_is_reported() -> None:
    result = read(
        ["Kính gửi: Các phòng", TITLE, "Căn cứ Quy chế làm việc, Sở thông báo lịch như sau"],
        ["Đề nghị các phòng thực hiện."],
    )
    shown = [r.source_text for r in result.diagnostics if r.severity is DiagnosticSeverity.LEFT_OUT]
    assert shown == [
        "Kính gửi: Các phòng",
        "Căn cứ Quy chế làm việc, Sở thông báo lịch như sau",
        "Đề nghị các phòng thực hiện.",
    ]


@pytest.mark.parametrize("number", ["Số:      /CTr-SKHCN", "Số: .../CTr-SKHCN"])
def test_a_number_left_blank_is_none(number: str) -> None:
    assert draft([number, TITLE]).paper.number is None


def test_a_note_below_the_table_is_the_caveat() -> None:
    assert draft([TITLE], ["Ghi chú: Lịch này thay giấy mời."]).caveat == "Lịch này thay giấy mời."


def test_days_of_another_month_are_reported_and_left_out() -> None:
    result = read([TITLE], day="30/4-3/5")
    assert [(e.first, e.last) for e in result.drafts[0].entries] == [
        (date(2021, 4, 30), date(2021, 5, 3))
    ]
    with pytest.raises(ImportRefused, match="không đọc được ngày nào"):
        read([TITLE], day="5/6")


def test_recipients_apart_from_their_heading_are_recipients() -> None:
    found = draft([TITLE], ["Nơi nhận: ", "GIÁM ĐỐC", "- BGH;", "- Lưu: VT.", "TS. Trần Văn An"])
    assert (found.recipients, found.paper.signer) == (("BGH", "Lưu: VT"), "TS. Trần Văn An")


def test_a_quarter_is_split_into_its_months() -> None:
    (first,) = read(["CHƯƠNG TRÌNH CÔNG TÁC QUÝ II NĂM 2021"], day="18/5").drafts
    assert (first.month, [entry.first for entry in first.entries]) == (
        YearMonth(2021, 5),
        [date(2021, 5, 18)],
    )


def test_a_week_without_dates_in_its_title_is_of_the_month_of_its_days() -> None:
    found = draft(["LỊCH LÀM VIỆC TUẦN THỨ 20 NĂM 2021"], day="Thứ hai – 17/05")
    assert (found.month, found.entries[0].first) == (YearMonth(2021, 5), date(2021, 5, 17))
