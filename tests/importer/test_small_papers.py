"""Test small papers, each with one peculiarity that real papers have."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from agenda.importer.datamodel.document import PAGE_HEADER, Aside
from agenda.importer.datamodel.draft import ImportResult
from agenda.importer.datamodel.refusal import ImportRefused
from agenda.importer.extraction.pipeline import interpret_document
from agenda.model import YearMonth
from tests.importer.documents.plain import plain_document
from tests.importer.draft_lines import doubt_kinds, draft_lines

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
    assert {"items": items(result), "doubts": doubt_kinds(result)} == {
        "items": case["items"],
        "doubts": case.get("doubts", []),
    }


def items(result: ImportResult) -> list[str]:
    """Return the lines of all drafts; those of several months begin with their month."""
    if len(result.drafts) == 1:
        return draft_lines(result.drafts[0])
    return [f"{draft.month} {line}" for draft in result.drafts for line in draft_lines(draft)]


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
