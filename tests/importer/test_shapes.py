"""Test every shape of rows, in Word documents."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from agenda.importer.import_document import import_document
from tests.importer.documents.docx_builder import build_docx
from tests.importer.draft_lines import doubt_kinds, draft_lines

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "cases/shapes.yml").read_text(encoding="utf-8")
)
HEAD = ["Ngày", "Nội dung công việc", "Cơ quan chuẩn bị", "Lãnh đạo Sở"]
TITLE = "CHƯƠNG TRÌNH CÔNG TÁC THÁNG 5 NĂM 2021"


def document_of(case: dict[str, Any], path: Path) -> Path:
    title, head = case.get("title", TITLE), case.get("head", HEAD)
    return build_docx([{"p": title}, {"table": [head, *case["rows"]]}], path)


def test_every_shape_has_a_case() -> None:
    numbers = {int(case["shape"].split(".")[0]) for case in CASES}
    assert numbers == set(range(1, 22))


@pytest.mark.parametrize("case", CASES, ids=[case["shape"] for case in CASES])
def test_a_shape_is_read(case: dict[str, Any], tmp_path: Path) -> None:
    result = import_document(document_of(case, tmp_path / "a.docx"))
    (draft,) = result.drafts
    assert {
        "items": draft_lines(draft),
        "doubts": doubt_kinds(result),
        "revision": draft.number,
    } == {
        "items": case["items"],
        "doubts": case.get("doubts", []),
        "revision": case.get("revision", 0),
    }
