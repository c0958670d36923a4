"""Amendments of some days, and additions, are read from Word documents and their PDF."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from agenda.importer.datamodel.diagnostics import DiagnosticSeverity
from agenda.importer.datamodel.draft import ImportResult
from agenda.importer.import_document import import_document
from agenda.source.scope import format_days
from tests.importer.documents.batch import print_all
from tests.importer.documents.docx_builder import build_docx
from tests.importer.draft_lines import doubt_kinds

SIGNED = {"sides": ["SỞ KHCN\nSố: 31/CTr-SKHCN", "Hà Tĩnh, ngày 11 tháng 6 năm 2021"]}
JUNE = "CHƯƠNG TRÌNH CÔNG TÁC THÁNG 6 NĂM 2021"
HEAD = ["Ngày", "Nội dung công việc", "Cơ quan chuẩn bị"]


@dataclass(frozen=True, kw_only=True)
class Case:
    """The lines above a table of days, and the number and the days of the amendment."""

    above: Sequence[str]
    days: Sequence[str] = ("14", "15", "30")
    scope: str | None
    number: int = 1
    doubts: Sequence[str] = ("revision",)


CASES = {
    "range-in-brackets": Case(
        above=[JUNE, "(Điều chỉnh từ ngày 14/6 đến ngày 30/6/2021)"], scope="14-30"
    ),
    "short-range-of-a-month": Case(
        above=[JUNE, "(Điều chỉnh lần 2, từ ngày 14/6 đến ngày 18/6/2021)"],
        days=("14", "18"),
        scope="14-18",
        number=2,
        doubts=(),
    ),
    "list-below-the-title": Case(
        above=[JUNE, "Điều chỉnh các ngày 7, 14 và 15 tháng 6"],
        days=("7", "14", "15"),
        scope="[7, 14-15]",
    ),
    "dash": Case(above=["LỊCH CÔNG TÁC THÁNG 6/2021 (điều chỉnh từ 14 – 30/6)"], scope="14-30"),
    "week": Case(
        above=["Lịch công tác tuần 3 tháng 6 (từ ngày 14/6 đến 18/6) điều chỉnh lần 1"],
        days=("Thứ Hai 14/6", "Thứ Ba 15/6"),
        scope="14-18",
        doubts=(),
    ),
    "month-only-in-the-range": Case(
        above=["LỊCH CÔNG TÁC ĐIỀU CHỈNH TỪ NGÀY 14/6 ĐẾN NGÀY 30/6/2021"], scope="14-30"
    ),
    "introduction": Case(
        above=[
            JUNE,
            "Sở điều chỉnh Chương trình số 25/CTr-SKHCN ngày 31/5/2021, từ ngày 14/6 đến ngày "
            "30/6/2021 như sau:",
        ],
        scope="14-30",
        doubts=("revision", "before"),
    ),
    "subject-above-the-title": Case(
        above=["V/v điều chỉnh lịch công tác các ngày 14, 15 và 30/6", JUNE],
        scope="[14-15, 30]",
        doubts=("revision", "before"),
    ),
    "first-day": Case(
        above=[JUNE, "(Điều chỉnh từ ngày 14/6)"], scope="14-30", doubts=("revision", "scope")
    ),
    "first-day-after-others": Case(
        above=[JUNE, "(Điều chỉnh từ ngày 14/6)"],
        days=("7", "14"),
        scope=None,
        doubts=("revision", "scope"),
    ),
    "half-day": Case(
        above=[JUNE, "(Điều chỉnh từ chiều ngày 14/6 đến ngày 30/6)"],
        scope="14-30",
        doubts=("revision", "scope"),
    ),
    "one-day": Case(above=[JUNE, "(Điều chỉnh ngày 14/6/2021)"], days=("14",), scope="14"),
    "day-of-the-change": Case(above=[JUNE, "(Điều chỉnh ngày 11/6/2021)"], scope=None),
    "whole-month": Case(above=[JUNE, "(Điều chỉnh từ ngày 01/6 đến ngày 30/6)"], scope=None),
    "day-outside": Case(
        above=[JUNE, "(Điều chỉnh từ ngày 14/6 đến ngày 30/6/2021)"],
        days=("11", "14"),
        scope="14-30",
    ),
    "addition": Case(above=["LỊCH BỔ SUNG CÔNG TÁC THÁNG 6 NĂM 2021"], scope="[]"),
    "addition-of-a-week": Case(
        above=["Bổ sung Lịch công tác tuần 24 (từ ngày 14/6 đến 18/6/2021)"],
        days=("14", "15"),
        scope="[]",
    ),
    "changed-and-added": Case(
        above=[JUNE, "(Điều chỉnh, bổ sung từ ngày 14/6 đến ngày 30/6)"], scope="14-30"
    ),
    "may-change": Case(
        above=[JUNE, "(Có thể điều chỉnh từ ngày 14/6 đến ngày 30/6)"],
        scope="14-30",
        number=0,
        doubts=(),
    ),
    "change-of-something-else": Case(
        above=[JUNE, "Các đơn vị cập nhật số liệu từ ngày 14/6 đến ngày 18/6/2021."],
        scope=None,
        number=0,
        doubts=("before",),
    ),
    "change-in-the-focus": Case(
        above=[
            JUNE,
            "I. NỘI DUNG TRỌNG TÂM",
            "Sửa đổi Kế hoạch chuyển đổi số từ ngày 14/6 đến ngày 18/6/2021",
            "II. LỊCH CÔNG TÁC",
        ],
        scope=None,
        number=0,
        doubts=(),
    ),
    "focus-without-heading": Case(
        above=[JUNE, "- Điều chỉnh Chương trình khoa học từ ngày 14/6 đến ngày 18/6/2021"],
        scope=None,
        number=0,
        doubts=(),
    ),
    "first-document": Case(above=[JUNE], scope=None, number=0, doubts=()),
}


def document(name: str, folder: Path) -> Path:
    case = CASES[name]
    rows = [[day, f"<u>Sáng:</u> Việc ngày {day}", "VP"] for day in case.days]
    blocks: list[dict[str, Any]] = [
        SIGNED,
        *({"p": line} for line in case.above),
        {"table": [HEAD, *rows]},
    ]
    return build_docx(blocks, folder / f"{name}.docx")


def summary(result: ImportResult) -> tuple[int, str | None, int]:
    (draft,) = result.drafts
    assert str(draft.month) == "2021-06"
    scope = None if draft.scope is None else format_days(draft.scope)
    return draft.number, scope, len(draft.items)


@pytest.mark.parametrize("name", CASES)
def test_the_days_of_an_amendment_are_read(name: str, tmp_path: Path) -> None:
    case = CASES[name]
    result = import_document(document(name, tmp_path))
    assert summary(result) == (case.number, case.scope, len(case.days))
    assert sorted(doubt_kinds(result)) == sorted(case.doubts)


@pytest.mark.office
def test_the_pdf_of_an_amendment_gives_the_same(tmp_path: Path) -> None:
    words = {name: document(name, tmp_path) for name in CASES}
    printed = dict(zip(CASES, print_all(list(words.values())), strict=True))
    assert {name: summary(import_document(path)) for name, path in printed.items()} == {
        name: (case.number, case.scope, len(case.days)) for name, case in CASES.items()
    }


def test_the_range_that_was_read_is_told(tmp_path: Path) -> None:
    result = import_document(document("range-in-brackets", tmp_path))
    (told,) = (each for each in result.diagnostics if each.kind == "scope")
    assert told.severity is DiagnosticSeverity.INFERENCE
    assert told.message == "văn bản chỉ thay các ngày 14-30"
    assert told.source_text == "từ ngày 14/6 đến ngày 30/6/2021"
