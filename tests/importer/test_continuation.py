"""Test the joining of rows split by page breaks, and its doubts."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from agenda.importer.datamodel.diagnostics import DiagnosticSeverity
from agenda.importer.datamodel.document import (
    PAGE,
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
from agenda.importer.extraction.pipeline import interpret_document
from agenda.importer.output.yaml_text import write_draft
from tests.importer.draft_lines import doubt_kinds, draft_lines

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "cases/breaks.yml").read_text(encoding="utf-8")
)
HEAD = ["Ngày", "Nội dung công việc", "Cơ quan chuẩn bị", "Lãnh đạo Sở"]
TITLE = "CHƯƠNG TRÌNH CÔNG TÁC THÁNG 5 NĂM 2021"
JOINTS = {"~": " ", "?": " ", "=": ""}


def cell(text: str, place: BlockLocation) -> Cell:
    """Return a cell of a PDF: each line a paragraph, with its height on the pages."""
    lines = []
    for number, line in enumerate(text.split("\n")):
        sign = line[:1] if number == 0 and line[:1] in JOINTS else ""
        lines.append(
            Line(
                runs=(Run(text=line.removeprefix(sign)),),
                top=PAGE * (place.page or 0) + 100.0 * (place.row or 0) + 15.0 * number,
                joiner=JOINTS.get(sign),
                guess=Guess.JOINED if sign == "?" else None,
            )
        )
    return Cell(paragraphs=tuple(Paragraph(lines=(line,), place=place) for line in lines))


def rows(pages: Iterable[Sequence[Sequence[str]]]) -> Iterable[Row]:
    number = 0
    for page, texts in enumerate(pages, start=1):
        for row in texts:
            number += 1
            place = BlockLocation(page=page, table=1, row=number)
            yield Row(cells=tuple(cell(str(text), place) for text in row), place=place)


def document_of(case: dict[str, Any]) -> Document:
    title = cell(case.get("title", TITLE), BlockLocation(page=1)).paragraphs
    first, *later = case["pages"]
    table = Table(rows=tuple(rows([[case.get("head", HEAD), *first], *later])))
    return Document(blocks=(*title, table))


@pytest.mark.parametrize("case", CASES, ids=[case["break"] for case in CASES])
def test_a_row_split_by_a_page_break_is_joined(case: dict[str, Any]) -> None:
    result = interpret_document(document_of(case))
    (draft,) = result.drafts
    assert {"items": draft_lines(draft), "doubts": doubt_kinds(result)} == {
        "items": case["items"],
        "doubts": case.get("doubts", []),
    }


@pytest.mark.parametrize(
    "case",
    [case for case in CASES if case.get("doubts")],
    ids=[case["break"] for case in CASES if case.get("doubts")],
)
def test_each_doubt_is_a_comment_at_its_line_of_the_file(case: dict[str, Any]) -> None:
    result = interpret_document(document_of(case))
    written = " ".join(write_draft(result.drafts[0]).replace("#   ", "").split())
    doubts = [each for each in result.diagnostics if each.severity is DiagnosticSeverity.DOUBT]
    assert [each.message in written for each in doubts] == [True] * len(doubts)
